# A family’s own pages.

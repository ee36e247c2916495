-- How long a family trusts an adult with its children, the last day, and whose account named them;
-- nothing where there is no end, or nobody knows any more.
ALTER TABLE trusted_adults ADD COLUMN until_day DATE;
ALTER TABLE trusted_adults ADD COLUMN named_by TEXT;

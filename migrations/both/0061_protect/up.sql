-- How long protecting the small counts of one report may take.
ALTER TABLE reach_settings ADD COLUMN protect_seconds INTEGER NOT NULL DEFAULT 20 CHECK (protect_seconds BETWEEN 0 AND 600);

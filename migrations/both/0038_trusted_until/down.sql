ALTER TABLE trusted_adults DROP COLUMN named_by;
ALTER TABLE trusted_adults DROP COLUMN until_day;

DELETE FROM settings WHERE name LIKE 'house_rules%';
ALTER TABLE activities DROP COLUMN interpreter_language;
ALTER TABLE activities DROP COLUMN access_features;
ALTER TABLE rooms DROP COLUMN access_features;
ALTER TABLE venues DROP COLUMN access_features;
ALTER TABLE centres DROP COLUMN access_features;

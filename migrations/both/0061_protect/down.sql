ALTER TABLE reach_settings DROP COLUMN protect_seconds;

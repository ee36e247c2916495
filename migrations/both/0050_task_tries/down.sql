DROP INDEX tasks_to_do;
ALTER TABLE tasks DROP COLUMN tried_at;

ALTER TABLE tasks ADD COLUMN tried_at TIMESTAMP;
CREATE INDEX tasks_to_do ON tasks (kind, id) WHERE done_at IS NULL;

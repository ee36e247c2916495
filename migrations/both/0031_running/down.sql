ALTER TABLE outbox DROP COLUMN tried_since;
ALTER TABLE refresh_tokens DROP COLUMN sealed_answer;
ALTER TABLE refresh_tokens DROP COLUMN answer_key;
DROP TABLE known_from;

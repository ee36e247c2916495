-- Moved by every change of what is shown of sessions that is no decision about one of them: who
-- keeps an answer in memory sees by it that the answer is old.
CREATE TABLE generations (
  name TEXT PRIMARY KEY,
  number BIGINT NOT NULL
);
INSERT INTO generations (name, number) VALUES ('sessions', 1);

-- From where somebody signed in well: a keyed hash of an address, or of a browser's secret.
CREATE TABLE known_from (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  place TEXT NOT NULL,
  used_at TIMESTAMP NOT NULL,
  PRIMARY KEY (account_id, place)
);
CREATE INDEX known_from_age ON known_from (used_at);
-- The answer to a refresh, for whoever lost it: under a key that only the token opens.
ALTER TABLE refresh_tokens ADD COLUMN answer_key TEXT;
ALTER TABLE refresh_tokens ADD COLUMN sealed_answer TEXT
  CHECK ((sealed_answer IS NULL) = (answer_key IS NULL));
-- When a letter was first tried: two days later it is given up.
ALTER TABLE outbox ADD COLUMN tried_since TIMESTAMP;

DROP TABLE sign_in_requests;
DROP TABLE refresh_tokens;
DROP TABLE auth_sessions;
CREATE TABLE auth_sessions (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE INDEX auth_sessions_account ON auth_sessions (account_id);
CREATE TABLE refresh_tokens (
  token_hash TEXT PRIMARY KEY,
  auth_session_id TEXT NOT NULL REFERENCES auth_sessions (id),
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (auth_session_id);
-- As the older migrations added them, so that theirs can be taken back.
ALTER TABLE refresh_tokens ADD COLUMN answer_key TEXT;
ALTER TABLE refresh_tokens ADD COLUMN sealed_answer TEXT
  CHECK ((sealed_answer IS NULL) = (answer_key IS NULL));

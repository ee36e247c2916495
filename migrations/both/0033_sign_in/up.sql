-- Who signs in with a code has no account: the session is a carer's, and goes with the carer. A
-- column cannot become nullable on SQLite, so both tables are made again and everybody signs in
-- once more.
DROP TABLE refresh_tokens;
DROP TABLE auth_sessions;
CREATE TABLE auth_sessions (
  id TEXT PRIMARY KEY,
  account_id TEXT REFERENCES accounts (id),
  carer_id TEXT REFERENCES carers (id) ON DELETE CASCADE,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  CHECK ((account_id IS NULL) <> (carer_id IS NULL))
);
CREATE INDEX auth_sessions_account ON auth_sessions (account_id);
CREATE INDEX auth_sessions_carer ON auth_sessions (carer_id);
CREATE TABLE refresh_tokens (
  token_hash TEXT PRIMARY KEY,
  auth_session_id TEXT NOT NULL REFERENCES auth_sessions (id) ON DELETE CASCADE,
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP,
  answer_key TEXT,
  sealed_answer TEXT,
  CHECK ((sealed_answer IS NULL) = (answer_key IS NULL))
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (auth_session_id);
-- A code that somebody asked for, whether or not the address is known: hashes, and the address
-- sealed under a key that is not in the database.
CREATE TABLE sign_in_requests (
  request_hash TEXT PRIMARY KEY,
  token_hash TEXT NOT NULL UNIQUE,
  code_hash TEXT NOT NULL,
  code_tries INTEGER NOT NULL DEFAULT 0 CHECK (code_tries BETWEEN 0 AND 5),
  sealed TEXT NOT NULL,
  asked_at TIMESTAMP NOT NULL,
  ends_at TIMESTAMP NOT NULL CHECK (ends_at > asked_at),
  used_at TIMESTAMP CHECK (used_at >= asked_at AND used_at < ends_at)
);
CREATE INDEX sign_in_requests_ends_at ON sign_in_requests (ends_at);

-- Professionals who asked to be told when the referral window of a session opens.
CREATE TABLE window_alerts (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES accounts (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  made_at TIMESTAMP NOT NULL,
  told_at TIMESTAMP,
  UNIQUE (account_id, session_id)
);
CREATE INDEX window_alerts_waiting ON window_alerts (session_id) WHERE told_at IS NULL;

CREATE TABLE locks (
  name TEXT PRIMARY KEY
);
CREATE TABLE accounts (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  partner_id TEXT,
  team TEXT,
  family_id TEXT,
  carer_id TEXT,
  failed_sign_ins INTEGER NOT NULL DEFAULT 0 CHECK (failed_sign_ins >= 0),
  locked_until TIMESTAMP,
  disabled_at TIMESTAMP,
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE account_roles (
  account_id TEXT NOT NULL REFERENCES accounts (id),
  role TEXT NOT NULL CHECK (role IN ('parent', 'volunteer', 'front_desk', 'staff', 'manager', 'professional', 'administrator', 'safeguarding_lead')),
  centre_id TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (account_id, role, centre_id)
);
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
CREATE TABLE signing_keys (
  kid TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('next', 'current', 'retired')),
  public_key TEXT NOT NULL,
  wrapped_key TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX signing_keys_one_current ON signing_keys (state) WHERE state = 'current';
CREATE UNIQUE INDEX signing_keys_one_next ON signing_keys (state) WHERE state = 'next';
CREATE TABLE one_time_tokens (
  token_hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('password_reset')),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  used_at TIMESTAMP
);
CREATE TABLE sign_in_attempts (
  address TEXT PRIMARY KEY,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  since TIMESTAMP NOT NULL
);
CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at TIMESTAMP NOT NULL,
  actor_id TEXT,
  act TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  detail TEXT NOT NULL
);
CREATE INDEX audit_subject ON audit (subject_kind, subject_id);
CREATE TABLE audit_seals (
  number BIGINT PRIMARY KEY CHECK (number >= 1),
  sealed_at TIMESTAMP NOT NULL,
  first_id TEXT NOT NULL,
  last_id TEXT NOT NULL,
  row_count BIGINT NOT NULL CHECK (row_count > 0),
  hash TEXT NOT NULL
);
CREATE TABLE idempotency (
  scope TEXT NOT NULL,
  idempotency_key TEXT NOT NULL,
  request_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  body TEXT NOT NULL,
  etag TEXT,
  created_at TIMESTAMP NOT NULL,
  PRIMARY KEY (scope, idempotency_key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

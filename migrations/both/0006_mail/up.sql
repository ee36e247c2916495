CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  dedupe TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'text')),
  recipient TEXT NOT NULL,
  payload TEXT NOT NULL,
  family_id TEXT REFERENCES families (id),
  session_id TEXT REFERENCES sessions (id),
  booking_id TEXT REFERENCES bookings (id),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'dead')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  due_at TIMESTAMP NOT NULL,
  leased_until TIMESTAMP,
  made_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  last_error TEXT,
  CHECK ((state IN ('sent', 'dead')) = (ended_at IS NOT NULL))
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE state IN ('queued', 'sending');
CREATE INDEX outbox_session ON outbox (session_id);
CREATE TABLE job_runs (
  name TEXT PRIMARY KEY,
  ran_at TIMESTAMP NOT NULL
);

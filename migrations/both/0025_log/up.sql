-- Answers kept for a request that may be sent twice are sealed, and hold no more than they must.
DELETE FROM idempotency;
ALTER TABLE idempotency RENAME COLUMN body TO sealed;
ALTER TABLE idempotency DROP COLUMN etag;
-- Whether a group stays out of what partners are given.
ALTER TABLE target_groups ADD COLUMN guarded BOOLEAN NOT NULL DEFAULT TRUE CHECK (guarded OR NOT protected);
-- Who was refused what, and from where: for 90 days, apart from the sealed log.
CREATE TABLE refusals (
  id TEXT PRIMARY KEY,
  at TIMESTAMP NOT NULL,
  account_id TEXT,
  typed TEXT,
  address TEXT NOT NULL,
  operation TEXT NOT NULL,
  code TEXT NOT NULL,
  CHECK (account_id IS NULL OR typed IS NULL)
);
CREATE INDEX refusals_age ON refusals (at);

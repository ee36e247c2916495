-- What somebody sent who has not signed in, sealed, until its way of contact is confirmed.
CREATE TABLE join_requests (
  id TEXT PRIMARY KEY,
  to_ring BOOLEAN NOT NULL,
  centre_id TEXT REFERENCES centres (id),
  code_hash TEXT,
  code_tries INTEGER NOT NULL DEFAULT 0 CHECK (code_tries BETWEEN 0 AND 5),
  sealed TEXT,
  asked_at TIMESTAMP NOT NULL,
  ends_at TIMESTAMP NOT NULL CHECK (ends_at > asked_at),
  done_at TIMESTAMP,
  outcome TEXT,
  CHECK (to_ring = (code_hash IS NULL)),
  CHECK ((done_at IS NULL) = (sealed IS NOT NULL)),
  CHECK ((done_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX join_requests_ends_at ON join_requests (ends_at);
CREATE INDEX join_requests_centre_id ON join_requests (centre_id);
ALTER TABLE carers ADD COLUMN email_proved_at TIMESTAMP;
ALTER TABLE carers ADD COLUMN phone_proved_at TIMESTAMP;

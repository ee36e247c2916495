CREATE TABLE child_requests (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  kind TEXT NOT NULL CHECK (kind IN ('details', 'birth', 'ended', 'left')),
  asked TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'accepted', 'refused')),
  made_at TIMESTAMP NOT NULL,
  settled_at TIMESTAMP,
  settled_by TEXT,
  why TEXT,
  CHECK ((state = 'open') = (settled_at IS NULL)),
  CHECK ((state = 'refused') = (why IS NOT NULL))
);
CREATE UNIQUE INDEX child_requests_one_open ON child_requests (family_id, child_id, kind) WHERE state = 'open';
CREATE INDEX child_requests_family ON child_requests (family_id);
CREATE INDEX child_requests_child ON child_requests (child_id);
CREATE TABLE address_changes (
  id TEXT PRIMARY KEY,
  carer_id TEXT NOT NULL REFERENCES carers (id),
  email TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  confirmed_at TIMESTAMP
);
CREATE UNIQUE INDEX address_changes_one_open ON address_changes (carer_id) WHERE confirmed_at IS NULL;
ALTER TABLE carers ADD COLUMN no_address_notice BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE registers (
  session_id TEXT PRIMARY KEY REFERENCES sessions (id),
  completed_at TIMESTAMP NOT NULL,
  completed_by TEXT
);
CREATE TABLE marks (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  client_id TEXT NOT NULL,
  content TEXT NOT NULL,
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT,
  adults INTEGER NOT NULL CHECK (adults >= 0),
  booking_id TEXT REFERENCES bookings (id),
  walk_in_key TEXT,
  mark TEXT NOT NULL CHECK (mark IN ('came', 'late', 'did_not_come', 'told_us')),
  source TEXT NOT NULL CHECK (source IN ('tap', 'number', 'card', 'name', 'walk_in', 'guest', 'paper', 'presumed')),
  device TEXT NOT NULL,
  at TIMESTAMP NOT NULL,
  corrects TEXT,
  marked_by TEXT,
  received_at TIMESTAMP NOT NULL,
  stands BOOLEAN NOT NULL,
  disputed BOOLEAN NOT NULL,
  CHECK (child_id IS NULL OR adults = 0),
  CHECK (corrects IS NULL OR corrects <> client_id),
  CHECK (stands OR NOT disputed)
);
CREATE UNIQUE INDEX marks_once ON marks (session_id, client_id, coalesce(child_id, ''));
CREATE UNIQUE INDEX marks_child_stands ON marks (session_id, child_id) WHERE stands AND child_id IS NOT NULL;
CREATE UNIQUE INDEX marks_adults_stand ON marks (session_id, family_id) WHERE stands AND child_id IS NULL;
CREATE INDEX marks_family ON marks (family_id);
CREATE INDEX marks_child ON marks (child_id);
CREATE TABLE head_counts (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  client_id TEXT NOT NULL,
  content TEXT NOT NULL,
  adults INTEGER NOT NULL CHECK (adults >= 0),
  children INTEGER NOT NULL CHECK (children >= 0),
  device TEXT NOT NULL,
  at TIMESTAMP NOT NULL,
  corrects TEXT,
  counted_by TEXT,
  received_at TIMESTAMP NOT NULL,
  stands BOOLEAN NOT NULL,
  UNIQUE (session_id, client_id),
  CHECK (corrects IS NULL OR corrects <> client_id)
);
CREATE TABLE handovers (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES sessions (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  handed_at TIMESTAMP NOT NULL,
  handed_by TEXT,
  taken_back_at TIMESTAMP,
  taken_back_by TEXT
);
CREATE UNIQUE INDEX handovers_live ON handovers (session_id, account_id) WHERE taken_back_at IS NULL;

DROP TABLE possible_duplicates;
DROP INDEX referrals_once;
ALTER TABLE referrals DROP COLUMN children;
ALTER TABLE referrals DROP COLUMN adults;
ALTER TABLE referrals DROP COLUMN found;
ALTER TABLE referrals DROP COLUMN answered;
ALTER TABLE referrals DROP COLUMN statement_id;
DROP TABLE statement_children;
DROP TABLE statements;
-- Tasks of another kind.
DELETE FROM tasks WHERE kind = 'restricted_met';
ALTER TABLE tasks RENAME TO tasks_before;
CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  centre_id TEXT NOT NULL REFERENCES centres (id),
  kind TEXT NOT NULL CHECK (kind IN ('ring_offer', 'ring_news', 'two_families', 'not_reached', 'interpreter', 'confirm_birth', 'child_silenced', 'address_differs', 'contact_not_confirmed', 'not_coming', 'register_incomplete')),
  family_id TEXT REFERENCES families (id),
  session_id TEXT REFERENCES sessions (id),
  booking_id TEXT REFERENCES bookings (id),
  offer_id TEXT REFERENCES offers (id),
  detail TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  done_at TIMESTAMP,
  done_by TEXT,
  outcome TEXT,
  other_booking_id TEXT REFERENCES bookings (id)
);
INSERT INTO tasks SELECT * FROM tasks_before;
DROP TABLE tasks_before;
CREATE INDEX tasks_open ON tasks (centre_id) WHERE done_at IS NULL;
CREATE UNIQUE INDEX tasks_one_ring ON tasks (offer_id) WHERE kind = 'ring_offer';
CREATE UNIQUE INDEX tasks_one_incomplete ON tasks (session_id) WHERE kind = 'register_incomplete' AND done_at IS NULL;
CREATE UNIQUE INDEX tasks_one_two_places ON tasks (booking_id, other_booking_id) WHERE kind = 'two_families' AND done_at IS NULL;

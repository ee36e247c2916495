CREATE TABLE bookings (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  carer_id TEXT REFERENCES carers (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  status TEXT NOT NULL CHECK (status IN ('booked', 'waiting', 'offered', 'cancelled', 'lapsed', 'declined')),
  wants TEXT NOT NULL CHECK (wants IN ('offer', 'book')),
  tier TEXT NOT NULL CHECK (tier IN ('referred', 'target_group', 'everyone')),
  tier_reason TEXT NOT NULL,
  number BIGINT NOT NULL CHECK (number >= 1),
  move_reason TEXT,
  adults INTEGER NOT NULL CHECK (adults >= 0),
  children INTEGER NOT NULL CHECK (children >= 0),
  made_by TEXT,
  made_as TEXT NOT NULL,
  reason TEXT,
  made_at TIMESTAMP NOT NULL,
  taken_at TIMESTAMP,
  ended_at TIMESTAMP,
  end_reason TEXT,
  late BOOLEAN NOT NULL DEFAULT FALSE,
  saved_until TIMESTAMP,
  CHECK (adults + children >= 1),
  CHECK ((status IN ('booked', 'offered', 'waiting')) = (ended_at IS NULL)),
  CHECK (status <> 'booked' OR taken_at IS NOT NULL)
);
CREATE INDEX bookings_family ON bookings (family_id, status);
CREATE INDEX bookings_taken ON bookings (session_id, tier, children, adults) WHERE ended_at IS NULL AND status <> 'waiting';
CREATE TABLE booking_sessions (
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  family_id TEXT NOT NULL REFERENCES families (id),
  holds TEXT NOT NULL CHECK (holds IN ('place', 'waits', 'none')),
  line_tier INTEGER NOT NULL CHECK (line_tier >= 0 AND line_tier <= 2),
  line_number DOUBLE PRECISION NOT NULL,
  saved BOOLEAN NOT NULL DEFAULT FALSE,
  last_call_at TIMESTAMP,
  PRIMARY KEY (booking_id, session_id)
);
CREATE UNIQUE INDEX booking_sessions_one_live ON booking_sessions (session_id, family_id) WHERE holds <> 'none';
CREATE UNIQUE INDEX booking_sessions_one_place ON booking_sessions (booking_id) WHERE holds = 'place';
CREATE INDEX booking_sessions_by_tier ON booking_sessions (session_id, line_tier, line_number, booking_id) WHERE holds = 'waits';
CREATE INDEX booking_sessions_by_joining ON booking_sessions (session_id, line_number, booking_id) WHERE holds = 'waits';
CREATE INDEX booking_sessions_family ON booking_sessions (family_id) WHERE holds <> 'none';
CREATE TABLE booking_children (
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  PRIMARY KEY (booking_id, child_id)
);
CREATE INDEX booking_children_child ON booking_children (child_id);
CREATE TABLE offers (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  state TEXT NOT NULL CHECK (state IN ('live', 'accepted', 'declined', 'lapsed', 'withdrawn')),
  made_at TIMESTAMP NOT NULL,
  clock_starts_at TIMESTAMP,
  expires_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP,
  CHECK ((state = 'live') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX offers_one_live ON offers (booking_id) WHERE state = 'live';
CREATE INDEX offers_due ON offers (expires_at) WHERE state = 'live';
CREATE INDEX offers_session ON offers (session_id) WHERE state = 'live';
CREATE TABLE referrals (
  id TEXT PRIMARY KEY,
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  account_id TEXT NOT NULL REFERENCES accounts (id),
  partner_id TEXT REFERENCES partners (id),
  team TEXT,
  reason TEXT NOT NULL,
  agreed_on DATE NOT NULL,
  agreed_how TEXT NOT NULL,
  tell_outcome BOOLEAN NOT NULL,
  made_at TIMESTAMP NOT NULL,
  withdrawn_at TIMESTAMP
);
CREATE INDEX referrals_booking ON referrals (booking_id);
CREATE INDEX referrals_partner ON referrals (partner_id, team);
CREATE TABLE referral_groups (
  referral_id TEXT NOT NULL REFERENCES referrals (id),
  group_code TEXT NOT NULL REFERENCES target_groups (code),
  PRIMARY KEY (referral_id, group_code)
);
CREATE TABLE alerts (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  carer_id TEXT REFERENCES carers (id),
  made_at TIMESTAMP NOT NULL,
  told_at TIMESTAMP,
  UNIQUE (family_id, session_id)
);
CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  centre_id TEXT NOT NULL REFERENCES centres (id),
  kind TEXT NOT NULL CHECK (kind IN ('ring_offer', 'ring_news', 'two_families', 'not_reached', 'interpreter', 'confirm_birth', 'child_silenced', 'address_differs', 'contact_not_confirmed', 'not_coming', 'register_incomplete', 'record_asked', 'restricted_met', 'says_no')),
  family_id TEXT REFERENCES families (id),
  session_id TEXT REFERENCES sessions (id),
  booking_id TEXT REFERENCES bookings (id),
  offer_id TEXT REFERENCES offers (id),
  detail TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  done_at TIMESTAMP,
  done_by TEXT,
  outcome TEXT
);
CREATE INDEX tasks_open ON tasks (centre_id) WHERE done_at IS NULL;
CREATE UNIQUE INDEX tasks_one_ring ON tasks (offer_id) WHERE kind = 'ring_offer';

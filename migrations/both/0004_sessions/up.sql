CREATE TABLE activities (
  id TEXT PRIMARY KEY,
  centre_id TEXT REFERENCES centres (id),
  title TEXT NOT NULL CHECK (title <> ''),
  description TEXT,
  audience TEXT,
  access TEXT NOT NULL CHECK (access IN ('book', 'referral_only', 'drop_in', 'members', 'appointment')),
  unit TEXT NOT NULL CHECK (unit IN ('families', 'children')),
  capacity INTEGER NOT NULL CHECK (capacity >= 1),
  adult_limit INTEGER CHECK (adult_limit >= 1),
  safety_limit INTEGER CHECK (safety_limit >= 1),
  party_limit INTEGER CHECK (party_limit >= 1),
  age_unit TEXT NOT NULL CHECK (age_unit IN ('weeks', 'months')),
  age_min INTEGER NOT NULL CHECK (age_min >= 0),
  age_max INTEGER CHECK (age_max > age_min),
  siblings_welcome BOOLEAN NOT NULL,
  expectant_welcome BOOLEAN NOT NULL,
  adults_only BOOLEAN NOT NULL,
  sensitive BOOLEAN NOT NULL,
  priority_places INTEGER NOT NULL CHECK (priority_places >= 0),
  priority_hours INTEGER NOT NULL CHECK (priority_hours >= 0),
  referrals_days_before INTEGER NOT NULL CHECK (referrals_days_before >= 0),
  referrals_time TIME NOT NULL,
  public_days_before INTEGER CHECK (public_days_before >= 0 AND public_days_before <= referrals_days_before),
  public_time TIME NOT NULL,
  closes_minutes_before INTEGER NOT NULL CHECK (closes_minutes_before >= 0),
  cancel_hours INTEGER NOT NULL CHECK (cancel_hours >= 0),
  waitlist_order TEXT NOT NULL CHECK (waitlist_order IN ('tier', 'joining')),
  saving BOOLEAN NOT NULL,
  limit_a_day INTEGER NOT NULL CHECK (limit_a_day >= 1),
  limit_in_seven_days INTEGER NOT NULL CHECK (limit_in_seven_days >= 1),
  slot_minutes INTEGER CHECK (slot_minutes >= 5),
  price TEXT,
  bring TEXT,
  version BIGINT NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at TIMESTAMP NOT NULL,
  CHECK (access <> 'appointment' OR slot_minutes IS NOT NULL),
  CHECK (access <> 'referral_only' OR public_days_before IS NULL)
);
CREATE TABLE series (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activities (id),
  centre_id TEXT NOT NULL REFERENCES centres (id),
  rule TEXT NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  starts TIME NOT NULL,
  ends TIME NOT NULL,
  term_time_only BOOLEAN NOT NULL,
  created_at TIMESTAMP NOT NULL,
  CHECK (first_day <= last_day)
);
CREATE TABLE courses (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activities (id),
  centre_id TEXT NOT NULL REFERENCES centres (id),
  name TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE sessions (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activities (id),
  centre_id TEXT NOT NULL REFERENCES centres (id),
  venue_id TEXT REFERENCES venues (id),
  room_id TEXT REFERENCES rooms (id),
  series_id TEXT REFERENCES series (id),
  course_id TEXT REFERENCES courses (id),
  head_session_id TEXT REFERENCES sessions (id),
  leader TEXT,
  starts_at TIMESTAMP NOT NULL,
  ends_at TIMESTAMP NOT NULL,
  local_day DATE NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity >= 1),
  referrals_open_at TIMESTAMP NOT NULL,
  public_release_at TIMESTAMP,
  bookings_close_at TIMESTAMP NOT NULL,
  cancel_by TIMESTAMP NOT NULL,
  priority_places INTEGER NOT NULL CHECK (priority_places >= 0 AND priority_places <= capacity),
  priority_until TIMESTAMP NOT NULL,
  announced_at TIMESTAMP,
  cancelled_at TIMESTAMP,
  cancel_reason TEXT,
  displaced_by TEXT REFERENCES sessions (id),
  settled_until TIMESTAMP,
  touched BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at TIMESTAMP NOT NULL,
  CHECK (starts_at < ends_at),
  CHECK (referrals_open_at <= bookings_close_at),
  CHECK (public_release_at IS NULL OR (referrals_open_at <= public_release_at AND public_release_at <= bookings_close_at)),
  CHECK (bookings_close_at <= starts_at),
  CHECK (cancel_by <= starts_at),
  CHECK (priority_until <= starts_at)
);
CREATE INDEX sessions_start ON sessions (starts_at, id);
CREATE INDEX sessions_centre_start ON sessions (centre_id, starts_at);
CREATE INDEX sessions_due ON sessions (settled_until) WHERE cancelled_at IS NULL AND settled_until IS NOT NULL;
CREATE INDEX sessions_head ON sessions (head_session_id) WHERE head_session_id IS NOT NULL;
CREATE INDEX sessions_series ON sessions (series_id);
CREATE INDEX sessions_course ON sessions (course_id);
CREATE INDEX sessions_room ON sessions (room_id, starts_at);
CREATE INDEX sessions_activity ON sessions (activity_id, starts_at);

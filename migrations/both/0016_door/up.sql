CREATE TABLE activity_attendance (
  activity_id TEXT PRIMARY KEY REFERENCES activities (id),
  not_coming BOOLEAN,
  missed INTEGER CHECK (missed >= 2 AND missed <= 20),
  weeks INTEGER CHECK (weeks >= 1 AND weeks <= 52),
  give_after_minutes INTEGER CHECK (give_after_minutes >= 0 AND give_after_minutes <= 240),
  CHECK ((missed IS NULL) = (weeks IS NULL)),
  CHECK (missed IS NULL OR not_coming IS NOT NULL)
);
CREATE TABLE not_coming_told (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  activity_id TEXT REFERENCES activities (id),
  last_missed_at TIMESTAMP NOT NULL,
  told_at TIMESTAMP NOT NULL
);
CREATE INDEX not_coming_told_family ON not_coming_told (family_id);
CREATE TABLE sheet_lines (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  booking_id TEXT NOT NULL REFERENCES bookings (id),
  child_id TEXT,
  PRIMARY KEY (session_id, number)
);
CREATE UNIQUE INDEX sheet_lines_once ON sheet_lines (session_id, booking_id, coalesce(child_id, ''));
CREATE INDEX sheet_lines_child ON sheet_lines (child_id);
CREATE UNIQUE INDEX tasks_one_incomplete ON tasks (session_id) WHERE kind = 'register_incomplete' AND done_at IS NULL;
CREATE INDEX sessions_head ON sessions (head_session_id) WHERE head_session_id IS NOT NULL;
CREATE INDEX sessions_end ON sessions (ends_at);

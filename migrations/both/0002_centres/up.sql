CREATE TABLE centres (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  phone TEXT,
  email TEXT,
  address TEXT,
  postcode TEXT,
  zone TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE venues (
  id TEXT PRIMARY KEY,
  centre_id TEXT NOT NULL REFERENCES centres (id),
  name TEXT NOT NULL,
  address TEXT,
  postcode TEXT,
  created_at TIMESTAMP NOT NULL,
  UNIQUE (centre_id, name)
);
CREATE TABLE rooms (
  id TEXT PRIMARY KEY,
  venue_id TEXT NOT NULL REFERENCES venues (id),
  name TEXT NOT NULL,
  safety_limit INTEGER CHECK (safety_limit > 0),
  created_at TIMESTAMP NOT NULL,
  UNIQUE (venue_id, name)
);
CREATE TABLE terms (
  id TEXT PRIMARY KEY,
  centre_id TEXT REFERENCES centres (id),
  name TEXT NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  CHECK (first_day <= last_day)
);
CREATE UNIQUE INDEX terms_once ON terms (coalesce(centre_id, ''), name, first_day);
CREATE TABLE closures (
  id TEXT PRIMARY KEY,
  centre_id TEXT REFERENCES centres (id),
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  reason TEXT NOT NULL,
  CHECK (first_day <= last_day)
);
CREATE UNIQUE INDEX closures_once ON closures (coalesce(centre_id, ''), first_day, last_day);
CREATE TABLE partners (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('health', 'social_care', 'jobcentre', 'early_years', 'voluntary', 'housing', 'other')),
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE target_groups (
  code TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  protected BOOLEAN NOT NULL,
  gives_priority BOOLEAN NOT NULL,
  counts_for_reach BOOLEAN NOT NULL,
  priority_reason TEXT,
  priority_review_on DATE,
  derived TEXT CHECK (derived IN ('deprived_area', 'expectant', 'age')),
  from_months INTEGER,
  until_months INTEGER,
  CHECK ((coalesce(derived, '') = 'age') = (from_months IS NOT NULL AND until_months IS NOT NULL)),
  CHECK (from_months >= 0 AND until_months > from_months),
  CHECK (NOT (protected AND gives_priority) OR (priority_reason IS NOT NULL AND priority_review_on IS NOT NULL))
);

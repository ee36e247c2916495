CREATE TABLE agreements (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  purpose TEXT NOT NULL CHECK (purpose IN ('membership', 'birth_counts', 'two_year_offer', 'workless_baseline', 'contacts')),
  items TEXT NOT NULL,
  basis TEXT NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  review_on DATE NOT NULL,
  cards_a_month INTEGER CHECK (cards_a_month >= 0),
  feed_every_days INTEGER CHECK (feed_every_days > 0),
  made_at TIMESTAMP NOT NULL,
  CHECK (first_day <= last_day)
);
CREATE INDEX agreements_partner ON agreements (partner_id, purpose);
CREATE TABLE feed_mappings (
  owner TEXT NOT NULL,
  name TEXT NOT NULL,
  mapping TEXT NOT NULL,
  saved_at TIMESTAMP NOT NULL,
  PRIMARY KEY (owner, name)
);
CREATE TABLE feed_runs (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('families', 'contacts', 'head_counts')),
  file_hash TEXT NOT NULL,
  partner_id TEXT REFERENCES partners (id),
  centre_id TEXT REFERENCES centres (id),
  made_by TEXT,
  lines INTEGER NOT NULL CHECK (lines >= 0),
  started_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE UNIQUE INDEX feed_runs_file ON feed_runs (file_hash, coalesce(partner_id, ''), coalesce(centre_id, ''));
CREATE INDEX feed_runs_partner ON feed_runs (partner_id, ended_at);
CREATE TABLE feed_lines (
  run_id TEXT NOT NULL REFERENCES feed_runs (id),
  line INTEGER NOT NULL CHECK (line > 0),
  outcome TEXT NOT NULL CHECK (outcome IN ('made', 'known', 'updated', 'suppressed', 'left_out', 'refused', 'proposed', 'unmatched')),
  detail TEXT,
  PRIMARY KEY (run_id, line)
);
CREATE TABLE feed_references (
  source TEXT NOT NULL,
  reference TEXT NOT NULL,
  family_id TEXT NOT NULL REFERENCES families (id),
  PRIMARY KEY (source, reference)
);
CREATE INDEX feed_references_family ON feed_references (family_id);

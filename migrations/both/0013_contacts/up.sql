CREATE TABLE contact_kinds (
  kind TEXT PRIMARY KEY CHECK (kind IN ('attendance', 'one_to_one', 'home_visit', 'phone_call', 'signposting', 'health_review', 'early_learning', 'school_place')),
  counts TEXT NOT NULL CHECK (counts IN ('direct', 'health', 'setting', 'nothing'))
);
INSERT INTO contact_kinds (kind, counts) VALUES ('attendance', 'direct');
INSERT INTO contact_kinds (kind, counts) VALUES ('one_to_one', 'direct');
INSERT INTO contact_kinds (kind, counts) VALUES ('home_visit', 'direct');
INSERT INTO contact_kinds (kind, counts) VALUES ('phone_call', 'nothing');
INSERT INTO contact_kinds (kind, counts) VALUES ('signposting', 'nothing');
INSERT INTO contact_kinds (kind, counts) VALUES ('health_review', 'health');
INSERT INTO contact_kinds (kind, counts) VALUES ('early_learning', 'setting');
INSERT INTO contact_kinds (kind, counts) VALUES ('school_place', 'setting');
CREATE TABLE contacts (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL REFERENCES contact_kinds (kind),
  on_day DATE NOT NULL,
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT,
  adults INTEGER NOT NULL DEFAULT 0 CHECK (adults >= 0),
  centre_id TEXT REFERENCES centres (id),
  session_id TEXT REFERENCES sessions (id),
  activity_id TEXT REFERENCES activities (id),
  partner_id TEXT REFERENCES partners (id),
  place TEXT CHECK (place IN ('paid', 'funded_two', 'working_family', 'funded', 'school')),
  until_day DATE,
  taken_up BOOLEAN,
  source TEXT NOT NULL CHECK (source IN ('register', 'hand', 'feed', 'partner')),
  source_name TEXT,
  reference TEXT,
  said_by TEXT,
  recorded_at TIMESTAMP NOT NULL,
  withdrawn_at TIMESTAMP,
  withdrawn_by TEXT,
  withdrawn_why TEXT,
  CHECK (child_id IS NOT NULL OR adults >= 1),
  CHECK (kind <> 'attendance' OR centre_id IS NOT NULL),
  CHECK (session_id IS NULL OR activity_id IS NOT NULL),
  CHECK ((place IS NULL) = (kind NOT IN ('early_learning', 'school_place'))),
  CHECK (until_day IS NULL OR (place IS NOT NULL AND until_day >= on_day)),
  CHECK (taken_up IS NULL OR kind = 'signposting'),
  CHECK ((source_name IS NULL) = (reference IS NULL)),
  CHECK (withdrawn_at IS NULL OR withdrawn_at >= recorded_at)
);
CREATE INDEX contacts_family ON contacts (family_id, on_day);
CREATE INDEX contacts_centre ON contacts (centre_id, on_day, child_id, recorded_at, withdrawn_at);
CREATE UNIQUE INDEX contacts_one_a_child ON contacts (session_id, child_id) WHERE kind = 'attendance' AND withdrawn_at IS NULL AND session_id IS NOT NULL AND child_id IS NOT NULL;
CREATE UNIQUE INDEX contacts_adults_once ON contacts (session_id, family_id) WHERE kind = 'attendance' AND withdrawn_at IS NULL AND session_id IS NOT NULL AND child_id IS NULL;
CREATE UNIQUE INDEX contacts_reference ON contacts (source_name, reference, coalesce(child_id, '')) WHERE withdrawn_at IS NULL;
CREATE TABLE setting_supports (
  id TEXT PRIMARY KEY,
  partner_id TEXT NOT NULL REFERENCES partners (id),
  centre_id TEXT NOT NULL REFERENCES centres (id),
  kind TEXT NOT NULL CHECK (kind IN ('case_meeting', 'training', 'clinic', 'visit', 'other')),
  on_day DATE NOT NULL,
  said_by TEXT,
  recorded_at TIMESTAMP NOT NULL,
  withdrawn_at TIMESTAMP,
  CHECK (withdrawn_at IS NULL OR withdrawn_at >= recorded_at)
);
CREATE INDEX setting_supports_partner ON setting_supports (partner_id, on_day);
CREATE INDEX setting_supports_centre ON setting_supports (centre_id, on_day);
CREATE INDEX families_joined ON families (joined_into) WHERE joined_into IS NOT NULL;
CREATE TABLE contact_proposals (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES feed_runs (id),
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT NOT NULL,
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 100),
  differs TEXT NOT NULL,
  kind TEXT NOT NULL REFERENCES contact_kinds (kind),
  on_day DATE NOT NULL,
  centre_id TEXT REFERENCES centres (id),
  activity_id TEXT REFERENCES activities (id),
  partner_id TEXT REFERENCES partners (id),
  place TEXT CHECK (place IN ('paid', 'funded_two', 'working_family', 'funded', 'school')),
  until_day DATE,
  taken_up BOOLEAN,
  source_name TEXT NOT NULL,
  reference TEXT NOT NULL,
  made_at TIMESTAMP NOT NULL,
  decided_at TIMESTAMP,
  decided_by TEXT,
  contact_id TEXT REFERENCES contacts (id),
  CHECK (contact_id IS NULL OR decided_at IS NOT NULL)
);
CREATE UNIQUE INDEX contact_proposals_once ON contact_proposals (source_name, reference, child_id);
CREATE INDEX contact_proposals_open ON contact_proposals (family_id) WHERE decided_at IS NULL;

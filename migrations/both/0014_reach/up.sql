CREATE TABLE child_facts (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES children (id),
  known_from TIMESTAMP NOT NULL,
  known_until TIMESTAMP,
  family_id TEXT REFERENCES families (id),
  centre_id TEXT REFERENCES centres (id),
  born_on DATE,
  born_month_only BOOLEAN NOT NULL,
  due_on DATE,
  ended_on DATE,
  listed_on DATE,
  joined_on DATE,
  left_on DATE,
  postcode TEXT,
  place TEXT NOT NULL CHECK (place IN ('postcode', 'lsoa', 'no_fixed_address', 'unknown', 'restricted')),
  lsoa_2011 TEXT,
  lsoa_2021 TEXT,
  target_groups TEXT NOT NULL,
  ethnicity_asked BOOLEAN NOT NULL,
  joined_into TEXT REFERENCES children (id),
  CHECK ((born_on IS NULL) <> (due_on IS NULL)),
  CHECK ((place = 'postcode') = (postcode IS NOT NULL)),
  CHECK (place = 'lsoa' OR (lsoa_2011 IS NULL AND lsoa_2021 IS NULL)),
  CHECK (known_until IS NULL OR known_until >= known_from),
  CHECK (joined_into IS NULL OR joined_into <> child_id)
);
CREATE UNIQUE INDEX child_facts_now ON child_facts (child_id) WHERE known_until IS NULL;
CREATE INDEX child_facts_child ON child_facts (child_id, known_from);
CREATE INDEX child_facts_postcode ON child_facts (postcode);
CREATE INDEX child_facts_centre ON child_facts (centre_id);
CREATE INDEX child_facts_joined ON child_facts (joined_into) WHERE joined_into IS NOT NULL;
CREATE INDEX child_facts_family ON child_facts (family_id);
CREATE TABLE centre_costs (
  centre_id TEXT NOT NULL REFERENCES centres (id),
  from_day DATE NOT NULL,
  until_day DATE NOT NULL,
  pence BIGINT NOT NULL CHECK (pence >= 0),
  said_by TEXT,
  recorded_at TIMESTAMP NOT NULL,
  PRIMARY KEY (centre_id, from_day),
  CHECK (from_day <= until_day)
);
CREATE INDEX child_facts_erased ON child_facts (child_id) WHERE place = 'lsoa';
CREATE INDEX contacts_met ON contacts (child_id, on_day, kind, centre_id, activity_id, source, recorded_at, withdrawn_at);
CREATE INDEX contacts_places ON contacts (child_id, on_day, until_day, place, partner_id, kind, recorded_at, withdrawn_at) WHERE place IS NOT NULL;

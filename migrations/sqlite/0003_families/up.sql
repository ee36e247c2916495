CREATE TABLE families (
  id TEXT PRIMARY KEY,
  centre_id TEXT REFERENCES centres (id),
  postcode TEXT,
  made_by TEXT,
  partner_id TEXT REFERENCES partners (id),
  team TEXT,
  touched BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE carers (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  mail_allowed BOOLEAN NOT NULL DEFAULT TRUE,
  UNIQUE (family_id, position)
);
CREATE INDEX carers_email ON carers (email);
CREATE TABLE children (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  born_on DATE,
  born_month_only BOOLEAN NOT NULL DEFAULT FALSE,
  due_on DATE,
  created_at TIMESTAMP NOT NULL,
  CHECK ((born_on IS NULL) <> (due_on IS NULL))
);
CREATE INDEX children_match ON children (sort_name, born_on);
CREATE TABLE family_children (
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  PRIMARY KEY (family_id, child_id)
);
CREATE INDEX family_children_child ON family_children (child_id);
CREATE TABLE family_groups (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  group_code TEXT NOT NULL REFERENCES target_groups (code),
  stated_by TEXT NOT NULL,
  partner_id TEXT REFERENCES partners (id),
  stated_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE UNIQUE INDEX family_groups_live ON family_groups (family_id, group_code, coalesce(partner_id, '')) WHERE ended_at IS NULL;

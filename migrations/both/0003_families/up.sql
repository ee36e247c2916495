CREATE TABLE families (
  id TEXT PRIMARY KEY,
  centre_id TEXT REFERENCES centres (id),
  postcode TEXT,
  postcode_reason TEXT CHECK (postcode_reason IN ('no_fixed_address', 'refuge', 'not_given', 'not_asked')),
  address TEXT,
  channel TEXT NOT NULL CHECK (channel IN ('self', 'staff', 'professional', 'feed')),
  guest BOOLEAN NOT NULL DEFAULT FALSE,
  restricted BOOLEAN NOT NULL DEFAULT FALSE,
  unsafe_address BOOLEAN NOT NULL DEFAULT FALSE,
  moved_away_on DATE,
  joined_into TEXT REFERENCES families (id),
  erased_at TIMESTAMP,
  made_by TEXT,
  partner_id TEXT REFERENCES partners (id),
  team TEXT,
  touched BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at TIMESTAMP NOT NULL,
  CHECK ((postcode IS NULL) <> (postcode_reason IS NULL)),
  CHECK (joined_into IS NULL OR joined_into <> id)
);
CREATE INDEX families_centre ON families (centre_id);
CREATE INDEX families_postcode ON families (postcode);
CREATE INDEX families_guests ON families (created_at) WHERE guest AND erased_at IS NULL;
CREATE TABLE carers (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  former_name TEXT,
  email TEXT,
  phone TEXT,
  phone_digits TEXT,
  mail_allowed BOOLEAN NOT NULL DEFAULT TRUE,
  no_post BOOLEAN NOT NULL DEFAULT FALSE,
  no_voicemail BOOLEAN NOT NULL DEFAULT FALSE,
  no_text BOOLEAN NOT NULL DEFAULT FALSE,
  no_call BOOLEAN NOT NULL DEFAULT FALSE,
  confirmed_at TIMESTAMP,
  UNIQUE (family_id, position),
  CHECK ((phone IS NULL) = (phone_digits IS NULL))
);
CREATE INDEX carers_email ON carers (email);
CREATE INDEX carers_phone ON carers (phone_digits);
CREATE TABLE children (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  born_on DATE,
  born_month_only BOOLEAN NOT NULL DEFAULT FALSE,
  due_on DATE,
  nhs_number TEXT CHECK (length(nhs_number) = 10),
  ended TEXT CHECK (ended IN ('pregnancy_ended', 'died')),
  ended_at TIMESTAMP,
  asked_at TIMESTAMP,
  joined_into TEXT REFERENCES children (id),
  created_at TIMESTAMP NOT NULL,
  CHECK (joined_into IS NULL OR joined_into <> id),
  CHECK ((born_on IS NULL) <> (due_on IS NULL)),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CHECK (ended <> 'pregnancy_ended' OR due_on IS NOT NULL)
);
CREATE INDEX children_born ON children (born_on);
CREATE INDEX children_due ON children (due_on);
CREATE INDEX children_nhs ON children (nhs_number);
CREATE INDEX children_match ON children (sort_name, born_on);
CREATE TABLE family_children (
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  is_home BOOLEAN NOT NULL DEFAULT TRUE,
  PRIMARY KEY (family_id, child_id)
);
CREATE INDEX family_children_child ON family_children (child_id);
CREATE UNIQUE INDEX family_children_one_home ON family_children (child_id) WHERE is_home;
CREATE TABLE child_moves (
  id TEXT PRIMARY KEY,
  child_id TEXT NOT NULL REFERENCES children (id),
  from_family_id TEXT NOT NULL REFERENCES families (id),
  to_family_id TEXT REFERENCES families (id),
  moved_at TIMESTAMP NOT NULL,
  moved_by TEXT
);
CREATE INDEX child_moves_child ON child_moves (child_id);
CREATE TABLE trusted_adults (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  name TEXT NOT NULL,
  relationship TEXT NOT NULL CHECK (relationship IN ('grandparent', 'childminder', 'relative', 'friend', 'other')),
  phone TEXT,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX trusted_adults_family ON trusted_adults (family_id);
CREATE TABLE trusted_adult_children (
  trusted_adult_id TEXT NOT NULL REFERENCES trusted_adults (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  PRIMARY KEY (trusted_adult_id, child_id)
);
CREATE INDEX trusted_adult_children_child ON trusted_adult_children (child_id);
CREATE TABLE answers (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  subject_id TEXT NOT NULL,
  question TEXT NOT NULL,
  value TEXT NOT NULL,
  given_by TEXT NOT NULL CHECK (given_by IN ('self', 'staff', 'partner')),
  account_id TEXT,
  partner_id TEXT REFERENCES partners (id),
  given_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE UNIQUE INDEX answers_live ON answers (subject_id, question, family_id) WHERE ended_at IS NULL;
CREATE INDEX answers_family ON answers (family_id);
CREATE TABLE family_groups (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  group_code TEXT NOT NULL REFERENCES target_groups (code),
  stated_by TEXT NOT NULL,
  partner_id TEXT REFERENCES partners (id),
  stated_at TIMESTAMP NOT NULL,
  since_on DATE NOT NULL,
  until_on DATE,
  evidence TEXT NOT NULL CHECK (evidence IN ('said_by_family', 'document_seen', 'professional_judgement', 'partner_record', 'official_list', 'not_recorded')),
  review_on DATE,
  reviewed_at TIMESTAMP,
  reviewed_by TEXT,
  ended_at TIMESTAMP,
  CHECK (until_on IS NULL OR until_on >= since_on),
  CHECK (reviewed_at IS NOT NULL OR reviewed_by IS NULL)
);
CREATE INDEX family_groups_family ON family_groups (family_id);
CREATE UNIQUE INDEX family_groups_live ON family_groups (family_id, group_code, coalesce(partner_id, '')) WHERE ended_at IS NULL;

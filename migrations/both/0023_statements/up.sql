CREATE TABLE statements (
  id TEXT PRIMARY KEY,
  partner_id TEXT REFERENCES partners (id),
  team TEXT,
  centre_id TEXT REFERENCES centres (id),
  made_by TEXT REFERENCES accounts (id),
  reference TEXT,
  said TEXT NOT NULL,
  mark TEXT NOT NULL,
  family_id TEXT REFERENCES families (id),
  made_at TIMESTAMP NOT NULL,
  said_no_at TIMESTAMP,
  CHECK (partner_id IS NOT NULL OR said_no_at IS NULL),
  CHECK (partner_id IS NOT NULL OR team IS NULL)
);
CREATE UNIQUE INDEX statements_once ON statements (mark, COALESCE(partner_id, ''), COALESCE(team, ''));
CREATE INDEX statements_team ON statements (partner_id, team);
CREATE INDEX statements_family ON statements (family_id);
CREATE TABLE statement_children (
  statement_id TEXT NOT NULL REFERENCES statements (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  child_id TEXT NOT NULL REFERENCES children (id),
  PRIMARY KEY (statement_id, position)
);
CREATE INDEX statement_children_child ON statement_children (child_id);
ALTER TABLE referrals ADD COLUMN statement_id TEXT REFERENCES statements (id);
ALTER TABLE referrals ADD COLUMN answered TEXT NOT NULL DEFAULT 'booked' CHECK (answered IN ('booked', 'waiting'));
ALTER TABLE referrals ADD COLUMN found TEXT NOT NULL DEFAULT 'nothing' CHECK (found IN ('nothing', 'waiting', 'place'));
ALTER TABLE referrals ADD COLUMN adults INTEGER NOT NULL DEFAULT 0 CHECK (adults BETWEEN 0 AND 50);
ALTER TABLE referrals ADD COLUMN children INTEGER NOT NULL DEFAULT 0 CHECK (children >= 0);
CREATE UNIQUE INDEX referrals_once ON referrals (statement_id, session_id) WHERE withdrawn_at IS NULL;
CREATE TABLE possible_duplicates (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  other_family_id TEXT NOT NULL REFERENCES families (id),
  found_at TIMESTAMP NOT NULL,
  dismissed_at TIMESTAMP,
  dismissed_by TEXT REFERENCES accounts (id),
  child_id TEXT REFERENCES children (id),
  other_child_id TEXT REFERENCES children (id),
  CHECK ((child_id IS NULL AND other_child_id IS NULL AND family_id < other_family_id)
    OR (child_id < other_child_id AND family_id = other_family_id))
);
CREATE UNIQUE INDEX possible_duplicates_once ON possible_duplicates (family_id, other_family_id, COALESCE(child_id, ''), COALESCE(other_child_id, ''));
CREATE INDEX possible_duplicates_other ON possible_duplicates (other_family_id);

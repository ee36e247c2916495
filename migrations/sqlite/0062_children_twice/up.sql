-- Two children of one household may be one, and are joined like two of two households.
CREATE TABLE duplicates_before AS SELECT id, family_id, other_family_id, found_at, dismissed_at, dismissed_by FROM possible_duplicates;
DROP TABLE possible_duplicates;
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
INSERT INTO possible_duplicates (id, family_id, other_family_id, found_at, dismissed_at, dismissed_by) SELECT id, family_id, other_family_id, found_at, dismissed_at, dismissed_by FROM duplicates_before;
DROP TABLE duplicates_before;
CREATE TABLE joins_before AS SELECT * FROM record_joins;
CREATE TABLE moves_before AS SELECT * FROM record_join_moves;
DROP TABLE record_join_moves;
DROP TABLE record_joins;
CREATE TABLE record_joins (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('families', 'children')),
  kept_family_id TEXT NOT NULL REFERENCES families (id),
  other_family_id TEXT NOT NULL REFERENCES families (id),
  joined_at TIMESTAMP NOT NULL,
  joined_by TEXT,
  undone_at TIMESTAMP,
  undone_by TEXT,
  CHECK (kept_family_id <> other_family_id OR kind = 'children')
);
CREATE INDEX record_joins_kept ON record_joins (kept_family_id);
CREATE INDEX record_joins_other ON record_joins (other_family_id);
CREATE TABLE record_join_moves (
  join_id TEXT NOT NULL REFERENCES record_joins (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  value_before TEXT,
  value_after TEXT,
  PRIMARY KEY (join_id, position)
);
INSERT INTO record_joins SELECT * FROM joins_before;
INSERT INTO record_join_moves SELECT * FROM moves_before WHERE join_id IN (SELECT id FROM joins_before);
DROP TABLE joins_before;
DROP TABLE moves_before;

CREATE TABLE search_keys (
  search_key TEXT NOT NULL,
  family_id TEXT NOT NULL REFERENCES families (id),
  PRIMARY KEY (search_key, family_id)
);
CREATE INDEX search_keys_family ON search_keys (family_id, search_key);
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

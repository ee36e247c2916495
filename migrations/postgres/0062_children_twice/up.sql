-- Two children of one household may be one, and are joined like two of two households.
ALTER TABLE possible_duplicates DROP CONSTRAINT possible_duplicates_check;
ALTER TABLE possible_duplicates DROP CONSTRAINT possible_duplicates_family_id_other_family_id_key;
ALTER TABLE possible_duplicates ADD COLUMN child_id TEXT REFERENCES children (id);
ALTER TABLE possible_duplicates ADD COLUMN other_child_id TEXT REFERENCES children (id);
ALTER TABLE possible_duplicates ADD CONSTRAINT possible_duplicates_check
  CHECK ((child_id IS NULL AND other_child_id IS NULL AND family_id < other_family_id)
    OR (child_id < other_child_id AND family_id = other_family_id));
CREATE UNIQUE INDEX possible_duplicates_once ON possible_duplicates (family_id, other_family_id, COALESCE(child_id, ''), COALESCE(other_child_id, ''));
ALTER TABLE record_joins DROP CONSTRAINT record_joins_check;
ALTER TABLE record_joins ADD CONSTRAINT record_joins_check
  CHECK (kept_family_id <> other_family_id OR kind = 'children');

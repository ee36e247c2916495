-- Of one household nothing is kept: the tables below have no place for it.
DELETE FROM record_join_moves WHERE join_id IN (SELECT id FROM record_joins WHERE kept_family_id = other_family_id);
DELETE FROM record_joins WHERE kept_family_id = other_family_id;
ALTER TABLE record_joins DROP CONSTRAINT record_joins_check;
ALTER TABLE record_joins ADD CONSTRAINT record_joins_check CHECK (kept_family_id <> other_family_id);
DELETE FROM possible_duplicates WHERE family_id = other_family_id;
DROP INDEX possible_duplicates_once;
ALTER TABLE possible_duplicates DROP CONSTRAINT possible_duplicates_check;
ALTER TABLE possible_duplicates DROP COLUMN child_id;
ALTER TABLE possible_duplicates DROP COLUMN other_child_id;
ALTER TABLE possible_duplicates ADD CONSTRAINT possible_duplicates_family_id_other_family_id_key
  UNIQUE (family_id, other_family_id);
ALTER TABLE possible_duplicates ADD CONSTRAINT possible_duplicates_check CHECK (family_id < other_family_id);

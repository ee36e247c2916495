-- A search reads the keys that begin with what was typed as one range, so they stand in the order of
-- the codes of their letters. On SQLite all text does.
ALTER TABLE search_keys ALTER COLUMN search_key TYPE TEXT COLLATE "C";

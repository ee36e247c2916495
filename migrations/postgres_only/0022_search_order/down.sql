ALTER TABLE search_keys ALTER COLUMN search_key TYPE TEXT COLLATE "default";

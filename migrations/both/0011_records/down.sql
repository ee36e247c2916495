DROP TABLE record_join_moves;
DROP TABLE record_joins;
DROP TABLE search_keys;

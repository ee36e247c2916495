DROP TABLE feed_references;
DROP TABLE feed_lines;
DROP TABLE feed_runs;
DROP TABLE feed_mappings;
DROP TABLE agreements;

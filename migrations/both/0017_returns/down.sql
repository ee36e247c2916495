DROP TABLE returns_sent;
DROP TABLE returns;

DELETE FROM generations WHERE name = 'languages';
DROP TABLE translations;
DROP TABLE languages;
ALTER TABLE outbox DROP COLUMN language;
ALTER TABLE carers DROP COLUMN language;

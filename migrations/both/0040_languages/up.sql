-- The language a carer is written to in, and that of a message to somebody without a record.
ALTER TABLE carers ADD COLUMN language TEXT CHECK (length(language) BETWEEN 2 AND 20);
ALTER TABLE outbox ADD COLUMN language TEXT CHECK (length(language) BETWEEN 2 AND 20);
-- Languages that an administrator added to those the program brings.
CREATE TABLE languages (
    tag TEXT NOT NULL PRIMARY KEY CHECK (length(tag) BETWEEN 2 AND 20),
    own_name TEXT NOT NULL CHECK (length(own_name) BETWEEN 1 AND 60),
    added_by TEXT REFERENCES accounts (id),
    added_at TIMESTAMP NOT NULL
);
-- Texts that a person corrected or confirmed, laid over those the program brings. Each holds the
-- English that it translates: when that changes, nobody has confirmed it any more.
CREATE TABLE translations (
    language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    text_key TEXT NOT NULL CHECK (length(text_key) BETWEEN 1 AND 80),
    said TEXT NOT NULL CHECK (length(said) BETWEEN 1 AND 4000),
    english TEXT NOT NULL CHECK (length(english) BETWEEN 1 AND 4000),
    written_by TEXT REFERENCES accounts (id),
    written_at TIMESTAMP NOT NULL,
    confirmed_by TEXT CHECK (length(confirmed_by) BETWEEN 1 AND 120),
    confirmed_at TIMESTAMP,
    PRIMARY KEY (language, text_key),
    CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
-- Moves with every change of either, so that one small read tells a process to read them again.
INSERT INTO generations (name, number) VALUES ('languages', 1);

CREATE TABLE card_keys (
  kid TEXT PRIMARY KEY,
  public_key TEXT NOT NULL,
  wrapped_key TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE TABLE centre_offers (
  centre_id TEXT PRIMARY KEY REFERENCES centres (id),
  text_lines TEXT NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
CREATE TABLE notices (
  version INTEGER NOT NULL CHECK (version >= 1),
  language TEXT NOT NULL CHECK (language = lower(language)),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  card_text TEXT NOT NULL,
  written_at TIMESTAMP NOT NULL,
  confirmed_by TEXT,
  confirmed_at TIMESTAMP,
  PRIMARY KEY (version, language),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);

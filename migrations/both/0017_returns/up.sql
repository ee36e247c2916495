CREATE TABLE returns (
  id TEXT PRIMARY KEY,
  preset TEXT CHECK (preset IN ('quarterly')),
  centre_id TEXT REFERENCES centres (id),
  as_at DATE NOT NULL,
  asked TEXT NOT NULL,
  report TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  frozen_at TIMESTAMP NOT NULL,
  frozen_by TEXT
);
CREATE INDEX returns_as_at ON returns (as_at);
CREATE TABLE returns_sent (
  return_id TEXT NOT NULL REFERENCES returns (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  sent_to TEXT NOT NULL,
  sent_on DATE NOT NULL,
  recorded_at TIMESTAMP NOT NULL,
  recorded_by TEXT,
  PRIMARY KEY (return_id, position)
);

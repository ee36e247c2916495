-- How a session was, said by the families that came: one answer for each, of which the words are kept
-- apart, because they are read by few and purged soon.
CREATE TABLE feedback (
  id TEXT PRIMARY KEY,
  family_id TEXT NOT NULL REFERENCES families (id),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  good BOOLEAN NOT NULL,
  answered_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX feedback_once ON feedback (family_id, session_id);
CREATE INDEX feedback_session ON feedback (session_id);
CREATE TABLE feedback_texts (
  id TEXT PRIMARY KEY,
  feedback_id TEXT NOT NULL REFERENCES feedback (id),
  said TEXT NOT NULL CHECK (length(said) BETWEEN 1 AND 300),
  written_at TIMESTAMP NOT NULL,
  read_by DATE NOT NULL,
  kept_until DATE NOT NULL,
  read_at TIMESTAMP,
  reader_id TEXT REFERENCES accounts (id),
  finding TEXT CHECK (finding IN ('nothing', 'follow_up', 'concern')),
  done_at TIMESTAMP,
  CHECK ((read_at IS NULL) = (finding IS NULL)),
  CHECK (done_at IS NULL OR finding IN ('follow_up', 'concern'))
);
CREATE UNIQUE INDEX feedback_texts_unread ON feedback_texts (feedback_id) WHERE read_at IS NULL;
CREATE INDEX feedback_texts_of ON feedback_texts (feedback_id);
CREATE INDEX feedback_texts_kept ON feedback_texts (kept_until);
-- When a carer was last asked: she is asked at most once in a fortnight.
CREATE TABLE feedback_asked (
  carer_id TEXT PRIMARY KEY,
  asked_at TIMESTAMP NOT NULL
);
-- What a centre changed because of what families said, in its own words.
CREATE TABLE you_said (
  id TEXT PRIMARY KEY,
  centre_id TEXT NOT NULL REFERENCES centres (id),
  said TEXT NOT NULL CHECK (length(said) BETWEEN 1 AND 200),
  did TEXT NOT NULL CHECK (length(did) BETWEEN 1 AND 300),
  dated_on DATE NOT NULL,
  made_by TEXT REFERENCES accounts (id),
  made_at TIMESTAMP NOT NULL,
  version BIGINT NOT NULL
);
CREATE INDEX you_said_centre ON you_said (centre_id, dated_on);

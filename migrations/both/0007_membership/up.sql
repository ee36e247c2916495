CREATE TABLE memberships (
  number TEXT PRIMARY KEY CHECK (length(number) = 8),
  family_id TEXT NOT NULL UNIQUE REFERENCES families (id),
  status TEXT NOT NULL CHECK (status IN ('listed', 'member', 'opted_out', 'ended')),
  status_at TIMESTAMP NOT NULL,
  joined_on DATE,
  listed_on DATE,
  tell_by DATE,
  told_at TIMESTAMP,
  told_how TEXT CHECK (told_how IN ('mail', 'letter', 'in_person')),
  ended_why TEXT CHECK (ended_why IN ('aged_out', 'opted_out', 'moved_away', 'silenced', 'joined')),
  renewed_on DATE,
  card_issue INTEGER NOT NULL DEFAULT 1 CHECK (card_issue >= 1),
  notice_version INTEGER,
  notice_language TEXT,
  notice_shown_at TIMESTAMP,
  details_confirmed_at TIMESTAMP,
  CHECK (status <> 'member' OR joined_on IS NOT NULL),
  CHECK (status <> 'listed' OR (listed_on IS NOT NULL AND tell_by IS NOT NULL)),
  CHECK ((status IN ('opted_out', 'ended')) = (ended_why IS NOT NULL)),
  CHECK ((status = 'opted_out') = (ended_why IS NOT NULL AND ended_why = 'opted_out')),
  CHECK ((notice_version IS NULL) = (notice_language IS NULL)),
  CHECK ((notice_version IS NULL) = (notice_shown_at IS NULL))
);
CREATE INDEX memberships_to_tell ON memberships (tell_by) WHERE status = 'listed';
CREATE TABLE suppressions (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  until DATE NOT NULL,
  made_at TIMESTAMP NOT NULL,
  UNIQUE (set_id, hash)
);
CREATE INDEX suppressions_hash ON suppressions (hash);
CREATE INDEX suppressions_until ON suppressions (until);

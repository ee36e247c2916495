CREATE TABLE renewals (
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  age INTEGER NOT NULL CHECK (age >= 1 AND age < 5),
  due_on DATE NOT NULL,
  centre_id TEXT REFERENCES centres (id),
  renewed_at TIMESTAMP NOT NULL,
  PRIMARY KEY (family_id, child_id, age)
);
CREATE INDEX renewals_due ON renewals (due_on);
CREATE TABLE birthday_cards (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('birthday', 'farewell')),
  family_id TEXT NOT NULL REFERENCES families (id),
  child_id TEXT NOT NULL REFERENCES children (id),
  age INTEGER NOT NULL,
  due_on DATE NOT NULL,
  centre_id TEXT REFERENCES centres (id),
  channel TEXT NOT NULL CHECK (channel IN ('email', 'text', 'print', 'none')),
  why TEXT NOT NULL,
  carer_id TEXT REFERENCES carers (id),
  made_at TIMESTAMP NOT NULL,
  printed_at TIMESTAMP,
  printed_by TEXT,
  undelivered_at TIMESTAMP,
  undelivered_why TEXT,
  found_at TIMESTAMP,
  CHECK (kind <> 'birthday' OR (age >= 1 AND age < 5)),
  CHECK ((channel IN ('email', 'text')) = (carer_id IS NOT NULL)),
  CHECK ((undelivered_at IS NULL) = (undelivered_why IS NULL))
);
CREATE UNIQUE INDEX birthday_cards_one_a_year ON birthday_cards (child_id, age) WHERE kind = 'birthday';
CREATE UNIQUE INDEX birthday_cards_one_farewell ON birthday_cards (family_id, due_on) WHERE kind = 'farewell';
CREATE INDEX birthday_cards_due ON birthday_cards (due_on, centre_id);
CREATE INDEX birthday_cards_lost ON birthday_cards (family_id) WHERE undelivered_at IS NOT NULL AND found_at IS NULL;
CREATE TABLE birthday_decisions (
  id TEXT PRIMARY KEY,
  channel TEXT NOT NULL CHECK (channel IN ('email', 'text')),
  why TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_on DATE NOT NULL,
  recorded_by TEXT,
  recorded_at TIMESTAMP NOT NULL,
  ended_at TIMESTAMP
);
CREATE UNIQUE INDEX birthday_decisions_live ON birthday_decisions (channel) WHERE ended_at IS NULL;
CREATE INDEX outbox_dead ON outbox (kind) WHERE state = 'dead';

-- Cards that are printed before anybody knows whose they will be. Their numbers begin with 9, and no
-- number drawn for a membership does from now on; a number is given once.
CREATE TABLE blank_cards (
  number TEXT PRIMARY KEY CHECK (length(number) = 8 AND number LIKE '9%'),
  partner_id TEXT NOT NULL REFERENCES partners (id),
  team TEXT,
  made_by TEXT NOT NULL REFERENCES accounts (id),
  made_at TIMESTAMP NOT NULL,
  statement_id TEXT REFERENCES statements (id),
  given_by TEXT REFERENCES accounts (id),
  given_at TIMESTAMP,
  card_issue INTEGER CHECK (card_issue >= 1),
  CHECK ((given_at IS NULL) = (statement_id IS NULL)),
  CHECK ((given_at IS NULL) = (given_by IS NULL)),
  CHECK ((given_at IS NULL) = (card_issue IS NULL))
);
CREATE INDEX blank_cards_team ON blank_cards (partner_id, number);

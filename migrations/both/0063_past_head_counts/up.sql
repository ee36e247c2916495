-- How many came to what was held before these registers: of a day, a title and a place, naming
-- nobody. A row is added and withdrawn, and never changed otherwise.
CREATE TABLE past_head_counts (
  id TEXT PRIMARY KEY,
  run_id TEXT NOT NULL REFERENCES feed_runs (id),
  centre_id TEXT NOT NULL REFERENCES centres (id),
  activity_id TEXT REFERENCES activities (id),
  title TEXT NOT NULL CHECK (title <> ''),
  venue TEXT,
  on_day DATE NOT NULL,
  starts TEXT,
  adults INTEGER NOT NULL CHECK (adults BETWEEN 0 AND 10000),
  children INTEGER NOT NULL CHECK (children BETWEEN 0 AND 10000),
  reference TEXT NOT NULL,
  recorded_at TIMESTAMP NOT NULL,
  withdrawn_at TIMESTAMP CHECK (withdrawn_at >= recorded_at),
  CHECK (adults + children > 0)
);
CREATE UNIQUE INDEX past_head_counts_known ON past_head_counts (centre_id, reference) WHERE withdrawn_at IS NULL;
CREATE INDEX past_head_counts_day ON past_head_counts (on_day, centre_id);

CREATE TABLE monthly_counts (
  id TEXT PRIMARY KEY,
  counted TEXT NOT NULL CHECK (counted IN ('births', 'workless_households')),
  month DATE NOT NULL,
  lsoa TEXT,
  centre_id TEXT REFERENCES centres (id),
  number INTEGER NOT NULL CHECK (number >= 0),
  partner_id TEXT REFERENCES partners (id),
  sent_at TIMESTAMP NOT NULL,
  CHECK ((lsoa IS NULL) <> (centre_id IS NULL)),
  CHECK (counted = 'births' OR lsoa IS NOT NULL)
);
CREATE UNIQUE INDEX monthly_counts_once ON monthly_counts (counted, month, coalesce(lsoa, ''), coalesce(centre_id, ''), coalesce(partner_id, ''));

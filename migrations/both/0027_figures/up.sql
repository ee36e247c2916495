ALTER TABLE target_groups ADD COLUMN stated_of TEXT NOT NULL DEFAULT 'household' CHECK (stated_of IN ('household', 'child'));
UPDATE target_groups SET stated_of = 'child' WHERE derived = 'age' OR code IN ('send_child', 'cp_plan', 'cin_plan', 'looked_after', 'eligible_two');
ALTER TABLE family_groups ADD COLUMN child_id TEXT REFERENCES children (id);
DROP INDEX family_groups_live;
CREATE UNIQUE INDEX family_groups_live ON family_groups (family_id, group_code, coalesce(partner_id, ''), coalesce(child_id, '')) WHERE ended_at IS NULL;
CREATE INDEX family_groups_child ON family_groups (child_id) WHERE child_id IS NOT NULL;
ALTER TABLE referral_groups ADD COLUMN child_id TEXT REFERENCES children (id);
CREATE INDEX referral_groups_child ON referral_groups (child_id) WHERE child_id IS NOT NULL;
-- What the organisation has set, and how it was before: a version ends where the next one begins.
CREATE TABLE settings (
  name TEXT NOT NULL,
  version BIGINT NOT NULL CHECK (version > 0),
  value TEXT NOT NULL,
  set_by TEXT,
  held_until TIMESTAMP,
  PRIMARY KEY (name, version),
  CHECK (name <> 'reach' OR (
    coalesce(CAST(json_extract(value, '$.threshold') AS INTEGER), 0) BETWEEN 1 AND 50
    AND coalesce(CAST(json_extract(value, '$.window_months') AS INTEGER), 0) BETWEEN 1 AND 60
    AND coalesce(CAST(json_extract(value, '$.target_percent') AS INTEGER), 0) BETWEEN 1 AND 100
    AND coalesce(CAST(json_extract(value, '$.deprived_decile') AS INTEGER), 0) BETWEEN 1 AND 10
    AND coalesce(CAST(json_extract(value, '$.protect_seconds') AS INTEGER), -1) BETWEEN 0 AND 600
    AND coalesce(json_extract(value, '$.style'), '') IN ('ofsted', 'scotland', 'own')
    AND coalesce(json_extract(value, '$.age_bands'), '') IN ('months', 'years')
    AND (json_extract(value, '$.style') <> 'own' OR json_extract(value, '$.own_words') IS NOT NULL)
  )),
  CHECK (name <> 'attendance' OR (
    json_extract(value, '$.not_coming.on') IS NOT NULL
    AND coalesce(CAST(json_extract(value, '$.not_coming.missed') AS INTEGER), 0) BETWEEN 2 AND 20
    AND coalesce(CAST(json_extract(value, '$.not_coming.weeks') AS INTEGER), 0) BETWEEN 1 AND 52
    AND coalesce(CAST(json_extract(value, '$.incomplete_days') AS INTEGER), 0) BETWEEN 1 AND 30
  ))
);
CREATE UNIQUE INDEX settings_current ON settings (name) WHERE held_until IS NULL;

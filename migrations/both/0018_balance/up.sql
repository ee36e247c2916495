CREATE TABLE reach_settings (
  name TEXT PRIMARY KEY CHECK (name = 'organisation'),
  threshold INTEGER NOT NULL CHECK (threshold >= 1 AND threshold <= 50),
  window_months INTEGER NOT NULL CHECK (window_months >= 1 AND window_months <= 60),
  target_percent INTEGER NOT NULL CHECK (target_percent >= 1 AND target_percent <= 100),
  style TEXT NOT NULL CHECK (style IN ('ofsted', 'scotland', 'own')),
  own_words TEXT,
  age_bands TEXT NOT NULL CHECK (age_bands IN ('months', 'years')),
  deprived_decile INTEGER NOT NULL CHECK (deprived_decile >= 1 AND deprived_decile <= 10),
  strict BOOLEAN NOT NULL,
  version BIGINT NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK (style <> 'own' OR own_words IS NOT NULL)
);
INSERT INTO reach_settings (name, threshold, window_months, target_percent, style, age_bands, deprived_decile, strict) VALUES ('organisation', 3, 12, 65, 'ofsted', 'months', 3, FALSE);
CREATE TABLE workless_baselines (
  id TEXT PRIMARY KEY,
  month DATE NOT NULL,
  lsoa TEXT NOT NULL,
  households INTEGER NOT NULL CHECK (households >= 0),
  partner_id TEXT REFERENCES partners (id),
  sent_at TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX workless_baselines_once ON workless_baselines (month, lsoa, coalesce(partner_id, ''));

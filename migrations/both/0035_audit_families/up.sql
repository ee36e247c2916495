-- Whose log a line stands in. The line itself says it too, under its seal.
CREATE TABLE audit_families (
  family_id TEXT NOT NULL,
  audit_id TEXT NOT NULL REFERENCES audit (id) ON DELETE CASCADE,
  PRIMARY KEY (family_id, audit_id)
);

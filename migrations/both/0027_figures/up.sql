ALTER TABLE target_groups ADD COLUMN stated_of TEXT NOT NULL DEFAULT 'household' CHECK (stated_of IN ('household', 'child'));
UPDATE target_groups SET stated_of = 'child' WHERE derived = 'age' OR code IN ('send_child', 'cp_plan', 'cin_plan', 'looked_after', 'eligible_two');
ALTER TABLE family_groups ADD COLUMN child_id TEXT REFERENCES children (id);
DROP INDEX family_groups_live;
CREATE UNIQUE INDEX family_groups_live ON family_groups (family_id, group_code, coalesce(partner_id, ''), coalesce(child_id, '')) WHERE ended_at IS NULL;
CREATE INDEX family_groups_child ON family_groups (child_id) WHERE child_id IS NOT NULL;
ALTER TABLE referral_groups ADD COLUMN child_id TEXT REFERENCES children (id);
CREATE INDEX referral_groups_child ON referral_groups (child_id) WHERE child_id IS NOT NULL;
ALTER TABLE reach_settings DROP COLUMN strict;
CREATE TABLE past_settings (
  what TEXT NOT NULL,
  held_until TIMESTAMP NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (what, held_until)
);

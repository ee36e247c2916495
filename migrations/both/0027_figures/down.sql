DROP TABLE settings;
DROP INDEX referral_groups_child;
ALTER TABLE referral_groups DROP COLUMN child_id;
DROP INDEX family_groups_child;
DROP INDEX family_groups_live;
CREATE UNIQUE INDEX family_groups_live ON family_groups (family_id, group_code, coalesce(partner_id, '')) WHERE ended_at IS NULL;
ALTER TABLE family_groups DROP COLUMN child_id;
ALTER TABLE target_groups DROP COLUMN stated_of;

DROP TABLE possible_duplicates;
DROP INDEX referrals_once;
ALTER TABLE referrals DROP COLUMN children;
ALTER TABLE referrals DROP COLUMN adults;
ALTER TABLE referrals DROP COLUMN found;
ALTER TABLE referrals DROP COLUMN answered;
ALTER TABLE referrals DROP COLUMN statement_id;
DROP TABLE statement_children;
DROP TABLE statements;
-- Tasks of another kind.
DELETE FROM tasks WHERE kind = 'restricted_met';
ALTER TABLE tasks DROP CONSTRAINT tasks_kind_check;
ALTER TABLE tasks ADD CONSTRAINT tasks_kind_check CHECK (kind IN ('ring_offer', 'ring_news', 'two_families', 'not_reached', 'interpreter', 'confirm_birth', 'child_silenced', 'address_differs', 'contact_not_confirmed', 'not_coming', 'register_incomplete'));

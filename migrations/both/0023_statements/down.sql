DROP TABLE possible_duplicates;
DROP INDEX referrals_once;
ALTER TABLE referrals DROP COLUMN children;
ALTER TABLE referrals DROP COLUMN adults;
ALTER TABLE referrals DROP COLUMN found;
ALTER TABLE referrals DROP COLUMN answered;
ALTER TABLE referrals DROP COLUMN statement_id;
DROP TABLE statement_children;
DROP TABLE statements;

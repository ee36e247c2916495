ALTER TABLE memberships DROP COLUMN registered_on;

ALTER TABLE memberships ADD COLUMN registered_on DATE;

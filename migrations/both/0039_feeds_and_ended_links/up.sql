-- A carer's calendar feed is kept as a sign-in is, under the hash of its secret, but opens nothing
-- more than the calendar. And when staff last ended a carer's access: no link of the family that was
-- made before works any more.
ALTER TABLE auth_sessions ADD COLUMN opens TEXT NOT NULL DEFAULT 'record' CHECK (opens IN ('record', 'feed'));
ALTER TABLE families ADD COLUMN links_ended_at TIMESTAMP;

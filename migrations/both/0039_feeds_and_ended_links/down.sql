DELETE FROM auth_sessions WHERE opens = 'feed';
ALTER TABLE families DROP COLUMN links_ended_at;
ALTER TABLE auth_sessions DROP COLUMN opens;

-- An index over part of a table is of no use where that part is named by a value that is sent with
-- the statement: SQLite reads through the table, and PostgreSQL plans the statement each time.
DROP INDEX booking_sessions_family;
CREATE INDEX booking_sessions_family ON booking_sessions (family_id, holds);
CREATE INDEX booking_sessions_session ON booking_sessions (session_id, holds);
CREATE INDEX offers_booking ON offers (booking_id, state);
CREATE INDEX referrals_session ON referrals (session_id);
CREATE INDEX tasks_offer ON tasks (offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX contacts_session ON contacts (session_id) WHERE session_id IS NOT NULL;

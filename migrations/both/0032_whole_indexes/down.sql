DROP INDEX contacts_session;
DROP INDEX tasks_offer;
DROP INDEX referrals_session;
DROP INDEX offers_booking;
DROP INDEX booking_sessions_session;
DROP INDEX booking_sessions_family;
CREATE INDEX booking_sessions_family ON booking_sessions (family_id) WHERE holds <> 'none';

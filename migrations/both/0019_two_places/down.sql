DROP INDEX tasks_one_two_places;
ALTER TABLE tasks DROP COLUMN other_booking_id;

ALTER TABLE tasks ADD COLUMN other_booking_id TEXT REFERENCES bookings (id);
CREATE UNIQUE INDEX tasks_one_two_places ON tasks (booking_id, other_booking_id) WHERE kind = 'two_families' AND done_at IS NULL;

ALTER TABLE bookings DROP COLUMN undo_until;

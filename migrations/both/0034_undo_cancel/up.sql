-- A family that cancels by mistake may take it back for some minutes.
ALTER TABLE bookings ADD COLUMN undo_until TIMESTAMP;

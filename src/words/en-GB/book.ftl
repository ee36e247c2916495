# Booking a place, and joining.

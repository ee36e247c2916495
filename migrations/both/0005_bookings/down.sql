DROP TABLE tasks;
DROP TABLE alerts;
DROP TABLE referral_groups;
DROP TABLE referrals;
DROP TABLE offers;
DROP TABLE booking_children;
DROP TABLE booking_sessions;
DROP TABLE bookings;

//! The waiting list as staff see it: in order, with the reason for each position; moved by hand
//! only with a reason, and able to explain why one party is before another.

pub mod service;

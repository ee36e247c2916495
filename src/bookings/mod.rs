//! Bookings.

pub mod pages;
pub mod telling;

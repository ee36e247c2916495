//! Bookings.

pub mod pages;

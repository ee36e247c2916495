//! Courses, which are booked as one.

mod attendance;
mod book;

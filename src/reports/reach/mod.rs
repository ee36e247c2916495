//! The reach report: how many children live in a reach area, how many of them are members, are
//! seen, and are in sustained contact, whole and split; whether most of those who come are in a
//! target group; and how far the records behind it can be trusted.

pub mod measures;
pub mod render;
pub mod report;

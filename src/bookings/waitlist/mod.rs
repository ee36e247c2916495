//! The waiting list as staff see it: in order, with the reason for each place; moved by hand only
//! with a reason, and able to answer why somebody is before somebody else.

pub mod http;
pub mod service;

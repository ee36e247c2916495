//! Who came to which date of a course.

pub mod matrix;
pub mod service;
pub mod store;

//! The one line at the desk: a membership number, whole, or anything else a family is found by.

pub mod service;

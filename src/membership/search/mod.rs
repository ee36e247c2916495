//! The search box at the desk: a whole membership number, or anything else a family is found by.

pub mod service;

//! Marks of a register: taken, kept in order, and what they count.

pub mod service;
pub mod store;

//! Marks of a register: taken, kept in order, and what they count.

pub(crate) mod service;
pub(crate) mod store;

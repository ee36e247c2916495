//! A pseudonymised extract for the analyst: one row per child, without name, address, birth date or
//! special category data. Nobody can be identified from it, and two extracts cannot be joined. The
//! log records who took it and why.

pub mod row;
pub mod service;

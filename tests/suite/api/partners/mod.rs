//! Partners and what was agreed with them.

pub mod agreements;

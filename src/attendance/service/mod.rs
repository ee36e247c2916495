//! What can be done with a register, one file for each.

pub mod complete;
pub mod keep;
pub mod party;
pub mod seen;
pub mod today;
pub mod walk_in;

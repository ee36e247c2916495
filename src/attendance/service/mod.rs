//! What can be done with a register, one file for each.

pub(crate) mod complete;
pub(crate) mod keep;
pub(crate) mod party;
pub(crate) mod seen;
pub(crate) mod today;
pub(crate) mod walk_in;

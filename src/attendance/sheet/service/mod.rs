//! The register on paper: printed, and typed in afterwards.

pub(crate) mod entry;
pub(crate) mod print;

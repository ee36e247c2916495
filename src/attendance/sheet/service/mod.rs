//! The register on paper: printed, and typed in afterwards.

pub mod entry;
pub mod print;

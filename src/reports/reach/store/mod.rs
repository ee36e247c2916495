//! Queries of the reach report, one file for each part.

pub mod bulk;
pub mod quality;
pub mod records;
pub mod rows;
pub mod sections;

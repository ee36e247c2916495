//! Queries of the reach report, one file for each part.

pub(crate) mod bulk;
pub(crate) mod quality;
pub(crate) mod records;
pub(crate) mod rows;
pub(crate) mod sections;

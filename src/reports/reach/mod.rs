//! The reach report: how many children live in a reach area; how many are members, seen, and in
//! sustained contact, in total and split; whether most attendances are by a target group; and how
//! reliable the records are.

pub mod asked;
pub(crate) mod cells;
pub(crate) mod count;
pub(crate) mod document;
pub mod fixed;
pub(crate) mod ground;
pub(crate) mod makeup;
pub(crate) mod measures;
pub(crate) mod met;
pub(crate) mod notes;
pub(crate) mod plan;
pub(crate) mod profile;
pub(crate) mod published;
pub(crate) mod quality;
pub(crate) mod quarterly;
pub(crate) mod records;
pub(crate) mod render;
pub mod report;
#[cfg(test)]
pub(crate) mod sample;
pub(crate) mod sections;
pub mod service;
pub(crate) mod store;
pub(crate) mod tables;
pub(crate) mod tally;
pub(crate) mod trend;

//! The reach report: how many children live in a reach area; how many are members, seen, and in
//! sustained contact, in total and split; whether most attendances are by a target group; and how
//! reliable the records are.

pub mod asked;
pub mod cells;
pub mod count;
pub mod drill_down;
pub mod fixed;
pub mod ground;
pub mod makeup;
pub mod measures;
pub mod met;
pub mod notes;
pub mod plan;
pub mod profile;
pub mod published;
pub mod quality;
pub mod quarterly;
pub mod records;
pub mod render;
pub mod report;
pub mod rounding;
#[cfg(test)]
pub mod sample;
pub mod sections;
pub mod service;
pub mod store;
pub mod tables;
pub mod tally;
pub mod trend;

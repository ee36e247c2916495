//! The reach report: how many children live in a reach area; how many are members, seen, and in
//! sustained contact, in total and split; whether most attendances are by a target group; and how
//! reliable the records are.

pub mod asked;
pub mod behind;
pub mod bulk_store;
pub mod cells;
pub mod count;
pub mod fixed;
pub mod ground;
pub mod ground_service;
pub mod makeup;
pub mod measures;
pub mod met;
pub mod notes;
pub mod plan;
pub mod profile;
pub mod published;
pub mod quality;
pub mod quality_store;
pub mod quarterly;
pub mod recipient_service;
pub mod records;
pub mod records_service;
pub mod records_store;
pub mod render;
pub mod report;
pub mod rows_service;
pub mod rows_store;
#[cfg(test)]
pub mod sample;
pub mod sections;
pub mod sections_service;
pub mod sections_store;
pub mod service;
pub mod tables;
pub mod tally;
pub mod trend;

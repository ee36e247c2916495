//! The reach report: how many children live in a reach area, how many of them are members, are
//! seen, and are in sustained contact, whole and split; whether most of those who come are in a
//! target group; and how far the records behind it can be trusted.

pub mod asked;
pub mod behind;
pub mod bulk_store;
pub mod cells;
pub mod count;
pub mod fixed;
pub mod ground;
pub mod ground_service;
pub mod http;
pub mod makeup;
pub mod measures;
pub mod met;
pub mod notes;
pub mod pages;
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
pub mod wire;

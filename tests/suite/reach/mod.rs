//! Reach: what is known of each child over time, and the figures counted from it.

mod groups;
mod history;
mod measure;
mod naive;
mod page;
mod programme;
mod report;
mod stage;

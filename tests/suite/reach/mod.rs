//! Reach: what is known of each child over time, and the figures counted from it.

mod figures;
mod groups;
mod history;
mod measure;
mod naive;
mod page;
mod past;
mod programme;
mod report;
mod small_counts;
mod stage;

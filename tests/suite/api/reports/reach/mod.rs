//! Reach: what is known of each child over time, and the figures counted from it.

mod against_naive;
mod as_known_then;
pub mod by_hand;
mod naive;
mod profiles;
mod programme;
mod small_counts;
pub mod stage;
pub mod versions;
mod what_is_counted;

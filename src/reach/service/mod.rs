//! What is known of children, kept as it changes.

pub mod history;

//! Reach: which children in a reach area are seen, which are in sustained contact, and whether
//! those who come are those who need it most. This folder holds the rules: what counts, which words
//! describe a figure, and what may be published.

pub mod balance;
pub mod baseline;
pub mod disclosure;
pub mod facts;
pub mod figure;
pub mod groups;
pub mod histories;
pub mod known;
pub mod proportion;
pub mod service;
pub mod settings;
pub mod standing;
pub mod sustained;
pub mod version;

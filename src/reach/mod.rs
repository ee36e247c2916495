//! Reach: which children in a reach area are seen, which are in sustained contact, and whether
//! those who come are those who need it most. This folder holds the rules: what counts, which words
//! describe a figure, and what may be published.

pub mod balance;
pub mod baseline_service;
pub mod baseline_store;
pub mod disclosure;
pub mod facts;
pub mod facts_store;
pub mod figure;
pub mod groups;
pub mod histories;
pub mod histories_service;
pub mod histories_store;
pub mod history_service;
pub mod known;
pub mod proportion;
pub mod settings;
pub mod settings_service;
pub mod settings_store;
pub mod standing;
pub mod sustained;
pub mod version;

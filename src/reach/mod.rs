//! Reach: which children in a reach area are seen, which are in sustained contact, and whether
//! those who come are those who need it most. This folder holds the rules: what counts, which words
//! describe a figure, and what may be published.

pub(crate) mod balance;
pub(crate) mod disclosure;
pub mod facts;
pub mod figure;
pub(crate) mod groups;
pub(crate) mod histories;
pub(crate) mod known;
pub(crate) mod proportion;
pub mod service;
pub(crate) mod settings;
pub(crate) mod standing;
pub(crate) mod sustained;
pub mod version;

//! The auditor checks one consistent state of the database for broken rules, and changes nothing.
//! It counts by itself and does not call the code that decides.

pub mod service;
pub(crate) mod store;

/// One rule broken by one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    pub rule: &'static str,
    pub subject: String,
    pub detail: String,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}: {}", self.rule, self.subject, self.detail)
    }
}

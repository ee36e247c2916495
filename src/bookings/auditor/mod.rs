//! The auditor: looks for what must never be, in one consistent state, and changes nothing. It
//! counts by itself and does not ask the code that decides.

pub mod service;
pub mod store;

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

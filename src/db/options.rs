//! How a database is opened.

use super::tx::Closing;
use std::time::Duration;

/// How to reach the database.
#[derive(Clone, Debug)]
pub struct Options {
    /// A path (or `sqlite://path`), or `postgres://…`.
    pub url: String,
    pub pool_size: u32,
    /// PostgreSQL: no statement runs longer.
    pub statement_timeout_ms: u32,
    /// Nothing can be written, whatever is tried.
    pub read_only: bool,
    /// The key of what is kept only as a keyed hash; without one nothing is hashed or looked up.
    pub hash_key: Option<[u8; 32]>,
    /// What to do at the end of each transaction that touched somebody.
    pub closing: Option<Closing>,
    pub waiting: Waiting,
    /// Whether something is set that sends text messages.
    pub sends_texts: bool,
}

/// How many requests may wait to write, and for how long, before they are refused.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    pub most: usize,
    pub longest: Duration,
}

impl Default for Waiting {
    fn default() -> Waiting {
        Waiting { most: 1_000, longest: Duration::from_secs(10) }
    }
}

impl Options {
    pub fn new(url: impl Into<String>) -> Options {
        Options {
            url: url.into(),
            pool_size: 10,
            statement_timeout_ms: 10_000,
            read_only: false,
            hash_key: None,
            closing: None,
            waiting: Waiting::default(),
            sends_texts: false,
        }
    }
}

//! What every request shares, built the same way by the command line and by tests.

use crate::db::Store;
use crate::id::AuthSessionId;
use crate::mail::words::Letterhead;
use crate::moment::Moment;
use std::sync::Arc;

/// Reads access tokens.
pub trait Tokens: Send + Sync {
    /// The sign-in session an access token was given for, where signature and time hold.
    fn session(&self, bearer: &str, now: Moment) -> Option<AuthSessionId>;
}

#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub tokens: Arc<dyn Tokens>,
    /// What stands at the head of pages and mails, and signs their links.
    pub head: Arc<Letterhead>,
}

//! What every request shares.

use super::bounds::Bounds;
use crate::access::Act;
use crate::access::service::Gate;
use crate::base::fault::Result;
use crate::base::id::{AuthSessionId, FamilyId};
use crate::base::moment::Moment;
use crate::config::{CallbackToken, Look, Network, Origin, Price};
use crate::db::{Store, Tx};
use crate::mail::words::Letterhead;
use actix_web::http::Uri;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::sync::Arc;
use std::time::Duration;

/// Reads access tokens.
pub trait Tokens: Send + Sync {
    /// The sign-in session an access token was given for, where signature and time hold.
    fn session(&self, bearer: &str, now: Moment) -> Option<AuthSessionId>;

    /// The same where only the signature holds: it opens nothing.
    fn past_session(&self, bearer: &str) -> Option<AuthSessionId>;
}

impl Tokens for Gate {
    fn session(&self, bearer: &str, now: Moment) -> Option<AuthSessionId> {
        self.claims(bearer, now).map(|claims| claims.sid)
    }

    fn past_session(&self, bearer: &str) -> Option<AuthSessionId> {
        self.tokens.signed(&self.ring(), bearer).ok().map(|claims| claims.sid)
    }
}

#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub tokens: Arc<dyn Tokens>,
    /// What stands at the head of pages and mails, and signs their links.
    pub head: Arc<Letterhead>,
    /// Signs people in.
    pub gate: Arc<Gate>,
    pub http: Arc<Http>,
    /// What the kit asks of the calls it carries.
    pub calls: &'static dyn Calls,
}

/// What the configuration says about requests.
pub struct Http {
    /// Whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// The largest body, in bytes.
    pub body_limit: usize,
    /// How long a body may take before it must keep a pace.
    pub body_grace: Duration,
    /// Where families reach the service.
    pub public_url: String,
    /// How long after its arrival to answer a request whose timing must reveal nothing.
    pub answer_after: TimeDelta,
    /// What the organisation adds to the style of pages.
    pub look: Look,
    /// Who may show what's on in a frame.
    pub embed_origins: Vec<Origin>,
    /// What the service that carries texts shows, and what a part of a text costs.
    pub texts: TextAccess,
}

/// What calls about texts go by.
#[derive(Clone, Debug, Default)]
pub struct TextAccess {
    pub callback_token: Option<CallbackToken>,
    pub price: Price,
}

/// What the kit has to ask of the calls it carries: it knows none of them.
pub trait Calls: Sync {
    /// The bounds that the description gives to queries and bodies.
    fn bounds(&self) -> &Bounds;

    /// What is kept of an answer, by the pattern of its address.
    fn kept(&self, pattern: &str) -> Kept;

    /// Whether what an answer shows can be found again by its ids.
    fn is_found_again(&self, tx: &mut Tx, pattern: &str, answer: &Value) -> Result<bool>;

    /// Reads what was answered before, as the caller may see it now. `family` is that of the
    /// address; of a list all of its items are read.
    fn read_again(
        &self,
        tx: &mut Tx,
        pattern: &str,
        family: Option<&FamilyId>,
        ids: &Ids,
    ) -> Result<Again>;

    /// Whether the caller may still do this to the family of the address.
    fn allow_family(&self, tx: &mut Tx, act: Act, family: &FamilyId) -> Result<()>;
}

/// No id contains a NUL, and not every database accepts one in a query.
pub fn may_be_an_address(uri: &Uri) -> bool {
    !uri.path().contains("%00")
}

/// What is kept of an answer for the time it may be asked for again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Its ids: what they stand for is read again.
    Ids,
    /// All of it: it names nobody. Of a family's address the right to the family is asked again.
    Whole,
    /// Nothing: done again it comes to the same.
    Nothing,
}

/// Where what an answer shows is found again, in order.
#[derive(Serialize, Deserialize)]
pub struct Ids {
    pub ids: Vec<String>,
    /// Whether the answer is a list of them.
    pub list: bool,
}

/// An answer that is read again: its body, and its version.
pub type Again = (String, Option<i64>);

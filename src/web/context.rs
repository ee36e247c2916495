//! What every request shares.

use crate::access::service::Gate;
use crate::base::clock::Clock;
use crate::base::fault::Fault;
use crate::base::id::AuthSessionId;
use crate::base::moment::Moment;
use crate::config::{Config, Network};
use crate::db::Store;
use crate::mail::words::Letterhead;
use crate::paper;
use crate::serve::health::Readiness;
use crate::serve::wiring::{folders, furnish, keyed_options, letterhead, settings};
use actix_web::ResponseError;
use actix_web::http::Uri;
use actix_web::http::header::{ALLOW, HeaderValue};
use chrono::TimeDelta;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use utoipa_actix_web::service_config::ServiceConfig;

/// Reads access tokens.
pub trait Tokens: Send + Sync {
    /// The sign-in session an access token was given for, where signature and time hold.
    fn session(&self, bearer: &str, now: Moment) -> Option<AuthSessionId>;
}

impl Tokens for Gate {
    fn session(&self, bearer: &str, now: Moment) -> Option<AuthSessionId> {
        self.claims(bearer, now).map(|claims| claims.sid)
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
    pub readiness: Arc<Readiness>,
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
}

impl App {
    /// Opens the database, bringing its tables up to date, and the signing keys.
    pub fn open(config: &Config, clock: Clock) -> Result<App, String> {
        paper::look_in(config.fonts.clone());
        let said = |fault: Fault| fault.cause().unwrap_or_else(|| fault.detail()).to_owned();
        let store = Store::open(&keyed_options(&config.database, &config.key)?, clock)?;
        furnish(&store)
            .map_err(|fault| format!("The first lists cannot be written: {}.", said(fault)))?;
        let gate = Gate::open(&store, settings(config))
            .map_err(|fault| format!("The signing keys cannot be used: {}.", said(fault)))?;
        let http = Http {
            trusted_proxies: config.trusted_proxies.clone(),
            body_limit: config.limits.body,
            body_grace: config.limits.body_grace,
            public_url: config.public_url.clone(),
            answer_after: config.limits.answer_after,
        };
        let (http, head) = (Arc::new(http), Arc::new(letterhead(config)?));
        let readiness = Arc::new(Readiness::of(folders(config)));
        Ok(App { store, tokens: gate.clone(), head, gate, http, readiness })
    }
}

/// No id contains a NUL, and not every database accepts one in a query.
pub fn may_be_an_address(uri: &Uri) -> bool {
    !uri.path().contains("%00")
}

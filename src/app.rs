//! What every request shares, built the same way by the command line and by tests.

use crate::access::Actor;
use crate::access::attempts::Limit;
use crate::access::service::{Gate, Settings};
use crate::access::wrapping::WrappingKey;
use crate::clock::Clock;
use crate::config::{Config, Database, Network, Transport};
use crate::db::{Closing, Options, Store};
use crate::fault::Fault;
use crate::id::AuthSessionId;
use crate::mail::link::LinkKey;
use crate::mail::words::Letterhead;
use crate::moment::Moment;
use crate::paper;
use crate::web::health::Readiness;
use chrono::TimeDelta;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

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

/// Where the service writes besides PostgreSQL.
fn folders(config: &Config) -> Vec<PathBuf> {
    let mails = match &config.mail.transport {
        Transport::Folder(folder) => Some(folder.clone()),
        Transport::Smtp(_) => None,
    };
    config.database.folder().into_iter().chain(mails).collect()
}

/// What goes at the head of pages and mails, and the key of their links.
pub fn letterhead(config: &Config) -> Result<Letterhead, String> {
    Ok(Letterhead {
        organisation: config.organisation.clone(),
        public_url: config.public_url.trim_end_matches('/').to_owned(),
        links: LinkKey::new(config.key.derived("links").map_err(|fault| fault.to_string())?),
    })
}

/// Adds to a new database what every database starts with.
pub fn furnish(store: &Store) -> Result<(), Fault> {
    store.write(Actor::service(), crate::families::store::seed_groups)
}

/// Runs at the end of every transaction of the application: stores what is known of the children it
/// touched.
pub const CLOSING: Closing = crate::reach::history_service::close;

/// How the store opens what the configuration names.
pub fn options(database: &Database) -> Options {
    let mut options = Options { closing: Some(CLOSING), ..Options::new(database.url()) };
    if let Database::Postgres(postgres) = database {
        options.pool_size = postgres.pool_size;
        let timeout = postgres.statement_timeout.as_millis();
        options.statement_timeout_ms = u32::try_from(timeout).unwrap_or(u32::MAX);
    }
    options
}

/// The same, with the key for what is kept only as a keyed hash.
pub fn keyed_options(database: &Database, key: &WrappingKey) -> Result<Options, String> {
    let hash_key = key.derived("hashes").map_err(|fault| fault.to_string())?;
    Ok(Options { hash_key: Some(hash_key), ..options(database) })
}

fn settings(config: &Config) -> Settings {
    let window = config.limits.sign_in_window;
    Settings {
        issuer: config.public_url.clone(),
        wrapping: config.key.clone(),
        cost: config.password_cost,
        access: config.tokens.access,
        refresh: config.tokens.refresh,
        failures: Limit { failures: config.limits.sign_in_failures, window },
        failures_per_address: Limit {
            failures: config.limits.sign_in_failures_per_address,
            window,
        },
    }
}

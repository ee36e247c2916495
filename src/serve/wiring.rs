//! What every request shares, built from the configuration: the same way by the command line and by
//! tests.

use super::calls::Served;
use crate::access::Actor;
use crate::access::attempts::Limit;
use crate::access::service::{Gate, GateSettings};
use crate::access::wrapping::WrappingKey;
use crate::base::clock::Clock;
use crate::base::fault::Result;
use crate::config::{Config, Database, Transport};
use crate::db::{Closing, Options, Store};
use crate::mail::link::LinkKey;
use crate::mail::words::Letterhead;
use crate::paper;
use crate::web::{App, Http, TextAccess};
use std::path::PathBuf;
use std::sync::Arc;

/// Opens the database, bringing its tables up to date, and the signing keys.
pub fn open(config: &Config, clock: Clock) -> Result<App, String> {
    paper::look_in(config.fonts.clone());
    let mut options = keyed_options(&config.database, &config.key)?;
    options.waiting.most = config.limits.waiting;
    options.sends_texts = config.texts.carrier.is_some();
    let store = Store::open(&options, clock)?;
    seed(&store)
        .map_err(|fault| format!("The first lists cannot be written: {}.", fault.for_log()))?;
    let gate = Gate::open(&store, settings(config))
        .map_err(|fault| format!("The signing keys cannot be used: {}.", fault.for_log()))?;
    let http = Http {
        trusted_proxies: config.trusted_proxies.clone(),
        body_limit: config.limits.body,
        body_grace: config.limits.body_grace,
        public_url: config.public_url.clone(),
        answer_after: config.limits.answer_after,
        look: config.look.clone(),
        texts: TextAccess {
            callback_token: config.texts.callback_token.clone(),
            price: config.texts.price,
        },
        embed_origins: config.embed_origins.clone(),
    };
    let (http, head) = (Arc::new(http), Arc::new(letterhead(config)?));
    Ok(App { store, tokens: gate.clone(), head, gate, http, calls: &Served })
}

/// Where the service writes besides PostgreSQL.
pub fn folders(config: &Config) -> Vec<PathBuf> {
    let mails = match &config.mail.transport {
        Transport::Folder(folder) => Some(folder.clone()),
        Transport::Smtp(_) => None,
    };
    config.database.folder().into_iter().chain(mails).collect()
}

/// What stands at the head of pages and mails, and the key of their links.
pub fn letterhead(config: &Config) -> Result<Letterhead, String> {
    Ok(Letterhead {
        organisation: config.organisation.clone(),
        public_url: config.public_url.trim_end_matches('/').to_owned(),
        links: LinkKey::new(config.key.derived("links").map_err(|fault| fault.to_string())?),
    })
}

/// Puts into a new database what every one begins with.
pub fn seed(store: &Store) -> Result<()> {
    store.write(Actor::service(), crate::families::store::seed_groups)
}

/// What every transaction of the application ends with: what is known of children is kept.
pub const CLOSING: Closing = crate::reach::service::history::close;

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

/// The same with the key of what is kept only as a keyed hash.
pub fn keyed_options(database: &Database, key: &WrappingKey) -> Result<Options, String> {
    let hash_key = key.derived("hashes").map_err(|fault| fault.to_string())?;
    Ok(Options { hash_key: Some(hash_key), ..options(database) })
}

fn settings(config: &Config) -> GateSettings {
    let window = config.limits.sign_in_window;
    GateSettings {
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

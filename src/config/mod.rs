//! What an installation may decide, read from flags, the environment (`FIRSTPLACE_…`) and an
//! optional TOML file, in that order of precedence, and checked as a whole at start. A problem is
//! one sentence that names the setting and says what it should be; a secret is never printed.

pub(crate) mod database;
mod embed;
mod key;
pub(crate) mod look;
pub(crate) mod mail;
pub(crate) mod network;
pub(crate) mod sources;
pub(crate) mod texts;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use chrono::TimeDelta;

pub use database::Database;
pub use embed::Origin;
pub use key::make_folder;
pub use look::{Logo, Look};
pub use mail::{Mail, Transport};
pub use network::Network;
pub use sources::{ConfigSetting, SETTINGS, Sources, Wrong};
pub use texts::{CallbackToken, Price, TextCarrier, Texts};

use crate::access::passwords::Cost;
use crate::access::wrapping::WrappingKey;

/// Everything `serve` needs to know, complete and checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// The name families read at the head of pages and mails.
    pub organisation: String,
    /// Its colour and its logo.
    pub look: Look,
    /// Who may show what's on in a frame; nobody where it is empty.
    pub embed_origins: Vec<Origin>,
    pub database: Database,
    /// The folder for what is not in the database; with SQLite always there, and the file's own
    /// folder unless another is given.
    pub data: Option<PathBuf>,
    /// Fonts for scripts that Firstplace carries none for; without it, the machine's.
    pub fonts: Option<PathBuf>,
    pub listen: SocketAddr,
    /// Where families reach the service; no slash at its end.
    pub public_url: String,
    /// `X-Forwarded-For` is believed from these only.
    pub trusted_proxies: Vec<Network>,
    /// `/metrics` answers here and nowhere else; if not given, nowhere.
    pub metrics_listen: Option<SocketAddr>,
    pub key: WrappingKey,
    pub mail: Mail,
    pub texts: Texts,
    pub tokens: Lifetimes,
    pub password_cost: Cost,
    pub limits: ConfigLimits,
}

/// How long a sign-in lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lifetimes {
    /// An access token; at least 15 minutes.
    pub access: TimeDelta,
    /// A session that is not refreshed; each refresh starts the time again.
    pub refresh: TimeDelta,
}

impl Default for Lifetimes {
    fn default() -> Self {
        Self { access: TimeDelta::minutes(20), refresh: TimeDelta::days(30) }
    }
}

/// What a caller may not exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConfigLimits {
    /// The largest body of a request, in bytes.
    pub body: usize,
    /// How long a body may take before it must keep a pace.
    pub body_grace: Duration,
    /// Failed sign-ins of one account within `sign_in_window`, from one address or known browser.
    pub sign_in_failures: i32,
    /// Failed sign-ins from one address within `sign_in_window`, whatever the accounts.
    pub sign_in_failures_per_address: i32,
    pub sign_in_window: TimeDelta,
    /// How long after its arrival to answer a request whose timing must reveal nothing.
    pub answer_after: TimeDelta,
    /// How many requests that write may wait for their turn.
    pub waiting: usize,
    /// How long a request under way may take once the server is told to stop.
    pub shutdown: Duration,
}

impl Default for ConfigLimits {
    fn default() -> Self {
        Self {
            body: 256 * 1024,
            body_grace: Duration::from_secs(10),
            sign_in_failures: 10,
            sign_in_failures_per_address: 100,
            sign_in_window: TimeDelta::minutes(15),
            answer_after: TimeDelta::milliseconds(300),
            waiting: 1_000,
            shutdown: Duration::from_secs(30),
        }
    }
}

impl Config {
    /// Reads and checks everything; a data folder without a key gets one.
    pub fn load(sources: &Sources) -> Result<Self, Wrong> {
        let database = Database::load(sources)?;
        let data = sources.path("data").or_else(|| database.folder());
        let listen = sources.parsed("listen")?;
        let config = Self {
            organisation: sources.required("organisation")?,
            look: Look::load(sources)?,
            embed_origins: embed::origins(sources)?,
            data: data.clone(),
            fonts: sources.path("fonts"),
            public_url: public_url(sources, listen)?,
            trusted_proxies: sources.list("trusted_proxies")?,
            metrics_listen: sources.optional("metrics_listen")?,
            mail: Mail::load(sources, data.as_deref())?,
            texts: Texts::load(sources)?,
            tokens: lifetimes(sources)?,
            password_cost: password_cost(sources)?,
            limits: limits(sources)?,
            key: key::load(sources, &database, data.as_deref())?,
            database,
            listen,
        };

        if config.metrics_listen == Some(listen) {
            return Err(sources.wrong("metrics_listen"));
        }
        Ok(config)
    }
}

fn lifetimes(sources: &Sources) -> Result<Lifetimes, Wrong> {
    Ok(Lifetimes {
        access: TimeDelta::minutes(sources.between("access_token_minutes", 15, 24 * 60)?),
        refresh: TimeDelta::days(sources.between("refresh_token_days", 1, 365)?),
    })
}

/// OWASP's list of equal settings runs from 7 MiB in 5 passes to 46 MiB in one; anything cheaper
/// than its cheapest is refused.
pub fn password_cost(sources: &Sources) -> Result<Cost, Wrong> {
    let cost = Cost {
        memory_kib: sources.between("password_memory_kib", 7 * 1024, 4 * 1024 * 1024)?,
        passes: sources.between("password_passes", 1, 100)?,
        lanes: sources.between("password_lanes", 1, 16)?,
    };
    if u64::from(cost.memory_kib) * u64::from(cost.passes) < 7 * 1024 * 5 {
        return Err(sources.wrong("password_passes"));
    }
    Ok(cost)
}

fn limits(sources: &Sources) -> Result<ConfigLimits, Wrong> {
    Ok(ConfigLimits {
        body: sources.between::<usize>("body_limit_kib", 16, 64 * 1024)? * 1024,
        body_grace: Duration::from_secs(sources.between("body_seconds", 1, 600)?),
        sign_in_failures: sources.between("sign_in_failures", 3, 1000)?,
        sign_in_failures_per_address: sources.between(
            "sign_in_failures_per_address",
            3,
            100_000,
        )?,
        sign_in_window: TimeDelta::minutes(sources.between(
            "sign_in_window_minutes",
            1,
            24 * 60,
        )?),
        answer_after: TimeDelta::milliseconds(sources.between("answer_milliseconds", 0, 5000)?),
        waiting: sources.between("waiting_writes", 10, 100_000)?,
        shutdown: Duration::from_secs(sources.between("shutdown_seconds", 1, 600)?),
    })
}

fn public_url(sources: &Sources, listen: SocketAddr) -> Result<String, Wrong> {
    let Some(given) = sources.text("public_url") else {
        return Ok(format!("http://{listen}"));
    };
    let host = given
        .strip_prefix("https://")
        .or_else(|| given.strip_prefix("http://"))
        .map(|rest| rest.trim_end_matches('/'));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['?', '#', ' ', '@']) => {
            Ok(given.trim_end_matches('/').to_owned())
        }
        _ => Err(sources.wrong("public_url")),
    }
}

#[cfg(test)]
mod tests;

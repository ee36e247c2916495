//! Which database, and how to reach it. The scheme decides: `postgres://` and
//! `postgresql://` are PostgreSQL, everything else is the path of an SQLite file.
//! A PostgreSQL on another machine is reached over TLS with its name checked,
//! unless the URL itself says otherwise.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Sources, Wrong};

const DEFAULT_FILE: &str = "firstplace.sqlite";

/// Where Debian and Red Hat keep the authorities they trust; the bundled OpenSSL
/// knows neither.
const AUTHORITIES: [&str; 2] =
    ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Database {
    Sqlite(PathBuf),
    Postgres(Postgres),
}

/// How PostgreSQL is reached.
#[derive(Clone, PartialEq, Eq)]
pub struct Postgres {
    /// With every parameter libpq needs; may hold a password.
    pub url: String,
    pub pool_size: u32,
    pub statement_timeout: Duration,
}

impl std::fmt::Debug for Postgres {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Postgres")
            .field("pool_size", &self.pool_size)
            .field("statement_timeout", &self.statement_timeout)
            .finish_non_exhaustive()
    }
}

impl Database {
    /// The one part of the configuration every command needs.
    pub fn load(sources: &Sources) -> Result<Self, Wrong> {
        let Some(url) = sources.text("database_url") else {
            return match sources.path("data") {
                Some(data) => Ok(Self::Sqlite(data.join(DEFAULT_FILE))),
                None => Err(Wrong(
                    "Which database? Give --data or FIRSTPLACE_DATA, a folder, or \
                     FIRSTPLACE_DATABASE_URL, a path of an SQLite file or postgres://user@host/name."
                        .to_owned(),
                )),
            };
        };
        if is_postgres(url) {
            return Ok(Self::Postgres(Postgres {
                url: with_tls(url, &authorities()),
                pool_size: sources.between("pool_size", 2, 500)?,
                statement_timeout: Duration::from_secs(sources.between(
                    "statement_timeout_seconds",
                    1,
                    600,
                )?),
            }));
        }
        let path = url.strip_prefix("sqlite://").unwrap_or(url);
        // Another database's URL would quietly become a file of that name.
        if path.is_empty() || path.contains("://") {
            return Err(sources.wrong("database_url"));
        }
        Ok(Self::Sqlite(PathBuf::from(path)))
    }

    /// The folder an SQLite file is in.
    pub fn folder(&self) -> Option<PathBuf> {
        match self {
            Self::Sqlite(path) => path.parent().map(Path::to_path_buf),
            Self::Postgres(_) => None,
        }
    }

    /// What the store opens.
    pub fn url(&self) -> String {
        match self {
            Self::Sqlite(path) => path.display().to_string(),
            Self::Postgres(postgres) => postgres.url.clone(),
        }
    }
}

fn is_postgres(url: &str) -> bool {
    url.starts_with("postgres://") || url.starts_with("postgresql://")
}

fn authorities() -> Option<&'static str> {
    AUTHORITIES.into_iter().find(|path| Path::new(path).exists())
}

/// Adds `sslmode=verify-full` for another machine, and the system's authorities
/// where a verified connection names none.
fn with_tls(url: &str, authorities: &Option<&str>) -> String {
    let mut url = url.to_owned();
    if !url.contains("sslmode=") && !is_local(&url) {
        add_parameter(&mut url, "sslmode=verify-full");
    }
    if let Some(path) = authorities
        && url.contains("sslmode=verify-")
        && !url.contains("sslrootcert=")
    {
        add_parameter(&mut url, &format!("sslrootcert={path}"));
    }
    url
}

fn add_parameter(url: &mut String, parameter: &str) {
    url.push(if url.contains('?') { '&' } else { '?' });
    url.push_str(parameter);
}

/// No host, a socket's folder (`%2Frun…` or `host=/run…`) or this machine's own name.
fn is_local(url: &str) -> bool {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let (authority, parameters) = match rest.split_once(['/', '?']) {
        Some((authority, after)) => (authority, after),
        None => (rest, ""),
    };
    let named = parameters.split(['?', '&']).find_map(|parameter| parameter.strip_prefix("host="));
    let host = named.unwrap_or_else(|| authority.rsplit('@').next().unwrap_or_default());
    let host = match host.strip_prefix('[') {
        Some(v6) => v6.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    host.is_empty()
        || host.starts_with('/')
        || host.to_ascii_lowercase().starts_with("%2f")
        || matches!(host, "localhost" | "::1")
        || host.starts_with("127.")
}

#[cfg(test)]
mod tests {
    use super::{is_local, with_tls};

    #[test]
    fn another_machine_is_reached_with_its_name_checked() {
        let system = Some("/ca.crt");
        let cases = [
            (
                "postgres://u@db.example/first",
                "postgres://u@db.example/first?sslmode=verify-full&sslrootcert=/ca.crt",
            ),
            (
                "postgres://u@db.example/first?sslmode=require",
                "postgres://u@db.example/first?sslmode=require",
            ),
            (
                "postgres://u@db.example/first?sslmode=verify-full&sslrootcert=/own.crt",
                "postgres://u@db.example/first?sslmode=verify-full&sslrootcert=/own.crt",
            ),
            ("postgres://u@localhost:5433/first", "postgres://u@localhost:5433/first"),
        ];
        for (given, opened) in cases {
            assert_eq!(with_tls(given, &system), opened);
        }
    }

    #[test]
    fn this_machine_is_known_by_any_of_its_names() {
        for url in [
            "postgres:///first",
            "postgres://u@/first?host=/run/postgresql",
            "postgres://u@%2Frun%2Fpostgresql/first",
            "postgres://u:p@127.0.0.1:5432/first",
            "postgresql://u@[::1]:5432/first",
        ] {
            assert!(is_local(url), "{url}");
        }
        for url in [
            "postgres://localhost.evil.example/first",
            "postgres://u@10.0.0.7/first",
            "postgres://u@localhost/first?host=db.example",
        ] {
            assert!(!is_local(url), "{url}");
        }
    }
}

//! Connections: which database the URL means, how it is opened, and what a transaction is on it.

use super::conn::{Conn, DatabaseKind, UNMAP};
use super::options::Options;
use super::statements::{Counting, Statements};
use crate::base::fault::{Fault, Result};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;
use std::fmt;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A pooled connection that knows when it must not be used again.
pub struct PoolSlot {
    pub conn: Conn,
    broken: bool,
}

impl PoolSlot {
    pub fn is_broken(&self) -> bool {
        self.broken
    }

    /// Gives back the memory of a question about everything.
    pub fn unmap(&mut self) -> Result<()> {
        Ok(self.conn.batch_execute(UNMAP)?)
    }

    /// Runs `work` between `begin` and a commit or rollback, as it says. Whatever happens, the
    /// connection goes back without an open transaction or not at all.
    pub fn run<T>(
        &mut self,
        begin: &str,
        work: impl FnOnce(&mut Conn) -> (Result<T>, bool),
    ) -> Result<T> {
        self.broken = true;
        self.conn.batch_execute(begin)?;
        let done = catch_unwind(AssertUnwindSafe(|| work(&mut self.conn)));
        let (answer, commit) = match done {
            Ok(done) => done,
            Err(_) => (Err(Fault::internal("a panic inside a transaction")), false),
        };
        let end = if commit { "COMMIT" } else { "ROLLBACK" };
        let ended = self.conn.batch_execute(end);
        self.broken = ended.is_err();
        match (answer, ended) {
            (Ok(_), Err(error)) => Err(error.into()),
            (answer, _) => answer,
        }
    }
}

/// A mode that cannot be changed is reported, and the service goes on.
fn keep_private(file: &Path) {
    let kept = fs::metadata(file).and_then(|found| match found.permissions().mode() & 0o077 {
        0 => Ok(()),
        _ => fs::set_permissions(file, Permissions::from_mode(0o600)),
    });
    if let Err(error) = kept {
        let file = file.display();
        tracing::warn!("others on this machine may read {file} ({error}): run chmod 600 on it");
    }
}

pub struct Manager {
    kind: DatabaseKind,
    /// With SQLite, the path of its file.
    url: String,
    options: Options,
    statements: Arc<Statements>,
}

impl Manager {
    pub fn new(options: &Options) -> Result<Manager, String> {
        let kind = DatabaseKind::of(&options.url);
        let url = match kind {
            DatabaseKind::Postgres => options.url.clone(),
            DatabaseKind::Sqlite => {
                let path = options.url.strip_prefix("sqlite://").unwrap_or(&options.url);
                if path.contains("://") {
                    return Err(
                        "The database URL must be a file path or begin with postgres://.".into()
                    );
                }
                path.to_owned()
            }
        };
        Ok(Manager { kind, url, options: options.clone(), statements: Arc::default() })
    }

    pub fn kind(&self) -> DatabaseKind {
        self.kind
    }

    /// What its connections have sent.
    pub fn statements(&self) -> Arc<Statements> {
        self.statements.clone()
    }

    /// SQLite's file.
    pub fn file(&self) -> Option<&Path> {
        match self.kind {
            DatabaseKind::Sqlite => Some(Path::new(&self.url)),
            DatabaseKind::Postgres => None,
        }
    }

    /// Only the account that runs the service may read a file with families' names, however it came
    /// here. SQLite gives the files it makes beside it the same mode.
    pub fn keep_private(&self) {
        for ending in ["", "-wal", "-shm"] {
            let file = self.file().map(|path| PathBuf::from(format!("{}{ending}", path.display())));
            if let Some(file) = file.filter(|file| file.exists()) {
                keep_private(&file);
            }
        }
    }

    pub fn open(&self) -> Result<Conn, Error> {
        let mut conn = self.establish()?;
        conn.set_instrumentation(Counting(self.statements()));
        Ok(conn)
    }

    fn establish(&self) -> Result<Conn, Error> {
        match self.kind {
            DatabaseKind::Sqlite => {
                let mut conn = SqliteConnection::establish(&self.url).map_err(Error::Open)?;
                conn.batch_execute("PRAGMA busy_timeout = 10000").map_err(Error::Query)?;
                let mode = match self.options.read_only {
                    true => "PRAGMA query_only = ON",
                    false => "PRAGMA journal_mode = WAL",
                };
                conn.batch_execute(mode).map_err(Error::Query)?;
                // Each connection has a cache of its own, and there are as many as readers.
                conn.batch_execute(
                    "\
                     PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                     PRAGMA temp_store = MEMORY; PRAGMA cache_size = -4096; PRAGMA mmap_size = 0",
                )
                .map_err(Error::Query)?;
                Ok(Conn::Sqlite(conn))
            }
            DatabaseKind::Postgres => {
                let mut conn = PgConnection::establish(&self.url).map_err(Error::Open)?;
                conn.batch_execute(&format!(
                    "SET statement_timeout = {}; SET idle_in_transaction_session_timeout = 60000; \
                     SET timezone = 'UTC'",
                    self.options.statement_timeout_ms
                ))
                .map_err(Error::Query)?;
                if self.options.read_only {
                    conn.batch_execute("SET default_transaction_read_only = on")
                        .map_err(Error::Query)?;
                }
                Ok(Conn::Postgres(conn))
            }
        }
    }

    /// The first connection to an existing database.
    pub fn first(&self) -> Result<Conn, String> {
        let conn =
            self.open().map_err(|error| format!("The database cannot be opened: {error}."))?;
        self.keep_private();
        Ok(conn)
    }

    pub fn slot(&self) -> Result<PoolSlot, Error> {
        Ok(PoolSlot { conn: self.open()?, broken: false })
    }
}

#[derive(Debug)]
pub enum Error {
    Open(ConnectionError),
    Query(diesel::result::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Open(error) => error.fmt(f),
            Error::Query(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl ManageConnection for Manager {
    type Connection = PoolSlot;
    type Error = Error;

    fn connect(&self) -> Result<PoolSlot, Error> {
        self.slot()
    }

    fn is_valid(&self, slot: &mut PoolSlot) -> Result<(), Error> {
        slot.conn.batch_execute("SELECT 1").map_err(Error::Query)
    }

    fn has_broken(&self, slot: &mut PoolSlot) -> bool {
        slot.broken
    }
}

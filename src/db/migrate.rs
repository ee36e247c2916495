//! Brings the tables up to date. Several processes may start at once on PostgreSQL: one migrates,
//! the others wait for it.

use super::conn::Conn;
use super::connect::Manager;
use super::options::Options;
use diesel::backend::Backend;
use diesel::connection::SimpleConnection;
use diesel::migration::{self, Migration, MigrationSource};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use std::collections::BTreeSet;

const BOTH: EmbeddedMigrations = embed_migrations!("migrations/both");
const POSTGRES_ONLY: EmbeddedMigrations = embed_migrations!("migrations/postgres_only");

pub const SQLITE: Folders = Folders(&[BOTH]);
pub const POSTGRES: Folders = Folders(&[BOTH, POSTGRES_ONLY]);

/// The migrations of several folders; they run in the order of their numbers.
pub struct Folders(&'static [EmbeddedMigrations]);

impl<DB: Backend> MigrationSource<DB> for Folders {
    fn migrations(&self) -> migration::Result<Vec<Box<dyn Migration<DB>>>> {
        let folders: Result<Vec<_>, _> = self.0.iter().map(MigrationSource::migrations).collect();
        Ok(folders?.into_iter().flatten().collect())
    }
}

/// Any number that no one else locks: the letters of "firstpl".
const ADVISORY_LOCK: i64 = 0x0066_6972_7374_706c;

diesel::table! {
    /// What was run on a database, as diesel writes it down.
    __diesel_schema_migrations (version) {
        version -> Text,
    }
}

/// Brings a database that nothing else has opened yet up to date; returns the names of what ran.
pub fn run(options: &Options) -> Result<Vec<String>, String> {
    up(&Manager::new(options)?)
}

/// Runs what is pending; returns the names of what ran.
pub fn up(manager: &Manager) -> Result<Vec<String>, String> {
    let mut conn = manager.first()?;
    if let Conn::Postgres(conn) = &mut conn {
        // Given back when the connection closes.
        conn.batch_execute(&format!(
            "SET statement_timeout = 0; SELECT pg_advisory_lock({ADVISORY_LOCK})"
        ))
        .map_err(|error| unprepared(&error))?;
    }
    refuse_newer(&mut conn)?;
    match &mut conn {
        Conn::Sqlite(conn) => conn.run_pending_migrations(SQLITE).map(names),
        Conn::Postgres(conn) => conn.run_pending_migrations(POSTGRES).map(names),
    }
    .map_err(|error| unprepared(&error))
}

fn names(ran: Vec<diesel::migration::MigrationVersion<'_>>) -> Vec<String> {
    ran.iter().map(ToString::to_string).collect()
}

fn unprepared(error: &dyn std::fmt::Display) -> String {
    format!("The database cannot be prepared: {error}")
}

/// Refuses a database that this program cannot read as it is: a newer program changed it, or it has
/// not been brought up to date yet.
pub fn refuse_other(conn: &mut Conn) -> Result<(), String> {
    refuse_newer(conn)?;
    match known(conn)?.difference(&applied(conn)).next() {
        None => Ok(()),
        Some(_) => Err("The database is older than this program: run `firstplace migrate` \
                        first, or `firstplace serve`, which does so too."
            .to_owned()),
    }
}

/// A program that worked on a database changed by a newer one would misread it and lose what it
/// does not know.
pub fn refuse_newer(conn: &mut Conn) -> Result<(), String> {
    match applied(conn).difference(&known(conn)?).next() {
        None => Ok(()),
        Some(version) => Err(format!(
            "The database was changed by a newer version of Firstplace (it has migration \
             {version}, which this one does not know): start that version, or restore a backup \
             made before it."
        )),
    }
}

/// Nothing, where nothing was ever run.
fn applied(conn: &mut Conn) -> BTreeSet<String> {
    let versions = __diesel_schema_migrations::table.select(__diesel_schema_migrations::version);
    versions.load::<String>(conn).map(BTreeSet::from_iter).unwrap_or_default()
}

fn known(conn: &Conn) -> Result<BTreeSet<String>, String> {
    match conn {
        Conn::Sqlite(_) => versions::<Sqlite>(&SQLITE),
        Conn::Postgres(_) => versions::<Pg>(&POSTGRES),
    }
    .map_err(|error| unprepared(&error))
}

fn versions<DB: Backend>(folders: &Folders) -> migration::Result<BTreeSet<String>> {
    let all: Vec<Box<dyn Migration<DB>>> = folders.migrations()?;
    Ok(all.iter().map(|one| one.name().version().to_string()).collect())
}

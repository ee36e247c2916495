//! Brings the tables up to date. Several processes may start at once on PostgreSQL: one migrates,
//! the others wait for it.

use super::connect::{Conn, Manager, Options};
use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

pub const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
pub const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// Any number that no one else locks: the letters of "firstpl".
const ADVISORY_LOCK: i64 = 0x0066_6972_7374_706c;

/// Brings a database up to date that nothing else has opened yet; gives the names of what ran.
pub fn run(options: &Options) -> Result<Vec<String>, String> {
    up(&Manager::new(options)?)
}

/// Runs what is pending; gives the names of what ran.
pub fn up(manager: &Manager) -> Result<Vec<String>, String> {
    let said = |error: &dyn std::fmt::Display| format!("The database cannot be prepared: {error}");
    let mut conn = manager.open().map_err(|error| said(&error))?;
    let ran = match &mut conn {
        Conn::Sqlite(conn) => {
            let ran = conn.run_pending_migrations(SQLITE).map_err(|error| said(&error))?;
            ran.iter().map(ToString::to_string).collect()
        }
        Conn::Postgres(conn) => {
            conn.batch_execute(&format!(
                "SET statement_timeout = 0; SELECT pg_advisory_lock({ADVISORY_LOCK})"
            ))
            .map_err(|error| said(&error))?;
            let ran: Result<Vec<String>, String> = conn
                .run_pending_migrations(POSTGRES)
                .map(|ran| ran.iter().map(ToString::to_string).collect())
                .map_err(|error| said(&error));
            conn.batch_execute(&format!("SELECT pg_advisory_unlock({ADVISORY_LOCK})"))
                .map_err(|error| said(&error))?;
            ran?
        }
    };
    Ok(ran)
}

//! A connection to either database.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

/// One connection to either database. Derived: the same queries run on both.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

/// SQLite: as far as it maps a file into memory.
pub(super) const MAP: &str = "PRAGMA mmap_size = 2147418112";
pub(super) const UNMAP: &str = "PRAGMA mmap_size = 0";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseKind {
    Sqlite,
    Postgres,
}

impl DatabaseKind {
    /// The scheme decides, never the file's name.
    pub fn of(url: &str) -> DatabaseKind {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            DatabaseKind::Postgres
        } else {
            DatabaseKind::Sqlite
        }
    }

    pub fn begin_read(self) -> &'static str {
        match self {
            DatabaseKind::Sqlite => "BEGIN",
            DatabaseKind::Postgres => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        }
    }

    pub fn begin_write(self) -> &'static str {
        match self {
            DatabaseKind::Sqlite => "BEGIN IMMEDIATE",
            DatabaseKind::Postgres => "BEGIN",
        }
    }
}

//! What tests leave out to show that it is needed.

/// How carefully decisions are guarded. Everything but `Careful` exists so that the race tests can
/// show that they would catch an oversell; no configuration reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Discipline {
    Careful,
    /// PostgreSQL: decide without taking the lock.
    NoLock,
    /// SQLite: decide in one transaction, write in another.
    DecideThenWrite,
}

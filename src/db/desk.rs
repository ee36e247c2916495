//! What writing takes, and how many may write together.

use super::Discipline;
use super::conn::{Conn, DatabaseKind};
use super::connect::Manager;
use super::tx::{Environment, Tx};
use crate::access::Actor;
use diesel::r2d2::Pool;

/// SQLite: at most this many jobs share one commit, so that other processes can write between
/// commits.
const SHARED_BY_ALL: usize = 64;

/// PostgreSQL: at most this many of one lane, so that their families are not locked for long.
const SHARED_IN_LANE: usize = 32;

/// What writing takes: where connections come from, and what a transaction is given.
pub(super) struct Desk {
    pub kind: DatabaseKind,
    pub discipline: Discipline,
    pub given: Environment,
    pub pool: Pool<Manager>,
}

impl Desk {
    pub(super) fn tx<'a>(&'a self, conn: &'a mut Conn, actor: Actor) -> Tx<'a> {
        Tx::new(conn, self.kind, &self.given, actor, self.discipline)
    }

    /// Whether one writer does everything, which then needs no locks.
    pub(super) fn is_alone(&self) -> bool {
        self.kind == DatabaseKind::Sqlite && self.discipline == Discipline::Careful
    }

    pub(super) fn has_lanes(&self) -> bool {
        self.kind == DatabaseKind::Postgres && self.discipline == Discipline::Careful
    }

    pub(super) fn most_together(&self) -> usize {
        if self.is_alone() { SHARED_BY_ALL } else { SHARED_IN_LANE }
    }
}

//! Several jobs in one transaction, each in its savepoint: one that is refused undoes only itself.

use super::Conn;
use super::desk::Desk;
use super::job::Job;
use super::lane::{self, Lane};
use crate::base::fault::Result;
use diesel::connection::SimpleConnection;
use std::collections::VecDeque;

/// The jobs of one transaction.
pub(super) struct Shared<'a> {
    to_do: VecDeque<Box<dyn Job>>,
    done: Vec<Box<dyn Job>>,
    /// Of one session; empty where nobody else writes.
    lanes: &'a [Lane],
    /// Whether only the commit is left.
    pub all_ran: bool,
}

impl<'a> Shared<'a> {
    pub(super) fn of(to_do: VecDeque<Box<dyn Job>>, lanes: &'a [Lane]) -> Shared<'a> {
        Shared { to_do, done: Vec::new(), lanes, all_ran: false }
    }

    /// Runs them, and jobs that arrive meanwhile, at most `most` in all, in an open transaction.
    pub(super) fn run(
        &mut self,
        conn: &mut Conn,
        (desk, most): (&Desk, usize),
        mut more: impl FnMut() -> Option<Box<dyn Job>>,
    ) -> Result<()> {
        lane::lock(conn, self.lanes)?;
        let mut savepoint = Savepoint::None;
        while self.done.len() < most
            && let Some(mut job) = self.to_do.pop_front().or_else(&mut more)
        {
            let ran = savepoint.renewed(conn).and_then(|()| {
                let mut tx = desk.tx(conn, job.actor());
                Savepoint::after(job.run(&mut tx), conn)
            });
            self.done.push(job);
            savepoint = ran?;
        }
        self.all_ran = true;
        Ok(())
    }

    /// All of them, in their order.
    pub(super) fn jobs(self) -> impl Iterator<Item = Box<dyn Job>> {
        self.done.into_iter().chain(self.to_do)
    }
}

/// Where a job begins, in as few messages as can be: the savepoint of one that was kept is released
/// with the next, and that of one that was undone serves the next too.
#[derive(Clone, Copy)]
enum Savepoint {
    None,
    Unused,
    Kept,
}

impl Savepoint {
    fn renewed(self, conn: &mut Conn) -> Result<()> {
        match self {
            Savepoint::None => conn.batch_execute("SAVEPOINT request")?,
            Savepoint::Unused => {}
            Savepoint::Kept => {
                conn.batch_execute("RELEASE SAVEPOINT request; SAVEPOINT request")?;
            }
        }
        Ok(())
    }

    fn after(keep: bool, conn: &mut Conn) -> Result<Savepoint> {
        if keep {
            return Ok(Savepoint::Kept);
        }
        conn.batch_execute("ROLLBACK TO SAVEPOINT request")?;
        Ok(Savepoint::Unused)
    }
}

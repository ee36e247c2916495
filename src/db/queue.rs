//! SQLite's one writer. Requests that wait for it share a commit, each in its own savepoint: one
//! that is refused undoes only itself, and nobody gets an answer before the commit.

use super::Discipline;
use super::conn::DatabaseKind;
use super::connect::{Manager, PoolSlot};
use super::tx::{Environment, Tx};
use crate::access::Actor;
use crate::base::fault::{Fault, Result};
use diesel::connection::SimpleConnection;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

/// At most this many jobs share one commit, so that other processes can write between commits.
const SHARE: usize = 64;

pub(super) struct Queue(Mutex<Sender<Box<dyn Job>>>);

/// One request's work: run inside a savepoint, answered once the commit is known.
trait Job: Send {
    /// True where what it wrote must be kept.
    fn run(&mut self, tx: &mut Tx) -> bool;
    fn actor(&mut self) -> Actor;
    fn answer(self: Box<Self>, committed: Result<(), String>);
}

struct Work<T, F> {
    actor: Option<Actor>,
    work: F,
    result: Option<Result<T>>,
    reply: SyncSender<Result<T>>,
}

impl<T: Send, F: Fn(&mut Tx) -> Result<T> + Send> Job for Work<T, F> {
    fn run(&mut self, tx: &mut Tx) -> bool {
        let done = catch_unwind(AssertUnwindSafe(|| kept((self.work)(tx), tx)));
        let panicked = || Err(Fault::internal("a panic inside a transaction"));
        let (result, keeps) = done.unwrap_or_else(|_| (panicked(), false));
        self.result = Some(result);
        keeps
    }

    fn actor(&mut self) -> Actor {
        self.actor.take().unwrap_or_default()
    }

    fn answer(mut self: Box<Self>, committed: Result<(), String>) {
        let result = match (self.result.take(), committed) {
            (Some(Err(fault)), _) => Err(fault),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (_, Err(error)) => Err(Fault::internal(error)),
            (None, Ok(())) => Err(Fault::internal("a request was not run")),
        };
        // Nobody listens when the caller went away; what was written stands.
        let _ = self.reply.send(result);
    }
}

impl Queue {
    pub(super) fn start(manager: &Manager, given: Environment) -> Result<Queue, String> {
        let slot =
            manager.slot().map_err(|error| format!("The database cannot be opened: {error}"))?;
        let (sender, receiver) = channel();
        std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || write_all(slot, &given, &receiver))
            .map_err(|error| format!("The writer cannot be started: {error}"))?;
        Ok(Queue(Mutex::new(sender)))
    }

    pub(super) fn run<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.hand_in(actor, work)?.recv().map_err(Fault::internal)?
    }

    /// Puts work in the queue; its answer comes once its commit stands.
    pub(super) fn hand_in<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<Receiver<Result<T>>> {
        let (reply, answer) = sync_channel(1);
        let job = Work { actor: Some(actor), work, result: None, reply };
        let sender = self.0.lock().map_err(Fault::internal)?.clone();
        sender.send(Box::new(job)).map_err(|_| Fault::internal("the writer has stopped"))?;
        Ok(answer)
    }
}

fn write_all(mut slot: PoolSlot, given: &Environment, jobs: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = jobs.recv() {
        let mut done: Vec<Box<dyn Job>> = Vec::new();
        let committed = write_batch(&mut slot, given, first, jobs, &mut done);
        for job in done {
            job.answer(committed.clone());
        }
    }
}

fn write_batch(
    slot: &mut PoolSlot,
    given: &Environment,
    first: Box<dyn Job>,
    jobs: &Receiver<Box<dyn Job>>,
    done: &mut Vec<Box<dyn Job>>,
) -> Result<(), String> {
    let said = |error: diesel::result::Error| error.to_string();
    if let Err(error) = slot.conn.batch_execute(DatabaseKind::Sqlite.begin_write()) {
        done.push(first);
        return Err(said(error));
    }
    let mut next = Some(first);
    while let Some(mut job) = next {
        let actor = job.actor();
        let ran = run_one(slot, given, job.as_mut(), actor);
        done.push(job);
        if let Err(error) = ran {
            // The transaction is gone with the connection; everyone in it is told so.
            let _ = slot.conn.batch_execute("ROLLBACK");
            return Err(said(error));
        }
        next = if done.len() < SHARE { jobs.try_recv().ok() } else { None };
    }
    slot.conn.batch_execute("COMMIT").map_err(|error| {
        let _ = slot.conn.batch_execute("ROLLBACK");
        said(error)
    })
}

fn run_one(
    slot: &mut PoolSlot,
    given: &Environment,
    job: &mut dyn Job,
    actor: Actor,
) -> Result<(), diesel::result::Error> {
    slot.conn.batch_execute("SAVEPOINT request")?;
    let mut tx = Tx::new(&mut slot.conn, DatabaseKind::Sqlite, given, actor, Discipline::Careful);
    let keep = job.run(&mut tx);
    if !keep {
        slot.conn.batch_execute("ROLLBACK TO request")?;
    }
    slot.conn.batch_execute("RELEASE request")
}

/// The answer, and whether to keep what was written; if so, the transaction was also closed.
pub(super) fn kept<T>(answer: Result<T>, tx: &mut Tx) -> (Result<T>, bool) {
    if !answer.as_ref().map_or_else(Fault::keeps, |_| true) {
        return (answer, false);
    }
    match tx.close() {
        Ok(()) => (answer, true),
        Err(fault) => (Err(fault), false),
    }
}

//! One request's work on the database: run inside a transaction, perhaps again where the database
//! asks for it, and answered once it is known whether it was kept.

use super::tx::Tx;
use crate::access::Actor;
use crate::base::fault::{Fault, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(super) trait Job: Send {
    /// Who it is done for, as the transaction begins.
    fn actor(&self) -> Actor;

    /// True where what it wrote must be kept.
    fn run(&mut self, tx: &mut Tx) -> bool;

    /// Whether the database asked for the whole transaction again.
    fn asks_again(&self) -> bool;

    fn answer(self: Box<Self>, ended: Result<()>);
}

/// A closure, and where its answer goes.
pub(super) struct Work<T, F, R> {
    pub actor: Actor,
    pub work: F,
    pub reply: R,
    result: Option<Result<T>>,
}

impl<T, F, R> Work<T, F, R>
where
    T: Send + 'static,
    F: Fn(&mut Tx) -> Result<T> + Send + 'static,
    R: FnOnce(Result<T>) + Send + 'static,
{
    pub(super) fn boxed(actor: Actor, work: F, reply: R) -> Box<dyn Job> {
        Box::new(Work { actor, work, reply, result: None })
    }
}

impl<T, F, R> Job for Work<T, F, R>
where
    T: Send,
    F: Fn(&mut Tx) -> Result<T> + Send,
    R: FnOnce(Result<T>) + Send,
{
    fn actor(&self) -> Actor {
        self.actor.clone()
    }

    fn run(&mut self, tx: &mut Tx) -> bool {
        let done = catch_unwind(AssertUnwindSafe(|| kept((self.work)(tx), tx)));
        let panicked = || Err(Fault::internal("a panic inside a transaction"));
        let (result, keeps) = done.unwrap_or_else(|_| (panicked(), false));
        self.result = Some(result);
        keeps
    }

    fn asks_again(&self) -> bool {
        matches!(&self.result, Some(Err(fault)) if fault.is_retry())
    }

    fn answer(self: Box<Self>, ended: Result<()>) {
        let result = match (self.result, ended) {
            (Some(Err(fault)), _) | (_, Err(fault)) => Err(fault),
            (Some(Ok(value)), Ok(())) => Ok(value),
            (None, Ok(())) => Err(Fault::internal("a request was not run")),
        };
        (self.reply)(result);
    }
}

/// The answer, and whether to keep what was written; if so, the transaction was also closed.
fn kept<T>(answer: Result<T>, tx: &mut Tx) -> (Result<T>, bool) {
    if !answer.as_ref().map_or_else(Fault::keeps, |_| true) {
        return (answer, false);
    }
    match tx.close() {
        Ok(()) => (answer, true),
        Err(fault) => (Err(fault), false),
    }
}

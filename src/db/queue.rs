//! Who waits to write, and the threads that write. A request waits here without a thread, and is
//! refused where too many wait already or when it has waited too long.
//!
//! On SQLite one thread writes, and whatever waits shares a commit. On PostgreSQL several threads
//! write, each a transaction of its own, and the requests of one lane share theirs. In a shared
//! transaction each request has its savepoint and its own moment: one that is refused undoes only
//! itself, and nobody gets an answer before the commit.

use super::Waiting;
use super::batch::Shared;
use super::connect::{Manager, PoolSlot};
use super::desk::Desk;
use super::job::{Job, Work};
use super::lane::Lane;
use super::turns::{Batch, Shares, Turns};
use super::tx::Tx;
use crate::access::Actor;
use crate::base::fault::{Fault, Result};
use diesel::r2d2::PooledConnection;
use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::Builder;
use std::time::Instant;

/// How often a transaction is done again where the database asks for it.
const RETRIES: usize = 3;

pub(super) struct Queue {
    line: Arc<Line>,
    desk: Arc<Desk>,
    limits: Waiting,
    most_writers: usize,
}

struct Line {
    state: Mutex<State>,
    bell: Condvar,
}

struct State {
    turns: Turns<Entry>,
    writers: usize,
    idle: usize,
    closed: bool,
}

struct Entry {
    job: Box<dyn Job>,
    lane: Option<Lane>,
    /// No answer is worth more than a refusal after that.
    until: Option<Instant>,
}

impl Queue {
    pub(super) fn new(desk: Desk, limits: Waiting) -> Queue {
        let turns = Turns::default();
        let state = State { turns, writers: 0, idle: 0, closed: false };
        let line = Arc::new(Line { state: Mutex::new(state), bell: Condvar::new() });
        // On PostgreSQL a quarter of the connections is left for those who read.
        let most_writers = match desk.is_alone() {
            true => 1,
            false => (desk.pool.max_size() as usize * 3 / 4).max(1),
        };
        Queue { line, desk: Arc::new(desk), limits, most_writers }
    }

    /// Does it now: on SQLite in turn with everybody, on PostgreSQL on this thread.
    pub(super) fn run<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.hand_in(actor, work)?.recv().map_err(Fault::internal)?
    }

    /// The same one after another, as far as the first fault; where one thread writes, it has them
    /// all at once.
    pub(super) fn run_each<T, W>(&self, actor: &Actor, works: Vec<W>) -> Result<Vec<T>>
    where
        T: Send + 'static,
        W: Fn(&mut Tx) -> Result<T> + Send + 'static,
    {
        let works = works.into_iter();
        if !self.desk.is_alone() {
            return works.map(|work| self.run(actor.clone(), work)).collect();
        }
        let handed_in = works.map(|work| self.hand_in(actor.clone(), work));
        let handed_in: Vec<_> = handed_in.collect::<Result<_, _>>()?;
        handed_in.into_iter().map(|answer| answer.recv().map_err(Fault::internal)?).collect()
    }

    /// The answer comes once the commit stands; on PostgreSQL it is there already.
    fn hand_in<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<Receiver<Result<T>>> {
        let (reply, answer) = sync_channel(1);
        // Nobody listens when the caller went away; what was written stands.
        let job = Work::boxed(actor, work, move |made| drop(reply.send(made)));
        if self.desk.is_alone() {
            self.join(Entry { job, lane: None, until: None })?;
        } else {
            Writer::at(Arc::clone(&self.desk)).alone(job);
        }
        Ok(answer)
    }

    /// Waits its turn as one of many, or is refused.
    pub(super) async fn in_turn<T: Send + 'static>(
        &self,
        lane: Option<Lane>,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (reply, answer) = tokio::sync::oneshot::channel();
        let job = Work::boxed(actor, work, move |made| drop(reply.send(made)));
        self.join(Entry { job, lane, until: Some(Instant::now() + self.limits.longest) })?;
        answer.await.map_err(Fault::internal)?
    }

    pub(super) fn waiting(&self) -> usize {
        self.line.lock().turns.waiting()
    }

    fn join(&self, entry: Entry) -> Result<()> {
        let mut state = self.line.lock();
        if entry.until.is_some() && state.turns.waiting() >= self.limits.most {
            return Err(Fault::busy());
        }
        match entry.lane.clone().filter(|_| self.desk.has_lanes()) {
            Some(lane) => {
                let shares = if lane.is_shared() { Shares::Yes } else { Shares::No };
                state.turns.join_lane(&lane.session, entry, shares);
            }
            None => state.turns.join(entry),
        }
        if state.turns.ready() > state.idle && state.writers < self.most_writers {
            match self.start_writer() {
                Ok(()) => state.writers += 1,
                Err(fault) if state.writers == 0 => return Err(fault),
                Err(_) => {}
            }
        }
        drop(state);
        self.line.bell.notify_one();
        Ok(())
    }

    fn start_writer(&self) -> Result<()> {
        let (line, desk) = (Arc::clone(&self.line), Arc::clone(&self.desk));
        let thread = Builder::new().name("writer".into());
        let started = thread.spawn(move || Writer::at(desk).write_all(&line));
        started.map(drop).map_err(Fault::internal)
    }
}

impl Drop for Queue {
    fn drop(&mut self) {
        self.line.lock().closed = true;
        self.line.bell.notify_all();
    }
}

impl Line {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next turn, once there is one; `None` when the store is gone.
    fn next(&self, most: usize) -> Option<Batch<Entry>> {
        let mut state = self.lock();
        loop {
            if let Some(batch) = state.turns.take(most) {
                return Some(batch);
            }
            if state.closed {
                return None;
            }
            state.idle += 1;
            state = self.bell.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
    }

    /// Whoever waits now, without waiting for anybody.
    fn another(&self) -> Option<Entry> {
        self.lock().turns.take(1)?.jobs.pop_front()
    }
}

impl Entry {
    /// The job, if it is still worth doing.
    fn in_time(self) -> Option<Box<dyn Job>> {
        if self.until.is_none_or(|until| Instant::now() < until) {
            return Some(self.job);
        }
        self.job.answer(Err(Fault::busy()));
        None
    }
}

/// One thread that writes.
struct Writer {
    desk: Arc<Desk>,
    /// The one writer of SQLite keeps its connection: what it prepared and read stays with it.
    slot: Option<PooledConnection<Manager>>,
}

impl Writer {
    fn at(desk: Arc<Desk>) -> Writer {
        Writer { desk, slot: None }
    }

    fn write_all(&mut self, line: &Line) {
        while let Some(batch) = line.next(self.desk.most_together()) {
            self.write(batch.jobs, line);
            if let Some(lane) = batch.lane {
                line.lock().turns.end(lane);
            }
            if !self.desk.is_alone() {
                self.slot = None;
            }
        }
    }

    fn write(&mut self, entries: VecDeque<Entry>, line: &Line) {
        let lanes: Vec<Lane> = entries.iter().filter_map(|entry| entry.lane.clone()).collect();
        let jobs: VecDeque<_> = entries.into_iter().filter_map(Entry::in_time).collect();
        if self.desk.is_alone() {
            self.together(Shared::of(jobs, &[]), || line.another()?.in_time());
        } else if jobs.len() > 1 {
            self.together(Shared::of(jobs, &lanes), || None);
        } else {
            jobs.into_iter().for_each(|job| self.alone(job));
        }
    }

    /// One transaction of several. Where it does not come to its commit, nothing of it was kept and
    /// each is done alone; what a failed commit did, nobody knows.
    fn together(&mut self, mut shared: Shared, more: impl FnMut() -> Option<Box<dyn Job>>) {
        let desk = Arc::clone(&self.desk);
        let most = desk.most_together();
        let ended = self.slot().and_then(|slot| {
            slot.run(desk.kind.begin_write(), |conn| {
                let ran = shared.run(conn, (&desk, most), more);
                let all = ran.is_ok();
                (ran, all)
            })
        });
        match ended {
            Err(fault) if !shared.all_ran || fault.is_retry() => {
                shared.jobs().for_each(|job| self.alone(job));
            }
            ended => shared.jobs().for_each(|job| job.answer(ended.clone())),
        }
    }

    /// One transaction of one job, again where the database asks for it.
    fn alone(&mut self, mut job: Box<dyn Job>) {
        let mut tries = 0;
        let ended = loop {
            let ended = self.try_alone(job.as_mut());
            let again = ended.as_ref().map_or_else(Fault::is_retry, |()| job.asks_again());
            if !again || tries == RETRIES {
                break ended;
            }
            tries += 1;
        };
        job.answer(ended);
    }

    fn try_alone(&mut self, job: &mut dyn Job) -> Result<()> {
        let desk = Arc::clone(&self.desk);
        self.slot()?
            .run(desk.kind.begin_write(), |conn| (Ok(()), job.run(&mut desk.tx(conn, job.actor()))))
    }

    fn slot(&mut self) -> Result<&mut PoolSlot> {
        let sound = self.slot.take().filter(|slot| !slot.is_broken());
        let slot = match sound {
            Some(slot) => slot,
            None => self.desk.pool.get().map_err(Fault::internal)?,
        };
        Ok(self.slot.insert(slot))
    }
}

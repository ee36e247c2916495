//! The door to the database. `Store::read` and `Store::write` run a closure inside one transaction,
//! on SQLite or PostgreSQL; `Tx` is what the closure works with. A fault rolls back everything,
//! unless it says that what was written must be kept.

pub(crate) mod backup;
pub(crate) mod bulk;
mod chunks;
pub(crate) mod conn;
mod connect;
pub(crate) mod discipline;
mod memory;
pub mod migrate;
pub(crate) mod options;
mod queue;
mod run;
pub mod schema;
mod tx;

use crate::access::Actor;
use crate::base::clock::Clock;
use crate::base::fault::{Fault, Result};
pub(crate) use bulk::insert_all;
pub(crate) use chunks::in_chunks;
pub use conn::{Conn, DatabaseKind};
use connect::Manager;
use diesel::r2d2::Pool;
pub use discipline::Discipline;
use memory::Memory;
pub use options::Options;
use queue::{Queue, kept};
pub(crate) use run::{Run, found};
use std::sync::Arc;
use std::time::Duration;
use tx::Environment;
pub(crate) use tx::SESSIONS_SHOWN;
pub use tx::{Closing, Noted, Tx};

/// The database, shared by every thread.
#[derive(Clone)]
pub struct Store(Arc<Shared>);

struct Shared {
    kind: DatabaseKind,
    given: Environment,
    pool: Pool<Manager>,
    queue: Option<Queue>,
    discipline: Discipline,
}

const RETRIES: usize = 3;

impl Store {
    /// Opens the database and brings its tables up to date.
    pub fn open(options: &Options, clock: Clock) -> Result<Store, String> {
        Store::open_with(options, clock, Discipline::Careful)
    }

    pub fn open_with(
        options: &Options,
        clock: Clock,
        discipline: Discipline,
    ) -> Result<Store, String> {
        let manager = Manager::new(options)?;
        migrate::up(&manager)?;
        Store::with(manager, options.pool_size, given(options, clock), discipline)
    }

    /// Opens an existing database read-only, whether or not a server is running on it.
    pub fn look(options: &Options, clock: Clock) -> Result<Store, String> {
        let manager = Manager::new(&Options { read_only: true, ..options.clone() })?;
        if let Some(path) = manager.file()
            && !path.exists()
        {
            return Err(format!("There is no database at {}.", path.display()));
        }
        migrate::refuse_other(&mut manager.first()?)?;
        Store::with(manager, 1, given(options, clock), Discipline::Careful)
    }

    fn with(
        manager: Manager,
        pool_size: u32,
        given: Environment,
        discipline: Discipline,
    ) -> Result<Store, String> {
        let kind = manager.kind();
        let queue = match (kind, discipline) {
            (DatabaseKind::Sqlite, Discipline::Careful) => {
                Some(Queue::start(&manager, given.clone())?)
            }
            _ => None,
        };
        let pool = Pool::builder()
            .max_size(pool_size)
            .min_idle(Some(1))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(10))
            .build(manager)
            .map_err(|error| format!("The database cannot be opened: {error}"))?;
        Ok(Store(Arc::new(Shared { kind, given, pool, queue, discipline })))
    }

    pub fn kind(&self) -> DatabaseKind {
        self.0.kind
    }

    /// What this process remembers of a kind, as `Tx::memory` gives it.
    pub(crate) fn memory<T: Default + Send + Sync + 'static>(&self) -> Arc<T> {
        self.0.given.memory.of()
    }

    pub fn clock(&self) -> &Clock {
        &self.0.given.clock
    }

    /// Reads one consistent state; nothing is written.
    pub fn read<T>(&self, actor: Actor, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        let mut slot = self.0.pool.get().map_err(Fault::internal)?;
        slot.run(self.0.kind.begin_read(), |conn| {
            let tx = Tx::new(conn, self.0.kind, &self.0.given, actor, Discipline::Careful);
            (work(&mut tx.reading()), false)
        })
    }

    /// Decides and writes, all or nothing. The closure may run again when the database asks for it,
    /// so it must have no other effect.
    pub fn write<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        match &self.0.queue {
            Some(queue) => queue.run(actor, work),
            None => self.write_directly(actor, work),
        }
    }

    /// Several pieces of work in order, each all or nothing by itself as in `write`. Where one
    /// thread writes, they share commits. The first fault is returned; what was done before it
    /// stands.
    pub fn write_each<T, W>(&self, actor: &Actor, works: Vec<W>) -> Result<Vec<T>>
    where
        T: Send + 'static,
        W: Fn(&mut Tx) -> Result<T> + Send + 'static,
    {
        let Some(queue) = &self.0.queue else {
            return works.into_iter().map(|one| self.write_directly(actor.clone(), one)).collect();
        };
        let handed_in = works.into_iter().map(|work| queue.hand_in(actor.clone(), work));
        let handed_in: Vec<_> = handed_in.collect::<Result<_, _>>()?;
        handed_in.into_iter().map(|answer| answer.recv().map_err(Fault::internal)?).collect()
    }

    fn write_directly<T>(&self, actor: Actor, work: impl Fn(&mut Tx) -> Result<T>) -> Result<T> {
        let mut tries = 0;
        loop {
            let mut slot = self.0.pool.get().map_err(Fault::internal)?;
            let answer = slot.run(self.0.kind.begin_write(), |conn| {
                let mut tx =
                    Tx::new(conn, self.0.kind, &self.0.given, actor.clone(), self.0.discipline);
                kept(work(&mut tx), &mut tx)
            });
            match answer {
                Err(fault) if fault.is_retry() && tries < RETRIES => tries += 1,
                other => return other,
            }
        }
    }
}

fn given(options: &Options, clock: Clock) -> Environment {
    let memory = Memory::default();
    Environment { clock, hash_key: options.hash_key, closing: options.closing, memory }
}

//! The door to the database. `Store::read` and `Store::write` run a closure inside one transaction,
//! on SQLite or PostgreSQL; `Tx` is what the closure works with. A fault rolls back everything,
//! unless it says that what was written must be kept.

pub(crate) mod backup;
mod batch;
pub(crate) mod bulk;
mod chunks;
pub(crate) mod conn;
mod connect;
mod desk;
pub(crate) mod discipline;
mod job;
mod lane;
mod memory;
pub mod migrate;
pub(crate) mod options;
mod prepared;
mod queue;
mod run;
pub mod schema;
mod statements;
mod turns;
mod tx;

use crate::access::Actor;
use crate::base::clock::Clock;
use crate::base::fault::{Fault, Result};
pub(crate) use bulk::insert_all;
pub(crate) use chunks::in_chunks;
pub use conn::{Conn, DatabaseKind};
use connect::Manager;
use desk::Desk;
use diesel::r2d2::Pool;
pub use discipline::Discipline;
pub use lane::Lane;
use memory::Memory;
pub use options::{Options, Waiting};
pub(crate) use prepared::Prepared;
use queue::Queue;
pub(crate) use run::{Run, found};
pub use statements::Statements;
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
    queue: Queue,
    statements: Arc<Statements>,
}

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
        Store::with(manager, options, given(options, clock), discipline)
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
        let one = Options { pool_size: 1, ..options.clone() };
        Store::with(manager, &one, given(options, clock), Discipline::Careful)
    }

    fn with(
        manager: Manager,
        options: &Options,
        given: Environment,
        discipline: Discipline,
    ) -> Result<Store, String> {
        let (kind, statements) = (manager.kind(), manager.statements());
        // SQLite's writer keeps one for itself. The others hold memory and are soon opened again.
        let (own, idle) = match kind {
            DatabaseKind::Sqlite => (1, Duration::from_secs(60)),
            DatabaseKind::Postgres => (0, Duration::from_secs(600)),
        };
        let pool = Pool::builder()
            .max_size(options.pool_size + own)
            .min_idle(Some(1))
            .idle_timeout(Some(idle))
            .test_on_check_out(false)
            .connection_timeout(Duration::from_secs(10))
            .build(manager)
            .map_err(|error| format!("The database cannot be opened: {error}"))?;
        let desk = Desk { kind, discipline, given: given.clone(), pool: pool.clone() };
        let queue = Queue::new(desk, options.waiting);
        Ok(Store(Arc::new(Shared { kind, given, pool, queue, statements })))
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

    /// Whether something is set that sends text messages.
    pub fn sends_texts(&self) -> bool {
        self.0.given.sends_texts
    }

    /// What it has sent to the database.
    pub fn statements(&self) -> &Statements {
        &self.0.statements
    }

    /// Reads one consistent state; nothing is written.
    pub fn read<T>(&self, actor: Actor, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
        let mut slot = self.0.pool.get().map_err(Fault::internal)?;
        let mut mapped = false;
        let answer = slot.run(self.0.kind.begin_read(), |conn| {
            let tx = Tx::new(conn, self.0.kind, &self.0.given, actor, Discipline::Careful);
            let mut tx = tx.reading();
            let answer = work(&mut tx);
            mapped = tx.is_mapped();
            (answer, false)
        });
        if mapped {
            slot.unmap()?;
        }
        answer
    }

    /// Decides and writes, all or nothing. The closure may run again when the database asks for it,
    /// so it must have no other effect.
    pub fn write<T: Send + 'static>(
        &self,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.0.queue.run(actor, work)
    }

    /// The same for one of many that ask at once: it waits for its turn without a thread, and is
    /// refused as `busy` where too many wait. In a lane, who asked first is decided first.
    pub async fn write_in_turn<T: Send + 'static>(
        &self,
        lane: Option<Lane>,
        actor: Actor,
        work: impl Fn(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.0.queue.in_turn(lane, actor, work).await
    }

    /// How many wait for their turn at this moment.
    pub fn waiting(&self) -> usize {
        self.0.queue.waiting()
    }

    /// Several pieces of work in order, each all or nothing by itself as in `write`. Where one
    /// thread writes, they share commits. The first fault is returned; what was done before it
    /// stands.
    pub fn write_each<T, W>(&self, actor: &Actor, works: Vec<W>) -> Result<Vec<T>>
    where
        T: Send + 'static,
        W: Fn(&mut Tx) -> Result<T> + Send + 'static,
    {
        self.0.queue.run_each(actor, works)
    }
}

fn given(options: &Options, clock: Clock) -> Environment {
    let memory = Memory::default();
    Environment {
        clock,
        hash_key: options.hash_key,
        closing: options.closing,
        sends_texts: options.sends_texts,
        memory,
    }
}

//! Many callers at one instant, on both databases. Each race runs with the guards on, where
//! nothing may go wrong, and once more with them off (PostgreSQL without the lock, SQLite
//! deciding in one transaction and writing in another), where the same test has to see what goes
//! wrong then, as more places taken than there are: a race that cannot fail proves nothing.

mod limits;
mod oversell;
mod places;
mod records;

use std::sync::{Arc, Barrier};
use std::thread;

use firstplace::db::Discipline;

use crate::support::app::{Backend, TestApp};
use crate::support::client::Answer;

/// A call that is ready to be sent.
type Ready = Box<dyn FnOnce() -> Answer + Send>;

/// Sends all at one instant, each from a thread of its own.
fn at_once(calls: Vec<Ready>) -> Vec<Answer> {
    let start = Arc::new(Barrier::new(calls.len()));
    let threads: Vec<_> = calls
        .into_iter()
        .map(|call| {
            let start = Arc::clone(&start);
            thread::spawn(move || {
                start.wait();
                call()
            })
        })
        .collect();
    threads.into_iter().map(|thread| thread.join().expect("a caller is answered")).collect()
}

type Race = fn(&TestApp) -> Vec<Answer>;
/// What a race may have broken, read from the tables.
type Seen = fn(&TestApp) -> Vec<String>;

/// How often the control may try: chance is on its side each time.
const CONTROLS: usize = 10;

fn without_guard(backend: Backend) -> Discipline {
    match backend {
        Backend::Sqlite => Discipline::DecideThenWrite,
        Backend::Postgres => Discipline::NoLock,
    }
}

fn holds(backend: Backend, race: Race, seen: Seen) {
    let app = TestApp::on(backend);
    let answers = race(&app);
    let failed: Vec<_> = answers.iter().filter(|answer| answer.status >= 500).collect();
    assert!(failed.is_empty(), "{failed:?}");
    assert_eq!(seen(&app), Vec::<String>::new());
}

fn fails_without_its_guard(backend: Backend, race: Race, seen: Seen) {
    for _ in 0..CONTROLS {
        let app = TestApp::with(backend, without_guard(backend));
        race(&app);
        let seen = seen(&app);
        if !seen.is_empty() {
            assert_ne!(app.broken(), Vec::<String>::new(), "the auditor misses {seen:?}");
            return;
        }
    }
    panic!("without the guard nothing went wrong in {CONTROLS} runs: this race proves nothing");
}

/// Makes of each race four tests: both databases, guards on and off, looking by `$seen`.
macro_rules! races {
    ($seen:ident: $($(#[doc = $doc:literal])* fn $name:ident($app:ident) $body:block)+) => {$(
        $(#[doc = $doc])*
        mod $name {
            use super::*;
            use $crate::support::app::{Backend, TestApp};

            fn race($app: &TestApp) -> Vec<Answer> $body

            #[test]
            fn sqlite() {
                holds(Backend::Sqlite, race, $seen);
            }

            #[test]
            fn postgres() {
                holds(Backend::Postgres, race, $seen);
            }

            #[test]
            fn sqlite_without_its_guard_it_goes_wrong() {
                fails_without_its_guard(Backend::Sqlite, race, $seen);
            }

            #[test]
            fn postgres_without_its_guard_it_goes_wrong() {
                fails_without_its_guard(Backend::Postgres, race, $seen);
            }
        }
    )+};
}
use races;

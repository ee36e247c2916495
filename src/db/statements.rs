//! How many statements the connections of one store have sent. What begins, marks or ends a
//! transaction is counted apart: it reads and writes nothing.

use diesel::connection::{DebugQuery, Instrumentation, InstrumentationEvent};
use std::fmt::{self, Write};
use std::mem::size_of_val;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Counted since the store was opened; what sets up a connection is left out.
#[derive(Default)]
pub struct Statements {
    sent: AtomicU64,
    of_transactions: AtomicU64,
    records: AtomicBool,
    recorded: Mutex<Vec<String>>,
}

impl Statements {
    /// Those that read or write something.
    pub fn sent(&self) -> u64 {
        self.sent.load(Ordering::Relaxed)
    }

    /// BEGIN, COMMIT, ROLLBACK, SAVEPOINT and RELEASE.
    pub fn of_transactions(&self) -> u64 {
        self.of_transactions.load(Ordering::Relaxed)
    }

    /// Keeps the text of each statement sent from now on, for tests that ask how it is planned.
    pub fn record(&self) {
        self.records.store(true, Ordering::Relaxed);
    }

    /// Those kept since `record`, without their values; none is kept after this.
    pub fn recorded(&self) -> Vec<String> {
        self.records.store(false, Ordering::Relaxed);
        std::mem::take(&mut self.recorded.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn keep(&self, query: &dyn DebugQuery) {
        let whole = query.to_string();
        // So diesel shows the values beside a statement.
        let text = whole.split(" -- binds: ").next().unwrap_or(&whole);
        self.recorded.lock().unwrap_or_else(PoisonError::into_inner).push(text.to_owned());
    }
}

/// What a connection counts by.
pub(super) struct Counting(pub Arc<Statements>);

impl Instrumentation for Counting {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        let InstrumentationEvent::StartQuery { query, .. } = event else { return };
        if is_of_transaction(query) {
            self.0.of_transactions.fetch_add(1, Ordering::Relaxed);
            return;
        }
        self.0.sent.fetch_add(1, Ordering::Relaxed);
        if self.0.records.load(Ordering::Relaxed) {
            self.0.keep(query);
        }
    }
}

/// Transactions begin and end with a plain text, which diesel hands over as a `&str`, and all else
/// with a query, which it hands over as one reference. To write a query out would build its SQL
/// once more for each statement, so only what may be a text is looked at.
fn is_of_transaction(query: &dyn DebugQuery) -> bool {
    if size_of_val(query) != size_of::<&str>() {
        return false;
    }
    let mut word = FirstWord::default();
    // It stops where the word ends, which is no fault.
    let _ = write!(word, "{query}");
    ["BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"].contains(&word.as_str())
}

/// The letters a text begins with.
#[derive(Default)]
struct FirstWord {
    letters: [u8; 12],
    length: usize,
}

impl FirstWord {
    fn as_str(&self) -> &str {
        std::str::from_utf8(&self.letters[..self.length]).unwrap_or_default()
    }
}

impl Write for FirstWord {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for letter in text.bytes() {
            if !letter.is_ascii_alphabetic() || self.length == self.letters.len() {
                return Err(fmt::Error);
            }
            self.letters[self.length] = letter;
            self.length += 1;
        }
        Ok(())
    }
}

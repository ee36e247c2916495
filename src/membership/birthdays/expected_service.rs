//! A child that was due long ago is asked about once. The home centre's staff are asked, not the
//! family: what became of the child may be hard to write about.

use super::expected_store;
use crate::base::fault::Fault;
use crate::db::Tx;
use crate::families::{TaskKind, store as families, task_store};
use chrono::Days;

/// How long after the due date staff are asked.
const DAYS_PAST_DUE: Days = Days::new(42);

/// Children asked about in one transaction.
const AT_ONCE: i64 = 50;

/// Puts those due long ago on their centre's list. Returns how many.
pub fn ask(tx: &mut Tx) -> Result<usize, Fault> {
    let now = tx.now();
    let due_by = now.civil_day() - DAYS_PAST_DUE;
    let found = expected_store::due_by(tx, due_by, AT_ONCE)?;
    for (child, family) in &found {
        if expected_store::asked(tx, child, now)? {
            let family = families::family(tx, family)?;
            task_store::add(tx, TaskKind::ConfirmBirth, &family, "due_long_ago")?;
        }
    }
    Ok(found.len())
}

/// Whether there is anybody to ask about; checked without blocking writers.
pub fn is_anybody_due(tx: &mut Tx) -> Result<bool, Fault> {
    let due_by = tx.today() - DAYS_PAST_DUE;
    Ok(!expected_store::due_by(tx, due_by, 1)?.is_empty())
}

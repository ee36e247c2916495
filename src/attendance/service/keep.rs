//! Writes what a decision about a register comes to: the new marks, which of all marks now stand,
//! and so who was seen.

use super::seen;
use crate::attendance::register::RegisterDesk;
use crate::attendance::{HeadCount, MarkRow, mark_log, merging};
use crate::base::fault::Result;
use crate::base::id::{HeadCountId, MarkId};
use crate::db::Tx;
use std::collections::BTreeMap;

/// What is already written, and whether it stands.
#[derive(Clone, Debug)]
pub(crate) struct Before {
    marks: BTreeMap<MarkId, (bool, bool)>,
    counts: BTreeMap<HeadCountId, bool>,
}

impl Before {
    pub(crate) fn of(desk: &RegisterDesk) -> Before {
        let mark = |row: &MarkRow| (row.id.clone(), (row.stands, row.disputed));
        let count = |row: &HeadCount| (row.id.clone(), row.stands);
        Before {
            marks: desk.rows.iter().map(mark).collect(),
            counts: desk.counts.iter().map(count).collect(),
        }
    }
}

/// Settles the desk and writes what is new.
pub(crate) fn keep(tx: &mut Tx, desk: &mut RegisterDesk, before: &Before) -> Result<()> {
    if desk.rows.len() > before.marks.len() {
        keep_marks(tx, desk, before)?;
    }
    if desk.counts.len() > before.counts.len() {
        keep_counts(tx, desk, before)?;
    }
    Ok(())
}

fn keep_marks(tx: &mut Tx, desk: &mut RegisterDesk, before: &Before) -> Result<()> {
    desk.rows.sort_by(|a, b| (a.at, &a.client_id, &a.id).cmp(&(b.at, &b.client_id, &b.id)));
    merging::settle_all(&mut desk.rows);

    let now = |row: &MarkRow| (row.stands, row.disputed);
    let changed_to = |state: (bool, bool)| {
        let is_changed =
            |row: &&MarkRow| before.marks.get(&row.id).is_some_and(|old| *old != now(row));
        let changed = desk.rows.iter().filter(is_changed);
        changed.filter(|row| now(row) == state).map(|row| &row.id).collect::<Vec<_>>()
    };
    let is_new = |row: &&MarkRow| !before.marks.contains_key(&row.id);
    let new: Vec<MarkRow> = desk.rows.iter().filter(is_new).cloned().collect();

    // A person has one mark that stands: the old one gives way before the new one is written.
    mark_log::store::set(tx, &changed_to((false, false)), false, false)?;
    mark_log::store::add(tx, new)?;
    mark_log::store::set(tx, &changed_to((true, false)), true, false)?;
    mark_log::store::set(tx, &changed_to((true, true)), true, true)?;
    seen::record(tx, desk)
}

fn keep_counts(tx: &mut Tx, desk: &mut RegisterDesk, before: &Before) -> Result<()> {
    merging::settle_counts(&mut desk.counts);
    for stands in [false, true] {
        let is_changed =
            |row: &&HeadCount| before.counts.get(&row.id).is_some_and(|old| *old != row.stands);
        let changed = desk.counts.iter().filter(is_changed).filter(|row| row.stands == stands);
        mark_log::store::set_counts(tx, &changed.map(|row| &row.id).collect::<Vec<_>>(), stands)?;
    }
    let is_new = |row: &&HeadCount| !before.counts.contains_key(&row.id);
    let new = desk.counts.iter().filter(is_new).cloned().collect();
    mark_log::store::add_counts(tx, new)
}

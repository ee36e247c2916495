//! Queries about marks and head-counts. Rows are added; of an existing row only whether it stands
//! ever changes.

use crate::attendance::{HeadCount, MarkRow};
use crate::base::fault::Result;
use crate::base::id::{FamilyId, HeadCountId, MarkId, SessionId};
use crate::db::schema::{head_counts, marks};
use crate::db::{Run, Tx, insert_all};
use diesel::prelude::*;

/// The whole log of a session, in the order of what the devices' clocks said.
pub(crate) fn of_session(tx: &mut Tx, session: &SessionId) -> Result<Vec<MarkRow>> {
    Ok(marks::table
        .filter(marks::session_id.eq(session.as_str()))
        .order((marks::at, marks::client_id, marks::id))
        .select(MarkRow::as_select())
        .load(tx.conn())?)
}

/// The families that somebody marked in these sessions.
pub(crate) fn families_marked(
    tx: &mut Tx,
    sessions: &[&SessionId],
) -> Result<Vec<(SessionId, FamilyId)>> {
    Ok(marks::table
        .filter(marks::session_id.eq_any(sessions))
        .filter(marks::stands.eq(true))
        .select((marks::session_id, marks::family_id))
        .distinct()
        .load(tx.conn())?)
}

/// The marks that stand in several sessions.
pub(crate) fn standing_of(tx: &mut Tx, sessions: &[&SessionId]) -> Result<Vec<MarkRow>> {
    Ok(marks::table
        .filter(marks::session_id.eq_any(sessions))
        .filter(marks::stands.eq(true))
        .order((marks::session_id, marks::at, marks::client_id, marks::id))
        .select(MarkRow::as_select())
        .load(tx.conn())?)
}

pub(crate) fn counts_of(tx: &mut Tx, session: &SessionId) -> Result<Vec<HeadCount>> {
    Ok(head_counts::table
        .filter(head_counts::session_id.eq(session.as_str()))
        .order((head_counts::at, head_counts::client_id))
        .select(HeadCount::as_select())
        .load(tx.conn())?)
}

pub(crate) fn add(tx: &mut Tx, rows: Vec<MarkRow>) -> Result<()> {
    insert_all!(tx, marks::table, rows)
}

pub(crate) fn add_counts(tx: &mut Tx, rows: Vec<HeadCount>) -> Result<()> {
    insert_all!(tx, head_counts::table, rows)
}

/// Updates whether these marks stand and are disputed.
pub(crate) fn set(tx: &mut Tx, ids: &[&MarkId], stands: bool, disputed: bool) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    diesel::update(marks::table.filter(marks::id.eq_any(ids)))
        .set((marks::stands.eq(stands), marks::disputed.eq(disputed)))
        .run(tx)
}

pub(crate) fn set_counts(tx: &mut Tx, ids: &[&HeadCountId], stands: bool) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    diesel::update(head_counts::table.filter(head_counts::id.eq_any(ids)))
        .set(head_counts::stands.eq(stands))
        .run(tx)
}

//! Queries about merges of records.

pub(crate) mod threads;

use super::{Move, RecordJoin};
use crate::base::fault::Result;
use crate::base::id::{AccountId, BookingId, ChildId, FamilyId, RecordJoinId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::Holds;
use crate::db::schema::{
    booking_children, booking_sessions, family_children, record_join_moves, record_joins, sessions,
};
use crate::db::{Run, Tx, found};
use diesel::prelude::*;

/// One date of what a family holds or waits for; a course has one for each of its dates.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub(crate) struct Date {
    pub booking: BookingId,
    pub session: SessionId,
    pub family: FamilyId,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

/// What these families hold or wait for, by session.
pub(crate) fn live(tx: &mut Tx, ids: &[&FamilyId]) -> Result<Vec<Date>> {
    let dates = diesel::alias!(sessions as dates);
    let counted_here = dates
        .field(sessions::id)
        .eq(booking_sessions::session_id)
        .or(dates.field(sessions::head_session_id).eq(booking_sessions::session_id.nullable()));
    Ok(booking_sessions::table
        .inner_join(dates.on(counted_here.assume_not_null()))
        .filter(booking_sessions::family_id.eq_any(ids.to_vec()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order((booking_sessions::session_id, booking_sessions::booking_id))
        .select((
            booking_sessions::booking_id,
            booking_sessions::session_id,
            booking_sessions::family_id,
            dates.field(sessions::starts_at),
            dates.field(sessions::ends_at),
        ))
        .load(tx.conn())?)
}

/// The children of these bookings.
pub(crate) fn parties(tx: &mut Tx, ids: &[&BookingId]) -> Result<Vec<(BookingId, ChildId)>> {
    Ok(booking_children::table
        .filter(booking_children::booking_id.eq_any(ids.to_vec()))
        .order((booking_children::booking_id, booking_children::child_id))
        .select((booking_children::booking_id, booking_children::child_id))
        .load(tx.conn())?)
}

/// The bookings by which both children come.
pub(crate) fn with_both(tx: &mut Tx, one: &ChildId, other: &ChildId) -> Result<Vec<BookingId>> {
    let with_one = booking_children::table
        .filter(booking_children::child_id.eq(one.as_str()))
        .select(booking_children::booking_id)
        .load::<BookingId>(tx.conn())?;
    Ok(booking_children::table
        .filter(booking_children::child_id.eq(other.as_str()))
        .filter(booking_children::booking_id.eq_any(with_one))
        .order(booking_children::booking_id)
        .select(booking_children::booking_id)
        .load(tx.conn())?)
}

/// What a booking holds, and where.
pub(crate) fn held(tx: &mut Tx, id: &BookingId) -> Result<Vec<(SessionId, Holds)>> {
    Ok(booking_sessions::table
        .filter(booking_sessions::booking_id.eq(id.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order(booking_sessions::session_id)
        .select((booking_sessions::session_id, booking_sessions::holds))
        .load(tx.conn())?)
}

/// Where a child lives: `(family, position, is home)`.
pub(crate) fn homes(tx: &mut Tx, child: &ChildId) -> Result<Vec<(FamilyId, i32, bool)>> {
    Ok(family_children::table
        .filter(family_children::child_id.eq(child.as_str()))
        .order(family_children::family_id)
        .select((family_children::family_id, family_children::position, family_children::is_home))
        .load(tx.conn())?)
}

/// Children who come by a family's live bookings though they do not belong to it.
pub(crate) fn strangers(tx: &mut Tx, family: &FamilyId) -> Result<Vec<(SessionId, ChildId)>> {
    let rows: Vec<(SessionId, ChildId)> = booking_sessions::table
        .inner_join(
            booking_children::table
                .on(booking_children::booking_id.eq(booking_sessions::booking_id)),
        )
        .filter(booking_sessions::family_id.eq(family.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .select((booking_sessions::session_id, booking_children::child_id))
        .load(tx.conn())?;
    let own: Vec<ChildId> = family_children::table
        .filter(family_children::family_id.eq(family.as_str()))
        .select(family_children::child_id)
        .load(tx.conn())?;
    Ok(rows.into_iter().filter(|(_, child)| !own.contains(child)).collect())
}

pub(crate) fn add(tx: &mut Tx, join: &RecordJoin, moves: &[Move]) -> Result<()> {
    diesel::insert_into(record_joins::table).values(join).execute(tx.conn())?;
    for change in moves {
        diesel::insert_into(record_join_moves::table).values(change).execute(tx.conn())?;
    }
    Ok(())
}

/// The merges of a family's record that stand, the newest first.
pub(crate) fn joins_of(tx: &mut Tx, kept: &FamilyId) -> Result<Vec<RecordJoin>> {
    Ok(record_joins::table
        .filter(record_joins::kept_family_id.eq(kept.as_str()))
        .filter(record_joins::undone_at.is_null())
        .order(record_joins::id.desc())
        .limit(20)
        .select(RecordJoin::as_select())
        .load(tx.conn())?)
}

pub(crate) fn join(tx: &mut Tx, id: &RecordJoinId) -> Result<RecordJoin> {
    found(
        record_joins::table.find(id.as_str()).select(RecordJoin::as_select()).first(tx.conn()),
        "join",
    )
}

pub(crate) fn moves(tx: &mut Tx, id: &RecordJoinId) -> Result<Vec<Move>> {
    Ok(record_join_moves::table
        .filter(record_join_moves::join_id.eq(id.as_str()))
        .order(record_join_moves::position)
        .select(Move::as_select())
        .load(tx.conn())?)
}

pub(crate) fn undone(
    tx: &mut Tx,
    id: &RecordJoinId,
    at: Moment,
    by: Option<&AccountId>,
) -> Result<()> {
    diesel::update(record_joins::table.find(id.as_str()))
        .set((record_joins::undone_at.eq(at), record_joins::undone_by.eq(by)))
        .run(tx)
}

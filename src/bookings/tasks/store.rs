//! Queries about tasks.

use super::{Task, TaskKind, TaskSeen};
use crate::base::fault::Result;
use crate::base::id::{BookingId, OfferId, SessionId, TaskId};
use crate::base::moment::Moment;
use crate::db::schema::{bookings, families, sessions, tasks};
use crate::db::{Conn, Run, Tx, found};
use diesel::Connection;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

pub(crate) fn add(tx: &mut Tx, task: &Task) -> Result<()> {
    diesel::insert_into(tasks::table).values(task).run(tx)
}

pub(crate) fn task(tx: &mut Tx, id: &TaskId) -> Result<Task> {
    found(tasks::table.find(id.as_str()).select(Task::as_select()).first(tx.conn()), "task")
}

/// Which open tasks.
pub(crate) struct Open {
    pub seen: TaskSeen,
    /// `None`: of every kind.
    pub kinds: Option<Vec<TaskKind>>,
    /// Only what is for the safeguarding lead: about restricted records.
    pub for_lead: bool,
    /// Only about this session.
    pub session: Option<SessionId>,
}

/// Open tasks, the oldest first.
pub(crate) fn open(tx: &mut Tx, open: &Open, after: &str, rows: i64) -> Result<Vec<Task>> {
    let mut query =
        visible(&open.seen).filter(tasks::done_at.is_null()).filter(tasks::id.gt(after.to_owned()));
    if let Some(kinds) = &open.kinds {
        query = query.filter(tasks::kind.eq_any(kinds.clone()));
    }
    if let Some(session) = &open.session {
        query = query.filter(tasks::session_id.eq(session.to_string()));
    }
    if open.for_lead {
        let restricted = families::table
            .filter(families::id.nullable().eq(tasks::family_id))
            .filter(families::restricted.eq(true));
        query = query.filter(tasks::kind.eq(TaskKind::RestrictedMet).or(exists(restricted)));
    }
    Ok(query.order(tasks::id).limit(rows).select(Task::as_select()).load(tx.conn())?)
}

pub(crate) fn is_seen(tx: &mut Tx, id: &TaskId, seen: &TaskSeen) -> Result<bool> {
    let query = visible(seen).filter(tasks::id.eq(id.to_string()));
    let found: i64 = query.count().get_result(tx.conn())?;
    Ok(found > 0)
}

/// Whether there is an open task about these two places, in either order.
pub(crate) fn is_told(tx: &mut Tx, one: &BookingId, other: &BookingId) -> Result<bool> {
    let pair = |one: &BookingId, other: &BookingId| {
        tasks::booking_id
            .eq(one.to_string())
            .and(tasks::other_booking_id.eq(other.to_string()))
            .assume_not_null()
    };
    let found: i64 = tasks::table
        .filter(pair(one, other).or(pair(other, one)))
        .filter(tasks::done_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(found > 0)
}

fn visible(seen: &TaskSeen) -> tasks::BoxedQuery<'static, <Conn as Connection>::Backend> {
    let mut query = tasks::table.into_boxed();
    let of_one = || tasks::other_booking_id.is_null();
    if let Some(centres) = &seen.centres {
        query = query.filter(tasks::centre_id.eq_any(centres.clone()));
    }
    if let Some(centres) = &seen.two_places_at {
        let other_at = bookings::table
            .inner_join(sessions::table.on(sessions::id.eq(bookings::session_id)))
            .filter(bookings::id.nullable().eq(tasks::other_booking_id))
            .filter(sessions::centre_id.eq_any(centres.clone()));
        let both_at = tasks::centre_id.eq_any(centres.clone()).and(exists(other_at));
        query = query.filter(of_one().or(both_at));
    }
    if !seen.restricted {
        query = query.filter(tasks::kind.ne(TaskKind::RestrictedMet));
        let restricted = bookings::table
            .inner_join(families::table.on(families::id.eq(bookings::family_id)))
            .filter(
                bookings::id
                    .nullable()
                    .eq(tasks::booking_id)
                    .or(bookings::id.nullable().eq(tasks::other_booking_id)),
            )
            .filter(families::restricted.eq(true));
        query = query.filter(of_one().or(not(exists(restricted))));
    }
    query
}

/// Somebody rang, and nobody answered.
pub(crate) fn tried(tx: &mut Tx, id: &TaskId, at: Moment) -> Result<()> {
    diesel::update(tasks::table.find(id.as_str())).set(tasks::tried_at.eq(at)).run(tx)
}

pub(crate) fn done(
    tx: &mut Tx,
    id: &TaskId,
    by: Option<&str>,
    outcome: &str,
    at: Moment,
) -> Result<()> {
    diesel::update(tasks::table.find(id.as_str()))
        .set((tasks::done_at.eq(at), tasks::done_by.eq(by), tasks::outcome.eq(outcome)))
        .run(tx)
}

/// The call that an offer waits for is no longer needed.
pub(crate) fn close_for_offer(tx: &mut Tx, offer: &OfferId, at: Moment) -> Result<()> {
    diesel::update(
        tasks::table.filter(tasks::offer_id.eq(offer.as_str())).filter(tasks::done_at.is_null()),
    )
    .set((tasks::done_at.eq(at), tasks::outcome.eq("offer_ended")))
    .run(tx)
}

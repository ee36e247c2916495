//! Queries about registers of sessions that are over.

use super::{RegisterPhase, RegistersQuery};
use crate::attendance::RegisterState;
use crate::base::calendar::{day_begins, today_begins};
use crate::base::fault::Result;
use crate::base::id::{AccountId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::tasks::Task;
use crate::db::schema::{activities, registers, sessions, tasks};
use crate::db::{Run, Tx};
use crate::families::TaskKind;
use crate::sessions::Session;
use chrono::Days;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// Which registers to list.
#[derive(Clone)]
pub(crate) struct RegisterFilter<'a> {
    pub wanted: &'a RegistersQuery,
    /// `None`: of all.
    pub centres: Option<Vec<CentreId>>,
    /// What has begun and what has ended is judged by this.
    pub now: Moment,
    /// `(ends_at, id)` of the last one of the page before.
    pub after: Option<(Moment, SessionId)>,
    pub rows: i64,
}

/// Sessions that have begun, by their end, each with the title of its activity and when its
/// register was completed.
pub(crate) fn list(
    tx: &mut Tx,
    filter: &RegisterFilter,
) -> Result<Vec<(Session, String, Option<Moment>)>> {
    let (wanted, now) = (filter.wanted, filter.now);
    let from: Moment = wanted.from.map_or_else(|| today_begins(now.utc()), day_begins).into();
    let mut query = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::starts_at.le(now))
        .filter(sessions::ends_at.gt(from))
        .into_boxed();
    query = match wanted.phase {
        Some(RegisterPhase::Running) => query.filter(sessions::ends_at.gt(now)),
        Some(RegisterPhase::Ended) => query.filter(sessions::ends_at.le(now)),
        None => query,
    };
    let completed_at = registers::completed_at.nullable();
    query = match wanted.state {
        Some(RegisterState::Open) => query.filter(completed_at.is_null()),
        Some(RegisterState::Complete) => query.filter(completed_at.is_not_null()),
        None => query,
    };
    if let Some(centres) = &filter.centres {
        query = query.filter(sessions::centre_id.eq_any(centres));
    }
    if let Some(to) = wanted.to {
        let until: Moment = day_begins(to + Days::new(1)).into();
        query = query.filter(sessions::ends_at.le(until));
    }
    if let Some((ends_at, id)) = &filter.after {
        let same_end = sessions::ends_at.eq(*ends_at).and(sessions::id.gt(id));
        query = query.filter(sessions::ends_at.gt(*ends_at).or(same_end));
    }
    Ok(query
        .order((sessions::ends_at, sessions::id))
        .limit(filter.rows)
        .select((Session::as_select(), activities::title, completed_at))
        .load(tx.conn())?)
}

/// Sessions that ended in a period, whose register is open and was never on the list.
pub(crate) fn to_nag(
    tx: &mut Tx,
    after: Moment,
    until: Moment,
    rows: i64,
) -> Result<Vec<SessionId>> {
    let complete = registers::table.filter(registers::session_id.eq(sessions::id));
    let listed = tasks::table
        .filter(tasks::kind.eq(TaskKind::RegisterIncomplete))
        .filter(tasks::session_id.eq(sessions::id.nullable()));
    Ok(sessions::table
        .filter(sessions::ends_at.gt(after))
        .filter(sessions::ends_at.le(until))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::announced_at.is_not_null())
        .filter(not(exists(complete)))
        .filter(not(exists(listed)))
        .order(sessions::id)
        .limit(rows)
        .select(sessions::id)
        .load(tx.conn())?)
}

/// Sessions on the list that no longer need to be.
pub(crate) fn to_close(tx: &mut Tx, rows: i64) -> Result<Vec<SessionId>> {
    let complete = registers::table.filter(registers::session_id.eq(sessions::id));
    Ok(tasks::table
        .inner_join(sessions::table.on(sessions::id.nullable().eq(tasks::session_id)))
        .filter(tasks::kind.eq(TaskKind::RegisterIncomplete))
        .filter(tasks::done_at.is_null())
        .filter(sessions::cancelled_at.is_not_null().or(exists(complete)))
        .order(sessions::id)
        .limit(rows)
        .select(sessions::id)
        .load(tx.conn())?)
}

/// False where the session is on the list already.
pub(crate) fn add(tx: &mut Tx, task: &Task) -> Result<bool> {
    diesel::insert_into(tasks::table).values(task).run_if_new(tx)
}

/// Takes a session off the list.
pub(crate) fn close(
    tx: &mut Tx,
    session: &SessionId,
    by: Option<&AccountId>,
    at: Moment,
) -> Result<()> {
    diesel::update(tasks::table)
        .filter(tasks::kind.eq(TaskKind::RegisterIncomplete))
        .filter(tasks::session_id.eq(session))
        .filter(tasks::done_at.is_null())
        .set((tasks::done_at.eq(at), tasks::done_by.eq(by), tasks::outcome.eq("completed")))
        .run(tx)
}

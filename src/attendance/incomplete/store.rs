//! Queries about registers of sessions that are over.

use super::{Over, RegisterPhase};
use crate::attendance::RegisterState;
use crate::base::fault::{Fault, is_duplicate};
use crate::base::id::{CentreId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::tasks::Task;
use crate::centres::Centre;
use crate::db::Tx;
use crate::db::schema::{activities, centres, registers, sessions, tasks};
use crate::families::TaskKind;
use crate::sessions::{Activity, Planned, Session};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// Which registers to list.
#[derive(Clone, Debug)]
pub struct RegisterFilter {
    pub state: Option<RegisterState>,
    pub phase: Option<RegisterPhase>,
    /// `None`: of all.
    pub centres: Option<Vec<CentreId>>,
    /// Sessions that end after this …
    pub from: Moment,
    /// … and by this.
    pub to: Option<Moment>,
    /// What has begun and what has ended is judged by this.
    pub now: Moment,
    /// `(ends_at, id)` of the last one of the page before.
    pub after: Option<(Moment, SessionId)>,
    pub rows: i64,
}

/// Sessions that have begun, by their end, with their registers.
pub fn list(tx: &mut Tx, filter: &RegisterFilter) -> Result<Vec<Over>, Fault> {
    let mut query = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .inner_join(centres::table.on(centres::id.eq(sessions::centre_id)))
        .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::starts_at.le(filter.now))
        .filter(sessions::ends_at.gt(filter.from))
        .into_boxed();
    match filter.phase {
        Some(RegisterPhase::Running) => query = query.filter(sessions::ends_at.gt(filter.now)),
        Some(RegisterPhase::Ended) => query = query.filter(sessions::ends_at.le(filter.now)),
        None => {}
    }
    match filter.state {
        Some(RegisterState::Open) => {
            query = query.filter(registers::completed_at.nullable().is_null());
        }
        Some(RegisterState::Complete) => {
            query = query.filter(registers::completed_at.nullable().is_not_null());
        }
        None => {}
    }
    if let Some(centres) = &filter.centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(sessions::centre_id.eq_any(ids));
    }
    if let Some(to) = filter.to {
        query = query.filter(sessions::ends_at.le(to));
    }
    if let Some((ends_at, id)) = &filter.after {
        query = query.filter(
            sessions::ends_at
                .gt(*ends_at)
                .or(sessions::ends_at.eq(*ends_at).and(sessions::id.gt(id.clone()))),
        );
    }
    let rows: Vec<(Session, Activity, Centre, Option<Moment>)> = query
        .order((sessions::ends_at, sessions::id))
        .limit(filter.rows)
        .select((
            Session::as_select(),
            Activity::as_select(),
            Centre::as_select(),
            registers::completed_at.nullable(),
        ))
        .load(tx.conn())?;
    let over = |(session, activity, centre, completed_at)| Over {
        planned: Planned { session, activity, centre },
        completed_at,
    };
    Ok(rows.into_iter().map(over).collect())
}

/// Sessions that ended in a period, whose register is open and was never on the list.
pub fn to_nag(
    tx: &mut Tx,
    after: Moment,
    until: Moment,
    rows: i64,
) -> Result<Vec<SessionId>, Fault> {
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
pub fn to_close(tx: &mut Tx, rows: i64) -> Result<Vec<SessionId>, Fault> {
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
pub fn add(tx: &mut Tx, task: &Task) -> Result<bool, Fault> {
    let added = tx.attempt(|conn| diesel::insert_into(tasks::table).values(task).execute(conn));
    match added {
        Ok(_) => Ok(true),
        Err(error) if is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Takes a session off the list.
pub fn close(tx: &mut Tx, session: &SessionId, by: Option<&str>, at: Moment) -> Result<(), Fault> {
    diesel::update(tasks::table)
        .filter(tasks::kind.eq(TaskKind::RegisterIncomplete))
        .filter(tasks::session_id.eq(session.as_str()))
        .filter(tasks::done_at.is_null())
        .set((tasks::done_at.eq(at), tasks::done_by.eq(by), tasks::outcome.eq("completed")))
        .execute(tx.conn())?;
    Ok(())
}

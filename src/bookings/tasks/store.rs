//! Queries about tasks.

use super::{Task, TaskKind};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{CentreId, FamilyId, OfferId, SessionId, TaskId};
use crate::moment::Moment;
use crate::schema::tasks;
use diesel::prelude::*;

pub fn add(tx: &mut Tx, task: &Task) -> Result<(), Fault> {
    diesel::insert_into(tasks::table).values(task).execute(tx.conn())?;
    Ok(())
}

pub fn task(tx: &mut Tx, id: &TaskId) -> Result<Task, Fault> {
    tasks::table
        .find(id.as_str())
        .select(Task::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("task"))
}

/// Which open tasks.
pub struct Open {
    /// `None`: of all.
    pub centres: Option<Vec<CentreId>>,
    pub kind: Option<TaskKind>,
}

/// Open tasks, the oldest first.
pub fn open(tx: &mut Tx, open: &Open, after: &str, rows: i64) -> Result<Vec<Task>, Fault> {
    let mut query = tasks::table
        .filter(tasks::done_at.is_null())
        .filter(tasks::id.gt(after.to_owned()))
        .into_boxed();
    if let Some(kind) = open.kind {
        query = query.filter(tasks::kind.eq(kind));
    }
    if let Some(centres) = &open.centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(tasks::centre_id.eq_any(ids));
    }
    Ok(query.order(tasks::id).limit(rows).select(Task::as_select()).load(tx.conn())?)
}

pub fn is_open(
    tx: &mut Tx,
    kind: TaskKind,
    session: &SessionId,
    family: &FamilyId,
) -> Result<bool, Fault> {
    let count: i64 = tasks::table
        .filter(tasks::kind.eq(kind))
        .filter(tasks::session_id.eq(session.as_str()))
        .filter(tasks::family_id.eq(family.as_str()))
        .filter(tasks::done_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(count > 0)
}

pub fn done(
    tx: &mut Tx,
    id: &TaskId,
    by: Option<&str>,
    outcome: &str,
    at: Moment,
) -> Result<(), Fault> {
    diesel::update(tasks::table.find(id.as_str()))
        .set((tasks::done_at.eq(at), tasks::done_by.eq(by), tasks::outcome.eq(outcome)))
        .execute(tx.conn())?;
    Ok(())
}

/// The call that an offer waits for is no longer needed.
pub fn close_for_offer(tx: &mut Tx, offer: &OfferId, at: Moment) -> Result<(), Fault> {
    diesel::update(
        tasks::table.filter(tasks::offer_id.eq(offer.as_str())).filter(tasks::done_at.is_null()),
    )
    .set((tasks::done_at.eq(at), tasks::outcome.eq("offer_ended")))
    .execute(tx.conn())?;
    Ok(())
}

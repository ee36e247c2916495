//! Tasks for staff about a family. The task list itself, with its sessions and offers, is in
//! `bookings`.

use crate::base::fault::Result;
use crate::base::id::{CentreId, FamilyId, TaskId};
use crate::base::moment::Moment;
use crate::db::schema::{centres, tasks};
use crate::db::{Run, Tx};
use crate::families::{Family, TaskKind};
use diesel::prelude::*;

/// Adds a task about a family to its centre's list, unless the same one is open. Without a home
/// centre it goes to the first centre, so that somebody sees it.
pub(crate) fn add(tx: &mut Tx, kind: TaskKind, family: &Family, detail: &str) -> Result<()> {
    if is_open(tx, kind, family)? {
        return Ok(());
    }
    let centre = match &family.centre_id {
        Some(centre) => Some(centre.clone()),
        None => first_centre(tx)?,
    };
    let Some(centre) = centre else { return Ok(()) };
    let now = tx.now();
    diesel::insert_into(tasks::table)
        .values((
            tasks::id.eq(TaskId::new()),
            tasks::centre_id.eq(centre),
            tasks::kind.eq(kind),
            tasks::family_id.eq(family.id.as_str()),
            tasks::detail.eq(detail),
            tasks::made_at.eq(now),
        ))
        .run(tx)
}

fn is_open(tx: &mut Tx, kind: TaskKind, family: &Family) -> Result<bool> {
    Ok(open_since(tx, kind, &family.id)?.is_some())
}

/// Since when a task about a family has been open.
pub(crate) fn open_since(tx: &mut Tx, kind: TaskKind, family: &FamilyId) -> Result<Option<Moment>> {
    Ok(tasks::table
        .filter(tasks::kind.eq(kind))
        .filter(tasks::family_id.eq(family.as_str()))
        .filter(tasks::done_at.is_null())
        .order(tasks::made_at)
        .select(tasks::made_at)
        .first(tx.conn())
        .optional()?)
}

/// Where work for a family without a home centre is done: the first centre.
pub(crate) fn first_centre(tx: &mut Tx) -> Result<Option<CentreId>> {
    Ok(centres::table.select(centres::id).order(centres::id).first(tx.conn()).optional()?)
}

//! Locking sessions: touching their rows, so that nobody else decides about them, and what was kept
//! of them is no longer true.

use super::planned;
use crate::base::fault::Result;
use crate::base::id::{FamilyId, SessionId};
use crate::base::literal::Literal;
use crate::base::moment::Moment;
use crate::db::schema::{booking_sessions, sessions};
use crate::db::{Prepared, Run, Tx};
use crate::sessions::Planned;
use diesel::prelude::*;

/// Locks sessions against every other decision about them; the moment is read afterwards.
pub(crate) fn lock(tx: &mut Tx, ids: &[SessionId]) -> Result<()> {
    touch(tx, ids).map(drop)
}

/// The same of sessions that were just read, as they are now that they are locked, and of others
/// that only have to be locked with them.
pub(crate) fn lock_planned(
    tx: &mut Tx,
    read: Vec<Planned>,
    others: Vec<SessionId>,
) -> Result<Vec<Planned>> {
    let mut ids = others;
    ids.extend(read.iter().map(|planned| planned.session.id.clone()));
    let touched = touch(tx, &ids)?;
    let mut locked = Vec::with_capacity(read.len());
    for mut one in read {
        let id = &one.session.id;
        let touched = touched.iter().find(|(touched, _)| touched == id).map(|(_, count)| *count);
        if touched == Some(one.session.touched + 1) {
            one.session.touched += 1;
            locked.push(one);
        } else {
            // Somebody decided about it in between.
            locked.push(planned(tx, id)?);
        }
    }
    Ok(locked)
}

/// Each with how often it has now been touched.
fn touch(tx: &mut Tx, ids: &[SessionId]) -> Result<Vec<(SessionId, i64)>> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    let mut touched = Vec::with_capacity(ids.len());
    tx.lock(|conn| {
        for id in ids {
            let row = diesel::update(sessions::table.find(id.as_str().to_owned()))
                .set(sessions::touched.eq(sessions::touched + 1))
                .returning(sessions::touched);
            let count: Option<i64> = Prepared(row).get_result(conn).optional()?;
            touched.extend(count.map(|count| (id, count)));
        }
        Ok(())
    })?;
    Ok(touched)
}

/// Sessions whose lines one party joins together count on from the same number.
pub(crate) fn count_on_from(tx: &mut Tx, ids: &[SessionId], number: i64) -> Result<()> {
    for id in ids {
        diesel::update(sessions::table.find(id.as_str()))
            .set(sessions::touched.eq(number))
            .run(tx)?;
    }
    Ok(())
}

/// Something about a family changed: the lines it stands in are looked at again from this moment
/// on, and what was kept of them is no longer true.
pub(crate) fn look_again(tx: &mut Tx, family: &FamilyId, at: Moment) -> Result<()> {
    let lines = lines_of(tx, family)?;
    look_again_at(tx, &lines, at)
}

/// The sessions whose lines a family stands in.
pub(crate) fn lines_of(tx: &mut Tx, family: &FamilyId) -> Result<Vec<SessionId>> {
    Ok(booking_sessions::table
        .filter(booking_sessions::family_id.eq(family.as_str()))
        .filter(booking_sessions::holds.eq(Literal::of("waits")))
        .order(booking_sessions::session_id)
        .select(booking_sessions::session_id)
        .load(tx.conn())?)
}

/// The same, where its lines are known.
pub(crate) fn look_again_at(tx: &mut Tx, lines: &[SessionId], at: Moment) -> Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    diesel::update(sessions::table.filter(sessions::id.eq_any(lines)))
        .set((sessions::settled_until.eq(at), sessions::touched.eq(sessions::touched + 1)))
        .run(tx)
}

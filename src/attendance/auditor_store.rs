//! What the auditor counts: people marked as here, and contacts made from registers.

use super::Mark;
use crate::base::fault::Fault;
use crate::base::id::SessionId;
use crate::contacts::{Kind, Source};
use crate::db::Tx;
use crate::schema::{activities, contacts, marks, sessions};
use diesel::prelude::*;

/// Children marked as here, by session; of sessions for adults only, families whose adults are.
pub fn here(tx: &mut Tx, adults_only: bool) -> Result<Vec<(SessionId, i64)>, Fault> {
    let mut query = marks::table
        .inner_join(sessions::table.on(sessions::id.eq(marks::session_id)))
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(marks::stands.eq(true))
        .filter(marks::mark.eq_any([Mark::Came, Mark::Late]))
        .filter(activities::adults_only.eq(adults_only))
        .group_by(marks::session_id)
        .select((marks::session_id, diesel::dsl::count_star()))
        .into_boxed();
    query = match adults_only {
        true => query.filter(marks::child_id.is_null()).filter(marks::adults.gt(0)),
        false => query.filter(marks::child_id.is_not_null()),
    };
    Ok(query.order(marks::session_id).load(tx.conn())?)
}

/// Contacts of registers that stand, by session: of children, or of adults alone.
pub fn met(tx: &mut Tx, adults_only: bool) -> Result<Vec<(Option<SessionId>, i64)>, Fault> {
    let mut query = contacts::table
        .filter(contacts::kind.eq(Kind::Attendance))
        .filter(contacts::source.eq(Source::Register))
        .filter(contacts::session_id.is_not_null())
        .filter(contacts::withdrawn_at.is_null())
        .group_by(contacts::session_id)
        .select((contacts::session_id, diesel::dsl::count_star()))
        .into_boxed();
    query = match adults_only {
        true => query.filter(contacts::child_id.is_null()),
        false => query.filter(contacts::child_id.is_not_null()),
    };
    Ok(query.order(contacts::session_id).load(tx.conn())?)
}

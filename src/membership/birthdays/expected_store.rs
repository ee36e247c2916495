//! Queries about children whose due date is long past.

use crate::base::fault::Fault;
use crate::base::id::{ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::membership::Standing;
use crate::schema::{children, families, family_children, memberships};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Expected children due by a day and not asked about, with their member family. A restricted
/// record is left to the safeguarding lead.
pub fn due_by(tx: &mut Tx, day: NaiveDate, rows: i64) -> Result<Vec<(ChildId, FamilyId)>, Fault> {
    Ok(children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .inner_join(memberships::table.on(memberships::family_id.eq(families::id)))
        .filter(children::due_on.le(day))
        .filter(children::ended.is_null())
        .filter(children::asked_at.is_null())
        .filter(family_children::is_home.eq(true))
        .filter(families::restricted.eq(false))
        .filter(families::joined_into.is_null())
        .filter(memberships::status.eq_any(vec![Standing::Listed, Standing::Member]))
        .order(children::id)
        .limit(rows)
        .select((children::id, families::id))
        .load(tx.conn())?)
}

/// False where it was asked before.
pub fn asked(tx: &mut Tx, child: &ChildId, at: Moment) -> Result<bool, Fault> {
    let written = diesel::update(children::table.find(child.as_str()))
        .filter(children::asked_at.is_null())
        .set(children::asked_at.eq(at))
        .execute(tx.conn())?;
    Ok(written == 1)
}

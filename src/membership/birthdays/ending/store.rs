//! Queries for memberships that may have ended: whose child turns five, and where none is left.

use crate::base::fault::Fault;
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::db::schema::{children, family_children, memberships};
use crate::membership::Standing;
use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

fn live() -> Vec<Standing> {
    vec![Standing::Listed, Standing::Member]
}

/// Live memberships of children born on one of these days.
pub fn with_births(tx: &mut Tx, births: &[NaiveDate]) -> Result<Vec<FamilyId>, Fault> {
    Ok(children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(memberships::table.on(memberships::family_id.eq(family_children::family_id)))
        .filter(children::born_on.eq_any(births.to_vec()))
        .filter(memberships::status.eq_any(live()))
        .order(memberships::family_id)
        .select(memberships::family_id)
        .distinct()
        .load(tx.conn())?)
}

/// Live memberships with children on record and none of them expected or born since a day.
pub fn with_nobody_left(tx: &mut Tx, born_since: NaiveDate) -> Result<Vec<FamilyId>, Fault> {
    let any = family_children::table.filter(family_children::family_id.eq(memberships::family_id));
    let left = family_children::table
        .inner_join(children::table.on(children::id.eq(family_children::child_id)))
        .filter(family_children::family_id.eq(memberships::family_id))
        .filter(children::ended.is_null())
        .filter(
            children::due_on.is_not_null().or(children::born_on.ge(born_since).assume_not_null()),
        );
    Ok(memberships::table
        .filter(memberships::status.eq_any(live()))
        .filter(exists(any))
        .filter(not(exists(left)))
        .order(memberships::family_id)
        .select(memberships::family_id)
        .load(tx.conn())?)
}

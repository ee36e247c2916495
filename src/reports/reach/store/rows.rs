//! Queries about what may be shown of a figure: which children live in a restricted household, and
//! for which families staff stated a group themselves.

use crate::base::fault::Fault;
use crate::base::id::ChildId;
use crate::db::Tx;
use crate::db::schema::{families, family_children, family_groups};
use crate::families::groups::{StatedOf, TargetGroup};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// Ids per query.
const TOGETHER: usize = 1_000;

/// Which of these children live in a restricted household now, wherever they lived before.
pub fn secret(tx: &mut Tx, of: &[&ChildId]) -> Result<HashSet<ChildId>, Fault> {
    let mut found = HashSet::new();
    for some in of.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(|child| child.as_str()).collect();
        let rows: Vec<ChildId> = family_children::table
            .inner_join(families::table.on(families::id.eq(family_children::family_id)))
            .filter(family_children::child_id.eq_any(ids))
            .filter(family_children::is_home.eq(true))
            .filter(families::restricted.eq(true))
            .select(family_children::child_id)
            .load(tx.conn())?;
        found.extend(rows);
    }
    Ok(found)
}

/// Who stated a group, by family or child id.
#[derive(Default)]
pub struct StatedBy {
    pub staff: HashSet<String>,
    pub agencies: HashSet<String>,
}

/// Statements of a group that held on a day or earlier, for these families, or these children if it
/// is a child's group.
pub fn stated(
    tx: &mut Tx,
    (group, by): (&TargetGroup, NaiveDate),
    of: &[&str],
) -> Result<StatedBy, Fault> {
    let mut found = StatedBy::default();
    for some in of.chunks(TOGETHER) {
        let query = family_groups::table
            .filter(family_groups::group_code.eq(group.code.clone()))
            .filter(family_groups::since_on.le(by))
            .into_boxed();
        let ids: Vec<String> = some.iter().map(|id| (*id).to_owned()).collect();
        let query = match group.stated_of {
            StatedOf::Household => query.filter(family_groups::family_id.eq_any(ids)),
            StatedOf::Child => query.filter(family_groups::child_id.eq_any(ids)),
        };
        let rows: Vec<(String, Option<String>, bool)> = query
            .select((
                family_groups::family_id,
                family_groups::child_id,
                family_groups::partner_id.is_null(),
            ))
            .load(tx.conn())?;
        for (family, child, is_staff) in rows {
            let by = if is_staff { &mut found.staff } else { &mut found.agencies };
            by.insert(child.unwrap_or(family));
        }
    }
    Ok(found)
}

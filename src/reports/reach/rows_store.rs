//! Queries about what of a figure may be told: which children live in a restricted household, of
//! which families staff stated a group themselves, and which activities are sensitive.

use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{ChildId, FamilyId};
use crate::schema::{activities, families, family_children, family_groups};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// So many ids go into one query.
const TOGETHER: usize = 1_000;

/// Those of these children that live in a household that is restricted now, wherever they lived.
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

/// Those of these families of which a group was stated that held by a day, or before it: by staff
/// themselves, and by an agency.
pub fn stated(
    tx: &mut Tx,
    (code, by): (&str, NaiveDate),
    of: &[&FamilyId],
) -> Result<(HashSet<FamilyId>, HashSet<FamilyId>), Fault> {
    let (mut staff, mut agencies) = (HashSet::new(), HashSet::new());
    for some in of.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(|family| family.as_str()).collect();
        let rows: Vec<(FamilyId, bool)> = family_groups::table
            .filter(family_groups::family_id.eq_any(ids))
            .filter(family_groups::group_code.eq(code))
            .filter(family_groups::since_on.le(by))
            .select((family_groups::family_id, family_groups::partner_id.is_null()))
            .distinct()
            .load(tx.conn())?;
        for (family, is_staff) in rows {
            if is_staff { &mut staff } else { &mut agencies }.insert(family);
        }
    }
    Ok((staff, agencies))
}

/// The ids of activities that are in no view but of those who come.
pub fn sensitive_activities(tx: &mut Tx) -> Result<Vec<String>, Fault> {
    Ok(activities::table
        .filter(activities::sensitive.eq(true))
        .select(activities::id)
        .load(tx.conn())?)
}

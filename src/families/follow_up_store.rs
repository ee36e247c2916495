//! Queries for the call details of many families at once.

use super::{Carer, Child};
use crate::base::fault::Fault;
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::schema::{carers, children, family_children};
use diesel::prelude::*;

/// Families per query.
const TOGETHER: usize = 1_000;

/// The adults of these families, family by family in the order of the file.
pub fn carers(tx: &mut Tx, of: &[FamilyId]) -> Result<Vec<Carer>, Fault> {
    let mut found = Vec::new();
    for some in of.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(FamilyId::as_str).collect();
        let rows: Vec<Carer> = carers::table
            .filter(carers::family_id.eq_any(ids))
            .order((carers::family_id, carers::position))
            .select(Carer::as_select())
            .load(tx.conn())?;
        found.extend(rows);
    }
    Ok(found)
}

/// The children who live with these families, except those no longer contacted about.
pub fn children(tx: &mut Tx, of: &[FamilyId]) -> Result<Vec<(FamilyId, Child)>, Fault> {
    let mut found = Vec::new();
    for some in of.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(FamilyId::as_str).collect();
        let rows: Vec<(FamilyId, Child)> = family_children::table
            .inner_join(children::table.on(children::id.eq(family_children::child_id)))
            .filter(family_children::family_id.eq_any(ids))
            .filter(children::ended.is_null())
            .order((family_children::family_id, family_children::position))
            .select((family_children::family_id, Child::as_select()))
            .load(tx.conn())?;
        found.extend(rows);
    }
    Ok(found)
}

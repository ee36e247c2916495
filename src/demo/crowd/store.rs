//! Made-up families as rows, many per statement.

use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId};
use crate::db::schema::{carers, children, families, family_children, memberships};
use crate::db::{Tx, insert_all};
use crate::families::search::{keys, store as search};
use crate::families::{Carer, Child, Family, Household};
use crate::membership::Membership;
use diesel::prelude::*;
use std::collections::HashSet;

#[derive(Insertable)]
#[diesel(table_name = family_children)]
struct LivesIn {
    family_id: FamilyId,
    child_id: ChildId,
    position: i32,
    is_home: bool,
}

fn is_there(tx: &mut Tx, id: &FamilyId) -> Result<bool> {
    let count: i64 = families::table.find(id.as_str()).count().get_result(tx.conn())?;
    Ok(count > 0)
}

/// Every membership number there is.
pub(super) fn numbers(tx: &mut Tx) -> Result<HashSet<String>> {
    let numbers: Vec<String> = memberships::table.select(memberships::number).load(tx.conn())?;
    Ok(numbers.into_iter().collect())
}

/// Adds households with their search keys and memberships; existing ones stay as they are.
pub(super) fn add(tx: &mut Tx, made: &[(Household, Membership)]) -> Result<()> {
    let mut rows: (Vec<Family>, Vec<Carer>, Vec<Child>) = Default::default();
    let (mut lives_in, mut members, mut found_by) = (Vec::new(), Vec::new(), Vec::new());
    for (household, membership) in made {
        let id = household.family.id.clone();
        if is_there(tx, &id)? {
            continue;
        }
        found_by.extend(keys::of(household).into_iter().map(|key| (key, id.clone())));
        let place = |(child, position): (&Child, i32)| LivesIn {
            family_id: id.clone(),
            child_id: child.id.clone(),
            position,
            is_home: true,
        };
        lives_in.extend(household.children.iter().zip(0..).map(place));
        members.push(membership.clone());
        rows.0.push(household.family.clone());
        rows.1.extend(household.carers.iter().cloned());
        rows.2.extend(household.children.iter().cloned());
    }
    // In key order, so that the index grows page by page.
    found_by.sort();

    insert_all!(tx, families::table, rows.0)?;
    insert_all!(tx, carers::table, rows.1)?;
    insert_all!(tx, children::table, rows.2)?;
    insert_all!(tx, family_children::table, lives_in)?;
    insert_all!(tx, memberships::table, members)?;
    search::add_keys(tx, &found_by)
}

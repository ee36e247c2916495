//! Queries about the adults a family trusts with its children.

use super::TrustedAdult;
use crate::base::fault::Fault;
use crate::base::id::{ChildId, FamilyId, TrustedAdultId};
use crate::db::Tx;
use crate::schema::{trusted_adult_children, trusted_adults};
use diesel::prelude::*;

pub fn of_family(
    tx: &mut Tx,
    family: &FamilyId,
) -> Result<Vec<(TrustedAdult, Vec<ChildId>)>, Fault> {
    let adults: Vec<TrustedAdult> = trusted_adults::table
        .filter(trusted_adults::family_id.eq(family.as_str()))
        .order(trusted_adults::id)
        .select(TrustedAdult::as_select())
        .load(tx.conn())?;
    let mut with_children = Vec::new();
    for adult in adults {
        let children = trusted_adult_children::table
            .filter(trusted_adult_children::trusted_adult_id.eq(adult.id.as_str()))
            .order(trusted_adult_children::child_id)
            .select(trusted_adult_children::child_id)
            .load(tx.conn())?;
        with_children.push((adult, children));
    }
    Ok(with_children)
}

pub fn add(tx: &mut Tx, adult: &TrustedAdult, children: &[ChildId]) -> Result<(), Fault> {
    diesel::insert_into(trusted_adults::table).values(adult).execute(tx.conn())?;
    for child in children {
        diesel::insert_into(trusted_adult_children::table)
            .values((
                trusted_adult_children::trusted_adult_id.eq(adult.id.as_str()),
                trusted_adult_children::child_id.eq(child.as_str()),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Returns whether there was one.
pub fn remove(tx: &mut Tx, family: &FamilyId, adult: &TrustedAdultId) -> Result<bool, Fault> {
    let own = trusted_adults::table
        .filter(trusted_adults::id.eq(adult.as_str()))
        .filter(trusted_adults::family_id.eq(family.as_str()));
    let found: i64 = own.count().get_result(tx.conn())?;
    if found == 0 {
        return Ok(false);
    }
    diesel::delete(
        trusted_adult_children::table
            .filter(trusted_adult_children::trusted_adult_id.eq(adult.as_str())),
    )
    .execute(tx.conn())?;
    diesel::delete(trusted_adults::table.find(adult.as_str())).execute(tx.conn())?;
    Ok(true)
}

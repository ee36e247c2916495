//! Queries about memberships.

use super::card::blank::store as blanks;
use super::number::Number;
use super::{Membership, Standing};
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::db::schema::memberships;
use crate::db::{Run, Tx};
use crate::families;
use diesel::prelude::*;

pub(crate) fn of_family(tx: &mut Tx, family: &FamilyId) -> Result<Option<Membership>> {
    Ok(memberships::table
        .filter(memberships::family_id.eq(family.as_str()))
        .select(Membership::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn has_opted_out(tx: &mut Tx, family: &FamilyId) -> Result<bool> {
    let membership = of_family(tx, family)?;
    Ok(membership.is_some_and(|membership| membership.status == Standing::OptedOut))
}

pub(crate) fn of_families(tx: &mut Tx, families: &[&str]) -> Result<Vec<Membership>> {
    Ok(memberships::table
        .filter(memberships::family_id.eq_any(families.to_vec()))
        .select(Membership::as_select())
        .load(tx.conn())?)
}

pub(crate) fn by_number(tx: &mut Tx, number: &Number) -> Result<Option<Membership>> {
    Ok(memberships::table
        .find(number.as_str())
        .select(Membership::as_select())
        .first(tx.conn())
        .optional()?)
}

/// What a number leads to: its membership, or that of the record its family was merged into; of a card
/// that was printed blank, that of the family it was given to.
pub(crate) fn leading(tx: &mut Tx, number: &Number) -> Result<Option<Membership>> {
    let Some(membership) = by_number(tx, number)? else {
        return match blanks::family_of(tx, number)? {
            Some(family) => {
                let kept = families::store::kept(tx, &family)?;
                of_family(tx, &kept)
            }
            None => Ok(None),
        };
    };
    let kept = families::store::kept(tx, &membership.family_id)?;
    if kept == membership.family_id { Ok(Some(membership)) } else { of_family(tx, &kept) }
}

/// False where the number is taken.
pub(crate) fn add(tx: &mut Tx, membership: &Membership) -> Result<bool> {
    tx.note_family(&membership.family_id);
    diesel::insert_into(memberships::table).values(membership).run_if_new(tx)
}

pub(crate) fn save(tx: &mut Tx, membership: &Membership) -> Result<()> {
    tx.note_family(&membership.family_id);
    diesel::update(memberships::table.find(&membership.number)).set(membership).run(tx)
}

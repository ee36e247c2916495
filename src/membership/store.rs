//! Queries about memberships.

use super::Membership;
use super::number::Number;
use crate::base::fault::{Fault, is_duplicate};
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::db::schema::memberships;
use crate::families;
use diesel::prelude::*;

pub fn of_family(tx: &mut Tx, family: &FamilyId) -> Result<Option<Membership>, Fault> {
    Ok(memberships::table
        .filter(memberships::family_id.eq(family.as_str()))
        .select(Membership::as_select())
        .first(tx.conn())
        .optional()?)
}

pub fn of_families(tx: &mut Tx, families: &[&str]) -> Result<Vec<Membership>, Fault> {
    Ok(memberships::table
        .filter(memberships::family_id.eq_any(families.to_vec()))
        .select(Membership::as_select())
        .load(tx.conn())?)
}

pub fn by_number(tx: &mut Tx, number: &Number) -> Result<Option<Membership>, Fault> {
    Ok(memberships::table
        .find(number.as_str())
        .select(Membership::as_select())
        .first(tx.conn())
        .optional()?)
}

/// What a number leads to: its membership, or that of the record its family was merged into.
pub fn leading(tx: &mut Tx, number: &Number) -> Result<Option<Membership>, Fault> {
    let Some(membership) = by_number(tx, number)? else { return Ok(None) };
    let kept = families::store::kept(tx, &membership.family_id)?;
    if kept == membership.family_id { Ok(Some(membership)) } else { of_family(tx, &kept) }
}

/// False where the number is taken.
pub fn add(tx: &mut Tx, membership: &Membership) -> Result<bool, Fault> {
    tx.note_family(&membership.family_id);
    let added =
        tx.attempt(|conn| diesel::insert_into(memberships::table).values(membership).execute(conn));
    match added {
        Ok(_) => Ok(true),
        Err(error) if is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Everything except the number and whose it is.
pub fn save(tx: &mut Tx, membership: &Membership) -> Result<(), Fault> {
    tx.note_family(&membership.family_id);
    diesel::update(memberships::table.find(membership.number.as_str()))
        .set((
            memberships::status.eq(membership.status),
            memberships::status_at.eq(membership.status_at),
            memberships::joined_on.eq(membership.joined_on),
            memberships::listed_on.eq(membership.listed_on),
            memberships::tell_by.eq(membership.tell_by),
            memberships::told_at.eq(membership.told_at),
            memberships::told_how.eq(membership.told_how),
            memberships::ended_why.eq(membership.ended_why),
            memberships::renewed_on.eq(membership.renewed_on),
            memberships::card_issue.eq(membership.card_issue),
            memberships::notice_version.eq(membership.notice_version),
            memberships::notice_language.eq(&membership.notice_language),
            memberships::notice_shown_at.eq(membership.notice_shown_at),
            memberships::details_confirmed_at.eq(membership.details_confirmed_at),
            memberships::registered_on.eq(membership.registered_on),
        ))
        .execute(tx.conn())?;
    Ok(())
}

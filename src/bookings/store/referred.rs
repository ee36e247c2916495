//! Queries about referrals.

use crate::base::fault::{Fault, Result, is_duplicate};
use crate::base::id::{BookingId, ChildId, FamilyId, PartnerId, ReferralId, StatementId};
use crate::base::moment::Moment;
use crate::bookings::{Found, Referral};
use crate::db::schema::{bookings, partners, referral_groups, referrals};
use crate::db::{Run, Tx, found};
use crate::partners::PartnerKind;
use crate::sessions::Planned;
use diesel::prelude::*;

/// With the groups it records, each for the household or for one child.
pub fn add_referral(
    tx: &mut Tx,
    referral: &Referral,
    groups: &[(String, Option<ChildId>)],
) -> Result<()> {
    diesel::insert_into(referrals::table).values(referral).execute(tx.conn())?;
    note_family_of(tx, &referral.booking_id)?;
    for (code, child) in groups {
        diesel::insert_into(referral_groups::table)
            .values((
                referral_groups::referral_id.eq(referral.id.as_str()),
                referral_groups::group_code.eq(code),
                referral_groups::child_id.eq(child.as_ref().map(ChildId::as_str)),
            ))
            .execute(tx.conn())
            .map_err(|error| {
                if is_duplicate(&error) {
                    Fault::invalid("/target_groups", "A group is named twice.")
                } else {
                    error.into()
                }
            })?;
    }
    Ok(())
}

/// What a referral says about a family counts as known about its children.
fn note_family_of(tx: &mut Tx, id: &BookingId) -> Result<()> {
    let family: Option<FamilyId> = bookings::table
        .find(id.as_str())
        .select(bookings::family_id)
        .first(tx.conn())
        .optional()?;
    if let Some(family) = family {
        tx.note_family(&family);
    }
    Ok(())
}

pub fn referral(tx: &mut Tx, id: &ReferralId) -> Result<Referral> {
    found(
        referrals::table.find(id.as_str()).select(Referral::as_select()).first(tx.conn()),
        "referral",
    )
}

/// The current referral of a statement to one of these sessions.
pub fn live_referral(
    tx: &mut Tx,
    statement: &StatementId,
    sessions: &[Planned],
) -> Result<Option<Referral>> {
    Ok(referrals::table
        .filter(referrals::statement_id.eq(statement.as_str()))
        .filter(referrals::session_id.eq_any(sessions.iter().map(|planned| &planned.session.id)))
        .filter(referrals::withdrawn_at.is_null())
        .order(referrals::id)
        .select(Referral::as_select())
        .first(tx.conn())
        .optional()?)
}

/// A current referral to another booking of its family.
pub fn refer_to_booking(tx: &mut Tx, id: &ReferralId, booking: &BookingId) -> Result<()> {
    note_family_of(tx, booking)?;
    diesel::update(referrals::table.find(id.as_str()))
        .set(referrals::booking_id.eq(booking.as_str()))
        .run(tx)
}

/// Referrals to these sessions that brought no party of their own: the family already had a place
/// or was waiting, which no team may see.
pub fn added_to_others(tx: &mut Tx, sessions: &[&str]) -> Result<Vec<Referral>> {
    Ok(referrals::table
        .filter(referrals::session_id.eq_any(sessions))
        .filter(referrals::withdrawn_at.is_null())
        .filter(referrals::found.ne(Found::Nothing))
        .order(referrals::id)
        .select(Referral::as_select())
        .load(tx.conn())?)
}

/// Withdraws one referral; returns whether it was current.
pub fn withdraw_referral(tx: &mut Tx, id: &ReferralId, at: Moment) -> Result<bool> {
    let referral = referral(tx, id)?;
    note_family_of(tx, &referral.booking_id)?;
    let standing = referrals::table.find(id.as_str()).filter(referrals::withdrawn_at.is_null());
    let withdrawn =
        diesel::update(standing).set(referrals::withdrawn_at.eq(at)).execute(tx.conn())?;
    // The booking may be in another session by now, and only that one is locked.
    tx.move_generation();
    Ok(withdrawn > 0)
}

/// Withdraws every referral of a booking; returns how many were current.
pub fn withdraw_referrals(tx: &mut Tx, id: &BookingId, at: Moment) -> Result<usize> {
    note_family_of(tx, id)?;
    let standing = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::withdrawn_at.is_null());
    tx.move_generation();
    Ok(diesel::update(standing).set(referrals::withdrawn_at.eq(at)).execute(tx.conn())?)
}

pub fn has_referral(tx: &mut Tx, id: &BookingId) -> Result<bool> {
    let count: i64 = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::withdrawn_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(count > 0)
}

pub fn partner_kind(tx: &mut Tx, id: &PartnerId) -> Result<PartnerKind> {
    Ok(partners::table
        .find(id.as_str())
        .select(partners::kind)
        .first(tx.conn())
        .optional()?
        .unwrap_or(PartnerKind::Other))
}

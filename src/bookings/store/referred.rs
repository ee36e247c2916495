//! Queries about referrals.

use crate::bookings::{Booking, Referral};
use crate::db::Tx;
use crate::fault::{Fault, is_duplicate};
use crate::id::{BookingId, ChildId, FamilyId, PartnerId};
use crate::moment::Moment;
use crate::partners::PartnerKind;
use crate::schema::{bookings, partners, referral_groups, referrals};
use diesel::prelude::*;

/// With the groups it states, each of the household or of one child.
pub fn add_referral(
    tx: &mut Tx,
    referral: &Referral,
    groups: &[(String, Option<ChildId>)],
) -> Result<(), Fault> {
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

/// What a referral says of a family is known of its children.
fn note_family_of(tx: &mut Tx, id: &BookingId) -> Result<(), Fault> {
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

/// Whether this team referred the booking and did not take that back.
pub fn referred_by(
    tx: &mut Tx,
    id: &BookingId,
    partner: &PartnerId,
    team: Option<&str>,
) -> Result<bool, Fault> {
    let teams: Vec<Option<String>> = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::partner_id.eq(partner.as_str()))
        .select(referrals::team)
        .load(tx.conn())?;
    Ok(teams.iter().any(|known| known.as_deref() == team))
}

/// Takes back a team's referrals of a booking (staff: all of them); gives how many stood.
pub fn withdraw_referrals(
    tx: &mut Tx,
    id: &BookingId,
    team: Option<(&PartnerId, Option<&str>)>,
    at: Moment,
) -> Result<usize, Fault> {
    let standing: Vec<(String, Option<PartnerId>, Option<String>)> = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::withdrawn_at.is_null())
        .select((referrals::id, referrals::partner_id, referrals::team))
        .load(tx.conn())?;
    let own = standing.into_iter().filter(|(_, partner, of)| match team {
        None => true,
        Some((own, own_team)) => partner.as_ref() == Some(own) && of.as_deref() == own_team,
    });
    let ids: Vec<String> = own.map(|row| row.0).collect();
    note_family_of(tx, id)?;
    Ok(diesel::update(referrals::table.filter(referrals::id.eq_any(ids)))
        .set(referrals::withdrawn_at.eq(at))
        .execute(tx.conn())?)
}

pub fn has_referral(tx: &mut Tx, id: &BookingId) -> Result<bool, Fault> {
    let count: i64 = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::withdrawn_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(count > 0)
}

pub fn partner_kind(tx: &mut Tx, id: &PartnerId) -> Result<PartnerKind, Fault> {
    Ok(partners::table
        .find(id.as_str())
        .select(partners::kind)
        .first(tx.conn())
        .optional()?
        .unwrap_or(PartnerKind::Other))
}

/// A team's referrals with what became of each, the newest first.
pub fn referrals_of(
    tx: &mut Tx,
    partner: &PartnerId,
    team: Option<&str>,
    after: &str,
    rows: i64,
) -> Result<Vec<(Referral, Booking)>, Fault> {
    let mut query = referrals::table
        .inner_join(bookings::table.on(bookings::id.eq(referrals::booking_id)))
        .filter(referrals::partner_id.eq(partner.as_str().to_owned()))
        .into_boxed();
    query = match team {
        Some(team) => query.filter(referrals::team.eq(team.to_owned())),
        None => query.filter(referrals::team.is_null()),
    };
    if !after.is_empty() {
        query = query.filter(referrals::id.lt(after.to_owned()));
    }
    Ok(query
        .order(referrals::id.desc())
        .limit(rows)
        .select((Referral::as_select(), Booking::as_select()))
        .load(tx.conn())?)
}

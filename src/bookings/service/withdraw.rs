//! Withdrawing referrals: by the team that made one, or every one of a booking by staff.

use super::lock_booking;
use super::settle::{Since, settle};
use crate::access::{Act, Role, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, ReferralId};
use crate::bookings::{Booking, MadeAs, Referral, Tier, store};
use crate::db::Tx;
use crate::mail::CancelledBy;
use crate::{families, sessions};
use serde_json::json;

/// A team withdraws its referral. Repeating it changes nothing.
pub(crate) fn withdraw_own(tx: &mut Tx, id: &ReferralId) -> Result<Referral> {
    let referral = own(tx, Act::WithdrawReferral, id)?;
    let (booking, _) = lock_booking(tx, &referral.booking_id)?;
    let now = tx.now();
    if store::withdraw_referral(tx, id, now)? {
        give_back(tx, &booking)?;
    }
    store::referral(tx, id)
}

/// A referral of the caller's team.
pub(crate) fn own(tx: &mut Tx, act: Act, id: &ReferralId) -> Result<Referral> {
    let referral = store::referral(tx, id)?;
    let scope = Scope::organisation().team(referral.partner_id.as_ref(), referral.team.as_deref());
    if referral.partner_id.is_none() || !tx.actor().may_as(Role::Professional, act, &scope) {
        return Err(Fault::not_found("referral"));
    }
    Ok(referral)
}

/// Staff withdraw every referral of a booking.
pub(crate) fn withdraw(tx: &mut Tx, id: &BookingId) -> Result<Booking> {
    let (booking, _) = lock_booking(tx, id)?;
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    super::allow(tx, Act::WithdrawReferral, &booking, &planned)?;
    let now = tx.now();
    if store::withdraw_referrals(tx, id, now)? > 0 {
        give_back(tx, &booking)?;
    }
    store::booking(tx, id)
}

/// After the last referral is withdrawn, a place that one brought is given up; one that the family
/// had itself stays.
fn give_back(tx: &mut Tx, booking: &Booking) -> Result<()> {
    let id = &booking.id;
    tx.audit(Event::WithdrawReferral, id.as_str(), json!({}))?;
    if !booking.status.is_live() || store::has_referral(tx, id)? {
        return Ok(());
    }
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    if booking.made_as == MadeAs::Professional {
        super::cancel::give_up(tx, &planned, booking, Some("referral_withdrawn"))?;
        let by = (CancelledBy::Centre, None);
        super::tell::booking_cancelled(tx, &planned, booking, by)?;
    } else {
        let children = store::child_ids_of(tx, id)?;
        let group = families::store::priority_group(tx, &booking.family_id, &children)?;
        match group {
            Some(group) => store::set_tier(tx, id, Tier::TargetGroup, &group)?,
            None => store::set_tier(tx, id, Tier::Everyone, "in order of asking")?,
        }
    }
    settle(tx, &planned, Since::Change)?;
    Ok(())
}

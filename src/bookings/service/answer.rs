//! Answering an offer, and claiming a place in the last two hours.

use super::earlier::{limits, members};
use super::settle::{Since, settle};
use super::{allow, clash, lock_booking, lock_families, tell};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, OfferId, SessionId};
use crate::bookings::judge::Asker;
use crate::bookings::store::{self, End};
use crate::bookings::{Booking, Offer, OfferState, Passes, Status, tasks};
use crate::db::Tx;
use crate::sessions::{self, Planned};
use serde_json::json;

/// Accepts an offer. Accepting it twice changes nothing.
pub(crate) fn accept(tx: &mut Tx, id: &OfferId) -> Result<Booking> {
    let (offer, booking, planned) = opened(tx, id)?;
    let now = tx.now();
    if offer.state == OfferState::Accepted {
        return Ok(booking);
    }
    if offer.state != OfferState::Live || now >= offer.expires_at {
        return Err(ended(&offer));
    }
    still_may(tx, &planned, &booking)?;

    tx.decided()?;
    store::end_offer(tx, id, OfferState::Accepted, now)?;
    store::confirm(tx, &booking.id, now)?;
    tx.audit(Event::AcceptOffer, booking.id.as_str(), json!({}))?;
    let booking = store::booking(tx, &booking.id)?;
    tell::offer_gone(tx, &offer)?;
    tasks::service::close_ring(tx, &offer)?;
    tell::booked_now(tx, &planned, &booking)?;
    clash::tell_staff(tx, &planned, &booking)?;
    settle(tx, &planned, Since::Change)?;
    Ok(booking)
}

/// Declines an offer; the place goes to the next family, and the entry ends.
pub(crate) fn decline(tx: &mut Tx, id: &OfferId) -> Result<Booking> {
    let (offer, booking, planned) = opened(tx, id)?;
    let now = tx.now();
    if offer.state == OfferState::Declined {
        return Ok(booking);
    }
    if offer.state != OfferState::Live || now >= offer.expires_at {
        return Err(ended(&offer));
    }

    store::end_offer(tx, id, OfferState::Declined, now)?;
    store::end(tx, &booking.id, &End::of(Status::Declined, now))?;
    tx.audit(Event::DeclineOffer, booking.id.as_str(), json!({}))?;
    tell::offer_gone(tx, &offer)?;
    tasks::service::close_ring(tx, &offer)?;
    settle(tx, &planned, Since::Change)?;
    store::booking(tx, &booking.id)
}

fn opened(tx: &mut Tx, id: &OfferId) -> Result<(Offer, Booking, Planned)> {
    let offer = store::offer(tx, id)?;
    sessions::store::lock(tx, std::slice::from_ref(&offer.session_id))?;
    let planned = sessions::store::planned(tx, &offer.session_id)?;
    let booking = store::booking(tx, &offer.booking_id)?;
    allow(tx, Act::AnswerOffer, &booking, &planned).map_err(|fault| match fault.code() {
        Code::NotFound => Fault::not_found("offer"),
        _ => fault,
    })?;
    settle(tx, &planned, Since::Time)?;
    let booking = store::booking(tx, &booking.id)?;
    Ok((store::offer(tx, id)?, booking, planned))
}

fn ended(offer: &Offer) -> Fault {
    let detail = match offer.state {
        OfferState::Live | OfferState::Lapsed => {
            "The time for this offer is over. You may join the waiting list again."
        }
        OfferState::Declined => "This offer was declined.",
        OfferState::Accepted => "This offer was taken up.",
        OfferState::Withdrawn => "This offer no longer stands.",
    };
    // What time has changed stays changed.
    Fault::new(Code::OfferEnded, detail).keeping()
}

/// A child that was free when the family joined the line may be busy by now.
fn still_free(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let child_ids = store::child_ids_of(tx, &booking.id)?;
    lock_families(tx, &booking.family_id, &child_ids)?;
    if clash::stands_now(tx, planned, booking, &child_ids)? {
        return Err(clash::refused());
    }
    Ok(())
}

/// What was true when the family joined the line may not be true now: that its children are free,
/// and that it is a member. Its limits are counted with the offers it has, so an offer within them
/// stays within them.
fn still_may(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    still_free(tx, planned, booking)?;
    members(tx, planned, &booking.family_id, asker_of(booking))
}

/// In what capacity a booking that was requested earlier is judged.
fn asker_of(booking: &Booking) -> Asker {
    match booking.passes() {
        Passes::Nothing => Asker::Family,
        Passes::Limits => Asker::Desk { has_reason: true },
        Passes::LimitsAndMembers => Asker::Professional,
    }
}

/// In the last two hours: the first waiting family to claim gets the place.
pub(crate) fn claim(tx: &mut Tx, id: &BookingId, session: Option<&SessionId>) -> Result<Booking> {
    let (booking, ids) = lock_booking(tx, id)?;
    let wanted = session.unwrap_or(&booking.session_id).clone();
    let planned = sessions::store::planned(tx, &wanted)?;
    allow(tx, Act::AnswerOffer, &booking, &planned)?;
    if booking.status == Status::Booked && booking.session_id == wanted {
        return Ok(booking);
    }
    if booking.status != Status::Waiting || !ids.contains(&wanted) {
        return Err(Fault::new(Code::NoLongerOpen, "This party is not waiting for that session."));
    }

    let here = settle(tx, &planned, Since::Time)?;
    let now = tx.now();
    if now >= planned.session.starts_at {
        return Err(Fault::new(Code::NoLongerOpen, "The session has begun.").keeping());
    }
    if !here.room.is_last_hours(now) {
        return Err(Fault::new(
            Code::NoLongerOpen,
            "Places are claimed only in the last two hours. You will be told before.",
        ));
    }
    let entry = here.line.waiting.iter().find(|entry| entry.booking == *id);
    let free = entry.is_some_and(|e| here.line.fits(&here.room, now, e.tier, e.size));
    if !free {
        let detail = "Somebody was quicker. You are still on the waiting list.";
        return Err(Fault::new(Code::SessionFull, detail).keeping());
    }
    still_may(tx, &planned, &booking)?;
    limits(tx, &planned, &booking, asker_of(&booking))?;

    tx.decided()?;
    let taken = store::take(tx, &booking, &wanted, Status::Booked, now)?;
    let booking =
        taken.ok_or_else(|| Fault::new(Code::NoLongerOpen, "This party is no longer waiting."))?;
    tx.audit(Event::Claim, id.as_str(), json!({}))?;
    tell::booked_now(tx, &planned, &booking)?;
    clash::tell_staff(tx, &planned, &booking)?;
    settle(tx, &planned, Since::Change)?;
    Ok(booking)
}

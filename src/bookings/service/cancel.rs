//! Giving a place up, or exchanging it. Whatever is freed is given out in the same transaction.

use super::place::fits;
use super::request::diary_of;
use super::settle::{Since, for_newcomer, settle};
use super::{allow, clash, earlier, lock_booking, lock_families, made_as, scope_of, tell, undo};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, ChildId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::judge::{self, Asker, Party};
use crate::bookings::store::{self, End};
use crate::bookings::waitlist::Size;
use crate::bookings::{Booking, MadeAs, OfferState, Passes, Status, tasks};
use crate::db::Tx;
use crate::mail::CancelledBy;
use crate::sessions::{self, Planned};
use serde_json::json;

/// Cancels a booking, leaves a line or gives up an offer. Repeating it changes nothing.
pub(crate) fn cancel(tx: &mut Tx, id: &BookingId, reason: Option<&str>) -> Result<Booking> {
    let (booking, ids) = lock_booking(tx, id)?;
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    allow(tx, Act::ChangeBooking, &booking, &planned)?;
    if !booking.status.is_live() {
        return Ok(booking);
    }
    let scope = scope_of(&booking, &planned);
    let by = match made_as(tx.actor(), &scope, Act::ChangeBooking) {
        MadeAs::Parent | MadeAs::Service => CancelledBy::Family,
        MadeAs::FrontDesk | MadeAs::Staff | MadeAs::Professional => CancelledBy::Centre,
    };
    let now = tx.now();
    if now >= planned.session.starts_at && (by == CancelledBy::Family || reason.is_none()) {
        return Err(Fault::new(
            Code::NoLongerOpen,
            "The session has begun. Staff may cancel it with a reason.",
        ));
    }

    let undo_until = match (by, booking.status) {
        (CancelledBy::Family, Status::Booked) => Some(undo::until(&planned, now)),
        _ => None,
    };
    tx.decided()?;
    end(tx, &planned, &booking, (reason, undo_until))?;
    let mut is_free = false;
    for id in &ids {
        let planned = sessions::store::planned(tx, id)?;
        let here = settle(tx, &planned, Since::Change)?;
        let size = Size::of(planned.activity.unit, booking.adults, booking.children);
        is_free |= *id == booking.session_id && fits(&here, now, booking.tier, size);
    }
    tx.audit(Event::CancelBooking, id.as_str(), json!({ "was": booking.status }))?;
    // Where somebody else has the place by now, nothing is promised.
    let undo_until = undo_until.filter(|_| is_free);
    tell::booking_cancelled(tx, &planned, &booking, (by, undo_until))?;
    store::booking(tx, id)
}

/// Ends a live booking with its offer; the caller gives out what it frees.
pub(crate) fn give_up(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    reason: Option<&str>,
) -> Result<()> {
    end(tx, planned, booking, (reason, None))
}

fn end(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    (reason, undo_until): (Option<&str>, Option<Moment>),
) -> Result<()> {
    let at = tx.now();
    if let Some(offer) = store::live_offer(tx, &booking.id)? {
        store::end_offer(tx, &offer.id, OfferState::Withdrawn, at)?;
        tell::offer_gone(tx, &offer)?;
        tasks::service::close_ring(tx, &offer)?;
    }
    let late = booking.status == Status::Booked && at > planned.session.cancel_by;
    let end = End { reason, late, undo_until, ..End::of(Status::Cancelled, at) };
    store::end(tx, &booking.id, &end)?;
    Ok(())
}

/// Exchanges one date for another: the old place is given up only once the new one is there.
pub(crate) fn move_to(
    tx: &mut Tx,
    id: &BookingId,
    to: &SessionId,
    reason: Option<&str>,
) -> Result<Booking> {
    let before = store::booking(tx, id)?;
    let to = sessions::store::planned_where_counted(tx, to)?.session.id;
    sessions::store::lock(tx, &[before.session_id.clone(), to.clone()])?;
    let booking = store::booking(tx, id)?;
    let old = sessions::store::planned(tx, &booking.session_id)?;
    let new = sessions::store::planned(tx, &to)?;
    allow(tx, Act::ChangeBooking, &booking, &old)?;
    if booking.status == Status::Booked && booking.session_id == to {
        return Ok(booking);
    }
    if booking.status != Status::Booked || booking.session_id != old.session.id {
        return Err(Fault::new(Code::NoLongerOpen, "Only a booked place can be moved."));
    }
    let scope = scope_of(&booking, &new);
    tx.allow(Act::Book, &scope, "session")?;

    judge_move(tx, &new, &booking, reason)?;
    let now = tx.now();
    tx.decided()?;
    store::move_place(tx, &booking, &to, now)?;
    settle(tx, &new, Since::Time)?;
    settle(tx, &old, Since::Change)?;
    let detail = json!({ "from": booking.session_id, "to": to });
    tx.audit(Event::MoveBooking, id.as_str(), detail)?;
    let booking = store::booking(tx, id)?;
    tell::booked_again(tx, &new, &booking)?;
    clash::tell_staff(tx, &new, &booking)?;
    Ok(booking)
}

fn judge_move(tx: &mut Tx, new: &Planned, booking: &Booking, reason: Option<&str>) -> Result<()> {
    let scope = scope_of(booking, new);
    let asker = Asker::of(made_as(tx.actor(), &scope, Act::Book), reason.is_some());
    let children = store::children_of(tx, &booking.id)?;
    let child_ids: Vec<ChildId> = children.iter().map(|child| child.id.clone()).collect();
    lock_families(tx, &booking.family_id, &child_ids)?;
    let now = tx.now();

    if asker == Asker::Family && new.is_closed_to_families() {
        return Err(Fault::not_found("session"));
    }
    judge::release(new, asker, now)?;
    if booking.passes() != Passes::LimitsAndMembers {
        earlier::members(tx, new, &booking.family_id, asker)?;
    }
    let (diary, dates) = diary_of(tx, new, booking, &child_ids)?;
    if diary.has_at(&booking.family_id, &new.session.id).is_some() {
        return Err(store::already_booked());
    }
    let party = Party { children: &children, adults: booking.adults };
    judge::ages(new, &party)?;
    let size = judge::party_size(new, &party)?;
    clash::refuse(&diary, &dates, &clash::asks_for(tx, booking), Some(&booking.id))?;
    let days = diary.days_held(&booking.family_id, &new.activity.id, Some(&booking.id));
    judge::limits(new, &days, asker)?;

    let here = for_newcomer(tx, new)?;
    if fits(&here, now, booking.tier, size) {
        return Ok(());
    }
    Err(Fault::new(Code::SessionFull, "That date is full. You keep the place you have."))
}

//! Taking back a cancellation, for ten minutes: the same booking gets its place again, if it may still
//! have it and nobody else was given it meanwhile. A family's limits are not asked again, because
//! the place was within them.

use super::earlier::members;
use super::place::fits;
use super::request::{diary_of, lock_sessions};
use super::settle::{Since, for_newcomer, settle};
use super::{allow, clash, lock_families, tell};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, ChildId};
use crate::base::moment::Moment;
use crate::bookings::judge::{self, Asker, Party};
use crate::bookings::{Booking, Passes, Status, store};
use crate::db::Tx;
use crate::sessions::Planned;
use chrono::TimeDelta;
use serde_json::json;

/// How long a family may change its mind.
const UNDO_WITHIN: TimeDelta = TimeDelta::minutes(10);

/// Until when a cancellation can be taken back: never after the start.
pub(super) fn until(planned: &Planned, now: Moment) -> Moment {
    (now + UNDO_WITHIN).min(planned.session.starts_at)
}

/// Takes back what a family cancelled. Repeating it changes nothing.
pub(crate) fn undo_cancel(tx: &mut Tx, id: &BookingId) -> Result<Booking> {
    let before = store::booking(tx, id)?;
    let locked = lock_sessions(tx, &before.session_id, &[], Some(&before.family_id))?;
    let planned = &locked[0];
    let booking = store::booking(tx, id)?;
    allow(tx, Act::ChangeBooking, &booking, planned)?;
    if booking.status == Status::Booked {
        return Ok(booking);
    }
    judge_again(tx, planned, &booking)?;

    tx.decided()?;
    let now = tx.now();
    if !store::restore(tx, &booking, now)? {
        return Err(too_late());
    }
    tx.audit(Event::UndoCancel, id.as_str(), json!({}))?;
    let booking = store::booking(tx, id)?;
    tell::booked_again(tx, planned, &booking)?;
    clash::tell_staff(tx, planned, &booking)?;
    settle(tx, planned, Since::Change)?;
    Ok(booking)
}

/// The rules of the house, without those about the day on which a family may ask.
fn judge_again(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let children = store::children_of(tx, &booking.id)?;
    let child_ids: Vec<ChildId> = children.iter().map(|child| child.id.clone()).collect();
    lock_families(tx, &booking.family_id, &child_ids)?;
    let now = tx.now();
    in_time(planned, booking, now)?;

    if booking.passes() != Passes::LimitsAndMembers {
        members(tx, planned, &booking.family_id, Asker::Family)?;
    }
    let (diary, dates) = diary_of(tx, planned, booking, &child_ids)?;
    if diary.has_at(&booking.family_id, &planned.session.id).is_some() {
        return Err(store::already_booked());
    }
    let party = Party { children: &children, adults: booking.adults };
    judge::ages(planned, &party)?;
    let size = judge::party_size(planned, &party)?;
    clash::refuse(&diary, &dates, &clash::asks_for(tx, booking), Some(&booking.id))?;

    let here = for_newcomer(tx, planned)?;
    if fits(&here, now, booking.tier, size) {
        return Ok(());
    }
    Err(Fault::new(Code::SessionFull, "Another family has been given the place.").keeping())
}

fn in_time(planned: &Planned, booking: &Booking, now: Moment) -> Result<()> {
    if planned.session.cancelled_at.is_some() {
        let detail = "The session is cancelled. Please choose another.";
        return Err(Fault::new(Code::SessionCancelled, detail));
    }
    let is_here = booking.session_id == planned.session.id;
    let is_open = booking.undo_until.is_some_and(|until| now < until);
    if is_here && is_open && now < planned.session.starts_at { Ok(()) } else { Err(too_late()) }
}

fn too_late() -> Fault {
    let detail = "A cancellation is undone within ten minutes, and before the session starts.";
    Fault::new(Code::NoLongerOpen, detail)
}

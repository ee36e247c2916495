//! Bringing a line up to now: what time and freed places changed is carried out, in the transaction
//! of the next decision. The sweeper only makes it prompt.

use super::tell::Reader;
use super::{clash, tell};
use crate::base::fault::Result;
use crate::base::id::{BookingId, OfferId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::store::{self, End};
use crate::bookings::waitlist::{PlacesLeft, Waitlist, WaitlistStep};
use crate::bookings::{Offer, OfferState, Status, offer};
use crate::db::Tx;
use crate::families;
use crate::sessions::{self, Planned};

/// Whether a place may have come free since the line was settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Only time has passed.
    Time,
    /// Somebody gave up a place, or the room or the line changed.
    Change,
}

/// A line as it is now, with the room in its session.
pub struct Settled {
    pub line: Waitlist,
    pub room: PlacesLeft,
    /// When it is looked at again.
    until: Option<Moment>,
}

/// Settles a locked session and gives its line.
pub fn settle(tx: &mut Tx, planned: &Planned, since: Since) -> Result<Settled> {
    let session = &planned.session;
    let room = PlacesLeft::of(planned);
    let now = tx.now();
    let mut line = store::waitlist(tx, &session.id, planned.activity.unit)?;
    if !is_due(planned, now) && since == Since::Time {
        line.sort(room.order);
        return Ok(Settled { line, room, until: session.settled_until });
    }

    let end = offer::term(now, session.starts_at, planned.centre.zone()).expires_at;
    while !carry_out(tx, planned, &line.settle(&room, now, end))? {
        line = store::waitlist(tx, &session.id, planned.activity.unit)?;
    }
    let until = note(tx, planned, line.next_change(&room, now))?;
    Ok(Settled { line, room, until })
}

fn is_due(planned: &Planned, now: Moment) -> bool {
    planned.session.settled_until.is_some_and(|until| until <= now)
}

/// A locked session as a newcomer meets it. Those who wait are in it only where what is free may be
/// saved for one of them, or claimed.
pub(crate) fn for_newcomer(tx: &mut Tx, planned: &Planned) -> Result<Settled> {
    let room = PlacesLeft::of(planned);
    let now = tx.now();
    if room.saving || room.is_last_hours(now) {
        return settle(tx, planned, Since::Time);
    }
    if is_due(planned, now) {
        let mut line = store::held(tx, &planned.session.id, planned.activity.unit)?;
        if line.may_change(&room, now) {
            return settle(tx, planned, Since::Time);
        }
        // Full: everybody in the line goes on waiting, so it need not be read.
        line.unread = 1;
        let until = note(tx, planned, line.next_change(&room, now))?;
        return Ok(Settled { line, room, until });
    }
    let taken = store::taken(tx, &planned.session.id, planned.activity.unit)?;
    let line = Waitlist { taken, ..Waitlist::default() };
    Ok(Settled { line, room, until: planned.session.settled_until })
}

/// Notes when to look at a line again that a newcomer has joined.
pub(crate) fn note_newcomer(tx: &mut Tx, planned: &Planned, met: &Settled) -> Result<()> {
    let now = tx.now();
    let waited = met.room.waited_for().chain(met.until).filter(|moment| *moment > now).min();
    if waited != met.until {
        store::settled(tx, &planned.session.id, waited)?;
    }
    Ok(())
}

/// Notes when to look at the line again.
fn note(tx: &mut Tx, planned: &Planned, next: Option<Moment>) -> Result<Option<Moment>> {
    if next != planned.session.settled_until {
        store::settled(tx, &planned.session.id, next)?;
    }
    Ok(next)
}

/// False where something was not as the line had it: the line must be read again.
fn carry_out(tx: &mut Tx, planned: &Planned, steps: &[WaitlistStep]) -> Result<bool> {
    let mut as_thought = true;
    for step in steps {
        as_thought &= match step {
            WaitlistStep::Lapse { booking, offer } => lapse(tx, planned, booking, offer)?,
            WaitlistStep::Book { booking } => book(tx, planned, booking)?,
            WaitlistStep::Offer { booking } => make_offer(tx, planned, booking)?,
            WaitlistStep::Save { booking } => save(tx, planned, booking)?,
            WaitlistStep::LastCall { booking } => call(tx, planned, booking)?,
            WaitlistStep::Over { booking } => over(tx, planned, booking)?,
        };
    }
    Ok(as_thought)
}

fn lapse(tx: &mut Tx, planned: &Planned, booking: &BookingId, offer: &OfferId) -> Result<bool> {
    let now = tx.now();
    let lapsed = store::offer(tx, offer)?;
    store::end_offer(tx, offer, OfferState::Lapsed, now)?;
    let end = End { reason: Some("offer_lapsed"), ..End::of(Status::Lapsed, now) };
    store::end(tx, booking, &end)?;
    let booking = store::booking(tx, booking)?;
    tell::offer_lapsed(tx, planned, &booking, &lapsed)?;
    Ok(true)
}

/// Straight to a place; if a child is busy by now, the family is asked instead.
fn book(tx: &mut Tx, planned: &Planned, id: &BookingId) -> Result<bool> {
    let waiting = store::booking(tx, id)?;
    let child_ids = store::child_ids_of(tx, id)?;
    super::lock_families(tx, &waiting.family_id, &child_ids)?;
    if is_barred(tx, planned, id)? {
        return Ok(false);
    }
    if clash::stands_now(tx, planned, &waiting, &child_ids)? {
        make_offer(tx, planned, id)?;
        return Ok(false);
    }

    let now = tx.now();
    let taken = store::take(tx, &waiting, &planned.session.id, Status::Booked, now)?;
    let Some(booking) = taken else { return Ok(false) };
    tell::place_given(tx, planned, &booking)?;
    clash::tell_staff(tx, planned, &booking)?;
    Ok(true)
}

/// With its family locked: places it got elsewhere since the line was read count against it.
fn is_barred(tx: &mut Tx, planned: &Planned, id: &BookingId) -> Result<bool> {
    let entry = store::one_waiting(tx, &planned.session.id, id, planned.activity.unit)?;
    Ok(entry.is_some_and(|entry| entry.barred))
}

fn make_offer(tx: &mut Tx, planned: &Planned, id: &BookingId) -> Result<bool> {
    let session = &planned.session;
    let waiting = store::booking(tx, id)?;
    families::store::lock(tx, std::slice::from_ref(&waiting.family_id))?;
    if is_barred(tx, planned, id)? {
        return Ok(false);
    }
    let now = tx.now();
    let taken = store::take(tx, &waiting, &session.id, Status::Offered, now)?;
    let Some(booking) = taken else { return Ok(false) };

    let reader = Reader::load(tx, planned, &booking)?;
    let reachable = reader.is_reached();
    let term = offer::term(now, session.starts_at, planned.centre.zone());
    let made = Offer {
        id: OfferId::new(),
        booking_id: id.clone(),
        session_id: session.id.clone(),
        state: OfferState::Live,
        made_at: now,
        clock_starts_at: reachable.then_some(term.clock_starts_at),
        expires_at: if reachable { term.expires_at } else { session.starts_at - offer::LAST_HOURS },
        ended_at: None,
    };
    store::add_offer(tx, &made)?;
    tell::offered(tx, planned, &booking, &made, &reader)?;
    // Without a clock, the offer ends at another moment than the line assumed.
    Ok(reachable)
}

fn save(tx: &mut Tx, planned: &Planned, booking: &BookingId) -> Result<bool> {
    let now = tx.now();
    let until = offer::term(now, planned.session.starts_at, planned.centre.zone()).expires_at;
    store::save_for(tx, booking, &planned.session.id, until)?;
    Ok(true)
}

fn call(tx: &mut Tx, planned: &Planned, id: &BookingId) -> Result<bool> {
    let now = tx.now();
    store::called(tx, id, &planned.session.id, now)?;
    let booking = store::booking(tx, id)?;
    tell::last_call(tx, planned, &booking)?;
    Ok(true)
}

/// The line of this session is over; the entry ends when it waits in no other.
fn over(tx: &mut Tx, planned: &Planned, id: &BookingId) -> Result<bool> {
    if store::leave_one_line(tx, id, &planned.session.id)? {
        return Ok(true);
    }
    let at = tx.now();
    let end = End { reason: Some("line_over"), ..End::of(Status::Lapsed, at) };
    store::end(tx, id, &end)?;
    let booking = store::booking(tx, id)?;
    tell::line_over(tx, planned, &booking)?;
    Ok(true)
}

/// Settles one session on its own: the sweeper's step.
pub fn settle_one(tx: &mut Tx, id: &SessionId) -> Result<()> {
    sessions::store::lock(tx, std::slice::from_ref(id))?;
    let planned = sessions::store::planned(tx, id)?;
    for_newcomer(tx, &planned).map(drop)
}

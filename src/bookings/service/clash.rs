//! Whether a child would be in two places at one time. A family is held to what it may itself know:
//! its own household's places, without those another carer in it booked as sensitive. Everything
//! else is judged as if it were not there; both bookings stand, and only staff hear of it.

use super::request::{BookingFacts, diary_of};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, ChildId};
use crate::base::moment::Moment;
use crate::bookings::diary::Diary;
use crate::bookings::judge::Asks;
use crate::bookings::{Booking, Busy, store, tasks};
use crate::db::Tx;
use crate::sessions::Planned;

/// Refuses children who have another place at that time, if their family may know of it.
pub(crate) fn refuse(
    diary: &Diary,
    dates: &[(Moment, Moment)],
    asks: &Asks,
    but: Option<&BookingId>,
) -> Result<()> {
    if stands(diary, dates, asks, but) { Err(refused()) } else { Ok(()) }
}

pub(crate) fn refused() -> Fault {
    let detail =
        "A child already has a place in another session at that time. Cancel that one first.";
    Fault::new(Code::ClashingBooking, detail)
}

/// Whether one of the children has another place at that time that its family may know of.
pub(crate) fn stands(
    diary: &Diary,
    dates: &[(Moment, Moment)],
    asks: &Asks,
    but: Option<&BookingId>,
) -> bool {
    diary.busy(dates, but).any(|busy| asks.may_know(busy))
}

/// A booking that was made earlier, judged again with its families locked.
pub(crate) fn stands_now(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    children: &[ChildId],
) -> Result<bool> {
    let (diary, dates) = diary_of(tx, planned, booking, children)?;
    Ok(stands(&diary, &dates, &asks_for(tx, booking), Some(&booking.id)))
}

/// Who gets the answer about a booking: the carer who asks for their own family, else the one who
/// comes.
pub(crate) fn asks_for<'a>(tx: &'a Tx, booking: &'a Booking) -> Asks<'a> {
    let own = tx.actor().family_id.as_ref() == Some(&booking.family_id);
    let carer = if own { tx.actor().carer_id.as_ref() } else { booking.carer_id.as_ref() };
    Asks { family: &booking.family_id, carer }
}

/// Tells staff of the places these children have at that time that their family may not know of.
pub(crate) fn tell_staff(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let children = store::child_ids_of(tx, &booking.id)?;
    let (diary, dates) = diary_of(tx, planned, booking, &children)?;
    tell(tx, planned, booking, (&diary, &dates), Told::Unknown)
}

/// The same of a booking that was just made.
pub(crate) fn tell_staff_by(
    tx: &mut Tx,
    (planned, at): (&Planned, usize),
    booking: &Booking,
    facts: &BookingFacts,
    told: Told,
) -> Result<()> {
    let dates = facts.dates.get(at).map_or(&[][..], Vec::as_slice);
    tell(tx, planned, booking, (&facts.diary, dates), told)
}

/// Of which places staff hear.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told {
    /// Of those that the family may not know of.
    Unknown,
    /// Of all: the referring team is told of none, so nothing was refused.
    All,
}

fn tell(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    (diary, dates): (&Diary, &[(Moment, Moment)]),
    told: Told,
) -> Result<()> {
    let asks = Asks { family: &booking.family_id, carer: booking.carer_id.as_ref() };
    let is_told = |other: &Busy| told == Told::All || !asks.may_know(other);
    for other in diary.busy(dates, Some(&booking.id)).filter(|other| is_told(other)) {
        tasks::service::two_places(tx, planned, booking, other)?;
    }
    Ok(())
}

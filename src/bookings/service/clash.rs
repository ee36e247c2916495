//! Whether a child would be in two places at one time. A family is held to what it may itself know:
//! its own household's places, without those another carer in it booked as sensitive. Everything
//! else is judged as if it were not there; both bookings stand, and only staff hear of it.

use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, CarerId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::bookings::judge::{Asks, clash};
use crate::bookings::{Booking, Busy, store, tasks};
use crate::db::Tx;
use crate::sessions::Planned;

/// Who would come, and the booking it is for, where there is one.
pub(crate) struct Comes<'a> {
    pub family: &'a FamilyId,
    pub carer: Option<&'a CarerId>,
    pub children: &'a [ChildId],
    pub with: Option<&'a BookingId>,
}

impl Comes<'_> {
    /// With a booking that is judged again.
    pub(crate) fn again<'a>(booking: &'a Booking, children: &'a [ChildId]) -> Comes<'a> {
        Comes {
            family: &booking.family_id,
            carer: booking.carer_id.as_ref(),
            children,
            with: Some(&booking.id),
        }
    }
}

/// Refuses children who have another place at that time, if their family may know of it.
pub(crate) fn refuse(tx: &mut Tx, planned: &Planned, comes: &Comes) -> Result<()> {
    if stands(tx, planned, comes)? {
        let detail =
            "A child already has a place in another session at that time. Cancel that one first.";
        return Err(Fault::new(Code::ClashingBooking, detail));
    }
    Ok(())
}

/// Whether one of the children has another place at that time that its family may know of.
pub(crate) fn stands(tx: &mut Tx, planned: &Planned, comes: &Comes) -> Result<bool> {
    let dates = dates(tx, planned)?;
    let busy = busy(tx, &dates, comes.children, comes.with)?;
    let carer = answered(tx, comes);
    let asks = Asks { family: comes.family, carer: carer.as_ref() };
    Ok(busy.iter().any(|one| asks.may_know(one) && clash(one, &dates)))
}

/// Tells staff of the places these children have at that time that their family may not know of.
pub(crate) fn tell_staff(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    tell(tx, planned, booking, |asks, other| !asks.may_know(other))
}

/// The same for every place: the referring team is told of none, so nothing was refused.
pub(crate) fn tell_staff_of_all(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    tell(tx, planned, booking, |_, _| true)
}

fn tell(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    is_told: fn(&Asks, &Busy) -> bool,
) -> Result<()> {
    let children = store::child_ids_of(tx, &booking.id)?;
    let dates = dates(tx, planned)?;
    let asks = Asks { family: &booking.family_id, carer: booking.carer_id.as_ref() };
    for other in busy(tx, &dates, &children, Some(&booking.id))? {
        if clash(&other, &dates) && is_told(&asks, &other) {
            tasks::service::two_places(tx, planned, booking, &other)?;
        }
    }
    Ok(())
}

/// Who gets the answer: the carer who asks for their own family, else the one who comes.
fn answered(tx: &mut Tx, comes: &Comes) -> Option<CarerId> {
    match tx.actor().family_id.as_ref() == Some(comes.family) {
        true => tx.actor().carer_id.clone(),
        false => comes.carer.cloned(),
    }
}

/// When the children would be there; a course is all its dates.
fn dates(tx: &mut Tx, planned: &Planned) -> Result<Vec<(Moment, Moment)>> {
    let session = &planned.session;
    match session.course_id.is_some() {
        true => store::dates_of(tx, &session.id),
        false => Ok(vec![(session.starts_at, session.ends_at)]),
    }
}

fn busy(
    tx: &mut Tx,
    dates: &[(Moment, Moment)],
    children: &[ChildId],
    but: Option<&BookingId>,
) -> Result<Vec<Busy>> {
    let first = dates.iter().map(|date| date.0).min();
    let last = dates.iter().map(|date| date.1).max();
    match (children.is_empty(), first, last) {
        (false, Some(first), Some(last)) => store::busy(tx, children, (first, last), but),
        _ => Ok(Vec::new()),
    }
}

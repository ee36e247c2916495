//! The places in a carer's calendar feed: what is booked and still to come. Its address may have got
//! about, so sensitive sessions are not in it, and nothing says who comes or why. It is the same file
//! until something in it changes.

use super::calendar;
use super::list::{BookingList, of_family};
use crate::access::Actor;
use crate::access::secret::Secret;
use crate::access::service::feeds;
use crate::base::fault::Result;
use crate::bookings::telling::service::facts;
use crate::bookings::{Booking, BookingTime, Status};
use crate::db::Tx;
use crate::mail::{CalendarFacts, SessionFacts};
use crate::membership::sign_in::store::is_barred;
use crate::sessions::Planned;

/// More than a family has to come.
const MOST_IN_A_FEED: usize = 200;

/// `None` where there is no such feed any more.
pub(crate) fn places(
    tx: &mut Tx,
    secret: &Secret,
) -> Result<Option<Vec<(SessionFacts, CalendarFacts)>>> {
    let Some((family, carer)) = feeds::holder(tx, secret)? else { return Ok(None) };
    if is_barred(tx, &carer)? {
        return Ok(None);
    }

    tx.act_as(Actor::by_link(family.clone(), Some(carer)));
    let to_come = Some(BookingTime::ToCome);
    let wanted = BookingList { family: &family, time: to_come, after: "", rows: MOST_IN_A_FEED };
    let mut places = Vec::new();
    for (booking, shown) in of_family(tx, &wanted)? {
        if booking.status == Status::Booked && !shown.planned.activity.sensitive {
            places.push(place(tx, &booking, &shown.planned)?);
        }
    }
    Ok(Some(places))
}

fn place(
    tx: &mut Tx,
    booking: &Booking,
    planned: &Planned,
) -> Result<(SessionFacts, CalendarFacts)> {
    let dates = calendar::dates(tx, &planned.session)?;
    let live = dates.iter().filter(|date| date.cancelled_at.is_none());
    let calendar = calendar::facts(tx, booking, live);
    Ok((
        SessionFacts { phone: None, ..facts(planned) },
        CalendarFacts { sequence: 0, stamp: booking.made_at, ..calendar },
    ))
}

//! What a family's calendar is told of a booking: its dates, each under a name that stays the same
//! when it moves, and a sequence that grows with every change, counted in seconds since the request.

use crate::base::fault::Result;
use crate::base::id::{BookingId, SessionId};
use crate::bookings::Booking;
use crate::bookings::store::{self, Date};
use crate::db::Tx;
use crate::mail::link::Link;
use crate::mail::{CalendarDate, CalendarFacts};
use crate::sessions::Session;

/// The dates that a place in a session is for; a course has all of its.
pub(crate) fn dates(tx: &mut Tx, session: &Session) -> Result<Vec<Date>> {
    match session.course_id.is_some() {
        true => store::all_dates(tx, session.counted_at()),
        false => Ok(vec![date(session)]),
    }
}

fn date(session: &Session) -> Date {
    Date {
        session: session.id.clone(),
        starts_at: session.starts_at,
        ends_at: session.ends_at,
        cancelled_at: session.cancelled_at,
    }
}

/// The page of a booking, by all dates of its session.
pub(crate) fn page(tx: &mut Tx, session: &Session, booking: &BookingId) -> Result<Link> {
    let dates = dates(tx, session)?;
    Ok(page_of(session, &dates, booking))
}

pub(crate) fn page_of(session: &Session, dates: &[Date], booking: &BookingId) -> Link {
    let last = dates.iter().map(|date| date.ends_at).max();
    Link::booking(booking, last.unwrap_or(session.ends_at))
}

/// What a calendar keeps of these dates.
pub(crate) fn facts<'a>(
    tx: &mut Tx,
    booking: &Booking,
    dates: impl Iterator<Item = &'a Date>,
) -> CalendarFacts {
    let now = tx.now();
    CalendarFacts {
        dates: dates.map(|date| calendar_date(booking, date)).collect(),
        sequence: (now - booking.made_at).num_seconds().max(0),
        stamp: now,
    }
}

fn calendar_date(booking: &Booking, date: &Date) -> CalendarDate {
    CalendarDate { uid: uid(booking, &date.session), starts: date.starts_at, ends: date.ends_at }
}

/// The booking's id; a later date of a course has its own beside it.
fn uid(booking: &Booking, session: &SessionId) -> String {
    match *session == booking.session_id {
        true => booking.id.to_string(),
        false => format!("{}-{session}", booking.id),
    }
}

/// Of a place that ends: all its dates, also those that were called off before.
pub(crate) fn of_all(tx: &mut Tx, session: &Session, booking: &Booking) -> Result<CalendarFacts> {
    let dates = dates(tx, session)?;
    Ok(facts(tx, booking, dates.iter()))
}

/// Of one date alone.
pub(crate) fn of_one(tx: &mut Tx, session: &Session, booking: &Booking) -> CalendarFacts {
    facts(tx, booking, std::iter::once(&date(session)))
}

//! Queries about what may stand against a request: places already held, at that time or in that
//! week.

use crate::base::fault::Result;
use crate::base::id::{ActivityId, BookingId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{Booking, Busy, Holds};
use crate::db::Tx;
use crate::db::schema::{activities, booking_children, booking_sessions, bookings, sessions};
use chrono::NaiveDate;
use diesel::prelude::*;

/// The family's live booking or entry in a session.
pub fn live_of(tx: &mut Tx, session: &SessionId, family: &FamilyId) -> Result<Option<Booking>> {
    Ok(booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::family_id.eq(family.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .select(Booking::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The places these children have around a time, of whatever household; a course has all its dates.
pub fn busy(
    tx: &mut Tx,
    child_ids: &[ChildId],
    around: (Moment, Moment),
    but: Option<&BookingId>,
) -> Result<Vec<Busy>> {
    let dates = diesel::alias!(sessions as dates);
    let counted_here = dates
        .field(sessions::id)
        .eq(booking_sessions::session_id)
        .or(dates.field(sessions::head_session_id).eq(booking_sessions::session_id.nullable()));
    let mut places: Vec<Busy> = booking_children::table
        .inner_join(
            booking_sessions::table
                .on(booking_sessions::booking_id.eq(booking_children::booking_id)),
        )
        .inner_join(bookings::table.on(bookings::id.eq(booking_children::booking_id)))
        .inner_join(dates.on(counted_here.assume_not_null()))
        .inner_join(activities::table.on(activities::id.eq(dates.field(sessions::activity_id))))
        .filter(booking_children::child_id.eq_any(child_ids))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(dates.field(sessions::starts_at).lt(around.1))
        .filter(dates.field(sessions::ends_at).gt(around.0))
        .filter(dates.field(sessions::cancelled_at).is_null())
        .order((bookings::id, dates.field(sessions::starts_at)))
        .select((
            bookings::id,
            bookings::family_id,
            bookings::carer_id,
            activities::sensitive,
            dates.field(sessions::starts_at),
            dates.field(sessions::ends_at),
        ))
        .load(tx.conn())?;
    places.retain(|place| but != Some(&place.booking));
    Ok(places)
}

/// The days of the family's live places in an activity, from a day to a day.
pub fn days_held(
    tx: &mut Tx,
    family: &FamilyId,
    activity: &ActivityId,
    days: (NaiveDate, NaiveDate),
    but: Option<&BookingId>,
) -> Result<Vec<NaiveDate>> {
    let rows: Vec<(NaiveDate, BookingId)> = booking_sessions::table
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .filter(booking_sessions::family_id.eq(family.as_str()))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(sessions::activity_id.eq(activity.as_str()))
        .filter(sessions::local_day.ge(days.0))
        .filter(sessions::local_day.le(days.1))
        .select((sessions::local_day, booking_sessions::booking_id))
        .load(tx.conn())?;
    Ok(rows.into_iter().filter(|row| but != Some(&row.1)).map(|row| row.0).collect())
}

/// All dates of a course, the head first; of a single session, itself.
pub fn dates_of(tx: &mut Tx, head: &SessionId) -> Result<Vec<(Moment, Moment)>> {
    Ok(sessions::table
        .filter(sessions::id.eq(head.as_str()).or(sessions::head_session_id.eq(head.as_str())))
        .filter(sessions::cancelled_at.is_null())
        .order(sessions::starts_at)
        .select((sessions::starts_at, sessions::ends_at))
        .load(tx.conn())?)
}

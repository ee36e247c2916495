//! Queries about what a family has in a session, and its dates.

use crate::base::fault::Result;
use crate::base::id::{FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{Booking, Holds};
use crate::db::Tx;
use crate::db::schema::{booking_sessions, bookings, sessions};
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

/// One date of a session or course, cancelled or not.
#[derive(Clone, Debug, Queryable)]
pub struct Date {
    pub session: SessionId,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub cancelled_at: Option<Moment>,
}

/// All dates of a course that were ever planned, by their start.
pub fn all_dates(tx: &mut Tx, head: &SessionId) -> Result<Vec<Date>> {
    Ok(sessions::table
        .filter(sessions::id.eq(head.as_str()).or(sessions::head_session_id.eq(head.as_str())))
        .order(sessions::starts_at)
        .select((sessions::id, sessions::starts_at, sessions::ends_at, sessions::cancelled_at))
        .load(tx.conn())?)
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

//! Everything the auditor reads: plain rows.

use crate::bookings::{Booking, Holds, MadeAs, Offer, OfferState};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{BookingId, CarerId, ChildId, FamilyId, SessionId};
use crate::moment::Moment;
use crate::schema::{
    activities, booking_children, booking_sessions, bookings, families, family_children, offers,
    sessions,
};
use diesel::prelude::*;

pub type HeldRow = (BookingId, SessionId, FamilyId, Holds);
/// A child that is expected somewhere, by one of its households.
#[derive(Queryable)]
pub struct ComingRow {
    pub child: ChildId,
    pub family: FamilyId,
    pub booking: BookingId,
    pub carer: Option<CarerId>,
    pub made_as: MadeAs,
    pub sensitive: bool,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

pub fn bookings(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Booking>, Fault> {
    Ok(bookings::table
        .filter(bookings::id.gt(after))
        .order(bookings::id)
        .limit(rows)
        .select(Booking::as_select())
        .load(tx.conn())?)
}

pub fn held(tx: &mut Tx, ids: &[&str]) -> Result<Vec<HeldRow>, Fault> {
    Ok(booking_sessions::table
        .filter(booking_sessions::booking_id.eq_any(ids))
        .select((
            booking_sessions::booking_id,
            booking_sessions::session_id,
            booking_sessions::family_id,
            booking_sessions::holds,
        ))
        .load(tx.conn())?)
}

pub fn children(tx: &mut Tx, ids: &[&str]) -> Result<Vec<(BookingId, ChildId)>, Fault> {
    Ok(booking_children::table
        .filter(booking_children::booking_id.eq_any(ids))
        .select((booking_children::booking_id, booking_children::child_id))
        .load(tx.conn())?)
}

pub fn is_of_family(tx: &mut Tx, family: &FamilyId, child: &ChildId) -> Result<bool, Fault> {
    let found: i64 = family_children::table
        .find((family.as_str(), child.as_str()))
        .count()
        .get_result(tx.conn())?;
    Ok(found > 0)
}

pub fn live_offers(tx: &mut Tx) -> Result<Vec<Offer>, Fault> {
    Ok(offers::table
        .filter(offers::state.eq(OfferState::Live))
        .select(Offer::as_select())
        .load(tx.conn())?)
}

/// Sessions in which anybody has, is offered or waits for a place.
pub fn live_sessions(tx: &mut Tx) -> Result<Vec<SessionId>, Fault> {
    Ok(booking_sessions::table
        .filter(booking_sessions::holds.ne(Holds::None))
        .select(booking_sessions::session_id)
        .distinct()
        .load(tx.conn())?)
}

/// Which child is expected when by which household, course dates too, ordered for a sweep.
pub fn coming(tx: &mut Tx) -> Result<Vec<ComingRow>, Fault> {
    let dates = diesel::alias!(sessions as dates);
    let counted_here = dates
        .field(sessions::id)
        .eq(booking_sessions::session_id)
        .or(dates.field(sessions::head_session_id).eq(booking_sessions::session_id.nullable()));
    Ok(booking_children::table
        .inner_join(
            booking_sessions::table
                .on(booking_sessions::booking_id.eq(booking_children::booking_id)),
        )
        .inner_join(bookings::table.on(bookings::id.eq(booking_children::booking_id)))
        .inner_join(dates.on(counted_here.assume_not_null()))
        .inner_join(activities::table.on(activities::id.eq(dates.field(sessions::activity_id))))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(bookings::status.eq(crate::bookings::Status::Booked))
        .filter(dates.field(sessions::cancelled_at).is_null())
        .order((
            booking_children::child_id,
            bookings::family_id,
            dates.field(sessions::starts_at),
            bookings::id,
        ))
        .select((
            booking_children::child_id,
            bookings::family_id,
            bookings::id,
            bookings::carer_id,
            bookings::made_as,
            activities::sensitive,
            dates.field(sessions::starts_at),
            dates.field(sessions::ends_at),
        ))
        .load(tx.conn())?)
}

/// Whether a guest's people were deleted.
pub fn is_erased(tx: &mut Tx, family: &FamilyId) -> Result<bool, Fault> {
    let erased: i64 = families::table
        .filter(families::id.eq(family.as_str()))
        .filter(families::erased_at.is_not_null())
        .count()
        .get_result(tx.conn())?;
    Ok(erased > 0)
}

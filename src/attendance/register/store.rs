//! Queries about who is expected at a session and what the door needs to know of them.

use crate::attendance::Completed;
use crate::base::fault::Result;
use crate::base::id::{BookingId, ChildId, FamilyId, RoomId, SessionId};
use crate::bookings::{Booking, Holds, Status};
use crate::db::schema::{
    booking_children, booking_sessions, bookings, carers, children, families, registers, rooms,
};
use crate::db::{Run, Tx};
use crate::families::{Carer, Child, Family};
use diesel::prelude::*;

/// Those with a place, in the order of asking.
pub(crate) fn seated(tx: &mut Tx, seat: &SessionId) -> Result<Vec<Booking>> {
    Ok(booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(seat.as_str()))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(bookings::status.eq(Status::Booked))
        .order((bookings::number, bookings::id))
        .select(Booking::as_select())
        .load(tx.conn())?)
}

/// The session of each place that is taken in these.
pub(crate) fn seats_taken(tx: &mut Tx, seats: &[&SessionId]) -> Result<Vec<SessionId>> {
    Ok(booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq_any(seats))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(bookings::status.eq(Status::Booked))
        .select(booking_sessions::session_id)
        .load(tx.conn())?)
}

/// Whether a booking was ever for this session, ended or not.
pub(crate) fn was_for(tx: &mut Tx, booking: &BookingId, seat: &SessionId) -> Result<bool> {
    let found = booking_sessions::table
        .filter(booking_sessions::booking_id.eq(booking))
        .filter(booking_sessions::session_id.eq(seat));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(tx.conn())?)
}

/// The children of these parties, each with the booking it comes with.
pub(crate) fn party_children(
    tx: &mut Tx,
    bookings: &[&BookingId],
) -> Result<Vec<(BookingId, Child)>> {
    Ok(booking_children::table
        .inner_join(children::table.on(children::id.eq(booking_children::child_id)))
        .filter(booking_children::booking_id.eq_any(bookings))
        .order(children::id)
        .select((booking_children::booking_id, Child::as_select()))
        .load(tx.conn())?)
}

pub(crate) fn children<'a>(
    tx: &mut Tx,
    ids: impl IntoIterator<Item = &'a ChildId>,
) -> Result<Vec<Child>> {
    Ok(children::table
        .filter(children::id.eq_any(ids))
        .order(children::id)
        .select(Child::as_select())
        .load(tx.conn())?)
}

pub(crate) fn families<'a>(
    tx: &mut Tx,
    ids: impl IntoIterator<Item = &'a FamilyId>,
) -> Result<Vec<Family>> {
    Ok(families::table
        .filter(families::id.eq_any(ids))
        .order(families::id)
        .select(Family::as_select())
        .load(tx.conn())?)
}

pub(crate) fn carers<'a>(
    tx: &mut Tx,
    families: impl IntoIterator<Item = &'a FamilyId>,
) -> Result<Vec<Carer>> {
    Ok(carers::table
        .filter(carers::family_id.eq_any(families))
        .order((carers::family_id, carers::position))
        .select(Carer::as_select())
        .load(tx.conn())?)
}

/// The room's own limit, in people.
pub(crate) fn room_limit(tx: &mut Tx, room: &RoomId) -> Result<Option<i32>> {
    let limit: Option<Option<i32>> =
        rooms::table.find(room.as_str()).select(rooms::safety_limit).first(tx.conn()).optional()?;
    Ok(limit.flatten())
}

pub(crate) fn completed(tx: &mut Tx, session: &SessionId) -> Result<Option<Completed>> {
    Ok(registers::table
        .find(session.as_str())
        .select(Completed::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Those of several sessions that are complete.
pub(crate) fn completed_of(tx: &mut Tx, sessions: &[&SessionId]) -> Result<Vec<SessionId>> {
    Ok(registers::table
        .filter(registers::session_id.eq_any(sessions))
        .select(registers::session_id)
        .load(tx.conn())?)
}

/// False where it was complete before.
pub(crate) fn complete(tx: &mut Tx, completed: &Completed) -> Result<bool> {
    diesel::insert_into(registers::table).values(completed).run_if_new(tx)
}

//! Queries about who comes with a booking, and who came.

use crate::base::fault::Result;
use crate::base::id::{BookingId, ChildId, SessionId};
use crate::base::literal::Literal;
use crate::db::schema::{booking_children, bookings, contacts, marks};
use crate::db::{Run, Tx};
use diesel::dsl::exists;
use diesel::prelude::*;

/// Makes these the party of a booking.
pub(crate) fn set_party(
    tx: &mut Tx,
    booking: &BookingId,
    child_ids: &[ChildId],
    adults: i32,
) -> Result<()> {
    let of_booking =
        booking_children::table.filter(booking_children::booking_id.eq(booking.as_str()));
    diesel::delete(of_booking).execute(tx.conn())?;
    come(tx, booking, child_ids)?;
    let children = i32::try_from(child_ids.len()).unwrap_or(i32::MAX);
    diesel::update(bookings::table.find(booking.as_str()))
        .set((bookings::children.eq(children), bookings::adults.eq(adults)))
        .run(tx)
}

pub(super) fn come(tx: &mut Tx, booking: &BookingId, child_ids: &[ChildId]) -> Result<()> {
    for child in child_ids {
        diesel::insert_into(booking_children::table)
            .values((
                booking_children::booking_id.eq(booking.as_str()),
                booking_children::child_id.eq(child.as_str()),
            ))
            .run(tx)?;
    }
    Ok(())
}

/// Takes a child out of a party that goes on without it.
pub(crate) fn leave_party(tx: &mut Tx, booking: &BookingId, child: &ChildId) -> Result<()> {
    diesel::delete(booking_children::table.find((booking.as_str(), child.as_str())))
        .execute(tx.conn())?;
    diesel::update(bookings::table.find(booking.as_str()))
        .set(bookings::children.eq(bookings::children - 1))
        .run(tx)
}

/// Whether somebody was at a session by what is recorded: a mark or a contact that stands.
pub(crate) fn was_somebody_there(tx: &mut Tx, session: &SessionId) -> Result<bool> {
    let met = contacts::table
        .filter(contacts::session_id.eq(session.as_str()))
        .filter(contacts::withdrawn_at.is_null());
    let came = marks::table
        .filter(marks::session_id.eq(session.as_str()))
        .filter(marks::stands.eq(true))
        .filter(marks::mark.ne(Literal::of("told_us")));
    Ok(diesel::select(exists(met).or(exists(came))).get_result(tx.conn())?)
}

//! Writing that a cancellation was taken back.

use super::{already, look_again};
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::bookings::{Booking, Holds, Status};
use crate::db::Tx;
use crate::db::schema::{booking_sessions, bookings};
use diesel::prelude::*;

/// Gives a cancelled booking its place back. False where it cannot be taken back any more.
pub(crate) fn restore(tx: &mut Tx, booking: &Booking, now: Moment) -> Result<bool> {
    let id = booking.id.as_str();
    let cancelled = bookings::table
        .find(id)
        .filter(bookings::status.eq(Status::Cancelled))
        .filter(bookings::undo_until.gt(now));
    let restored = diesel::update(cancelled)
        .set((
            bookings::status.eq(Status::Booked),
            bookings::ended_at.eq(None::<Moment>),
            bookings::end_reason.eq(None::<String>),
            bookings::late.eq(false),
            bookings::undo_until.eq(None::<Moment>),
        ))
        .execute(tx.conn())?;
    if restored == 0 {
        return Ok(false);
    }
    diesel::update(booking_sessions::table.find((id, booking.session_id.as_str())))
        .set(booking_sessions::holds.eq(Holds::Place))
        .execute(tx.conn())
        .map_err(already)?;
    look_again(tx, &booking.family_id, now)?;
    Ok(true)
}

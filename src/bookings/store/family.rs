//! Queries about all bookings of one family.

use crate::base::fault::Result;
use crate::base::id::{BookingId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::bookings::{Booking, BookingTime};
use crate::db::schema::{booking_children, bookings, family_children, sessions};
use crate::db::{Tx, in_chunks};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// Which bookings of a family to read.
pub(crate) struct OfFamily<'a> {
    pub family: &'a FamilyId,
    /// Those to come or over at this moment; all where it is left out.
    pub time: Option<(BookingTime, Moment)>,
    /// The last one of the page before; empty for the first page.
    pub after: &'a str,
    pub rows: i64,
}

/// A family's bookings, the newest first.
pub(crate) fn of_family(tx: &mut Tx, wanted: &OfFamily) -> Result<Vec<Booking>> {
    let &OfFamily { family, time, after, rows } = wanted;
    let mut query =
        bookings::table.filter(bookings::family_id.eq(family.as_str().to_owned())).into_boxed();
    if !after.is_empty() {
        let last: Option<Moment> = bookings::table
            .find(after)
            .filter(bookings::family_id.eq(family.as_str()))
            .select(bookings::made_at)
            .first(tx.conn())
            .optional()?;
        let last = last.ok_or_else(crate::base::fault::unknown_cursor)?;
        query = query.filter(
            bookings::made_at
                .lt(last)
                .or(bookings::made_at.eq(last).and(bookings::id.lt(after.to_owned()))),
        );
    }
    if let Some((time, now)) = time {
        // Of a course, any of its dates.
        let coming = sessions::table.filter(sessions::ends_at.gt(now)).filter(
            sessions::id
                .nullable()
                .eq(bookings::session_id.nullable())
                .or(sessions::head_session_id.eq(bookings::session_id.nullable())),
        );
        query = match time {
            BookingTime::ToCome => {
                query.filter(bookings::ended_at.is_null()).filter(exists(coming))
            }
            BookingTime::Over => {
                query.filter(bookings::ended_at.is_not_null().or(not(exists(coming))))
            }
        };
    }
    Ok(query
        .order((bookings::made_at.desc(), bookings::id.desc()))
        .limit(rows)
        .select(Booking::as_select())
        .load(tx.conn())?)
}

/// The children of these bookings that still live in the families that booked, by booking.
pub(crate) fn children_by_booking(
    tx: &mut Tx,
    bookings: &[BookingId],
) -> Result<Vec<(BookingId, ChildId)>> {
    in_chunks(tx, bookings, |tx, ids| {
        Ok(booking_children::table
            .inner_join(bookings::table.on(bookings::id.eq(booking_children::booking_id)))
            .inner_join(
                family_children::table.on(family_children::child_id
                    .eq(booking_children::child_id)
                    .and(family_children::family_id.eq(bookings::family_id))),
            )
            .filter(booking_children::booking_id.eq_any(ids))
            .select((booking_children::booking_id, booking_children::child_id))
            .load(tx.conn())?)
    })
}

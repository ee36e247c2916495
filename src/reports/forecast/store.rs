//! Queries for the forecast of a session.

use super::ForecastParty;
use crate::base::fault::Result;
use crate::base::id::{BookingId, ChildId, FamilyId, SessionId};
use crate::bookings::Holds;
use crate::db::Tx;
use crate::db::schema::{booking_children, booking_sessions, bookings};
use diesel::prelude::*;
use std::collections::HashMap;

/// Everyone with a place, an offer or an entry in a session, with the children they bring.
pub(crate) fn parties(
    tx: &mut Tx,
    session: &SessionId,
) -> Result<Vec<ForecastParty<FamilyId, ChildId>>> {
    let rows: Vec<(BookingId, FamilyId, i32, Holds)> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order(bookings::id)
        .select((bookings::id, bookings::family_id, bookings::adults, booking_sessions::holds))
        .load(tx.conn())?;
    let brought: Vec<(BookingId, ChildId)> = booking_sessions::table
        .inner_join(
            booking_children::table
                .on(booking_children::booking_id.eq(booking_sessions::booking_id)),
        )
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order(booking_children::child_id)
        .select((booking_children::booking_id, booking_children::child_id))
        .load(tx.conn())?;
    let mut children: HashMap<BookingId, Vec<ChildId>> = HashMap::new();
    for (booking, child) in brought {
        children.entry(booking).or_default().push(child);
    }
    let party = |(booking, family, adults, has)| ForecastParty {
        family,
        has,
        adults,
        children: children.remove(&booking).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(party).collect())
}

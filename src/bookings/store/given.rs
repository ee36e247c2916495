//! Queries about offers.

use crate::base::fault::Result;
use crate::base::id::{BookingId, OfferId};
use crate::base::moment::Moment;
use crate::bookings::{Offer, OfferState};
use crate::db::schema::offers;
use crate::db::{Run, Tx, found};
use diesel::prelude::*;

pub fn add_offer(tx: &mut Tx, offer: &Offer) -> Result<()> {
    diesel::insert_into(offers::table).values(offer).run(tx)
}

pub fn offer(tx: &mut Tx, id: &OfferId) -> Result<Offer> {
    found(offers::table.find(id.as_str()).select(Offer::as_select()).first(tx.conn()), "offer")
}

/// When these offers end.
pub(crate) fn offer_ends(tx: &mut Tx, ids: &[&OfferId]) -> Result<Vec<(OfferId, Moment)>> {
    let ends = offers::table.filter(offers::id.eq_any(ids));
    Ok(ends.select((offers::id, offers::expires_at)).load(tx.conn())?)
}

pub fn live_offer(tx: &mut Tx, booking: &BookingId) -> Result<Option<Offer>> {
    Ok(offers::table
        .filter(offers::booking_id.eq(booking.as_str()))
        .filter(offers::state.eq(OfferState::Live))
        .select(Offer::as_select())
        .first(tx.conn())
        .optional()?)
}

pub fn end_offer(tx: &mut Tx, id: &OfferId, state: OfferState, at: Moment) -> Result<()> {
    diesel::update(offers::table.find(id.as_str()))
        .set((offers::state.eq(state), offers::ended_at.eq(at)))
        .run(tx)
}

pub fn shorten_offer(tx: &mut Tx, id: &OfferId, expires_at: Moment) -> Result<()> {
    diesel::update(offers::table.find(id.as_str())).set(offers::expires_at.eq(expires_at)).run(tx)
}

pub fn start_clock(
    tx: &mut Tx,
    id: &OfferId,
    clock_starts_at: Moment,
    expires_at: Moment,
) -> Result<()> {
    diesel::update(offers::table.find(id.as_str()))
        .set((offers::clock_starts_at.eq(clock_starts_at), offers::expires_at.eq(expires_at)))
        .run(tx)
}

/// An offer that waits for a call.
pub fn stop_clock(tx: &mut Tx, id: &OfferId, expires_at: Moment) -> Result<()> {
    let none = None::<Moment>;
    diesel::update(offers::table.find(id.as_str()))
        .set((offers::clock_starts_at.eq(none), offers::expires_at.eq(expires_at)))
        .run(tx)
}

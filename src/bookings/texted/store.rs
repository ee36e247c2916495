//! Queries about who texts, and which offers were texted to them.

use super::TextedOffer;
use crate::base::fault::Result;
use crate::base::id::{AlertId, BookingId, FamilyId, OfferId};
use crate::base::moment::Moment;
use crate::bookings::OfferState;
use crate::db::schema::{alerts, carers, families, offers, outbox, received_texts};
use crate::db::{Conn, Tx};
use crate::families::Carer;
use diesel::prelude::*;

/// False where this text was received before.
pub(crate) fn is_new(tx: &mut Tx, id: &str, now: Moment) -> Result<bool> {
    let row = (received_texts::id.eq(id.to_owned()), received_texts::received_at.eq(now));
    let insert = diesel::insert_into(received_texts::table).values(row).on_conflict_do_nothing();
    let added = match tx.conn() {
        Conn::Sqlite(conn) => insert.execute(conn)?,
        Conn::Postgres(conn) => insert.execute(conn)?,
    };
    Ok(added > 0)
}

/// Forgets which texts were received before `moment`.
pub(crate) fn forget(tx: &mut Tx, moment: Moment) -> Result<usize> {
    let old = received_texts::table.filter(received_texts::received_at.lt(moment));
    Ok(diesel::delete(old).execute(tx.conn())?)
}

/// Carers with this number, which is not only typed, in families that still have a record.
pub(crate) fn carers_with(tx: &mut Tx, digits: &str) -> Result<Vec<Carer>> {
    Ok(carers::table
        .inner_join(families::table.on(families::id.eq(carers::family_id)))
        .filter(carers::phone_digits.eq(digits))
        .filter(carers::phone_confirmed_at.is_not_null())
        .filter(families::joined_into.is_null())
        .filter(families::erased_at.is_null())
        .order((carers::family_id, carers::position))
        .select(Carer::as_select())
        .load(tx.conn())?)
}

/// Live offers that were texted to a number, whosever they are.
pub(crate) fn offers_texted(
    tx: &mut Tx,
    number_hash: &str,
    now: Moment,
) -> Result<Vec<TextedOffer>> {
    let rows: Vec<(String, Moment, OfferId, BookingId)> = outbox::table
        .inner_join(offers::table.on(offers::booking_id.nullable().eq(outbox::booking_id)))
        .filter(outbox::number_hash.eq(number_hash))
        .filter(outbox::kind.eq("offer"))
        .filter(offers::state.eq(OfferState::Live))
        .filter(offers::expires_at.gt(now))
        .order(offers::id)
        .select((outbox::dedupe, outbox::made_at, offers::id, offers::booking_id))
        .load(tx.conn())?;
    // A booking may have had an offer before.
    let of_this = |(dedupe, made_at, offer, booking): (String, Moment, OfferId, BookingId)| {
        (dedupe == format!("offer:{offer}")).then_some(TextedOffer { booking, made_at })
    };
    Ok(rows.into_iter().filter_map(of_this).collect())
}

/// Sessions whose opening a family waits to be told of.
pub(crate) fn alerts_of(tx: &mut Tx, family: &FamilyId) -> Result<Vec<AlertId>> {
    Ok(alerts::table
        .filter(alerts::family_id.eq(family.as_str()))
        .filter(alerts::told_at.is_null())
        .order(alerts::id)
        .select(alerts::id)
        .load(tx.conn())?)
}

//! Queries about guests whose time is over.

pub(crate) mod requests;

use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{
    address_changes, alerts, answers, booking_children, booking_sessions, bookings, carers,
    child_requests, children, families, family_children, family_groups, marks, outbox, sessions,
    trusted_adult_children, trusted_adults,
};
use diesel::prelude::*;

/// Guests whose last session, booked or walked into, ended before, or who never had one.
pub(crate) fn guests_to_erase(tx: &mut Tx, before: Moment) -> Result<Vec<FamilyId>> {
    let later = booking_sessions::table
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .filter(booking_sessions::family_id.eq(families::id))
        .filter(sessions::ends_at.ge(before));
    let marked = marks::table
        .inner_join(sessions::table.on(sessions::id.eq(marks::session_id)))
        .filter(marks::family_id.eq(families::id))
        .filter(sessions::ends_at.ge(before));
    Ok(families::table
        .filter(families::guest.eq(true))
        .filter(families::erased_at.is_null())
        .filter(families::joined_into.is_null())
        .filter(families::created_at.lt(before))
        .filter(diesel::dsl::not(diesel::dsl::exists(later)))
        .filter(diesel::dsl::not(diesel::dsl::exists(marked)))
        .order(families::id)
        .limit(100)
        .select(families::id)
        .load(tx.conn())?)
}

/// Removes everything that says who a family is. Its bookings stay, as anonymous counts.
pub(crate) fn erase(tx: &mut Tx, family: &FamilyId) -> Result<()> {
    let id = family.as_str();
    let own: Vec<ChildId> = family_children::table
        .filter(family_children::family_id.eq(id))
        .select(family_children::child_id)
        .load(tx.conn())?;
    let shared: Vec<ChildId> = family_children::table
        .filter(family_children::child_id.eq_any(&own))
        .filter(family_children::family_id.ne(id))
        .select(family_children::child_id)
        .load(tx.conn())?;
    let gone: Vec<&ChildId> = own.iter().filter(|child| !shared.contains(child)).collect();
    let now = tx.now();

    let conn = tx.conn();
    diesel::update(bookings::table.filter(bookings::family_id.eq(id)))
        .set((bookings::carer_id.eq(None::<String>), bookings::reason.eq(None::<String>)))
        .execute(conn)?;
    diesel::delete(alerts::table.filter(alerts::family_id.eq(id))).execute(conn)?;
    diesel::delete(booking_children::table.filter(booking_children::child_id.eq_any(gone.clone())))
        .execute(conn)?;
    let adults: Vec<String> = trusted_adults::table
        .filter(trusted_adults::family_id.eq(id))
        .select(trusted_adults::id)
        .load(conn)?;
    diesel::delete(
        trusted_adult_children::table
            .filter(trusted_adult_children::trusted_adult_id.eq_any(adults)),
    )
    .execute(conn)?;
    diesel::delete(trusted_adults::table.filter(trusted_adults::family_id.eq(id))).execute(conn)?;
    diesel::delete(answers::table.filter(answers::family_id.eq(id))).execute(conn)?;
    diesel::delete(family_groups::table.filter(family_groups::family_id.eq(id))).execute(conn)?;
    diesel::delete(family_children::table.filter(family_children::family_id.eq(id)))
        .execute(conn)?;
    diesel::delete(child_requests::table.filter(child_requests::family_id.eq(id))).execute(conn)?;
    let of_family = carers::table.filter(carers::family_id.eq(id)).select(carers::id);
    diesel::delete(address_changes::table.filter(address_changes::carer_id.eq_any(of_family)))
        .execute(conn)?;
    diesel::delete(children::table.filter(children::id.eq_any(gone))).execute(conn)?;
    diesel::delete(carers::table.filter(carers::family_id.eq(id))).execute(conn)?;
    diesel::update(outbox::table.filter(outbox::family_id.eq(id)))
        .set((outbox::recipient.eq(""), outbox::payload.eq("{}")))
        .execute(conn)?;
    diesel::update(families::table.find(id))
        .set((
            families::postcode.eq(None::<String>),
            families::postcode_reason.eq("not_given"),
            families::address.eq(None::<String>),
            families::erased_at.eq(now),
        ))
        .execute(conn)?;
    Ok(())
}

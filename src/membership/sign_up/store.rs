//! Queries about who a way of contact belongs to.

use super::Contact;
use crate::base::fault::Result;
use crate::base::text::phone_digits;
use crate::db::Tx;
use crate::db::schema::{carers, families};
use crate::families::Carer;
use diesel::prelude::*;

/// Whose way of contact this is, among families that still have a record of their own. One that was
/// only typed into the public form belongs to nobody yet.
pub(crate) fn reached_by(tx: &mut Tx, contact: &Contact) -> Result<Vec<Carer>> {
    let query = carers::table
        .inner_join(families::table.on(families::id.eq(carers::family_id)))
        .filter(carers::confirmed_at.is_not_null())
        .filter(families::joined_into.is_null())
        .filter(families::erased_at.is_null())
        .order((carers::family_id, carers::position))
        .select(Carer::as_select())
        .into_boxed();
    let query = match contact {
        Contact::Email(email) => query.filter(carers::email.eq(email.clone())),
        Contact::Phone(phone) => query.filter(carers::phone_digits.eq(phone_digits(phone))),
    };
    Ok(query.load(tx.conn())?)
}

//! Queries for first contacts.

use super::Child;
use crate::base::fault::Fault;
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::schema::{carers, children, families, family_children};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Children born on a day in families where an adult has one of these contact details.
pub fn born_and_reached(
    tx: &mut Tx,
    born_on: NaiveDate,
    emails: &[String],
    phones: &[String],
) -> Result<Vec<(FamilyId, Child)>, Fault> {
    let by_mail =
        carers::table.filter(carers::email.eq_any(emails)).select(carers::family_id).distinct();
    let mut reached: Vec<FamilyId> = by_mail.load(tx.conn())?;
    let by_phone = carers::table
        .filter(carers::phone_digits.eq_any(phones))
        .select(carers::family_id)
        .distinct();
    reached.extend(by_phone.load::<FamilyId>(tx.conn())?);
    let ids: Vec<&str> = reached.iter().map(FamilyId::as_str).collect();
    Ok(children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .filter(families::id.eq_any(ids))
        .filter(families::guest.eq(false))
        .filter(families::joined_into.is_null())
        .filter(families::erased_at.is_null())
        .filter(children::born_on.eq(born_on))
        .filter(children::born_month_only.eq(false))
        .order((families::id, children::id))
        .select((families::id, Child::as_select()))
        .load(tx.conn())?)
}

//! Queries about centres' costs and the children they met.

use super::CostEntry;
use crate::base::fault::Result;
use crate::base::id::{AccountId, CentreId, ChildId};
use crate::base::moment::Moment;
use crate::contacts::Counts;
use crate::db::schema::{centre_costs, contact_kinds, contacts};
use crate::db::{Run, Tx};
use chrono::NaiveDate;
use diesel::prelude::*;

/// A centre's entries, earliest first.
pub(crate) fn entries(tx: &mut Tx, centre: &CentreId) -> Result<Vec<CostEntry>> {
    Ok(centre_costs::table
        .filter(centre_costs::centre_id.eq(centre.as_str()))
        .order(centre_costs::from_day)
        .select((centre_costs::from_day, centre_costs::until_day, centre_costs::pence))
        .load(tx.conn())?)
}

/// Saves an entry, replacing one with the same first day.
pub(crate) fn put(
    tx: &mut Tx,
    centre: &CentreId,
    entry: &CostEntry,
    by: Option<&AccountId>,
    at: Moment,
) -> Result<()> {
    diesel::delete(centre_costs::table.find((centre.as_str(), entry.from))).execute(tx.conn())?;
    diesel::insert_into(centre_costs::table)
        .values((
            centre_costs::centre_id.eq(centre.as_str()),
            centre_costs::from_day.eq(entry.from),
            centre_costs::until_day.eq(entry.until),
            centre_costs::pence.eq(entry.pence),
            centre_costs::said_by.eq(by.map(AccountId::as_str)),
            centre_costs::recorded_at.eq(at),
        ))
        .run(tx)
}

/// Which child a centre met directly on which day, once each, as known at a given moment.
pub(crate) fn met(
    tx: &mut Tx,
    centre: &CentreId,
    (from, to): (NaiveDate, NaiveDate),
    known_at: Moment,
) -> Result<Vec<(ChildId, NaiveDate)>> {
    Ok(contacts::table
        .inner_join(contact_kinds::table.on(contact_kinds::kind.eq(contacts::kind)))
        .filter(contact_kinds::counts.eq(Counts::Direct))
        .filter(contacts::centre_id.eq(centre.as_str()))
        .filter(contacts::child_id.is_not_null())
        .filter(contacts::on_day.between(from, to))
        .filter(contacts::recorded_at.le(known_at))
        .filter(contacts::withdrawn_at.is_null().or(contacts::withdrawn_at.gt(known_at)))
        .select((contacts::child_id.assume_not_null(), contacts::on_day))
        .distinct()
        .load(tx.conn())?)
}

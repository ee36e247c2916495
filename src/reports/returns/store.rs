//! Queries about frozen returns, and what has been recorded since.

use super::{Return, ReturnSent};
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, ReturnId};
use crate::base::moment::Moment;
use crate::db::schema::{child_facts, contacts, returns, returns_sent};
use crate::db::{Run, Tx};
use crate::reach::facts::PlaceKnown;
use chrono::NaiveDate;
use diesel::prelude::*;

pub(crate) fn add(tx: &mut Tx, frozen: &Return) -> Result<()> {
    diesel::insert_into(returns::table).values(frozen).run(tx)
}

pub(crate) fn get(tx: &mut Tx, id: &ReturnId) -> Result<Return> {
    let found = returns::table.find(id).select(Return::as_select()).first(tx.conn()).optional()?;
    found.ok_or_else(|| Fault::not_found("return"))
}

/// Newest first, starting after one of them.
pub(crate) fn list(
    tx: &mut Tx,
    centre: Option<&CentreId>,
    before: Option<&str>,
    rows: i64,
) -> Result<Vec<Return>> {
    let mut query = returns::table.select(Return::as_select()).into_boxed();
    if let Some(centre) = centre {
        query = query.filter(returns::centre_id.eq(centre.as_str()));
    }
    if let Some(before) = before {
        query = query.filter(returns::id.lt(before.to_owned()));
    }
    Ok(query.order(returns::id.desc()).limit(rows).load(tx.conn())?)
}

pub(crate) fn add_sent(tx: &mut Tx, sent: &ReturnSent) -> Result<()> {
    diesel::insert_into(returns_sent::table).values(sent).run(tx)
}

/// The recipients of these returns, in the order recorded.
pub(crate) fn sent(tx: &mut Tx, ids: &[ReturnId]) -> Result<Vec<ReturnSent>> {
    Ok(returns_sent::table
        .filter(returns_sent::return_id.eq_any(ids))
        .order((returns_sent::return_id, returns_sent::position))
        .select(ReturnSent::as_select())
        .load(tx.conn())?)
}

/// A window, the moment of a return, and now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Since {
    pub known_at: Moment,
    pub from: NaiveDate,
    pub to: NaiveDate,
}

/// Current contacts in the window that were recorded since.
pub(crate) fn recorded(tx: &mut Tx, since: Since) -> Result<i64> {
    Ok(contacts::table
        .filter(contacts::on_day.between(since.from, since.to))
        .filter(contacts::recorded_at.gt(since.known_at))
        .filter(contacts::withdrawn_at.is_null())
        .count()
        .get_result(tx.conn())?)
}

/// Contacts in the window that were known then and are now withdrawn.
pub(crate) fn withdrawn(tx: &mut Tx, since: Since) -> Result<i64> {
    Ok(contacts::table
        .filter(contacts::on_day.between(since.from, since.to))
        .filter(contacts::recorded_at.le(since.known_at))
        .filter(contacts::withdrawn_at.gt(since.known_at))
        .count()
        .get_result(tx.conn())?)
}

/// New versions of facts about children since: all, those of merges, those of erased records.
pub(crate) fn facts(tx: &mut Tx, since: Since) -> Result<[i64; 3]> {
    let newer = || child_facts::table.filter(child_facts::known_from.gt(since.known_at));
    let all = newer().count().get_result(tx.conn())?;
    let joined = newer().filter(child_facts::joined_into.is_not_null());
    let joined = joined.count().get_result(tx.conn())?;
    let erased = newer().filter(child_facts::place.eq(PlaceKnown::Lsoa));
    let erased = erased.count().get_result(tx.conn())?;
    Ok([all, joined, erased])
}

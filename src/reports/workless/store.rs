//! Queries for workless households in sustained contact.

use crate::base::fault::Result;
use crate::base::id::ChildId;
use crate::base::moment::Moment;
use crate::contacts::Kind;
use crate::db::schema::{child_facts, contacts};
use crate::db::{Tx, in_chunks};
use chrono::NaiveDate;
use diesel::dsl::min;
use diesel::prelude::*;
use std::collections::BTreeSet;

/// Children whose household, as known at a given moment, was ever stated to be in a group.
pub fn in_group(tx: &mut Tx, code: &str, known_at: Moment) -> Result<BTreeSet<ChildId>> {
    let children: Vec<ChildId> = child_facts::table
        .filter(child_facts::known_from.le(known_at))
        .filter(child_facts::known_until.is_null().or(child_facts::known_until.gt(known_at)))
        .filter(
            child_facts::target_groups
                .like(format!("{code}:%"))
                .or(child_facts::target_groups.like(format!("% {code}:%"))),
        )
        .select(child_facts::child_id)
        .load(tx.conn())?;
    Ok(children.into_iter().collect())
}

/// Merged records: `(record, the one it was merged into)`.
pub fn joined_into(
    tx: &mut Tx,
    children: &[ChildId],
    known_at: Moment,
) -> Result<Vec<(ChildId, ChildId)>> {
    in_chunks(tx, children, |tx, some| {
        Ok(child_facts::table
            .filter(child_facts::joined_into.eq_any(some))
            .filter(child_facts::known_from.le(known_at))
            .filter(child_facts::known_until.is_null().or(child_facts::known_until.gt(known_at)))
            .select((child_facts::child_id, child_facts::joined_into.assume_not_null()))
            .load(tx.conn())?)
    })
}

/// The days on which children had a contact of these kinds, once each, as known at a given moment.
pub fn days(
    tx: &mut Tx,
    (children, kinds): (&[ChildId], &[Kind]),
    (from, to): (NaiveDate, NaiveDate),
    known_at: Moment,
) -> Result<Vec<(ChildId, NaiveDate)>> {
    in_chunks(tx, children, |tx, some| {
        Ok(contacts::table
            .filter(contacts::kind.eq_any(kinds.to_vec()))
            .filter(contacts::child_id.eq_any(some))
            .filter(contacts::on_day.between(from, to))
            .filter(contacts::recorded_at.le(known_at))
            .filter(contacts::withdrawn_at.is_null().or(contacts::withdrawn_at.gt(known_at)))
            .select((contacts::child_id.assume_not_null(), contacts::on_day))
            .distinct()
            .load(tx.conn())?)
    })
}

/// The first recorded contact day.
pub fn data_begins(tx: &mut Tx, known_at: Moment) -> Result<Option<NaiveDate>> {
    Ok(contacts::table
        .filter(contacts::recorded_at.le(known_at))
        .select(min(contacts::on_day))
        .first(tx.conn())?)
}

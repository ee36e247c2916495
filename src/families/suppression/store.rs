//! Queries about families that opted out: keyed hashes and their expiry.

use crate::base::fault::Fault;
use crate::base::id::{SuppressionId, SuppressionSetId};
use crate::db::Tx;
use crate::db::schema::suppressions;
use chrono::NaiveDate;
use diesel::prelude::*;

pub fn add(tx: &mut Tx, hashes: &[String], until: NaiveDate) -> Result<(), Fault> {
    let (set, now) = (SuppressionSetId::new(), tx.now());
    for hash in hashes {
        diesel::insert_into(suppressions::table)
            .values((
                suppressions::id.eq(SuppressionId::new()),
                suppressions::set_id.eq(set.as_str()),
                suppressions::hash.eq(hash),
                suppressions::until.eq(until),
                suppressions::made_at.eq(now),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// The sets that contain one of these hashes.
pub fn sets_of(
    tx: &mut Tx,
    hashes: &[String],
    today: NaiveDate,
) -> Result<Vec<SuppressionSetId>, Fault> {
    Ok(suppressions::table
        .filter(suppressions::hash.eq_any(hashes.to_vec()))
        .filter(suppressions::until.gt(today))
        .select(suppressions::set_id)
        .distinct()
        .load(tx.conn())?)
}

pub fn lift(tx: &mut Tx, sets: &[SuppressionSetId]) -> Result<(), Fault> {
    let sets: Vec<&str> = sets.iter().map(SuppressionSetId::as_str).collect();
    diesel::delete(suppressions::table.filter(suppressions::set_id.eq_any(sets)))
        .execute(tx.conn())?;
    Ok(())
}

/// Deletes expired hashes.
pub fn forget(tx: &mut Tx, today: NaiveDate) -> Result<usize, Fault> {
    Ok(diesel::delete(suppressions::table.filter(suppressions::until.le(today)))
        .execute(tx.conn())?)
}

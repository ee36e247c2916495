//! Queries about the places an account signed in from: keyed hashes, never an address or a secret.

use crate::base::fault::{Result, is_duplicate};
use crate::base::id::AccountId;
use crate::base::moment::Moment;
use crate::db::schema::known_from::dsl::{account_id, known_from, place, used_at};
use crate::db::{Run, Tx};
use diesel::prelude::*;

pub(crate) fn is_known(tx: &mut Tx, account: &AccountId, from: &str) -> Result<bool> {
    let found = known_from.find((account, from));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(tx.conn())?)
}

/// Valid again for as long as after its first use.
pub(crate) fn remember(tx: &mut Tx, account: &AccountId, from: &str) -> Result<()> {
    let now = tx.now();
    let again =
        diesel::update(known_from.find((account, from))).set(used_at.eq(now)).execute(tx.conn())?;
    if again > 0 {
        return Ok(());
    }
    let row = (account_id.eq(account), place.eq(from), used_at.eq(now));
    let added = tx.attempt(|conn| diesel::insert_into(known_from).values(row).execute(conn));
    match added {
        Err(error) if !is_duplicate(&error) => Err(error.into()),
        _ => Ok(()),
    }
}

/// After a change of password, no place counts as known any more.
pub(crate) fn forget_of(tx: &mut Tx, account: &AccountId) -> Result<()> {
    diesel::delete(known_from.filter(account_id.eq(account))).run(tx)
}

pub(crate) fn forget_before(tx: &mut Tx, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(known_from.filter(used_at.lt(moment))).execute(tx.conn())?)
}

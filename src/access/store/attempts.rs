//! Queries about failed sign-ins. The key is a fingerprint, never an address.

use crate::access::attempts::CountedAttempts;
use crate::base::fault::{Result, is_duplicate};
use crate::base::moment::Moment;
use crate::db::schema::sign_in_attempts::dsl::{address, failures, sign_in_attempts, since};
use crate::db::{Run, Tx};
use diesel::prelude::*;

/// Takes the lock on a key, making its row if there is none; what was counted so far.
pub(crate) fn locked(tx: &mut Tx, key: &str) -> Result<Option<CountedAttempts>> {
    let touched =
        diesel::update(sign_in_attempts.find(key)).set(failures.eq(failures)).execute(tx.conn())?;
    if touched == 0 {
        let now = tx.now();
        let added = tx.attempt(|conn| {
            diesel::insert_into(sign_in_attempts)
                .values((address.eq(key), failures.eq(0), since.eq(now)))
                .execute(conn)
        });
        match added {
            Ok(_) => return Ok(None),
            Err(error) if is_duplicate(&error) => {
                diesel::update(sign_in_attempts.find(key))
                    .set(failures.eq(failures))
                    .execute(tx.conn())?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    read(tx, key)
}

/// What was counted so far; nothing is locked.
pub(crate) fn read(tx: &mut Tx, key: &str) -> Result<Option<CountedAttempts>> {
    let counted: Option<(i32, Moment)> =
        sign_in_attempts.find(key).select((failures, since)).first(tx.conn()).optional()?;
    Ok(counted.map(|(count, first)| CountedAttempts { failures: count, since: first }))
}

pub(crate) fn put(tx: &mut Tx, key: &str, counted: CountedAttempts) -> Result<()> {
    diesel::update(sign_in_attempts.find(key))
        .set((failures.eq(counted.failures), since.eq(counted.since)))
        .run(tx)
}

/// Takes back the one attempt that was no failure after all.
pub(crate) fn take_back(tx: &mut Tx, key: &str) -> Result<()> {
    diesel::update(sign_in_attempts.find(key).filter(failures.gt(0)))
        .set(failures.eq(failures - 1))
        .run(tx)
}

pub(crate) fn clear(tx: &mut Tx, key: &str) -> Result<()> {
    diesel::delete(sign_in_attempts.find(key)).run(tx)
}

pub(crate) fn forget_before(tx: &mut Tx, moment: Moment) -> Result<usize> {
    Ok(diesel::delete(sign_in_attempts.filter(since.lt(moment))).execute(tx.conn())?)
}

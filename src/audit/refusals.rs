//! Who was refused what, and from where: kept for 90 days and then deleted, so it is separate from
//! the sealed log. What was typed is kept only as a keyed hash.

use crate::base::fault::{Code, Result};
use crate::base::id::{AccountId, RefusalId};
use crate::db::schema::refusals;
use crate::db::{Run, Tx};
use chrono::TimeDelta;
use diesel::prelude::*;

/// How long a refusal is kept.
const KEPT: TimeDelta = TimeDelta::days(90);

/// Who was refused.
#[derive(Clone, Debug)]
pub(crate) enum RefusedCaller {
    Account(AccountId),
    /// No account: what was typed, such as an address that has none, or the carer who signed in with
    /// a code.
    Typed(String),
}

pub(crate) struct Refusal {
    pub who: RefusedCaller,
    /// The network address.
    pub address: String,
    /// What was asked for: a method and the pattern of a path, no id.
    pub operation: String,
    pub code: Code,
}

pub(crate) fn write(tx: &mut Tx, refusal: &Refusal) -> Result<()> {
    let (account, typed) = match &refusal.who {
        RefusedCaller::Account(account) => (Some(account.as_str()), None),
        RefusedCaller::Typed(typed) => (None, Some(tx.keyed_hash("refused", typed)?)),
    };
    let at = tx.now();
    diesel::insert_into(refusals::table)
        .values((
            refusals::id.eq(RefusalId::new()),
            refusals::at.eq(at),
            refusals::account_id.eq(account),
            refusals::typed.eq(typed),
            refusals::address.eq(&refusal.address),
            refusals::operation.eq(&refusal.operation),
            refusals::code.eq(refusal.code.as_str()),
        ))
        .run(tx)
}

/// Removes what has been kept long enough; returns how many.
pub(crate) fn forget(tx: &mut Tx) -> Result<usize> {
    let before = tx.now() - KEPT;
    Ok(diesel::delete(refusals::table.filter(refusals::at.lt(before))).execute(tx.conn())?)
}

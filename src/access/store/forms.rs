//! Queries about forms that wait for their sender to sign in again.

use crate::base::fault::Result;
use crate::base::id::{AccountId, AuthSessionId, WaitingFormId};
use crate::base::moment::Moment;
use crate::db::schema::{auth_sessions, waiting_forms};
use crate::db::{Run, Tx};
use diesel::prelude::*;

/// Whose sign-in it is or was; nobody's where a carer signed in with a code.
pub(crate) fn account_of(tx: &mut Tx, session: &AuthSessionId) -> Result<Option<AccountId>> {
    let account = auth_sessions::table
        .find(session)
        .select(auth_sessions::account_id)
        .first::<Option<AccountId>>(tx.conn())
        .optional()?;
    Ok(account.flatten())
}

pub(crate) fn waiting(tx: &mut Tx, account: &AccountId) -> Result<i64> {
    let now = tx.now();
    let of_account = waiting_forms::table
        .filter(waiting_forms::account_id.eq(account))
        .filter(waiting_forms::kept_until.gt(now));
    Ok(of_account.count().get_result(tx.conn())?)
}

pub(crate) fn add(
    tx: &mut Tx,
    id: &WaitingFormId,
    (account, sealed): (&AccountId, &str),
    kept_until: Moment,
) -> Result<()> {
    diesel::insert_into(waiting_forms::table)
        .values((
            waiting_forms::id.eq(id),
            waiting_forms::account_id.eq(account),
            waiting_forms::sealed.eq(sealed),
            waiting_forms::kept_until.eq(kept_until),
        ))
        .run(tx)
}

/// What is kept for this account, as long as it is.
pub(crate) fn sealed(
    tx: &mut Tx,
    id: &WaitingFormId,
    account: &AccountId,
) -> Result<Option<String>> {
    let now = tx.now();
    Ok(waiting_forms::table
        .find(id)
        .filter(waiting_forms::account_id.eq(account))
        .filter(waiting_forms::kept_until.gt(now))
        .select(waiting_forms::sealed)
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn forget_before(tx: &mut Tx, moment: Moment) -> Result<usize> {
    let over = waiting_forms::table.filter(waiting_forms::kept_until.le(moment));
    Ok(diesel::delete(over).execute(tx.conn())?)
}

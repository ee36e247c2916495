//! Queries about registers handed to volunteers.

use super::Handover;
use crate::access::Role;
use crate::base::fault::Fault;
use crate::base::id::{AccountId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::schema::{account_roles, accounts, handovers};
use diesel::prelude::*;

/// What was handed over and not taken back; the caller checks whether the session still runs.
pub fn live(tx: &mut Tx, session: &SessionId) -> Result<Vec<Handover>, Fault> {
    Ok(handovers::table
        .filter(handovers::session_id.eq(session.as_str()))
        .filter(handovers::taken_back_at.is_null())
        .order(handovers::id)
        .select(Handover::as_select())
        .load(tx.conn())?)
}

/// The sessions whose registers somebody has; the caller checks whether they still run.
pub fn sessions_of(tx: &mut Tx, account: &AccountId) -> Result<Vec<SessionId>, Fault> {
    Ok(handovers::table
        .filter(handovers::account_id.eq(account.as_str()))
        .filter(handovers::taken_back_at.is_null())
        .select(handovers::session_id)
        .load(tx.conn())?)
}

pub fn add(tx: &mut Tx, handover: &Handover) -> Result<(), Fault> {
    diesel::insert_into(handovers::table).values(handover).execute(tx.conn())?;
    Ok(())
}

/// False where this volunteer did not have it.
pub fn take_back(
    tx: &mut Tx,
    session: &SessionId,
    account: &AccountId,
    at: Moment,
    by: Option<&AccountId>,
) -> Result<bool, Fault> {
    let live = handovers::table
        .filter(handovers::session_id.eq(session.as_str()))
        .filter(handovers::account_id.eq(account.as_str()))
        .filter(handovers::taken_back_at.is_null());
    let taken = diesel::update(live)
        .set((
            handovers::taken_back_at.eq(at),
            handovers::taken_back_by.eq(by.map(AccountId::as_str)),
        ))
        .execute(tx.conn())?;
    Ok(taken > 0)
}

/// The volunteers of a centre who can sign in, by name.
pub fn volunteers(tx: &mut Tx, centre: &CentreId) -> Result<Vec<(AccountId, String)>, Fault> {
    Ok(accounts::table
        .inner_join(account_roles::table.on(account_roles::account_id.eq(accounts::id)))
        .filter(account_roles::role.eq(Role::Volunteer))
        .filter(account_roles::centre_id.eq_any(["", centre.as_str()]))
        .filter(accounts::disabled_at.is_null())
        .order((accounts::name, accounts::id))
        .select((accounts::id, accounts::name))
        .distinct()
        .load(tx.conn())?)
}

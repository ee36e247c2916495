//! The query every request makes first: who asks, and what they are now. A session is an account's,
//! or a carer's who signed in with a code: only the latter needs a second query.

use crate::access::{Actor, Opens, Role, RoleAt};
use crate::base::fault::Result;
use crate::base::id::{AccountId, AuthSessionId, CarerId, FamilyId, PartnerId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{account_roles, accounts, auth_sessions, carers, families};
use diesel::prelude::*;

/// What an account is part of.
type Parts = (AccountId, Option<PartnerId>, Option<String>, Option<FamilyId>, Option<CarerId>);
type ActorRow = (Parts, Moment, Role, String);

/// The person behind a sign-in session that has not ended, with roles as they are now. `None` where
/// the session ended, the account is disabled or has no role, or the carer has no record any more.
pub(crate) fn actor_for(tx: &mut Tx, session: &AuthSessionId) -> Result<Option<Actor>> {
    let rows: Vec<ActorRow> = auth_sessions::table
        .inner_join(accounts::table.on(auth_sessions::account_id.eq(accounts::id.nullable())))
        .inner_join(account_roles::table.on(account_roles::account_id.eq(accounts::id)))
        .filter(auth_sessions::id.eq(session.as_str()))
        .filter(auth_sessions::ended_at.is_null())
        .filter(accounts::disabled_at.is_null())
        .select((
            (
                accounts::id,
                accounts::partner_id,
                accounts::team,
                accounts::family_id,
                accounts::carer_id,
            ),
            auth_sessions::created_at,
            account_roles::role,
            account_roles::centre_id,
        ))
        .load(tx.conn())?;

    let Some((parts, signed_in_at, _, _)) = rows.first().cloned() else {
        return carer_for(tx, session);
    };
    let (account_id, partner_id, team, family_id, carer_id) = parts;
    let roles = rows.into_iter().map(|row| RoleAt::stored(row.2, row.3)).collect();
    Ok(Some(Actor {
        account_id: Some(account_id),
        auth_session_id: Some(session.clone()),
        signed_in_at: Some(signed_in_at),
        roles,
        family_id,
        carer_id,
        partner_id,
        team,
        ..Actor::default()
    }))
}

/// Somebody with an account, who is not here, with roles as they are now. `None` where the account is
/// disabled or has no role.
pub(crate) fn actor_of(tx: &mut Tx, account: &AccountId) -> Result<Option<Actor>> {
    let rows: Vec<(Role, String)> = accounts::table
        .inner_join(account_roles::table.on(account_roles::account_id.eq(accounts::id)))
        .filter(accounts::id.eq(account.as_str()))
        .filter(accounts::disabled_at.is_null())
        .select((account_roles::role, account_roles::centre_id))
        .load(tx.conn())?;
    if rows.is_empty() {
        return Ok(None);
    }
    let roles = rows.into_iter().map(|(role, centre)| RoleAt::stored(role, centre)).collect();
    Ok(Some(Actor { account_id: Some(account.clone()), roles, ..Actor::default() }))
}

fn carer_for(tx: &mut Tx, session: &AuthSessionId) -> Result<Option<Actor>> {
    let found = carer_of(tx, session, Opens::Record)?;
    Ok(found.map(|(family, carer, signed_in_at)| Actor {
        signed_in_at: Some(signed_in_at),
        ..Actor::by_code(session.clone(), family, carer)
    }))
}

/// Whose calendar feed this is; `None` where it ended, or the carer has no record any more.
pub(crate) fn carer_of_feed(
    tx: &mut Tx,
    session: &AuthSessionId,
) -> Result<Option<(FamilyId, CarerId)>> {
    let found = carer_of(tx, session, Opens::Feed)?;
    Ok(found.map(|(family, carer, _)| (family, carer)))
}

/// A carer's session ends at its time by itself: a browser keeps no token that would.
fn carer_of(
    tx: &mut Tx,
    session: &AuthSessionId,
    opens: Opens,
) -> Result<Option<(FamilyId, CarerId, Moment)>> {
    let now = tx.now();
    Ok(auth_sessions::table
        .inner_join(carers::table.on(auth_sessions::carer_id.eq(carers::id.nullable())))
        .inner_join(families::table.on(families::id.eq(carers::family_id)))
        .filter(auth_sessions::id.eq(session.as_str()))
        .filter(auth_sessions::opens.eq(opens))
        .filter(auth_sessions::ended_at.is_null())
        .filter(auth_sessions::expires_at.gt(now))
        .filter(families::joined_into.is_null())
        .filter(families::erased_at.is_null())
        .select((families::id, carers::id, auth_sessions::created_at))
        .first(tx.conn())
        .optional()?)
}

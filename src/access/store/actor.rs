//! The query every request makes first: who asks, and what they are now.

use crate::access::{Actor, Role, RoleAt};
use crate::base::fault::Result;
use crate::base::id::{AccountId, AuthSessionId, CarerId, FamilyId, PartnerId};
use crate::db::Tx;
use crate::db::schema::{account_roles, accounts, auth_sessions};
use diesel::prelude::*;

type ActorRow =
    (AccountId, Option<PartnerId>, Option<String>, Option<FamilyId>, Option<CarerId>, Role, String);

/// The person behind a sign-in session that has not ended, with roles as they are now; one query.
/// `None` where the session ended or the account is disabled or has no role.
pub(crate) fn actor_for(tx: &mut Tx, session: &AuthSessionId) -> Result<Option<Actor>> {
    let rows: Vec<ActorRow> = auth_sessions::table
        .inner_join(accounts::table.on(accounts::id.eq(auth_sessions::account_id)))
        .inner_join(account_roles::table.on(account_roles::account_id.eq(accounts::id)))
        .filter(auth_sessions::id.eq(session.as_str()))
        .filter(auth_sessions::ended_at.is_null())
        .filter(accounts::disabled_at.is_null())
        .select((
            accounts::id,
            accounts::partner_id,
            accounts::team,
            accounts::family_id,
            accounts::carer_id,
            account_roles::role,
            account_roles::centre_id,
        ))
        .load(tx.conn())?;

    let Some((account_id, partner_id, team, family_id, carer_id, _, _)) = rows.first().cloned()
    else {
        return Ok(None);
    };
    let roles = rows.into_iter().map(|row| RoleAt::stored(row.5, row.6)).collect();
    Ok(Some(Actor {
        account_id: Some(account_id),
        auth_session_id: Some(session.clone()),
        roles,
        family_id,
        carer_id,
        partner_id,
        team,
        ..Actor::default()
    }))
}

//! Queries about the sign-ins of one person, and the calendar feed beside them.

use crate::access::{Actor, Opens};
use crate::base::fault::Result;
use crate::base::id::{AccountId, AuthSessionId, CarerId};
use crate::base::moment::Moment;
use crate::db::schema::{accounts, auth_sessions};
use crate::db::{Run, Tx};
use diesel::prelude::*;

#[derive(Queryable, Selectable)]
#[diesel(table_name = auth_sessions)]
pub(crate) struct OpenSession {
    pub id: AuthSessionId,
    pub account_id: Option<AccountId>,
    pub created_at: Moment,
    pub expires_at: Moment,
    pub opens: Opens,
}

/// Those of an account, and of the carer it is or who signed in without one.
pub(crate) fn open_of(tx: &mut Tx, actor: &Actor) -> Result<Vec<OpenSession>> {
    let now = tx.now();
    Ok(auth_sessions::table
        .filter(
            auth_sessions::account_id
                .eq(actor.account_id.clone())
                .or(auth_sessions::carer_id.eq(actor.carer_id.clone())),
        )
        .filter(auth_sessions::ended_at.is_null())
        .filter(auth_sessions::expires_at.gt(now))
        .order((auth_sessions::created_at.desc(), auth_sessions::id.desc()))
        .select(OpenSession::as_select())
        .load(tx.conn())?)
}

/// True where it was one of theirs and had not ended.
pub(crate) fn end_own(tx: &mut Tx, actor: &Actor, id: &AuthSessionId) -> Result<bool> {
    if !open_of(tx, actor)?.iter().any(|open| open.id == *id) {
        return Ok(false);
    }
    super::sign_in::end_session(tx, id)?;
    Ok(true)
}

pub(crate) fn end_of_carer(tx: &mut Tx, carer: &CarerId) -> Result<()> {
    let now = tx.now();
    let of_carer = auth_sessions::table
        .filter(auth_sessions::carer_id.eq(carer))
        .filter(auth_sessions::ended_at.is_null());
    diesel::update(of_carer).set(auth_sessions::ended_at.eq(now)).run(tx)?;
    let held: Vec<AccountId> = accounts::table
        .filter(accounts::carer_id.eq(carer))
        .select(accounts::id)
        .load(tx.conn())?;
    for account in held {
        super::sign_in::end_sessions_of(tx, &account, None)?;
        super::sign_in::use_resets_of(tx, &account)?;
    }
    Ok(())
}

pub(crate) fn add_feed(
    tx: &mut Tx,
    id: &AuthSessionId,
    carer: &CarerId,
    expires_at: Moment,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(auth_sessions::table)
        .values((
            auth_sessions::id.eq(id),
            auth_sessions::carer_id.eq(carer),
            auth_sessions::created_at.eq(now),
            auth_sessions::expires_at.eq(expires_at),
            auth_sessions::opens.eq(Opens::Feed),
        ))
        .run(tx)
}

pub(crate) fn end_feed_of(tx: &mut Tx, carer: &CarerId) -> Result<()> {
    let now = tx.now();
    let live = auth_sessions::table
        .filter(auth_sessions::carer_id.eq(carer))
        .filter(auth_sessions::opens.eq(Opens::Feed))
        .filter(auth_sessions::ended_at.is_null());
    diesel::update(live).set(auth_sessions::ended_at.eq(now)).run(tx)
}

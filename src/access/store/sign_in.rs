//! Queries about passwords, sign-in sessions, refresh tokens and links for a new
//! password.

use crate::access::secret::Digest;
use crate::base::fault::Result;
use crate::base::id::{AccountId, AuthSessionId, CarerId};
use crate::base::moment::Moment;
use crate::db::schema::{accounts, auth_sessions, carers, one_time_tokens, refresh_tokens};
use crate::db::{Run, Tx};
use diesel::prelude::*;

const RESET: &str = "password_reset";

/// The account of an address that may sign in, and its password's hash.
pub(crate) fn password_of(tx: &mut Tx, email: &str) -> Result<Option<(AccountId, String)>> {
    Ok(accounts::table
        .filter(accounts::email.eq(email))
        .filter(accounts::disabled_at.is_null())
        .select((accounts::id, accounts::password_hash))
        .first(tx.conn())
        .optional()?)
}

/// Whose password it is, and its hash, of an account that may sign in.
#[derive(Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub(crate) struct Credentials {
    pub id: AccountId,
    pub email: String,
    pub name: String,
    #[diesel(column_name = password_hash)]
    pub hash: String,
}

pub(crate) fn credentials(tx: &mut Tx, account: &AccountId) -> Result<Option<Credentials>> {
    Ok(accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null())
        .select(Credentials::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Whether this hash is still the password of an account that may sign in.
pub(crate) fn has_password(tx: &mut Tx, account: &AccountId, hash: &str) -> Result<bool> {
    let found = accounts::table
        .find(account)
        .filter(accounts::disabled_at.is_null())
        .filter(accounts::password_hash.eq(hash));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(tx.conn())?)
}

pub(crate) fn set_password(tx: &mut Tx, account: &AccountId, hash: &str) -> Result<()> {
    diesel::update(accounts::table.find(account.as_str()))
        .set(accounts::password_hash.eq(hash))
        .run(tx)
}

/// Who a session belongs to.
#[derive(Clone)]
pub(crate) enum Holder {
    Account(AccountId),
    Carer(CarerId),
}

impl Holder {
    /// What a token says of who it was given to.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Holder::Account(id) => id.as_str(),
            Holder::Carer(id) => id.as_str(),
        }
    }
}

pub(crate) fn begin_session(
    tx: &mut Tx,
    session: &AuthSessionId,
    holder: &Holder,
    expires_at: Moment,
) -> Result<()> {
    let now = tx.now();
    let (account, carer) = match holder {
        Holder::Account(id) => (Some(id), None),
        Holder::Carer(id) => (None, Some(id)),
    };
    diesel::insert_into(auth_sessions::table)
        .values((
            auth_sessions::id.eq(session),
            auth_sessions::account_id.eq(account),
            auth_sessions::carer_id.eq(carer),
            auth_sessions::created_at.eq(now),
            auth_sessions::expires_at.eq(expires_at),
        ))
        .run(tx)
}

/// Who a live session belongs to; `None` where it ended or the account is disabled. The statement
/// that locks the session also sets its new end.
pub(crate) fn prolong_session(
    tx: &mut Tx,
    session: &AuthSessionId,
    expires_at: Moment,
) -> Result<Option<Holder>> {
    let now = tx.now();
    let living = auth_sessions::table
        .find(session)
        .filter(auth_sessions::ended_at.is_null())
        .filter(auth_sessions::expires_at.gt(now));
    let prolonged =
        diesel::update(living).set(auth_sessions::expires_at.eq(expires_at)).execute(tx.conn())?;
    if prolonged == 0 {
        return Ok(None);
    }
    let account: Option<AccountId> = auth_sessions::table
        .inner_join(accounts::table.on(auth_sessions::account_id.eq(accounts::id.nullable())))
        .filter(auth_sessions::id.eq(session))
        .filter(accounts::disabled_at.is_null())
        .select(accounts::id)
        .first(tx.conn())
        .optional()?;
    if let Some(account) = account {
        return Ok(Some(Holder::Account(account)));
    }
    let carer: Option<CarerId> = auth_sessions::table
        .inner_join(carers::table.on(auth_sessions::carer_id.eq(carers::id.nullable())))
        .filter(auth_sessions::id.eq(session))
        .select(carers::id)
        .first(tx.conn())
        .optional()?;
    Ok(carer.map(Holder::Carer))
}

pub(crate) fn end_session(tx: &mut Tx, session: &AuthSessionId) -> Result<()> {
    let now = tx.now();
    diesel::update(auth_sessions::table.find(session).filter(auth_sessions::ended_at.is_null()))
        .set(auth_sessions::ended_at.eq(now))
        .run(tx)
}

/// Ends every session of an account but one, where one is named.
pub(crate) fn end_sessions_of(
    tx: &mut Tx,
    account: &AccountId,
    but: Option<&AuthSessionId>,
) -> Result<()> {
    let now = tx.now();
    let living = auth_sessions::table
        .filter(auth_sessions::account_id.eq(account))
        .filter(auth_sessions::id.ne(but.map_or("", AuthSessionId::as_str)))
        .filter(auth_sessions::ended_at.is_null());
    diesel::update(living).set(auth_sessions::ended_at.eq(now)).run(tx)
}

pub(crate) fn add_refresh_token(
    tx: &mut Tx,
    digest: &Digest,
    session: &AuthSessionId,
    expires_at: Moment,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::token_hash.eq(digest.as_str()),
            refresh_tokens::auth_session_id.eq(session),
            refresh_tokens::created_at.eq(now),
            refresh_tokens::expires_at.eq(expires_at),
        ))
        .run(tx)
}

/// Uses a refresh token; true once, for one caller, however many try at a time.
pub(crate) fn use_refresh_token(tx: &mut Tx, digest: &Digest) -> Result<bool> {
    let now = tx.now();
    let unused = refresh_tokens::table
        .find(digest.as_str())
        .filter(refresh_tokens::used_at.is_null())
        .filter(refresh_tokens::expires_at.gt(now));
    let used = diesel::update(unused).set(refresh_tokens::used_at.eq(now)).execute(tx.conn())?;
    Ok(used == 1)
}

/// The session of a refresh token, and whether the token was used.
pub(crate) fn session_of(tx: &mut Tx, digest: &Digest) -> Result<Option<(AuthSessionId, bool)>> {
    Ok(refresh_tokens::table
        .find(digest.as_str())
        .select((refresh_tokens::auth_session_id, refresh_tokens::used_at.is_not_null()))
        .first(tx.conn())
        .optional()?)
}

/// Keeps the answer to the use of a token, for a repeat with the same key.
pub(crate) fn keep_answer(tx: &mut Tx, digest: &Digest, key: &str, sealed: &str) -> Result<()> {
    diesel::update(refresh_tokens::table.find(digest.as_str()))
        .set((refresh_tokens::answer_key.eq(key), refresh_tokens::sealed_answer.eq(sealed)))
        .run(tx)
}

/// The answer kept for this key, of a token used since then in a session that lives.
pub(crate) fn kept_answer(
    tx: &mut Tx,
    digest: &Digest,
    key: &str,
    since: Moment,
) -> Result<Option<String>> {
    let found: Option<Option<String>> = refresh_tokens::table
        .inner_join(auth_sessions::table.on(auth_sessions::id.eq(refresh_tokens::auth_session_id)))
        .filter(refresh_tokens::token_hash.eq(digest.as_str()))
        .filter(refresh_tokens::answer_key.eq(key))
        .filter(refresh_tokens::used_at.gt(since))
        .filter(auth_sessions::ended_at.is_null())
        .select(refresh_tokens::sealed_answer)
        .first(tx.conn())
        .optional()?;
    Ok(found.flatten())
}

/// Forgets the answers to tokens used before a moment.
pub(crate) fn forget_answers(tx: &mut Tx, before: Moment) -> Result<usize> {
    let old = refresh_tokens::table
        .filter(refresh_tokens::used_at.lt(before))
        .filter(refresh_tokens::sealed_answer.is_not_null());
    Ok(diesel::update(old)
        .set((
            refresh_tokens::answer_key.eq(None::<String>),
            refresh_tokens::sealed_answer.eq(None::<String>),
        ))
        .execute(tx.conn())?)
}

pub(crate) fn add_reset(
    tx: &mut Tx,
    digest: &Digest,
    account: &AccountId,
    expires_at: Moment,
) -> Result<()> {
    let now = tx.now();
    diesel::insert_into(one_time_tokens::table)
        .values((
            one_time_tokens::token_hash.eq(digest.as_str()),
            one_time_tokens::purpose.eq(RESET),
            one_time_tokens::account_id.eq(account),
            one_time_tokens::created_at.eq(now),
            one_time_tokens::expires_at.eq(expires_at),
        ))
        .run(tx)
}

/// Whose password a link that still counts changes.
pub(crate) fn reset_of(tx: &mut Tx, digest: &Digest) -> Result<Option<Credentials>> {
    let now = tx.now();
    Ok(one_time_tokens::table
        .inner_join(accounts::table.on(accounts::id.eq(one_time_tokens::account_id)))
        .filter(one_time_tokens::token_hash.eq(digest.as_str()))
        .filter(one_time_tokens::purpose.eq(RESET))
        .filter(one_time_tokens::used_at.is_null())
        .filter(one_time_tokens::expires_at.gt(now))
        .filter(accounts::disabled_at.is_null())
        .select(Credentials::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Uses up every link of an account; how many were unused.
pub(crate) fn use_resets_of(tx: &mut Tx, account: &AccountId) -> Result<usize> {
    let now = tx.now();
    let unused = one_time_tokens::table
        .filter(one_time_tokens::account_id.eq(account))
        .filter(one_time_tokens::used_at.is_null());
    Ok(diesel::update(unused).set(one_time_tokens::used_at.eq(now)).execute(tx.conn())?)
}

/// Removes what ended before `moment`: links, tokens, and sessions, whose tokens
/// all ended before them.
pub(crate) fn forget_before(tx: &mut Tx, moment: Moment) -> Result<usize> {
    let links = diesel::delete(one_time_tokens::table)
        .filter(one_time_tokens::expires_at.lt(moment))
        .execute(tx.conn())?;
    let tokens = diesel::delete(refresh_tokens::table)
        .filter(refresh_tokens::expires_at.lt(moment))
        .execute(tx.conn())?;
    let sessions = diesel::delete(auth_sessions::table)
        .filter(auth_sessions::expires_at.lt(moment))
        .execute(tx.conn())?;
    Ok(links + tokens + sessions)
}

//! Queries about codes that were asked for.

use super::SignInRequest;
use crate::access::secret::Digest;
use crate::base::fault::Result;
use crate::base::id::CarerId;
use crate::base::moment::Moment;
use crate::base::text::phone_digits;
use crate::db::schema::{accounts, carers, sign_in_requests};
use crate::db::{Run, Tx};
use crate::membership::sign_up::Contact;
use diesel::prelude::*;

pub(crate) fn add(tx: &mut Tx, request: &SignInRequest) -> Result<()> {
    diesel::insert_into(sign_in_requests::table).values(request).run(tx)
}

/// What was asked for with this secret, locked.
pub(crate) fn locked(tx: &mut Tx, request: &Digest) -> Result<Option<SignInRequest>> {
    tx.lock(|conn| {
        diesel::update(sign_in_requests::table.find(request.as_str()))
            .set(sign_in_requests::code_tries.eq(sign_in_requests::code_tries))
            .execute(conn)
            .map(drop)
    })?;
    Ok(sign_in_requests::table
        .find(request.as_str())
        .select(SignInRequest::as_select())
        .first(tx.conn())
        .optional()?)
}

/// What a link is for.
pub(crate) fn by_link(tx: &mut Tx, token: &Digest) -> Result<Option<SignInRequest>> {
    Ok(sign_in_requests::table
        .filter(sign_in_requests::token_hash.eq(token.as_str()))
        .select(SignInRequest::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn count_try(tx: &mut Tx, request: &SignInRequest) -> Result<()> {
    diesel::update(sign_in_requests::table.find(&request.request_hash))
        .set(sign_in_requests::code_tries.eq(sign_in_requests::code_tries + 1))
        .run(tx)
}

/// Uses it up; true once, for one caller.
pub(crate) fn use_up(tx: &mut Tx, request: &SignInRequest) -> Result<bool> {
    let now = tx.now();
    let unused = sign_in_requests::table
        .find(&request.request_hash)
        .filter(sign_in_requests::used_at.is_null());
    let used = diesel::update(unused).set(sign_in_requests::used_at.eq(now)).execute(tx.conn())?;
    Ok(used == 1)
}

/// The holder of the address or number has shown that it is theirs.
pub(crate) fn proved(tx: &mut Tx, carer: &CarerId, contact: &Contact) -> Result<()> {
    let now = tx.now();
    let this = carers::table.find(carer.as_str());
    match contact {
        Contact::Email(email) => diesel::update(this.filter(carers::email.eq(email)))
            .set(carers::email_proved_at.eq(now))
            .run(tx),
        Contact::Phone(phone) => {
            diesel::update(this.filter(carers::phone_digits.eq(phone_digits(phone))))
                .set((carers::phone_proved_at.eq(now), carers::phone_confirmed_at.eq(now)))
                .run(tx)
        }
    }
}

/// Whether an administrator took this carer's access away.
pub(crate) fn is_barred(tx: &mut Tx, carer: &CarerId) -> Result<bool> {
    let disabled = accounts::table
        .filter(accounts::carer_id.eq(carer))
        .filter(accounts::disabled_at.is_not_null());
    Ok(diesel::select(diesel::dsl::exists(disabled)).get_result(tx.conn())?)
}

/// Forgets what ended before `moment`.
pub(crate) fn forget(tx: &mut Tx, moment: Moment) -> Result<usize> {
    let ended = sign_in_requests::table.filter(sign_in_requests::ends_at.le(moment));
    Ok(diesel::delete(ended).execute(tx.conn())?)
}

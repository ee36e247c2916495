//! Signing in over REST. Tokens and passwords pass through here and are never
//! logged, nor kept for `Idempotency-Key`.

mod codes;
mod feed;
mod sessions;

use crate::access::accounts::Account;
use crate::access::secret::Secret;
use crate::access::service::password::{self, PasswordChange};
use crate::access::service::reset::{self, Ask, Confirm};
use crate::access::service::sign_in::{self, Issued, Refresh, SignIn};
use crate::access::{Act, store};
use crate::base::fault::{Code, Fault};
use crate::base::text;
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig, faults};
use actix_web::{get, post};
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    TokenFaults: WrongCredentials, TooManyAttempts;
    RefreshFaults: InvalidIdempotencyKey, NotSignedIn, TokenReused;
    AskFaults: TooManyAttempts;
    ConfirmFaults: NoLongerOpen;
    ChangeFaults: NoLongerOpen, TooManyAttempts;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    codes::routes(config);
    feed::routes(config);
    sessions::routes(config);
    config
        .service(create_token)
        .service(refresh_token)
        .service(sign_out)
        .service(ask_password_reset)
        .service(confirm_password_reset)
        .service(change_password)
        .service(get_me);
}

/// An account's address and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "amina@hubs.example", "password": "correct horse battery"}))]
pub(crate) struct TokenIn {
    /// The account's address; upper and lower case are the same.
    #[schema(max_length = 254)]
    pub email: String,
    /// The account's password.
    #[schema(max_length = 256)]
    pub password: String,
}

/// A refresh token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"refresh_token": "Rk1wq0h…"}))]
pub(crate) struct RefreshIn {
    /// The one that came with the last access token.
    #[schema(max_length = 512)]
    pub refresh_token: String,
}

/// Sign in
///
/// The answer and its timing are the same for a wrong password and for an account that does not
/// exist. After some failures it answers 429 with `retry_after` in seconds.
#[utoipa::path(tag = "access", security(()), request_body = TokenIn,
    responses((status = 200, body = Issued), TokenFaults))]
#[post("/auth/token")]
async fn create_token(api: Api, body: Body<TokenIn>) -> ApiResult {
    let address = api.address();
    api.work_public(body, move |app, input| {
        let email = input.email.trim().to_lowercase();
        let sign_in = SignIn { email, password: input.password.clone(), address, device: None };
        Ok(Answer::ok(sign_in::sign_in(&app.store, &app.gate, &sign_in)?))
    })
    .await
}

/// Get new tokens for a refresh token
///
/// Each refresh token works once. A second use ends the session, because one of the two callers is
/// not the one it was issued to. With an `Idempotency-Key` the same request gets the same tokens
/// again for a minute, unless they have been used, because an answer may be lost on the way.
#[utoipa::path(tag = "access", security(()), request_body = RefreshIn,
    params(("Idempotency-Key" = Option<String>, Header, description = "Any text of your own.",
        min_length = 1, max_length = 255, pattern = "^[!#-~]+$")),
    responses((status = 200, body = Issued), RefreshFaults))]
#[post("/auth/refresh")]
async fn refresh_token(api: Api, body: Body<RefreshIn>) -> ApiResult {
    let (gate, key) = (api.app().gate.clone(), api.idempotency_key()?);
    api.write_public(body, move |tx, input| {
        let presented = Secret::presented(&input.refresh_token);
        let refresh = Refresh { presented, key: key.clone() };
        Ok(Answer::ok(sign_in::refresh(tx, &gate, &refresh)?))
    })
    .await
}

/// Sign out
///
/// Ends the session of the access token: neither it nor its refresh token works afterwards.
#[utoipa::path(tag = "access", request_body = Nothing, responses((status = 200, body = Nothing)))]
#[post("/auth/sign-out")]
async fn sign_out(api: Api, body: Body<Nothing>) -> ApiResult {
    api.write(Act::SeeSelf, body, |tx, _| {
        sign_in::sign_out(tx)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

/// The account whose password was forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"email": "amina@hubs.example"}))]
pub(crate) struct ResetIn {
    /// The account's address.
    #[schema(format = Email, max_length = 254)]
    pub email: String,
}

/// Ask for a link to choose a new password
///
/// Always 202: the answer does not reveal whether the account exists. The link comes by mail, works
/// once and expires after an hour.
#[utoipa::path(tag = "access", security(()), request_body = ResetIn,
    responses((status = 202, body = Nothing), AskFaults))]
#[post("/auth/password-reset")]
async fn ask_password_reset(api: Api, body: Body<ResetIn>) -> ApiResult {
    let (address, gate) = (api.address(), api.app().gate.clone());
    api.write_public(body, move |tx, input| {
        let email = text::email("/email", &input.email)?;
        reset::ask(tx, &gate, &Ask { email, address })?;
        Ok(Answer::accepted(Nothing {}))
    })
    .await
}

/// A new password, and the secret that allows it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"token": "u7Vd0…", "password": "correct horse battery"}))]
pub(crate) struct ResetConfirmIn {
    /// The last part of the link in the mail.
    #[schema(max_length = 512)]
    pub token: String,
    /// 12 to 256 characters, hard to guess, and not made of your name or address.
    #[schema(min_length = 12, max_length = 256)]
    pub password: String,
}

/// Choose a new password
///
/// Ends every session of the account.
#[utoipa::path(tag = "access", security(()), request_body = ResetConfirmIn,
    responses((status = 200, body = Nothing), ConfirmFaults))]
#[post("/auth/password-reset/confirm")]
async fn confirm_password_reset(api: Api, body: Body<ResetConfirmIn>) -> ApiResult {
    api.work_public(body, |app, input| {
        let token = Secret::presented(&input.token);
        let confirm = Confirm { token, password: input.password.clone() };
        reset::confirm(&app.store, &app.gate, &confirm)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

/// Change your password
///
/// Signs you out everywhere else, cancels links for a new password, and tells you by mail. After
/// some wrong guesses at the current password it answers 429.
#[utoipa::path(tag = "access", request_body = PasswordChange,
    responses((status = 200, body = Nothing), ChangeFaults))]
#[post("/auth/password")]
async fn change_password(api: Api, body: Body<PasswordChange>) -> ApiResult {
    api.work(Act::SeeSelf, body, |app, actor, input| {
        password::change(&app.store, &app.gate, actor, input)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

/// Get your account
///
/// Who signed in with a code has none: what is answered then is the carer's own.
#[utoipa::path(tag = "access", responses((status = 200, body = Account)))]
#[get("/auth/me")]
async fn get_me(api: Api) -> ApiResult {
    api.read(Act::SeeSelf, |tx| {
        let actor = tx.actor().clone();
        let own = match (&actor.account_id, &actor.carer_id) {
            (Some(id), _) => store::accounts::one(tx, id)?,
            (None, Some(carer)) => store::accounts::of_carer(tx, &actor, carer)?,
            (None, None) => return Err(Fault::new(Code::NotSignedIn, "Please sign in.")),
        };
        Ok(Answer::ok(own))
    })
    .await
}

//! Signing in, staying signed in, signing out. A sign-in is two transactions with
//! the hashing between them: the first counts the attempt before the password is
//! looked at, so that many at once are still counted; the second takes it back.

use super::Gate;
use super::origin::{Attempt, RequestOrigin};
pub(crate) use super::origin::{SignIn, count_under};
use crate::access::secret::Secret;
use crate::access::store::sign_in::Holder;
use crate::access::tokens::Grant;
use crate::access::{Actor, sealing, store};
use crate::audit::Event;
use crate::audit::refusals::{self, Refusal, RefusedCaller};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AccountId, AuthSessionId, CarerId};
use crate::base::moment::Moment;
use crate::db::{Store, Tx};
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use utoipa::ToSchema;

/// Tokens.
#[derive(Serialize, Deserialize, ToSchema)]
#[schema(as = TokenOut)]
pub(crate) struct Issued {
    /// Send it with each call: `Authorization: Bearer …`. A JWT signed with EdDSA.
    pub access_token: String,
    /// Always `Bearer`.
    #[schema(example = "Bearer")]
    pub token_type: String,
    /// The access token's life in seconds.
    #[schema(example = 1200)]
    pub expires_in: i64,
    /// Works once, to get the next tokens. Using it twice ends the session.
    pub refresh_token: String,
}

/// Signs somebody in. A failure is logged with the account, or a keyed hash of what was typed, and
/// where it came from.
pub(crate) fn sign_in(store: &Store, gate: &Arc<Gate>, sign_in: &SignIn) -> Result<Issued> {
    let tried = try_to(store, gate, sign_in);
    let code = tried.as_ref().err().map(Fault::code);
    if let Some(code @ (Code::WrongCredentials | Code::TooManyAttempts)) = code {
        let (email, address) = (sign_in.email.clone(), sign_in.address.to_string());
        store.write(Actor::public(), move |tx| {
            let who = match store::accounts::of_email(tx, &email)? {
                Some(account) => RefusedCaller::Account(account),
                None => RefusedCaller::Typed(email.clone()),
            };
            let (address, operation) = (address.clone(), "sign_in".to_owned());
            refusals::write(tx, &Refusal { who, address, operation, code })
        })?;
    }
    tried
}

fn try_to(store: &Store, gate: &Arc<Gate>, sign_in: &SignIn) -> Result<Issued> {
    let origin = RequestOrigin::of(gate, sign_in)?;
    let (counts, email) = (origin.clone(), sign_in.email.clone());
    let attempt = store.write(Actor::public(), move |tx| counts.attempt(tx, &email))?;

    let Attempt { account, counted, refusal, is_barred } = attempt;
    let stored = account.as_ref().map(|(_, hash)| hash.as_str());
    let right = gate.passwords.verify(&sign_in.password, stored).map_err(Fault::internal)?;
    let (account, hash) = match account {
        Some(account) if right && !is_barred => account,
        _ => return Err(refusal.unwrap_or_else(wrong_credentials)),
    };
    let outdated = gate.passwords.is_outdated(&hash);
    let rehashed = outdated
        .then(|| gate.passwords.hash(&sign_in.password))
        .transpose()
        .map_err(Fault::internal)?;

    let gate = Arc::clone(gate);
    store.write(Actor::public(), move |tx| {
        for key in &counted {
            store::attempts::take_back(tx, key)?;
        }
        // Disabled, or given another password, while this one was being hashed.
        if !store::sign_in::has_password(tx, &account, &hash)? {
            return Err(sign_in_again());
        }
        if let Some(rehashed) = &rehashed {
            store::sign_in::set_password(tx, &account, rehashed)?;
        }
        origin.remember(tx, &account)?;
        begin(tx, &gate, &account)
    })
}

fn wrong_credentials() -> Fault {
    Fault::new(
        Code::WrongCredentials,
        "Check both, or ask for a new password by POST /api/v1/auth/password-reset.",
    )
}

fn begin(tx: &mut Tx, gate: &Gate, account: &AccountId) -> Result<Issued> {
    let (session, holder) = (AuthSessionId::new(), Holder::Account(account.clone()));
    let expires_at = tx.now() + gate.settings.refresh;
    store::sign_in::begin_session(tx, &session, &holder, expires_at)?;
    tx.act_as(Actor { account_id: Some(account.clone()), ..Actor::default() });
    tx.audit(Event::SignIn, account.as_str(), serde_json::json!({}))?;
    issue(tx, gate, &holder, &session)
}

/// Tokens for a carer who has shown by a code or its link that it is them.
pub(crate) fn begin_for_carer(tx: &mut Tx, gate: &Gate, carer: &CarerId) -> Result<Issued> {
    let (session, holder) = (AuthSessionId::new(), Holder::Carer(carer.clone()));
    let expires_at = tx.now() + gate.settings.refresh;
    store::sign_in::begin_session(tx, &session, &holder, expires_at)?;
    issue(tx, gate, &holder, &session)
}

/// The same for a browser, which keeps the secret until `lasts` has passed; the one it kept before
/// opens nothing any more.
pub(crate) fn begin_in_browser(
    tx: &mut Tx,
    carer: &CarerId,
    (before, lasts): (Option<&Secret>, TimeDelta),
) -> Result<Secret> {
    if let Some(before) = before {
        store::sign_in::end_session(tx, &session_of_browser(before))?;
    }
    let (secret, holder) = (Secret::random(), Holder::Carer(carer.clone()));
    let expires_at = tx.now() + lasts;
    store::sign_in::begin_session(tx, &session_of_browser(&secret), &holder, expires_at)?;
    Ok(secret)
}

/// The session of the secret that a browser keeps: its id is made of the secret and does not give
/// it away.
pub(crate) fn session_of_browser(secret: &Secret) -> AuthSessionId {
    AuthSessionId::from(secret.id())
}

fn issue(tx: &mut Tx, gate: &Gate, holder: &Holder, session: &AuthSessionId) -> Result<Issued> {
    let now = tx.now();
    let refresh_token = Secret::random();
    let expires_at = now + gate.settings.refresh;
    store::sign_in::add_refresh_token(tx, &refresh_token.digest(), session, expires_at)?;
    Ok(Issued {
        access_token: access_token(gate, holder.as_str(), session, now)?,
        token_type: "Bearer".to_owned(),
        expires_in: gate.access_lasts().num_seconds(),
        refresh_token: refresh_token.reveal().to_owned(),
    })
}

/// Another access token for a session that continues.
pub(crate) fn access_token(
    gate: &Gate,
    subject: &str,
    session: &AuthSessionId,
    now: Moment,
) -> Result<String> {
    let grant = Grant { subject, session, now, lasts: gate.access_lasts() };
    gate.tokens.issue(&gate.ring(), &grant)
}

/// A refresh token, and the key by which its answer may be asked for again.
pub(crate) struct Refresh {
    pub presented: Secret,
    pub key: Option<String>,
}

/// How long the answer to a refresh is kept for a caller who lost it on the way.
const KEPT_FOR: TimeDelta = TimeDelta::minutes(1);

/// Exchanges a refresh token for new tokens, once; for a minute the same key gets the same tokens
/// again, because an answer may be lost. Any other second use means that two people have it: the
/// session ends for both, and stays ended although this call is refused.
pub(crate) fn refresh(tx: &mut Tx, gate: &Gate, refresh: &Refresh) -> Result<Issued> {
    let digest = refresh.presented.digest();
    let used_now = store::sign_in::use_refresh_token(tx, &digest)?;
    let (session, used) = store::sign_in::session_of(tx, &digest)?.ok_or_else(sign_in_again)?;
    if !used_now && used {
        if let Some(issued) = answered(tx, gate, refresh)? {
            return Ok(issued);
        }
        store::sign_in::end_session(tx, &session)?;
        tx.audit(Event::RefreshTokenReused, session.as_str(), serde_json::json!({}))?;
        return Err(Fault::new(
            Code::TokenReused,
            "The session was ended to be safe. Please sign in again.",
        )
        .keeping());
    }
    if !used_now {
        return Err(sign_in_again());
    }

    let expires_at = tx.now() + gate.settings.refresh;
    let holder =
        store::sign_in::prolong_session(tx, &session, expires_at)?.ok_or_else(sign_in_again)?;
    let issued = issue(tx, gate, &holder, &session)?;
    if let Some(key) = &refresh.key {
        let key = gate.fingerprint("refresh", &[key.as_bytes()])?;
        let text = serde_json::to_vec(&issued).map_err(Fault::internal)?;
        let sealed = sealing::seal(&answer_key(gate, refresh)?, "", &text)?;
        store::sign_in::keep_answer(tx, &digest, &key, &sealed)?;
    }
    Ok(issued)
}

/// The answer to the same request a moment ago, while its tokens are unused.
fn answered(tx: &mut Tx, gate: &Gate, refresh: &Refresh) -> Result<Option<Issued>> {
    let Some(key) = &refresh.key else { return Ok(None) };
    let key = gate.fingerprint("refresh", &[key.as_bytes()])?;
    let since = tx.now() - KEPT_FOR;
    let digest = refresh.presented.digest();
    let Some(sealed) = store::sign_in::kept_answer(tx, &digest, &key, since)? else {
        return Ok(None);
    };
    let answer = sealing::open(&answer_key(gate, refresh)?, "", &sealed);
    let answer = answer.and_then(|text| serde_json::from_slice::<Issued>(&text).ok());
    let Some(issued) = answer else { return Ok(None) };
    let next = Secret::presented(&issued.refresh_token);
    let gone_on = store::sign_in::session_of(tx, &next.digest())?.is_none_or(|(_, used)| used);
    Ok((!gone_on).then_some(issued))
}

/// Tokens at rest are under a key that only the holder of the previous token can make.
fn answer_key(gate: &Gate, refresh: &Refresh) -> Result<[u8; 32]> {
    gate.key_with("refresh-answer", &refresh.presented)
}

/// Ends the caller's own session; access ends with it.
pub(crate) fn sign_out(tx: &mut Tx) -> Result<()> {
    if let Some(session) = tx.actor().auth_session_id.clone() {
        store::sign_in::end_session(tx, &session)?;
    }
    Ok(())
}

fn sign_in_again() -> Fault {
    Fault::new(Code::NotSignedIn, "The session has ended. Please sign in again.")
}

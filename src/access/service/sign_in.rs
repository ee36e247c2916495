//! Signing in, staying signed in, signing out. A sign-in is two transactions with
//! the hashing between them: the first counts the attempt before the password is
//! looked at, so that many at once are still counted; the second takes it back.

use std::net::IpAddr;
use std::sync::Arc;

use chrono::TimeDelta;

use super::{Gate, one_address};
use crate::access::attempts::{Counted, Limit, count};
use crate::access::secret::Secret;
use crate::access::tokens::Grant;
use crate::access::{Actor, store};
use crate::audit::Event;
use crate::audit::refusals::{self, Refusal, Who};
use crate::db::{Store, Tx};
use crate::fault::{Code, Fault};
use crate::id::{AccountId, AuthSessionId};
use crate::moment::Moment;

/// Guesses of one account from everywhere: it waits a minute at the most.
const PER_ACCOUNT: Limit = Limit { failures: 20, window: TimeDelta::minutes(1) };

pub struct SignIn {
    /// In lower case.
    pub email: String,
    pub password: String,
    pub address: IpAddr,
}

/// What a caller who signed in is given.
pub struct Issued {
    pub access_token: String,
    pub refresh_token: Secret,
    /// The access token's life in seconds.
    pub expires_in: i64,
}

/// Signs somebody in. A failure leaves the account, or a keyed hash of what was typed for one, and
/// where it came from, in the log.
pub fn sign_in(store: &Store, gate: &Arc<Gate>, sign_in: &SignIn) -> Result<Issued, Fault> {
    let tried = try_to(store, gate, sign_in);
    let code = tried.as_ref().err().map(Fault::code);
    if let Some(code @ (Code::WrongCredentials | Code::TooManyAttempts)) = code {
        let (email, address) = (sign_in.email.clone(), sign_in.address.to_string());
        store.write(Actor::public(), move |tx| {
            let who = match store::accounts::of_email(tx, &email)? {
                Some(account) => Who::Account(account),
                None => Who::Typed(email.clone()),
            };
            let (address, operation) = (address.clone(), "sign_in".to_owned());
            refusals::write(tx, &Refusal { who, address, operation, code })
        })?;
    }
    tried
}

fn try_to(store: &Store, gate: &Arc<Gate>, sign_in: &SignIn) -> Result<Issued, Fault> {
    let keys = Keys::of(gate, &sign_in.email, sign_in.address)?;
    let (own, email) = (keys.clone(), sign_in.email.clone());
    let found = store.write(Actor::public(), move |tx| {
        own.count(tx)?;
        store::sign_in::password_of(tx, &email)
    })?;

    let stored = found.as_ref().map(|(_, hash)| hash.as_str());
    let right = gate.passwords.verify(&sign_in.password, stored).map_err(Fault::internal)?;
    let (account, hash) = match found {
        Some(found) if right => found,
        _ => {
            return Err(Fault::new(
                Code::WrongCredentials,
                "Check both, or ask for a new password by POST /api/v1/auth/password-reset.",
            ));
        }
    };
    let outdated = gate.passwords.is_outdated(&hash);
    let rehashed = outdated
        .then(|| gate.passwords.hash(&sign_in.password))
        .transpose()
        .map_err(Fault::internal)?;

    let gate = Arc::clone(gate);
    store.write(Actor::public(), move |tx| {
        keys.take_back(tx)?;
        // Disabled, or given another password, while this one was hashed.
        if !store::sign_in::has_password(tx, &account, &hash)? {
            return Err(sign_in_again());
        }
        if let Some(rehashed) = &rehashed {
            store::sign_in::set_password(tx, &account, rehashed)?;
        }
        begin(tx, &gate, &account)
    })
}

fn begin(tx: &mut Tx, gate: &Gate, account: &AccountId) -> Result<Issued, Fault> {
    let session = AuthSessionId::new();
    let expires_at = tx.now() + gate.settings.refresh;
    store::sign_in::begin_session(tx, &session, account, expires_at)?;
    tx.act_as(Actor { account_id: Some(account.clone()), ..Actor::default() });
    tx.audit(Event::SignIn, account.as_str(), serde_json::json!({}))?;
    issue(tx, gate, account, &session)
}

fn issue(
    tx: &mut Tx,
    gate: &Gate,
    account: &AccountId,
    session: &AuthSessionId,
) -> Result<Issued, Fault> {
    let now = tx.now();
    let refresh_token = Secret::random();
    let expires_at = now + gate.settings.refresh;
    store::sign_in::add_refresh_token(tx, &refresh_token.digest(), session, expires_at)?;
    Ok(Issued {
        access_token: access_token(gate, account, session, now)?,
        refresh_token,
        expires_in: gate.access_lasts().num_seconds(),
    })
}

/// Another access token for a session that lasts.
pub fn access_token(
    gate: &Gate,
    account: &AccountId,
    session: &AuthSessionId,
    now: Moment,
) -> Result<String, Fault> {
    let grant = Grant { account, session, now, lasts: gate.access_lasts() };
    gate.tokens.issue(&gate.ring(), &grant)
}

/// Gives new tokens for a refresh token, once. A second use means that it is in
/// two hands: the session ends for both, and stays ended though this is refused.
pub fn refresh(tx: &mut Tx, gate: &Gate, presented: &Secret) -> Result<Issued, Fault> {
    let digest = presented.digest();
    let used_now = store::sign_in::use_refresh_token(tx, &digest)?;
    let (session, used) = store::sign_in::session_of(tx, &digest)?.ok_or_else(sign_in_again)?;
    if !used_now && used {
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
    let account =
        store::sign_in::prolong_session(tx, &session, expires_at)?.ok_or_else(sign_in_again)?;
    issue(tx, gate, &account, &session)
}

/// Ends the caller's own session; access ends with it.
pub fn sign_out(tx: &mut Tx) -> Result<(), Fault> {
    if let Some(session) = tx.actor().auth_session_id.clone() {
        store::sign_in::end_session(tx, &session)?;
    }
    Ok(())
}

fn sign_in_again() -> Fault {
    Fault::new(Code::NotSignedIn, "The session has ended. Please sign in again.")
}

/// What an attempt is counted under, in the order in which the rows are locked.
#[derive(Clone)]
struct Keys {
    address: (String, Limit),
    pair: (String, Limit),
    account: (String, Limit),
}

impl Keys {
    fn of(gate: &Gate, email: &str, address: IpAddr) -> Result<Self, Fault> {
        let address = one_address(address);
        let settings = &gate.settings;
        Ok(Self {
            address: (
                gate.fingerprint("address", &[address.as_bytes()])?,
                settings.failures_per_address,
            ),
            pair: (
                gate.fingerprint("pair", &[address.as_bytes(), email.as_bytes()])?,
                settings.failures,
            ),
            account: (gate.fingerprint("account", &[email.as_bytes()])?, PER_ACCOUNT),
        })
    }

    fn count(&self, tx: &mut Tx) -> Result<(), Fault> {
        for (key, limit) in [&self.address, &self.pair, &self.account] {
            count_under(tx, key, *limit)?;
        }
        Ok(())
    }

    fn take_back(&self, tx: &mut Tx) -> Result<(), Fault> {
        store::attempts::take_back(tx, &self.address.0)?;
        store::attempts::clear(tx, &self.pair.0)?;
        store::attempts::take_back(tx, &self.account.0)
    }
}

/// Counts one more under a key, or refuses until its window ends.
pub fn count_under(tx: &mut Tx, key: &str, limit: Limit) -> Result<(), Fault> {
    let before = store::attempts::locked(tx, key)?;
    let now = tx.now();
    match count(before, limit, now) {
        Ok(Counted { failures, since }) => {
            store::attempts::put(tx, key, Counted { failures, since })
        }
        Err(until) => Err(wait(until, now)),
    }
}

pub(super) fn wait(until: Moment, now: Moment) -> Fault {
    let seconds = (until - now).num_seconds().max(1);
    let minutes = (seconds + 59) / 60;
    let unit = if minutes == 1 { "minute" } else { "minutes" };
    Fault::new(Code::TooManyAttempts, format!("Please try again in {minutes} {unit}."))
        .with("retry_after", seconds)
}

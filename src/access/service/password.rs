//! A new password, chosen by somebody who is signed in and knows the current one; and what follows
//! whenever a password changes, whichever way.

use std::sync::Arc;

use chrono::TimeDelta;
use chrono_tz::Europe::London;

use super::Gate;
use super::origin::count_under;
use crate::access::attempts::Limit;
use crate::access::passwords::{self, Whose};
use crate::access::{Actor, store};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{AccountId, AuthSessionId};
use crate::db::{Store, Tx};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{MailChannel, Message};
use serde::Deserialize;
use utoipa::ToSchema;

/// Guesses at the current password from a screen that somebody left open.
const GUESSES: Limit = Limit { failures: 10, window: TimeDelta::minutes(15) };

/// Your current password and a new one.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PasswordIn)]
#[schema(example = json!({
    "current_password": "correct horse battery", "new_password": "mauve kettle on a hill"
}))]
pub(crate) struct PasswordChange {
    /// The password you sign in with now.
    #[schema(max_length = 256)]
    pub current_password: String,
    /// 12 to 256 characters, hard to guess, and not made of your name or address.
    #[schema(min_length = 12, max_length = 256)]
    pub new_password: String,
}

/// Sets the caller's own password. Hashes between two transactions, as signing in does.
pub(crate) fn change(
    store: &Store,
    gate: &Arc<Gate>,
    actor: &Actor,
    change: &PasswordChange,
) -> Result<()> {
    let signed_out = || Fault::new(Code::NotSignedIn, "Please sign in.");
    let account = actor.account_id.clone().ok_or_else(signed_out)?;
    let found = store.read(actor.clone(), |tx| store::sign_in::credentials(tx, &account))?;
    let found = found.ok_or_else(signed_out)?;
    passwords::judge(&change.new_password, Whose { email: &found.email, name: &found.name })
        .map_err(|weak| Fault::invalid("/new_password", weak.sentence()))?;

    let guesses = gate.fingerprint("change-password", &[account.as_str().as_bytes()])?;
    let counted = guesses.clone();
    store.write(actor.clone(), move |tx| count_under(tx, &counted, GUESSES))?;
    let right = gate.passwords.verify(&change.current_password, Some(&found.hash));
    if !right.map_err(Fault::internal)? {
        let detail = "This is not your password. Check it, or ask for a link by mail instead.";
        return Err(Fault::invalid("/current_password", detail));
    }
    if change.new_password == change.current_password {
        return Err(Fault::invalid(
            "/new_password",
            "Choose a password other than your current one.",
        ));
    }
    let hash = gate.passwords.hash(&change.new_password).map_err(Fault::internal)?;

    let session = actor.auth_session_id.clone();
    store.write(actor.clone(), move |tx| {
        if !store::sign_in::has_password(tx, &account, &found.hash)? {
            return Err(Fault::new(
                Code::NoLongerOpen,
                "Your password was changed in the meantime.",
            ));
        }
        store::attempts::clear(tx, &guesses)?;
        set(tx, &account, &hash, session.as_ref())?;
        tx.audit(Event::ChangePassword, account.as_str(), serde_json::json!({}))
    })
}

/// Sets a password: everyone who knew the old one is signed out and forgotten everywhere, but for
/// the session that chose the new one; links for a new one end, and the owner is told.
pub(crate) fn set(
    tx: &mut Tx,
    account: &AccountId,
    hash: &str,
    kept: Option<&AuthSessionId>,
) -> Result<()> {
    let found = store::sign_in::credentials(tx, account)?;
    let found = found.ok_or_else(|| Fault::not_found("account"))?;
    store::sign_in::set_password(tx, account, hash)?;
    store::sign_in::end_sessions_of(tx, account, kept)?;
    store::sign_in::use_resets_of(tx, account)?;
    store::known::forget_of(tx, account)?;

    let at = tx.now().utc().with_timezone(&London).naive_local();
    let letter = Letter {
        dedupe: format!("password_changed:{}:{at}", account.as_str()),
        channel: MailChannel::Email,
        recipient: found.email,
        message: Message::PasswordChanged { at },
        about: About::default(),
        not_before: None,
    };
    enqueue(tx, &letter)?;
    Ok(())
}

//! A new password by mail. The answer is the same whether or not the address belongs to an account;
//! a link works once, for an hour, and ends every session.

use std::net::IpAddr;
use std::sync::Arc;

use chrono::TimeDelta;
use chrono_tz::Europe::London;

use super::origin::count_under;
use super::{Gate, one_address, password};
use crate::access::attempts::Limit;
use crate::access::passwords::{self, Whose};
use crate::access::secret::Secret;
use crate::access::store::sign_in::Credentials;
use crate::access::{Actor, store};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::db::{Store, Tx};
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{MailChannel, Message};

const LASTS: TimeDelta = TimeDelta::hours(1);
/// Mails to one address, asked for by anyone.
const PER_ACCOUNT: Limit = Limit { failures: 3, window: TimeDelta::minutes(15) };
/// Mails asked for from one network address, to anyone.
const PER_ADDRESS: Limit = Limit { failures: 30, window: TimeDelta::minutes(15) };

pub(crate) struct Ask {
    /// In lower case.
    pub email: String,
    pub address: IpAddr,
}

/// Sends a link, if the account exists and not too many were asked for.
pub(crate) fn ask(tx: &mut Tx, gate: &Gate, ask: &Ask) -> Result<()> {
    let address = gate.fingerprint("reset-address", &[one_address(ask.address).as_bytes()])?;
    count_under(tx, &address, PER_ADDRESS)?;
    let account = gate.fingerprint("reset-account", &[ask.email.as_bytes()])?;
    match count_under(tx, &account, PER_ACCOUNT) {
        // The owner has had enough mails; the caller learns nothing of it.
        Err(fault) if fault.code() == Code::TooManyAttempts => return Ok(()),
        other => other?,
    }
    let Some((account, _)) = store::sign_in::password_of(tx, &ask.email)? else {
        return Ok(());
    };

    let secret = Secret::random();
    let until = tx.now() + LASTS;
    store::sign_in::add_reset(tx, &secret.digest(), &account, until)?;
    tx.audit(Event::AskPasswordReset, account.as_str(), serde_json::json!({}))?;
    let letter = Letter {
        dedupe: format!("password_reset:{}", secret.digest().as_str()),
        channel: MailChannel::Email,
        recipient: ask.email.clone(),
        message: Message::PasswordReset {
            token: secret.reveal().to_owned(),
            until: until.utc().with_timezone(&London).naive_local(),
            ends_at: until,
        },
        about: About::default(),
        not_before: None,
    };
    enqueue(tx, &letter)?;
    Ok(())
}

/// Whether a link still counts; a fault where it does not.
pub(crate) fn look(tx: &mut Tx, token: &Secret) -> Result<()> {
    store::sign_in::reset_of(tx, &token.digest())?.map(drop).ok_or_else(ended)
}

pub(crate) struct Confirm {
    pub token: Secret,
    pub password: String,
}

/// Sets the password behind a link. The link is looked at before the hashing, so
/// that strangers cannot make the service work, and used up after it.
pub(crate) fn confirm(store: &Store, gate: &Arc<Gate>, confirm: &Confirm) -> Result<()> {
    let digest = confirm.token.digest();
    let found = store.read(Actor::public(), |tx| store::sign_in::reset_of(tx, &digest))?;
    let Credentials { id: account, email, name, .. } = found.ok_or_else(ended)?;
    passwords::judge(&confirm.password, Whose { email: &email, name: &name })
        .map_err(|weak| Fault::invalid("/password", weak.sentence()))?;
    let hash = gate.passwords.hash(&confirm.password).map_err(Fault::internal)?;

    store.write(Actor::public(), move |tx| {
        store::sign_in::reset_of(tx, &digest)?.ok_or_else(ended)?;
        if store::sign_in::use_resets_of(tx, &account)? == 0 {
            return Err(ended());
        }
        password::set(tx, &account, &hash, None)?;
        tx.audit(Event::ResetPassword, account.as_str(), serde_json::json!({}))
    })
}

fn ended() -> Fault {
    Fault::new(Code::NoLongerOpen, "The link was used or has ended. Ask for a new one.")
}

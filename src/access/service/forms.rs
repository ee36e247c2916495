//! A form that arrives after its sender's sign-in ended is sealed and kept for half an hour. Nothing of
//! it is done until somebody signs in with the same account and sends it. The browser keeps nothing.

use crate::access::store;
use crate::base::fault::{Fault, Result};
use crate::base::id::{AuthSessionId, WaitingFormId};
use crate::db::Tx;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// How long a form waits.
pub(crate) const KEPT_FOR: TimeDelta = TimeDelta::minutes(30);

/// The most that wait for one account at one time.
const MOST: i64 = 20;

/// The longest form that is kept, in bytes.
pub(crate) const LONGEST: usize = 64 * 1024;

const SEALED_AS: &str = "waiting form";

/// A form as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct WaitingForm {
    /// Where it was sent, with its query.
    pub path: String,
    /// As a browser writes it: names and values.
    pub body: String,
}

/// Keeps it for the account whose sign-in this was; `None` where it was nobody's, or too many wait.
pub(crate) fn keep(
    tx: &mut Tx,
    session: &AuthSessionId,
    form: &WaitingForm,
) -> Result<Option<WaitingFormId>> {
    let Some(account) = store::forms::account_of(tx, session)? else { return Ok(None) };
    if form.body.len() > LONGEST || store::forms::waiting(tx, &account)? >= MOST {
        return Ok(None);
    }

    let (id, text) = (WaitingFormId::new(), serde_json::to_string(form).map_err(Fault::internal)?);
    let sealed = tx.seal(SEALED_AS, id.as_str(), &text)?;
    let kept_until = tx.now() + KEPT_FOR;
    store::forms::add(tx, &id, (&account, &sealed), kept_until)?;
    Ok(Some(id))
}

/// What waits for the account that is signed in, and for no other.
pub(crate) fn open(tx: &mut Tx, id: &WaitingFormId) -> Result<WaitingForm> {
    let none = || Fault::not_found("waiting form");
    let account = tx.actor().account_id.clone().ok_or_else(none)?;
    let sealed = store::forms::sealed(tx, id, &account)?.ok_or_else(none)?;
    let text = tx.unseal(SEALED_AS, id.as_str(), &sealed)?;
    serde_json::from_str(&text).map_err(Fault::internal)
}

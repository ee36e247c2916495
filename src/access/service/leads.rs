//! When somebody is given the role that opens restricted records, everyone who already has it is
//! told.

use crate::access::accounts::Account;
use crate::access::store;
use crate::base::fault::Result;
use crate::db::Tx;
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::{MailChannel, Message};
use chrono_tz::Europe::London;

/// Writes to every other safeguarding lead that this account is one now.
pub(super) fn tell(tx: &mut Tx, account: &Account) -> Result<()> {
    let now = tx.now();
    let by = match tx.actor().account_id.clone() {
        Some(id) => Some(store::accounts::one(tx, &id)?.name),
        None => None,
    };
    for (lead, email) in store::accounts::leads(tx)? {
        if lead == account.id {
            continue;
        }
        let message = Message::LeadNamed {
            name: account.name.clone(),
            by: by.clone(),
            at: now.utc().with_timezone(&London).naive_local(),
        };
        let letter = Letter {
            dedupe: format!("lead_named:{}:{lead}:{now}", account.id),
            channel: MailChannel::Email,
            recipient: email,
            message,
            about: About::default(),
            not_before: None,
        };
        enqueue(tx, &letter)?;
    }
    Ok(())
}

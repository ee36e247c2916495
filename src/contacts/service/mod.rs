//! Recording a contact, and what each kind of contact counts as. Callers check permissions: the
//! register for its marks, a feed for its lines, `hand` for manual entry.

pub(crate) mod hand;

use super::{Contact, Counts, Kind, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::ContactId;
use crate::db::Tx;
use serde_json::json;

pub fn record(tx: &mut Tx, new: &Contact) -> Result<Contact> {
    let contact = recorded(tx, new);
    store::add(tx, &contact)?;
    Ok(contact)
}

/// Records several new contacts.
pub fn record_all(tx: &mut Tx, new: &[Contact]) -> Result<()> {
    let contacts = new.iter().map(|new| recorded(tx, new)).collect();
    store::add_all(tx, contacts)
}

fn recorded(tx: &mut Tx, new: &Contact) -> Contact {
    Contact {
        id: ContactId::new(),
        said_by: tx.actor().account_id.clone(),
        recorded_at: tx.now(),
        ..new.clone()
    }
}

/// Sets what a kind counts as. Reports as known from now on use the new setting; earlier ones use
/// the setting of their moment. Every report prints it.
pub fn set_counts(tx: &mut Tx, kind: Kind, counts: Counts) -> Result<()> {
    tx.allow(Act::KeepReach, &Scope::organisation(), "kind of contact")?;

    store::set_counts(tx, kind, counts)?;
    let detail = json!({ "counts": counts });
    tx.audit(Event::SetContactKind, kind.as_str(), detail)
}

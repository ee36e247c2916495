//! What must always hold of contacts, as far as their own rows tell; what registers say of them is
//! looked at with the registers.

use super::{Kind, auditor_store as store};
use crate::bookings::auditor::Broken;
use crate::db::Store;
use crate::fault::Fault;

/// Everything that breaks a rule; empty where all is as it must be.
pub fn audit(database: &Store) -> Result<Vec<Broken>, Fault> {
    database.read(crate::access::Actor::service(), |tx| {
        let mut broken = Vec::new();
        for id in store::not_of_their_session(tx)? {
            let detail = "its day, centre or activity is not the session's";
            broken.push(note("a contact in a session is of that session", id, detail));
        }
        for contact in store::of_nobody(tx)? {
            let detail = "there is no record of its child";
            broken.push(note("a contact is of somebody", contact.id, detail));
        }
        for id in store::wrongly_accepted(tx)? {
            let detail = "its contact is another child's";
            broken.push(note("a proposal becomes the contact it said", id, detail));
        }
        let known = store::known_kinds(tx)?;
        for kind in Kind::ALL.iter().filter(|kind| !known.contains(kind)) {
            let detail = "nothing says what it counts for";
            broken.push(note("every kind of contact counts for something", kind.as_str(), detail));
        }
        Ok(broken)
    })
}

fn note(rule: &'static str, subject: impl ToString, detail: &str) -> Broken {
    Broken { rule, subject: subject.to_string(), detail: detail.to_owned() }
}

//! Rules that contacts must always keep, as far as their own rows show; `attendance` checks them
//! against registers.

use super::{Kind, auditor_store as store};
use crate::base::fault::Fault;
use crate::bookings::auditor::Broken;
use crate::db::Store;

/// Every broken rule; empty if there are none.
pub fn audit(database: &Store) -> Result<Vec<Broken>, Fault> {
    database.read(crate::access::Actor::service(), |tx| {
        let mut broken = Vec::new();
        for id in store::not_of_their_session(tx)? {
            let detail = "its day, centre or activity is not the session's";
            broken.push(note("a contact matches its session", id, detail));
        }
        for contact in store::of_nobody(tx)? {
            let detail = "there is no record of its child";
            broken.push(note("a contact has a child on record", contact.id, detail));
        }
        for id in store::wrongly_accepted(tx)? {
            let detail = "its contact belongs to another child";
            broken.push(note("an accepted proposal becomes a contact of its child", id, detail));
        }
        let known = store::known_kinds(tx)?;
        for kind in Kind::ALL.iter().filter(|kind| !known.contains(kind)) {
            let detail = "there is no setting for what it counts as";
            broken.push(note(
                "every kind of contact has a setting for what it counts as",
                kind.as_str(),
                detail,
            ));
        }
        Ok(broken)
    })
}

fn note(rule: &'static str, subject: impl ToString, detail: &str) -> Broken {
    Broken { rule, subject: subject.to_string(), detail: detail.to_owned() }
}

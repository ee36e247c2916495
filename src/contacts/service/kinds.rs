//! What each kind of contact counts as: a setting of the organisation.

use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::contacts::{Counts, Kind, store};
use crate::db::Tx;
use serde_json::json;

/// Reports as known from now on use the new setting; earlier ones use the setting of their moment.
/// Every report prints it.
pub fn set(tx: &mut Tx, kind: Kind, counts: Counts) -> Result<(), Fault> {
    tx.allow(Act::KeepReach, &Scope::organisation(), "kind of contact")?;

    store::set_counts(tx, kind, counts)?;
    let detail = json!({ "counts": counts });
    tx.audit(Event::SetContactKind, kind.as_str(), detail)
}

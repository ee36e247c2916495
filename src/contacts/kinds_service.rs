//! What each kind of contact counts for: a setting of the organisation.

use super::{Counts, Kind, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::db::Tx;
use crate::fault::Fault;
use serde_json::json;

/// Reports as known from now on count it so; one as known earlier goes by what held then. The
/// setting is printed on each.
pub fn set(tx: &mut Tx, kind: Kind, counts: Counts) -> Result<(), Fault> {
    tx.allow(Act::KeepReach, &Scope::organisation(), "kind of contact")?;

    store::set_counts(tx, kind, counts)?;
    let detail = json!({ "counts": counts });
    tx.audit(Event::SetContactKind, kind.as_str(), detail)
}

//! Families whose card came back after the last try: noted by a recurring step, listed for their
//! centre to ring, and taken off the list when somebody reached them or they confirmed by a link.

use super::lost_store::{self, Lost};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, FamilyId};
use crate::db::Tx;
use crate::families;
use serde_json::json;

/// Cards noted in one transaction.
const AT_ONCE: i64 = 50;

/// Notes cards that came back, and those that were delivered after all. Returns how many.
pub fn note(tx: &mut Tx) -> Result<usize, Fault> {
    let now = tx.now();
    let given_up = lost_store::given_up(tx, AT_ONCE)?;
    for (card, why) in &given_up {
        let why = why.as_deref().unwrap_or("undelivered");
        lost_store::undelivered(tx, card, why, now)?;
    }
    let left = lost_store::left_after_all(tx, AT_ONCE)?;
    for card in &left {
        lost_store::found(tx, card, now)?;
    }
    Ok(given_up.len() + left.len())
}

/// Whether there is anything to note; checked without blocking writers.
pub fn is_anything_to_note(tx: &mut Tx) -> Result<bool, Fault> {
    Ok(!lost_store::given_up(tx, 1)?.is_empty() || !lost_store::left_after_all(tx, 1)?.is_empty())
}

/// Families out of touch: of one centre, or of all that the caller may see.
pub fn list(
    tx: &mut Tx,
    centre: Option<&CentreId>,
    after: &str,
    rows: i64,
) -> Result<Vec<Lost>, Fault> {
    let centres = match centre {
        Some(centre) => {
            tx.allow(Act::SeeTasks, &Scope::centre(centre), "centre")?;
            Some(vec![centre.clone()])
        }
        None => tx.actor().reach(Act::SeeTasks).centres(),
    };
    lost_store::lost(tx, centres.as_deref(), after, rows)
}

/// Somebody reached the family, or it wrote: it is off the list.
pub fn in_touch(tx: &mut Tx, id: &FamilyId) -> Result<usize, Fault> {
    families::store::lock(tx, std::slice::from_ref(id))?;
    let family = families::store::family(tx, id)?;
    let scope = families::service::scope_of(tx, &family)?;
    tx.allow(Act::DoTasks, &scope, "family")?;

    let now = tx.now();
    let found = lost_store::family_found(tx, id, now)?;
    if found > 0 {
        tx.audit(Event::InTouch, id.as_str(), json!({}))?;
    }
    Ok(found)
}

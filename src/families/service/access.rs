//! Ending a carer's access, silently: her phone is signed out, and says nothing else.

use super::lock_allowed;
use crate::access::Act;
use crate::access::service::sessions;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, FamilyId};
use crate::db::Tx;
use serde_json::json;

pub(crate) fn end(tx: &mut Tx, family: &FamilyId, carer: &CarerId) -> Result<()> {
    let household = lock_allowed(tx, Act::EndAccess, family)?;
    if !household.carers.iter().any(|known| known.id == *carer) {
        return Err(Fault::not_found("carer"));
    }
    sessions::end_of_carer(tx, carer)?;
    tx.audit(Event::EndAccess, family.as_str(), json!({ "carer": carer }))
}

//! Call details for the families on a list that the reader may open.

use super::follow_up::{CarerToRing, ChildToRing, ToRing};
use super::service::booked_since;
use super::{follow_up_store as store, store as families};
use crate::access::Act;
use crate::base::calendar::completed_months;
use crate::base::fault::Fault;
use crate::base::id::FamilyId;
use crate::db::Tx;
use std::collections::HashMap;

/// By family; families that the caller may not open are missing.
pub fn to_ring(tx: &mut Tx, of: &[&FamilyId]) -> Result<HashMap<FamilyId, ToRing>, Fault> {
    let (reach, since) = (tx.actor().reach(Act::SeeFamily), booked_since(tx));
    let openable: Vec<FamilyId> =
        families::openable(tx, (&reach, since), of)?.into_iter().collect();
    let today = tx.today();

    let mut found: HashMap<FamilyId, ToRing> =
        openable.iter().map(|id| (id.clone(), ToRing::default())).collect();
    for carer in store::carers(tx, &openable)? {
        let phone = carer.phone.filter(|_| !carer.no_call);
        let to_ring = CarerToRing { name: carer.name, phone, no_voicemail: carer.no_voicemail };
        found.entry(carer.family_id).or_default().carers.push(to_ring);
    }
    for (family, child) in store::children(tx, &openable)? {
        let months = child.born().map(|born| completed_months(born, today));
        let to_ring = ChildToRing {
            age_months: months.and_then(|months| u32::try_from(months).ok()),
            child_id: child.id,
            name: child.name,
        };
        found.entry(family).or_default().children.push(to_ring);
    }
    Ok(found)
}

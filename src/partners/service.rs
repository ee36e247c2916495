//! What can be done with partners.

use super::{Partner, PartnerKind, Professional, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::PartnerId;
use crate::db::Tx;
use serde_json::json;

pub struct Add {
    pub name: String,
    pub kind: PartnerKind,
}

pub fn add(tx: &mut Tx, add: &Add) -> Result<Partner, Fault> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;

    let partner = Partner {
        id: PartnerId::new(),
        name: add.name.clone(),
        kind: add.kind,
        created_at: tx.now(),
    };
    store::add(tx, &partner)?;
    tx.audit(Event::AddPartner, partner.id.as_str(), json!({ "kind": add.kind }))?;
    Ok(partner)
}

/// The people of a partner, by team and name.
pub fn professionals(tx: &mut Tx, id: &PartnerId) -> Result<Vec<Professional>, Fault> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;
    store::partner(tx, id)?;
    store::professionals(tx, id)
}

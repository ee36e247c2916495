//! Adults a family trusts with some of its children: a grandparent, a childminder.

use super::service::scope_of;
use super::{Relationship, TrustedAdult, store, trusted_store};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{ChildId, FamilyId, TrustedAdultId};
use crate::db::Tx;
use serde_json::json;

#[derive(Clone, Debug)]
pub struct AddTrusted {
    pub name: String,
    pub relationship: Relationship,
    pub phone: Option<String>,
    pub child_ids: Vec<ChildId>,
}

pub fn add(tx: &mut Tx, family: &FamilyId, add: &AddTrusted) -> Result<TrustedAdult, Fault> {
    allowed(tx, family)?;
    let own = store::children_of(tx, family)?;
    let mut children = add.child_ids.clone();
    children.sort();
    children.dedup();
    for (child, at) in children.iter().zip(0..) {
        if !own.iter().any(|known| known.id == *child) {
            let detail = "This child does not belong to this family.";
            return Err(Fault::invalid(&format!("/child_ids/{at}"), detail));
        }
    }
    if children.is_empty() {
        return Err(Fault::invalid("/child_ids", "Name at least one child this adult may bring."));
    }

    let adult = TrustedAdult {
        id: TrustedAdultId::new(),
        family_id: family.clone(),
        name: add.name.clone(),
        relationship: add.relationship,
        phone: add.phone.clone(),
        created_at: tx.now(),
    };
    trusted_store::add(tx, &adult, &children)?;
    tx.audit(Event::AddTrustedAdult, family.as_str(), json!({ "adult": adult.id }))?;
    Ok(adult)
}

pub fn remove(tx: &mut Tx, family: &FamilyId, adult: &TrustedAdultId) -> Result<(), Fault> {
    allowed(tx, family)?;
    if !trusted_store::remove(tx, family, adult)? {
        return Err(Fault::not_found("trusted adult"));
    }
    tx.audit(Event::RemoveTrustedAdult, family.as_str(), json!({ "adult": adult }))
}

fn allowed(tx: &mut Tx, family: &FamilyId) -> Result<(), Fault> {
    store::lock(tx, std::slice::from_ref(family))?;
    let known = store::family(tx, family)?;
    let scope = scope_of(tx, &known)?;
    tx.allow(Act::ChangeFamily, &scope, "family")
}

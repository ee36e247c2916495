//! Saved mappings: of the organisation, or of one partner.

use super::mapping::Mapping;
use super::store;
use crate::access::{Act, Actor, Role, Scope};
use crate::centres;
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::PartnerId;
use crate::partners;
use serde_json::json;

/// Saves a mapping under a name; what had the name before is gone.
pub fn save(
    tx: &mut Tx,
    partner: Option<&PartnerId>,
    name: &str,
    mapping: &Mapping,
) -> Result<(), Fault> {
    let owner = allow(tx, partner)?;
    mapping.check()?;
    for centre in mapping.centres.values() {
        centres::store::centre(tx, centre)?;
    }

    let text = serde_json::to_string(mapping).map_err(Fault::internal)?;
    store::save_mapping(tx, &owner, name, &text)?;
    tx.audit("save_mapping", "feed_mapping", name, json!({ "owner": owner }))
}

/// The mappings of the organisation, or of a partner, by name.
pub fn list(tx: &mut Tx, partner: Option<&PartnerId>) -> Result<Vec<(String, Mapping)>, Fault> {
    let owner = allow(tx, partner)?;
    let saved = store::mappings(tx, &owner)?;
    let read = |(name, text): (String, String)| {
        let mapping = serde_json::from_str(&text).map_err(Fault::internal)?;
        Ok((name, mapping))
    };
    saved.into_iter().map(read).collect()
}

/// Whose mapping it is: a professional's are its agency's, staff's anyone's.
fn allow(tx: &mut Tx, partner: Option<&PartnerId>) -> Result<String, Fault> {
    let actor = tx.actor().clone();
    let partner = partner.cloned().or_else(|| own_agency(&actor));
    let own = actor.roles.iter().find_map(|held| held.centre.clone());
    let scope = own.as_ref().map_or_else(Scope::organisation, Scope::centre);
    let scope = scope.team(partner.as_ref(), actor.team.as_deref());
    tx.allow(Act::RunFeed, &scope, "partner")?;
    if let Some(partner) = &partner {
        partners::store::partner(tx, partner)?;
    }
    Ok(partner.map(|id| id.to_string()).unwrap_or_default())
}

fn own_agency(actor: &Actor) -> Option<PartnerId> {
    actor.partner_id.clone().filter(|_| !actor.has(Role::Staff))
}

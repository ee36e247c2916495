//! Saved mappings of the organisation or one partner.

use super::mapping::Mapping;
use super::plan_service::allowed_sender;
use super::store;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::PartnerId;
use crate::centres;
use crate::db::Tx;
use crate::partners;
use serde_json::json;

/// Saves a mapping, replacing one of the same name.
pub fn save(
    tx: &mut Tx,
    partner: Option<&PartnerId>,
    name: &str,
    mapping: &Mapping,
) -> Result<(), Fault> {
    let owner = owner(tx, partner)?;
    mapping.check()?;
    for centre in mapping.centres.values() {
        centres::store::centre(tx, centre)?;
    }

    let text = serde_json::to_string(mapping).map_err(Fault::internal)?;
    store::save_mapping(tx, &owner, name, &text)?;
    tx.audit(Event::SaveMapping, name, json!({ "owner": owner }))
}

/// The mappings of the organisation, or of a partner, by name.
pub fn list(tx: &mut Tx, partner: Option<&PartnerId>) -> Result<Vec<(String, Mapping)>, Fault> {
    let owner = owner(tx, partner)?;
    let saved = store::mappings(tx, &owner)?;
    let read = |(name, text): (String, String)| {
        let mapping = serde_json::from_str(&text).map_err(Fault::internal)?;
        Ok((name, mapping))
    };
    saved.into_iter().map(read).collect()
}

/// Whose mapping it is: professionals use their agency's, staff any.
fn owner(tx: &mut Tx, partner: Option<&PartnerId>) -> Result<String, Fault> {
    let partner = allowed_sender(tx, partner)?;
    if let Some(partner) = &partner {
        partners::store::partner(tx, partner)?;
    }
    Ok(partner.map(|id| id.to_string()).unwrap_or_default())
}

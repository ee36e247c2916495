//! What can be done with partners.

use super::{Partner, PartnerKind, Professional, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::PartnerId;
use crate::base::text;
use crate::db::Tx;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// A new partner.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PartnerIn)]
#[schema(example = json!({"name": "Trafford health visitors", "kind": "health"}))]
pub(crate) struct Add {
    /// Its name; no two partners share one.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// What kind of agency it is: this decides what it may record and what it is told.
    pub kind: PartnerKind,
}

pub(crate) fn add(tx: &mut Tx, add: &Add) -> Result<Partner> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;

    let partner = Partner {
        id: PartnerId::new(),
        name: text::name("/name", &add.name)?,
        kind: add.kind,
        created_at: tx.now(),
    };
    store::add(tx, &partner)?;
    tx.audit(Event::AddPartner, partner.id.as_str(), json!({ "kind": add.kind }))?;
    Ok(partner)
}

/// The people of a partner, by team and name.
pub(crate) fn professionals(tx: &mut Tx, id: &PartnerId) -> Result<Vec<Professional>> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;
    store::partner(tx, id)?;
    store::professionals(tx, id)
}

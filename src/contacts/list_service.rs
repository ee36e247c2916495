//! Listing contacts of families within reach and of records merged into them. Sensitive ones are
//! shown to those who can see the registers of the centre.

use super::list_store::{self, Filter, Sight};
use super::{Contact, Kind};
use crate::access::{Act, Reach};
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families;
use crate::families::joined::kept_among;
use crate::families::service::{booked_since, scope_of};
use chrono::NaiveDate;
use std::collections::HashMap;

/// Which contacts to list.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub family: Option<FamilyId>,
    pub child: Option<ChildId>,
    pub centre: Option<CentreId>,
    pub kind: Option<Kind>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    pub after: Option<(NaiveDate, String)>,
    pub rows: i64,
}

/// Contacts, each with its current family: the record it was made in, or the one that was merged
/// into.
pub fn list(tx: &mut Tx, wanted: &Wanted) -> Result<Vec<(Contact, FamilyId)>, Fault> {
    let reach = tx.actor().reach(Act::SeeContacts);
    let family = match &wanted.family {
        None => None,
        Some(id) => Some(seen_family(tx, id)?),
    };
    let (families, mut kept) = match &family {
        None => (None, HashMap::new()),
        Some(family) => {
            let all = list_store::joined_into(tx, family)?;
            let kept = all.iter().map(|id| (id.clone(), family.clone())).collect();
            (Some(all), kept)
        }
    };
    if family.is_none() {
        kept = joined_within_reach(tx, &reach)?;
    }
    let registers = tx.actor().reach(Act::SeeRegister);
    let sight = Sight {
        since: booked_since(tx),
        joined: kept.keys().cloned().collect(),
        sensitive_at: registers.centres(),
        reach,
    };
    let children = match &wanted.child {
        None => None,
        Some(child) => Some(list_store::same_children(tx, child)?),
    };
    let filter = Filter {
        families,
        children,
        centre: wanted.centre.clone(),
        kind: wanted.kind,
        from: wanted.from,
        to: wanted.to,
        after: wanted.after.clone(),
        rows: wanted.rows,
    };
    let rows = list_store::list(tx, &filter, &sight)?;
    let told = |contact: Contact| {
        let family = kept.get(&contact.family_id).cloned();
        let family = family.unwrap_or_else(|| contact.family_id.clone());
        (contact, family)
    };
    Ok(rows.into_iter().map(told).collect())
}

/// A family's current record, if the caller may see its contacts.
fn seen_family(tx: &mut Tx, id: &FamilyId) -> Result<FamilyId, Fault> {
    let id = families::store::kept(tx, id)?;
    let family = families::store::family(tx, &id)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::SeeContacts, &scope, "family")?;
    Ok(id)
}

/// Records merged into one whose contacts may be seen, and that one.
fn joined_within_reach(tx: &mut Tx, reach: &Reach) -> Result<HashMap<FamilyId, FamilyId>, Fault> {
    let joined = families::store::joined(tx)?;
    let mut kept: HashMap<FamilyId, FamilyId> = HashMap::new();
    for family in list_store::joined_with_contacts(tx)? {
        let into = kept_among(&family, |record| joined.get(record).cloned());
        kept.insert(family, into);
    }
    let leading: Vec<&FamilyId> = kept.values().collect();
    let since = booked_since(tx);
    let openable = families::store::openable(tx, (reach, since), &leading)?;
    kept.retain(|_, into| openable.contains(into));
    Ok(kept)
}

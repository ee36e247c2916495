//! A parent changes their own household's record: where it lives, their own name and ways of
//! contact. What they say about a child is a request, and another carer's name and address are not
//! theirs to change.

use super::child_requests::ask;
use crate::access::service::sessions::shown_lately;
use crate::base::fault::{Expected, Fault, Result};
use crate::base::id::{CarerId, ChildId, FamilyId};
use crate::db::Tx;
use crate::families::add::{AddCarer, Birth};
use crate::families::requests::ChildChange;
use crate::families::service::change::{ChangeChild, FamilyChange, change};
use crate::families::{Carer, Child, Household, store};
use crate::membership::addresses::service as addresses;

/// The record after a parent's change.
pub(crate) struct OwnChange {
    pub household: Household,
    /// Whether it includes something about a child that staff have to settle.
    pub asked: bool,
}

pub(crate) fn change_own(
    tx: &mut Tx,
    id: &FamilyId,
    version: &Expected,
    mut wanted: FamilyChange,
) -> Result<OwnChange> {
    store::lock(tx, std::slice::from_ref(id))?;
    let before = store::household(tx, id)?;
    version.must_be(before.family.version)?;
    if wanted.is_about_reaching() {
        shown_lately(tx, id)?;
    }
    let requests = requests(&before, &mut wanted)?;
    let own = tx.actor().carer_id.clone();
    let addresses = addresses_asked(&before, own.as_ref(), &mut wanted)?;

    let (household, _) = change(tx, id, version, &wanted)?;
    for (child, asked) in &requests {
        ask(tx, id, child, asked)?;
    }
    let added = household.carers.iter().filter(|carer| !has(&before, &carer.id));
    let mut added: std::collections::VecDeque<&Carer> = added.collect();
    for asked in addresses {
        let carer = match &asked.carer {
            Some(known) => household.carers.iter().find(|carer| carer.id == *known),
            None => added.pop_front(),
        };
        if let (Some(carer), Some(email)) = (carer, &asked.email) {
            addresses::ask(tx, &household.family, carer, email)?;
        }
    }
    Ok(OwnChange { household, asked: !requests.is_empty() })
}

fn has(household: &Household, carer: &CarerId) -> bool {
    household.carers.iter().any(|known| known.id == *carer)
}

/// What is said about children on record; the records themselves stay as they are.
fn requests(before: &Household, wanted: &mut FamilyChange) -> Result<Vec<(ChildId, ChildChange)>> {
    let mut requests = Vec::new();
    for child in &mut wanted.children {
        let Some(id) = &child.id else { continue };
        let known = before.children.iter().find(|known| known.id == *id);
        let known = known.ok_or_else(|| Fault::not_found("child"))?;
        let asked = ChildChange::details(&child.name, child.birth);
        if asked != ChildChange::of(known) {
            requests.push((id.clone(), asked));
        }
        keep(child, known);
    }
    Ok(requests)
}

fn keep(child: &mut ChangeChild, known: &Child) {
    child.name = known.name.clone();
    child.birth = match (known.born_on, known.due_on) {
        (Some(month), _) if known.born_month_only => Birth::BornIn(month),
        (Some(day), _) => Birth::Born(day),
        (None, Some(day)) => Birth::Due(day),
        (None, None) => child.birth,
    };
}

/// An address to be confirmed before it is used; without an id, of a carer who is being added.
struct ChangeRequest {
    carer: Option<CarerId>,
    email: Option<String>,
}

/// The new addresses of the parent and of carers who are being added. Another carer is unknown
/// here.
fn addresses_asked(
    before: &Household,
    own: Option<&CarerId>,
    wanted: &mut FamilyChange,
) -> Result<Vec<ChangeRequest>> {
    let mut asked = Vec::new();
    for (id, carer) in &mut wanted.carers {
        carer.no_address_notice = None;
        let Some(id) = id else {
            asked.push(ChangeRequest { carer: None, email: carer.email.take() });
            continue;
        };
        let known = before.carers.iter().find(|known| known.id == *id && own == Some(&known.id));
        let known = known.ok_or_else(|| Fault::not_found("carer"))?;
        asked.extend(
            new_address(known, carer)
                .map(|email| ChangeRequest { carer: Some(known.id.clone()), email: Some(email) }),
        );
    }
    Ok(asked)
}

/// The address that differs from the one in use; the old one stays until the new one is confirmed.
fn new_address(known: &Carer, carer: &mut AddCarer) -> Option<String> {
    let new = carer.email.take_if(|email| Some(&*email) != known.email.as_ref())?;
    carer.email = known.email.clone();
    Some(new)
}

//! Which family a confirmed way of contact belongs to. A family that has not signed in is known by
//! that alone, never by what is typed about its children: those are found in it afterwards.

use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId};
use crate::base::text::sort_name;
use crate::db::Tx;
use crate::families::add::{AddChild, Birth};
use crate::families::duplicates::service::note as duplicates;
use crate::families::service::children;
use crate::families::{Carer, Child, Household, store as households};
use crate::membership::sign_up::{Contact, SignUpRequest, store};
use chrono::TimeDelta;

/// After this long without use, a way of contact may belong to somebody else.
const FRESH: TimeDelta = TimeDelta::days(365);

/// A family that is known, and which of its carers this is.
pub(crate) struct KnownFamily {
    pub household: Household,
    pub carer: Carer,
}

/// The family that the contact of a request belongs to.
pub(super) fn known(
    tx: &mut Tx,
    request: &SignUpRequest,
    contact: &Contact,
) -> Result<Option<KnownFamily>> {
    holder(tx, contact, |household| describes(request, household))
}

/// The family that this contact belongs to. If its holder never confirmed it there, if it was not
/// used for a year, or if several carers share it, a child's birth date and the postcode are needed
/// too: what was said of them `describes` the household.
pub(crate) fn holder(
    tx: &mut Tx,
    contact: &Contact,
    describes: impl Fn(&Household) -> bool,
) -> Result<Option<KnownFamily>> {
    let holders = store::reached_by(tx, contact)?;
    let since = tx.now() - FRESH;
    let shared = holders.len() > 1;
    let mut found: Option<KnownFamily> = None;
    for carer in holders {
        let proved_at = match contact {
            Contact::Email(_) => carer.email_proved_at,
            Contact::Phone(_) => carer.phone_proved_at,
        };
        let proved = !shared && proved_at.is_some_and(|at| at > since);
        let household = households::household(tx, &carer.family_id)?;
        if !proved && !describes(&household) {
            continue;
        }
        match &found {
            Some(first) if first.household.family.id != household.family.id => return Ok(None),
            Some(_) => {}
            None => found = Some(KnownFamily { household, carer }),
        }
    }
    Ok(found)
}

/// Whether a child's birth date, or the day it is due, and the postcode match the family.
fn describes(request: &SignUpRequest, household: &Household) -> bool {
    let postcode =
        request.family.postcode.is_some() && request.family.postcode == household.family.postcode;
    let births = request.family.children.iter().filter_map(birth_of);
    postcode
        && births
            .into_iter()
            .any(|birth| household.children.iter().any(|child| is_of(child, birth)))
}

/// The children that are named, each found in the family by birth and first name, or added to it.
pub(crate) fn children(
    tx: &mut Tx,
    request: &SignUpRequest,
    family: &FamilyId,
) -> Result<Vec<ChildId>> {
    let mut come = Vec::new();
    let before = households::children_of(tx, family)?.len();
    for child in &request.family.children {
        let AddChild::New { name, birth, .. } = child else { continue };
        let known = households::children_of(tx, family)?;
        let same = known.iter().find(|known| is_of(known, *birth) && same_first(known, name));
        come.push(match same {
            Some(known) => known.id.clone(),
            None => children::add(tx, family, name, *birth, None)?,
        });
    }
    if households::children_of(tx, family)?.len() > before {
        let household = households::household(tx, family)?;
        duplicates::note(tx, &household)?;
    }
    come.sort();
    come.dedup();
    Ok(come)
}

fn birth_of(child: &AddChild) -> Option<Birth> {
    match child {
        AddChild::New { birth, .. } => Some(*birth),
        AddChild::Known(_) => None,
    }
}

fn is_of(child: &Child, birth: Birth) -> bool {
    match birth {
        Birth::Born(day) => child.born_on == Some(day) && !child.born_month_only,
        Birth::BornIn(month) => child.born_on == Some(month) && child.born_month_only,
        Birth::Due(day) => child.due_on == Some(day),
    }
}

fn same_first(child: &Child, name: &str) -> bool {
    let first = |name: &str| name.split(' ').next().map(str::to_owned);
    first(&child.sort_name) == first(&sort_name(name))
}

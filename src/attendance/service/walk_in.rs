//! A family at the door that is not known yet: a member at once, as everywhere, or a guest. Of a
//! guest only what the register needs is kept, for 30 days.

use crate::areas;
use crate::attendance::MarkSource;
use crate::attendance::asked::{NewFamily, Newcomer};
use crate::attendance::register::RegisterDesk;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, FamilyId};
use crate::base::text::sort_name;
use crate::db::Tx;
use crate::families::add::{AddChild, AddFamily};
use crate::families::first_contact::paired;
use crate::families::service::insert;
use crate::families::statements::StatementSaid;
use crate::families::store as households;
use crate::membership::notices;
use crate::membership::service::{self as membership, FirstMeeting};
use serde_json::json;
use std::collections::BTreeSet;

/// The family of a key, created with the first mark of it that arrives. Two tablets may have chosen
/// one key for two families: different people on another tablet are another family.
pub(crate) fn family_of(
    tx: &mut Tx,
    desk: &RegisterDesk,
    newcomer: &Newcomer,
    device: &str,
) -> Result<(FamilyId, MarkSource)> {
    let key = newcomer.key.as_str();
    let keyed = || desk.rows.iter().filter(|row| row.walk_in_key.as_deref() == Some(key));
    let own = keyed().find(|row| row.device == device);
    for known in own.into_iter().chain(keyed()) {
        let is_it = known.device == device || is_same(tx, &known.family_id, newcomer)?;
        if is_it {
            return Ok((known.family_id.clone(), known.source));
        }
    }
    let Some(new) = &newcomer.family else {
        let detail =
            "Nobody walked in under this key yet: send who it is, or send that mark first.";
        return Err(Fault::new(Code::NotFound, detail));
    };
    if new.add.guest {
        return Ok((guest(tx, desk, &new.add)?, MarkSource::Guest));
    }
    member(tx, desk, new)
}

/// Whether these are the people of a family, by their names; where no family is sent, they are.
fn is_same(tx: &mut Tx, family: &FamilyId, newcomer: &Newcomer) -> Result<bool> {
    let Some(new) = &newcomer.family else { return Ok(true) };
    let carers = households::carers_of(tx, family)?;
    let children = households::children_of(tx, family)?;
    let known: BTreeSet<String> = carers
        .into_iter()
        .map(|carer| carer.sort_name)
        .chain(children.into_iter().map(|child| child.sort_name))
        .collect();
    let children = new.add.children.iter().filter_map(|child| match child {
        AddChild::New { name, .. } => Some(name),
        AddChild::Known(_) => None,
    });
    let mut names = new.add.carers.iter().map(|carer| &carer.name).chain(children);
    Ok(names.all(|name| known.contains(&sort_name(name))))
}

/// As `POST /families` does it. The home centre follows the postcode, else it is this one. A family
/// that is known but that the caller may not open is let in as a guest.
fn member(tx: &mut Tx, desk: &RegisterDesk, new: &NewFamily) -> Result<(FamilyId, MarkSource)> {
    let mut add = new.add.clone();
    if add.centre_id.is_none() {
        let home = match &add.postcode {
            Some(postcode) => areas::service::home_centre(tx, postcode)?,
            None => None,
        };
        if home.is_none() {
            add.centre_id = Some(desk.planned.session.centre_id.clone());
        }
    }
    if new.rejoins {
        membership::lift(tx, &add)?;
    }
    let household = match membership::meet(tx, &add)? {
        FirstMeeting::New(household) => household,
        FirstMeeting::Known(household) => return Ok((household.family.id, MarkSource::WalkIn)),
        FirstMeeting::Stated(_) => {
            let add = AddFamily { guest: true, ..add };
            return Ok((guest(tx, desk, &add)?, MarkSource::WalkIn));
        }
    };
    if let Some(language) = &new.notice_language {
        notices::service::show_to(tx, &household.family.id, language)?;
    }
    Ok((household.family.id, MarkSource::WalkIn))
}

/// Which of a family's children walked in: those who were named. Of a family that was made for it,
/// all.
pub(crate) fn who_came(
    tx: &mut Tx,
    family: &FamilyId,
    newcomer: &Newcomer,
) -> Result<Vec<ChildId>> {
    let said = newcomer.family.as_ref().and_then(|new| StatementSaid::of(&new.add));
    let known = households::children_of(tx, family)?;
    let named = said.map(|said| paired(&said.children, &known)).unwrap_or_default();
    Ok(named.into_iter().flatten().map(|child| child.id.clone()).collect())
}

/// Anyone who takes the register may let a guest in.
fn guest(tx: &mut Tx, desk: &RegisterDesk, add: &AddFamily) -> Result<FamilyId> {
    let household = insert(tx, add, Some(desk.planned.session.centre_id.clone()))?;
    let id = household.family.id;
    tx.audit(Event::AddFamily, id.as_str(), json!({ "guest": true }))?;
    Ok(id)
}

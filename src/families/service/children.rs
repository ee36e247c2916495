//! What happens to a child: it is born, moves to another household, or is no longer contacted
//! about. Its bookings are updated in `bookings`.

use super::{allow, lock_allowed, new_child};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, FamilyId};
use crate::base::text::sort_name;
use crate::db::Tx;
use crate::families::add::Birth;
use crate::families::duplicates::service::note as duplicates;
use crate::families::requests::{Baby, ChildChange, Details};
use crate::families::search::service::index_homes;
use crate::families::store::{self, moving, tasks};
use crate::families::{Child, Ended, Household, TaskKind};
use serde_json::json;

/// A child of this household, if the caller may change it.
fn open(tx: &mut Tx, family: &FamilyId, child: &ChildId) -> Result<Child> {
    let household = lock_allowed(tx, Act::ChangeFamily, family)?;
    let found = household.children.into_iter().find(|known| known.id == *child);
    found.ok_or_else(|| Fault::not_found("child"))
}

/// Adds a child to a family without checking permission: a feed reports a brother or sister.
pub(crate) fn add(
    tx: &mut Tx,
    family: &FamilyId,
    name: &str,
    birth: Birth,
    nhs_number: Option<&str>,
) -> Result<ChildId> {
    store::lock(tx, std::slice::from_ref(family))?;
    let now = tx.now();
    let child = Child { nhs_number: nhs_number.map(str::to_owned), ..new_child(name, birth, now) };
    store::add_child(tx, &child)?;
    let position = store::children_of(tx, family)?.len();
    store::join_child(tx, family, &child.id, i32::try_from(position).unwrap_or(i32::MAX))?;
    Ok(child.id)
}

/// Whether this change fits the child's current record.
pub(crate) fn can_be(known: &Child, asked: &ChildChange) -> Result<()> {
    match asked {
        ChildChange::Birth { .. } => is_expected(known),
        ChildChange::Ended { ended } => may_have_ended(known, *ended),
        ChildChange::Details(_) | ChildChange::Left => Ok(()),
    }
}

fn is_expected(known: &Child) -> Result<()> {
    if known.due_on.is_some() && known.is_spoken_of() {
        return Ok(());
    }
    Err(Fault::new(Code::NoLongerOpen, "This child is not expected any more."))
}

fn may_have_ended(known: &Child, ended: Ended) -> Result<()> {
    if ended == Ended::PregnancyEnded && known.due_on.is_none() {
        let detail = "This child was born. Send died, or correct its birth date.";
        return Err(Fault::invalid("/ended", detail));
    }
    Ok(())
}

/// Corrects a child's details in all its households. True if the birth date changed.
pub(crate) fn correct(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    details: &Details,
) -> Result<bool> {
    let known = open(tx, family, child)?;
    let corrected = Child {
        name: details.name.clone(),
        sort_name: sort_name(&details.name),
        born_on: details.born_on,
        born_month_only: details.month_only,
        due_on: details.due_on,
        ..known.clone()
    };
    store::save_birth(tx, &corrected)?;
    let homes = store::families_of(tx, std::slice::from_ref(child))?;
    index_homes(tx, &homes)?;
    for home in &homes {
        let household = store::household(tx, home)?;
        duplicates::note(tx, &household)?;
    }
    tx.audit(Event::ChangeFamily, family.as_str(), json!({ "child": child }))?;
    Ok((known.born(), known.due_on) != (corrected.born(), corrected.due_on))
}

/// An expected child was born: one baby, or more. The first keeps the record and everything
/// attached to it; the others are added to every household of the first.
pub(crate) fn born(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    babies: &[Baby],
) -> Result<Household> {
    let expected = open(tx, family, child)?;
    is_expected(&expected)?;

    let now = tx.now();
    let homes = store::families_of(tx, std::slice::from_ref(child))?;
    for (baby, nth) in babies.iter().zip(0..) {
        let row = new_child(&baby.name, Birth::Born(baby.born_on), now);
        if nth == 0 {
            store::save_birth(tx, &Child { id: child.clone(), ..row })?;
            continue;
        }
        store::add_child(tx, &row)?;
        // The household that reports the birth is home to every baby.
        store::join_child(tx, family, &row.id, 100 + nth)?;
        for home in homes.iter().filter(|home| *home != family) {
            store::join_child(tx, home, &row.id, 100 + nth)?;
        }
    }
    index_homes(tx, &homes)?;
    tx.audit(Event::ChildBorn, child.as_str(), json!({ "babies": babies.len() }))?;
    store::household(tx, family)
}

/// Stops all messages about this child; staff are told once, discreetly.
pub(crate) fn end(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    ended: Ended,
) -> Result<Household> {
    let known = open(tx, family, child)?;
    may_have_ended(&known, ended)?;
    if known.ended.is_none() {
        let now = tx.now();
        moving::end(tx, &known, ended, now)?;
        for home in store::families_of(tx, std::slice::from_ref(child))? {
            let home = store::family(tx, &home)?;
            tasks::add(tx, TaskKind::ChildSilenced, &home, "speak_with_care")?;
        }
        tx.audit(Event::ChildEnded, child.as_str(), json!({}))?;
    }
    store::household(tx, family)
}

/// A child moves to another household, or (`None`) lives elsewhere. The household it leaves no
/// longer sees the child, nor where it went.
pub(crate) fn move_out(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    to: Option<&FamilyId>,
) -> Result<Household> {
    if to == Some(family) {
        return Err(Fault::invalid("/to_family_id", "The child lives there already."));
    }
    if let Some(to) = to {
        store::lock(tx, &[family.clone(), to.clone()])?;
        allow(tx, Act::ChangeFamily, to)?;
    }
    let known = open(tx, family, child)?;

    let was_home = moving::leave(tx, child, family)?;
    if let Some(to) = to {
        let there = store::children_of(tx, to)?;
        if !there.iter().any(|other| other.id == known.id) {
            let position = i32::try_from(there.len()).unwrap_or(i32::MAX);
            store::join_child(tx, to, child, position)?;
        }
        moving::carry_groups(tx, child, family, to)?;
    }
    if was_home {
        moving::find_home(tx, child, to)?;
    }
    moving::record(tx, child, family, to)?;
    let homes: Vec<FamilyId> = std::iter::once(family).chain(to).cloned().collect();
    index_homes(tx, &homes)?;
    tx.audit(Event::MoveChild, child.as_str(), json!({ "elsewhere": to.is_none() }))?;
    store::household(tx, family)
}

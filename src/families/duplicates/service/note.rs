//! Finds possible duplicates of a record that was created or changed.

use crate::access::Reach;
use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId, PossibleDuplicateId};
use crate::db::Tx;
use crate::families::Household;
use crate::families::duplicates::{Pair, store};
use crate::families::likeness::{self, LikenessFacts, PROPOSED};
use crate::families::search::fold;
use crate::families::search::keys::{self, KeyKind, Range};
use crate::families::search::store::{households, matching};
use std::collections::BTreeSet;

/// At most this many records that share something are compared.
const COMPARED: i64 = 100;

/// Lists the likely duplicates of a record that was created or changed; true if there were any.
pub(crate) fn note(tx: &mut Tx, household: &Household) -> Result<bool> {
    if household.family.guest {
        return Ok(false);
    }
    let mut found = sharing(tx, household)?;
    found.remove(&household.family.id);
    let found: Vec<FamilyId> = found.into_iter().collect();
    let mut is_likely = false;
    for other in households(tx, &found)? {
        if other.family.guest || likeness::households(household, &other).score < PROPOSED {
            continue;
        }
        is_likely |= add(tx, household, &other)?;
    }
    Ok(is_likely | note_children(tx, household)?)
}

/// The same within a household: a child recorded twice.
fn note_children(tx: &mut Tx, household: &Household) -> Result<bool> {
    let facts = |child| LikenessFacts::of(child, None);
    let mut is_likely = false;
    for (at, one) in household.children.iter().enumerate() {
        for other in household.children.iter().skip(at + 1) {
            if likeness::in_one_household(facts(one), facts(other)).is_some() {
                let family = &household.family.id;
                keep(tx, (family, family), Some((&one.id, &other.id)))?;
                is_likely = true;
            }
        }
    }
    Ok(is_likely)
}

fn add(tx: &mut Tx, household: &Household, other: &Household) -> Result<bool> {
    let children: Vec<_> = household.children.iter().map(|child| child.id.clone()).collect();
    if store::share_a_child(tx, &children, &other.family.id)? {
        return Ok(false);
    }
    keep(tx, (&household.family.id, &other.family.id), None)?;
    Ok(true)
}

/// Only once, even if it was dismissed.
fn keep(
    tx: &mut Tx,
    (one, other): (&FamilyId, &FamilyId),
    children: Option<(&ChildId, &ChildId)>,
) -> Result<()> {
    let pair = Pair {
        id: PossibleDuplicateId::new(),
        family_id: one.min(other).clone(),
        other_family_id: one.max(other).clone(),
        found_at: tx.now(),
        dismissed_at: None,
        dismissed_by: None,
        child_id: children.map(|(one, other)| one.min(other).clone()),
        other_child_id: children.map(|(one, other)| one.max(other).clone()),
    };
    if store::is_found(tx, &pair)? { Ok(()) } else { store::add(tx, &pair) }
}

/// Records that share a way of contact; a birth date and where they live or a name; a child's whole
/// name; or an NHS number.
fn sharing(tx: &mut Tx, household: &Household) -> Result<BTreeSet<FamilyId>> {
    let keys: Vec<String> = keys::of(household).into_iter().collect();
    let of = |kind: KeyKind| {
        let begins = format!("{}:", kind.letter());
        let of_kind = keys.iter().filter(move |key| key.starts_with(&begins));
        of_kind.map(|key| Range { to: format!("{key}\u{1}"), from: key.clone() })
    };
    let mut asked: Vec<Vec<Vec<Range>>> = Vec::new();
    for way in of(KeyKind::Phone).chain(of(KeyKind::Email)) {
        asked.push(vec![vec![way]]);
    }
    for day in of(KeyKind::Day) {
        let beside = of(KeyKind::Postcode).chain(of(KeyKind::Name)).chain(of(KeyKind::Sound));
        asked.extend(beside.map(|range| vec![vec![day.clone()], vec![range]]));
    }
    for child in &household.children {
        let words = fold::words(&child.name);
        if words.len() > 1 {
            asked
                .push(words.iter().map(|word| vec![Range::exactly(KeyKind::Name, word)]).collect());
        }
    }

    let everybody = Reach { everywhere: true, restricted: true, ..Reach::default() };
    let now = tx.now();
    let mut found = BTreeSet::new();
    for terms in asked {
        found.extend(matching(tx, &terms, (&everybody, now), COMPARED)?);
    }
    let numbers: Vec<&str> =
        household.children.iter().filter_map(|child| child.nhs_number.as_deref()).collect();
    if !numbers.is_empty() {
        found.extend(store::with_nhs_numbers(tx, &numbers)?);
    }
    Ok(found)
}

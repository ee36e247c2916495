//! Records that may be of the same family, for somebody to look at. Only those whoever asks may
//! see; of restricted ones, only to the safeguarding lead. Households that share a child already
//! are known to be two.

use super::likeness::{self, Likeness, WORTH_A_LOOK};
use super::store;
use crate::access::{Act, Reach};
use crate::audit::Event;
use crate::db::Tx;
use crate::families::search::fold;
use crate::families::search::keys::{self, Kind, Range};
use crate::families::search::store::{households, matching};
use crate::families::service::{booked_since, scope_of};
use crate::families::{self, Household};
use crate::fault::Fault;
use crate::id::FamilyId;
use serde_json::json;
use std::collections::BTreeSet;

/// So many at the most are shown.
const SHOWN: usize = 20;
/// So many that share one thing are compared.
const SHARING: i64 = 300;

/// Records that may be the same as this one, likeliest first.
pub fn candidates(tx: &mut Tx, id: &FamilyId) -> Result<Vec<(Household, Likeness)>, Fault> {
    let household = families::store::household(tx, id)?;
    let scope = scope_of(tx, &household.family)?;
    tx.allow(Act::SeeCandidates, &scope, "family")?;

    let reach = tx.actor().reach(Act::SeeCandidates);
    let mut found = sharing(tx, &household, &reach)?;
    found.remove(id);
    let children: Vec<_> = household.children.iter().map(|child| child.id.clone()).collect();
    for known in families::store::families_of(tx, &children)? {
        found.remove(&known);
    }
    let found: Vec<FamilyId> = found.into_iter().collect();
    let mut likely: Vec<(Household, Likeness)> = households(tx, &found)?
        .into_iter()
        .map(|other| {
            let likeness = likeness::of(&household, &other);
            (other, likeness)
        })
        .filter(|(_, likeness)| likeness.score >= WORTH_A_LOOK)
        .collect();
    likely.sort_by(|(one, a), (other, b)| {
        b.score.cmp(&a.score).then_with(|| one.family.id.cmp(&other.family.id))
    });

    let mut shown = Vec::new();
    for (other, likeness) in likely {
        let scope = scope_of(tx, &other.family)?;
        if shown.len() < SHOWN && tx.actor().may(Act::SeeCandidates, &scope) {
            shown.push((other, likeness));
        }
    }
    let ids: Vec<&str> = shown.iter().map(|(other, _)| other.family.id.as_str()).collect();
    tx.audit(Event::SeeCandidates, id.as_str(), json!({ "ids": ids }))?;
    Ok(shown)
}

/// Those that share a telephone number, an address, a postcode, a birth date, an NHS number or a
/// child's whole name.
fn sharing(tx: &mut Tx, household: &Household, reach: &Reach) -> Result<BTreeSet<FamilyId>, Fault> {
    let mut found = BTreeSet::new();
    let within = (reach, booked_since(tx));
    let shared = [Kind::Phone, Kind::Email, Kind::Postcode, Kind::Day];
    let of_kind = |key: &String| shared.iter().any(|kind| key.starts_with(kind.letter()));
    for key in keys::of(household).into_iter().filter(of_kind) {
        let range = Range { to: format!("{key}\u{1}"), from: key };
        found.extend(matching(tx, &[vec![range]], within, SHARING)?);
    }
    for child in &household.children {
        let words = fold::words(&child.name);
        if words.len() > 1 {
            let whole = |word: &String| vec![Range::exactly(Kind::Name, word)];
            let terms: Vec<_> = words.iter().map(whole).collect();
            found.extend(matching(tx, &terms, within, SHARING)?);
        }
    }
    let numbers: Vec<&str> =
        household.children.iter().filter_map(|child| child.nhs_number.as_deref()).collect();
    if !numbers.is_empty() {
        found.extend(store::with_nhs_numbers(tx, &numbers)?);
    }
    Ok(found)
}

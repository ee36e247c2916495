//! Maintaining search keys, and finding families by them. Records that the caller may not see are
//! never found.

use super::asked::{SearchTerms, Width};
use super::{keys, rank, store};
use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::db::Tx;
use crate::families::service::booked_since;
use crate::families::{self, Household};
use std::collections::{BTreeSet, HashSet};

/// Records that are ranked against each other; a search that matches more is too broad to help.
const WEIGHED: usize = 200;

/// Updates a family's search keys; call it after writing a household.
pub(crate) fn index(tx: &mut Tx, household: &Household) -> Result<()> {
    tx.note_family(&household.family.id);
    store::save_keys(tx, &household.family.id, &wanted(household))
}

/// The same for families written piece by piece, and for every other family their children live in.
pub(crate) fn index_homes(tx: &mut Tx, ids: &[FamilyId]) -> Result<()> {
    let mut homes: BTreeSet<FamilyId> = ids.iter().cloned().collect();
    for id in ids {
        let children = families::store::children_of(tx, id)?;
        let children: Vec<_> = children.into_iter().map(|child| child.id).collect();
        homes.extend(families::store::families_of(tx, &children)?);
    }
    for home in &homes {
        let household = families::store::household(tx, home)?;
        index(tx, &household)?;
    }
    Ok(())
}

/// Families with outdated keys among the next `rows` after an id; and the last id read.
pub(crate) fn stale(
    tx: &mut Tx,
    after: &str,
    rows: i64,
) -> Result<(Vec<FamilyId>, Option<FamilyId>)> {
    let ids = store::ids_after(tx, after, rows)?;
    let mut stale = Vec::new();
    for household in store::households(tx, &ids)? {
        if store::keys(tx, &household.family.id)? != wanted(&household) {
            stale.push(household.family.id);
        }
    }
    Ok((stale, ids.into_iter().next_back()))
}

fn wanted(household: &Household) -> BTreeSet<String> {
    let family = &household.family;
    let gone = family.joined_into.is_some() || family.erased_at.is_some();
    if gone { BTreeSet::new() } else { keys::of(household) }
}

/// The matching households, best first, at most `most`. Names are looked up as typed first, then by
/// their beginning, then by their sound, until there are enough.
pub(crate) fn find(tx: &mut Tx, asked: &SearchTerms, most: usize) -> Result<Vec<Household>> {
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let reach = tx.actor().reach(Act::SeeFamily);
    let since = booked_since(tx);
    let mut seen: HashSet<FamilyId> = HashSet::new();
    for width in [Width::Whole, Width::Beginning, Width::Sound] {
        let terms: Vec<_> = asked.terms.iter().map(|term| term.ranges(width)).collect();
        let rows = i64::try_from(WEIGHED).unwrap_or(i64::MAX);
        seen.extend(store::matching(tx, &terms, (&reach, since), rows)?);
        if seen.len() >= most {
            break;
        }
    }

    let ids: Vec<FamilyId> = seen.into_iter().collect();
    let mut weighed: Vec<(f64, Household)> = store::households(tx, &ids)?
        .into_iter()
        .filter_map(|household| Some((rank::of(asked, &household)?, household)))
        .collect();
    weighed
        .sort_by(|(one, a), (other, b)| other.total_cmp(one).then_with(|| order(a).cmp(&order(b))));
    weighed.truncate(most);
    Ok(weighed.into_iter().map(|(_, household)| household).collect())
}

fn order(household: &Household) -> (&str, &FamilyId) {
    let name = household.carers.first().map_or("", |carer| carer.sort_name.as_str());
    (name, &household.family.id)
}

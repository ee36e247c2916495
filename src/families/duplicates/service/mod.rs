//! Possible duplicates, shown to callers who may open both records. Pairs with restricted records
//! are for the safeguarding lead only.

pub(crate) mod note;

use super::{Pair, store};
use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::{ChildId, FamilyId, PossibleDuplicateId};
use crate::db::Tx;
use crate::families::likeness::{self, Likeness, LikenessFacts, PROPOSED};
use crate::families::{self, Household};

/// Two records that may be the same family; for two children of one household, that household
/// twice.
#[derive(Clone, Debug)]
pub(crate) struct PossibleDuplicate {
    pub pair: Pair,
    pub one: Household,
    pub other: Household,
    pub likeness: Likeness,
}

/// Pairs where this caller may open both, by id; and the last id read, if there may be more.
pub(crate) fn list(
    tx: &mut Tx,
    family: Option<&FamilyId>,
    after: &str,
    rows: usize,
) -> Result<(Vec<PossibleDuplicate>, Option<String>)> {
    let mut shown = Vec::new();
    let mut after = after.to_owned();
    let at_once = i64::try_from(rows).unwrap_or(i64::MAX);
    loop {
        let pairs = store::open(tx, family, &after, at_once)?;
        let more = pairs.len() >= rows;
        for pair in pairs {
            after = pair.id.to_string();
            if let Some(likely) = seen(tx, pair)? {
                shown.push(likely);
            }
            if shown.len() >= rows {
                return Ok((shown, Some(after)));
            }
        }
        if !more {
            return Ok((shown, None));
        }
    }
}

/// One pair with both records, if this caller may open both.
pub(crate) fn open(tx: &mut Tx, id: &PossibleDuplicateId) -> Result<PossibleDuplicate> {
    let pair = store::pair(tx, id)?;
    let gone = pair.dismissed_at.is_some();
    let seen = if gone { None } else { seen(tx, pair)? };
    seen.ok_or_else(|| Fault::not_found("pair"))
}

fn seen(tx: &mut Tx, pair: Pair) -> Result<Option<PossibleDuplicate>> {
    let mut both = Vec::new();
    for id in [&pair.family_id, &pair.other_family_id] {
        let household = families::store::household(tx, id)?;
        let scope = families::service::scope_of(tx, &household.family)?;
        if !tx.actor().may(Act::SeeCandidates, &scope) {
            return Ok(None);
        }
        both.push(household);
    }
    let (Some(other), Some(one)) = (both.pop(), both.pop()) else { return Ok(None) };
    if let Some(children) = pair.children() {
        let likeness = of_children(&one, children);
        return Ok(likeness.map(|likeness| PossibleDuplicate { pair, one, other, likeness }));
    }
    let children: Vec<_> = one.children.iter().map(|child| child.id.clone()).collect();
    let known_to_be_two = store::share_a_child(tx, &children, &other.family.id)?;
    let likeness = likeness::households(&one, &other);
    if known_to_be_two || likeness.score < PROPOSED {
        return Ok(None);
    }
    Ok(Some(PossibleDuplicate { pair, one, other, likeness }))
}

/// A pair of children, if both are still in the household and still alike.
fn of_children(household: &Household, (one, other): (&ChildId, &ChildId)) -> Option<Likeness> {
    let facts = |id| household.child(id).map(|child| LikenessFacts::of(child, None));
    let compared = likeness::in_one_household(facts(one)?, facts(other)?)?;
    Some(Likeness {
        score: compared.score(),
        reasons: compared.reason().into_iter().chain(["the same household"]).collect(),
        children: vec![(one.clone(), other.clone())],
    })
}

/// Dismisses a pair: they are two families, or two children.
pub(crate) fn dismiss(tx: &mut Tx, id: &PossibleDuplicateId) -> Result<()> {
    open(tx, id)?;
    let (by, now) = (tx.actor().account_id.clone(), tx.now());
    store::dismiss(tx, id, by.as_ref(), now)
}

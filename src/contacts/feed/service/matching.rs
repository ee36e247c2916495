//! Finds who a row is about: exactly one child on record, adults of one family, or the most likely
//! child.

use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId};
use crate::contacts::feed::line::{ContactLine, LineTold};
use crate::contacts::feed::{Candidate, store};
use crate::contacts::fit::{self, ContactParty};
use crate::db::Tx;
use crate::families::likeness::{self, LikenessFacts, PROPOSED, SAME};
use crate::families::store::Described;
use crate::families::{self, Child};
use crate::feeds::service::subject::FeedPlan;
use crate::feeds::service::{may_be_told, numbered, standing};
use crate::feeds::store as feeds;
use crate::membership::store as memberships;

/// The child or adults of a family.
#[derive(Clone, Debug)]
pub(crate) struct Meant {
    pub family: FamilyId,
    pub who: ContactPerson,
}

#[derive(Clone, Debug)]
pub(crate) enum ContactPerson {
    Child(ChildId),
    /// This many adults, without a child.
    Adults(i32),
}

/// The exact match of a row.
pub(crate) fn exact(tx: &mut Tx, plan: &FeedPlan, line: &ContactLine) -> Result<Option<Meant>> {
    match line.party {
        ContactParty::Children => exact_child(tx, plan, &line.told),
        ContactParty::Adults(adults) => {
            let family = exact_family(tx, plan, &line.told)?;
            Ok(family.map(|family| Meant { family, who: ContactPerson::Adults(adults) }))
        }
    }
}

/// The matching child and its home household: by NHS number, by name, birth date and postcode, or
/// by the family's number.
fn exact_child(tx: &mut Tx, plan: &FeedPlan, told: &LineTold) -> Result<Option<Meant>> {
    let name = told.sort_name.clone().unwrap_or_default();
    let described = Described {
        postcode: told.postcode.as_deref(),
        sort_name: &name,
        born_on: told.born_on,
        nhs_number: told.nhs_number.as_deref(),
    };
    let mut found = Vec::new();
    for (family, child) in families::store::exact(tx, &described)? {
        let row = families::store::child(tx, &child)?;
        if row.is_none_or(|row| !told.is_another_number(&row)) {
            found.push((family, child));
        }
    }
    if found.is_empty() {
        found = in_numbered_families(tx, plan, told)?;
    }
    let Some((family, child)) = found.first().cloned() else { return Ok(None) };
    if found.iter().any(|(_, other)| *other != child) {
        return Ok(None);
    }
    let home = store::home(tx, &child)?;
    Ok(Some(Meant { family: home.unwrap_or(family), who: ContactPerson::Child(child) }))
}

fn in_numbered_families(
    tx: &mut Tx,
    plan: &FeedPlan,
    told: &LineTold,
) -> Result<Vec<(FamilyId, ChildId)>> {
    let mut found = Vec::new();
    type Fits = fn(&LineTold, &Child) -> bool;
    let families: [(Option<FamilyId>, Fits); 2] = [
        (of_member(tx, told)?, LineTold::is_in_family),
        (of_old_number(tx, plan, told)?, LineTold::is_by_old_number),
    ];
    for (family, fits) in families {
        let Some(family) = family else { continue };
        let own = families::store::children_of(tx, &family)?;
        let meant = own.into_iter().filter(|child| fits(told, child));
        found.extend(meant.map(|child| (family.clone(), child.id)));
    }
    Ok(found)
}

/// If two numbers belong to different families, neither matches.
fn exact_family(tx: &mut Tx, plan: &FeedPlan, told: &LineTold) -> Result<Option<FamilyId>> {
    Ok(match (of_member(tx, told)?, of_old_number(tx, plan, told)?) {
        (Some(one), Some(other)) if one != other => None,
        (one, other) => one.or(other),
    })
}

fn of_member(tx: &mut Tx, told: &LineTold) -> Result<Option<FamilyId>> {
    let Some(number) = &told.member else { return Ok(None) };
    Ok(memberships::leading(tx, number)?.map(|membership| membership.family_id))
}

fn of_old_number(tx: &mut Tx, plan: &FeedPlan, told: &LineTold) -> Result<Option<FamilyId>> {
    let Some(number) = &told.family else { return Ok(None) };
    match feeds::family_of(tx, plan.source(), &numbered(number))? {
        Some(family) => Ok(Some(standing(tx, &family)?.id)),
        None => Ok(None),
    }
}

/// A child that may match a row.
pub(crate) struct Likely {
    pub family: FamilyId,
    pub child: Child,
    pub score: i32,
    pub differs: String,
}

/// The child that most likely matches a row, if any is close enough and may still be contacted
/// about.
pub(crate) fn likely(tx: &mut Tx, line: &ContactLine) -> Result<Option<Likely>> {
    let told = &line.told;
    let mut best: Option<Likely> = None;
    for candidate in store::candidates(tx, told.born_on, told.postcode.as_deref())? {
        let Some((score, differs)) = compared(told, &candidate) else { continue };
        if best.as_ref().is_none_or(|known| score > known.score) {
            let Candidate { family, child, .. } = candidate;
            best = Some(Likely { family, child, score, differs });
        }
    }
    let Some(best) = best else { return Ok(None) };
    let family = families::store::family(tx, &best.family)?;
    let fits = fit::check_child(line.said.kind, line.said.on_day, &best.child).is_ok();
    Ok((fits && may_be_told(tx, &family)?).then_some(best))
}

/// How likely a child matches a row, and what differs; `None` if it is another child.
fn compared(told: &LineTold, candidate: &Candidate) -> Option<(i32, String)> {
    let said = LikenessFacts {
        name: told.sort_name.as_deref(),
        born_on: told.born_on,
        born_in: told.born_in,
        nhs_number: told.nhs_number.as_deref(),
        postcode: told.postcode.as_deref(),
        ..LikenessFacts::default()
    };
    let known = LikenessFacts {
        name: Some(&candidate.child.name),
        born_on: candidate.child.born_on,
        nhs_number: candidate.child.nhs_number.as_deref(),
        postcode: candidate.postcode.as_deref(),
        ..LikenessFacts::default()
    };
    let found = likeness::children(said, known)?;
    if found.name == 0 || found.score() < PROPOSED {
        return None;
    }
    let differs = [
        (found.name < SAME, "name"),
        (!found.same_birth(), "birth_date"),
        (!found.postcode, "postcode"),
    ];
    let differs: Vec<&str> =
        differs.into_iter().filter(|(differs, _)| *differs).map(|(_, what)| what).collect();
    Some((i32::from(found.score()), differs.join(" ")))
}

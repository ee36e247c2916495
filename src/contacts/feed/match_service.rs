//! Which child a row is of: exactly one that is known, or the one it is most likely of.

use super::likeness;
use super::line::Line;
use super::store;
use crate::contacts::fit;
use crate::db::Tx;
use crate::families;
use crate::families::store::Described;
use crate::fault::Fault;
use crate::feeds::plan_service::Plan;
use crate::feeds::service::{may_be_told, numbered, standing};
use crate::feeds::store as feeds;
use crate::id::{ChildId, FamilyId};

/// The one child that a row is exactly of, with the household it is at home in: by NHS number, by
/// name, birth date and postcode, or by the old system's family and its name.
pub fn exact(tx: &mut Tx, plan: &Plan, line: &Line) -> Result<Option<(FamilyId, ChildId)>, Fault> {
    let told = &line.child;
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
        let other = row.and_then(|row| row.nhs_number).zip(told.nhs_number.clone());
        if other.is_none_or(|(one, other)| one == other) {
            found.push((family, child));
        }
    }
    if found.is_empty()
        && let Some(number) = &told.family
        && let Some(family) = feeds::family_of(tx, plan.source(), &numbered(number))?
    {
        let family = standing(tx, &family)?.id;
        let own = families::store::children_of(tx, &family)?;
        let same = own.into_iter().filter(|child| {
            child.sort_name == name && told.born_on.is_none_or(|day| child.born_on == Some(day))
        });
        found.extend(same.map(|child| (family.clone(), child.id)));
    }
    let Some((family, child)) = found.first().cloned() else { return Ok(None) };
    if found.iter().any(|(_, other)| *other != child) {
        return Ok(None);
    }
    let home = store::home(tx, &child)?;
    Ok(Some((home.unwrap_or(family), child)))
}

/// A child that a row may be of.
pub struct Likely {
    pub family: FamilyId,
    pub child: ChildId,
    pub score: i32,
    pub differs: String,
}

/// The child that a row is most likely of, if any is near enough and may be spoken of.
pub fn likely(tx: &mut Tx, line: &Line) -> Result<Option<Likely>, Fault> {
    let told = &line.child;
    let mut best: Option<Likely> = None;
    for candidate in store::candidates(tx, told.born_on, told.postcode.as_deref())? {
        let Some((score, differs)) = likeness::of(told, &candidate) else { continue };
        if best.as_ref().is_none_or(|known| score > known.score) {
            let (family, child) = (candidate.family, candidate.child);
            best = Some(Likely { family, child, score, differs });
        }
    }
    let Some(best) = best else { return Ok(None) };
    let family = families::store::family(tx, &best.family)?;
    let child = families::store::child(tx, &best.child)?;
    let said = &line.said;
    let fits = child.is_some_and(|child| fit::check_child(said.kind, said.on_day, &child).is_ok());
    Ok((fits && may_be_told(tx, &family)?).then_some(best))
}

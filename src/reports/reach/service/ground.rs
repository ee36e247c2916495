//! Loads the basis of a report: its centres, their reach areas at the time, and the figures of each
//! LSOA on one basis.

use crate::areas::basis::{Basis, WantedBasis};
use crate::areas::{Area, LsoaCode, ReachArea, store as areas};
use crate::base::fault::Result;
use crate::base::id::{CentreId, ReachAreaId};
use crate::centres::{self, Centre};
use crate::db::Tx;
use crate::reports::reach::ground::{CentreArea as Part, Ground, area_of_day};
use crate::reports::reach::plan::ReachPlan;
use crate::reports::reach::store::{self, bulk};
use std::collections::{BTreeMap, HashMap};

/// The ground, and its reach areas.
pub(crate) fn lay(tx: &mut Tx, plan: &ReachPlan) -> Result<(Ground, Vec<ReachAreaId>)> {
    let begins = bulk::begins(tx, plan.centres.as_deref(), plan.known_at)?;
    let mut begins: HashMap<_, _> = begins.into_iter().collect();
    let mut of: BTreeMap<CentreId, Vec<ReachArea>> = BTreeMap::new();
    for area in store::areas(tx, plan.centres.as_deref())? {
        of.entry(area.centre_id.clone()).or_default().push(area);
    }
    let (mut parts, mut ids) = (Vec::new(), Vec::new());
    for centre in known(centres::store::centres(tx, "", i64::MAX)?, plan) {
        let drawn = of.get(&centre.id).and_then(|areas| area_of_day(areas, &plan.moment()));
        let area = drawn.map(|drawn| areas::area_of(tx, drawn)).transpose()?;
        ids.extend(drawn.map(|drawn| drawn.id.clone()));
        let begins = begins.remove(&centre.id).flatten();
        parts.push((centre.id, centre.name, begins, area));
    }

    let drawn: Vec<Area> = parts.iter().filter_map(|(.., area)| area.clone()).collect();
    let Some(whole) = Area::union(&drawn)? else {
        let centre = |(id, name, begins, _)| Part { id, name, lsoas: None, begins };
        let centres = parts.into_iter().map(centre).collect();
        return Ok((Ground::new(centres, None, Vec::new(), HashMap::new()), ids));
    };
    let basis = basis(tx, plan, &whole)?;
    let figures = areas::figures(tx, &whole, &basis)?;
    let at: HashMap<&LsoaCode, usize> =
        figures.iter().enumerate().map(|(at, figure)| (&figure.code, at)).collect();
    let centre = |(id, name, begins, area): (_, _, _, Option<Area>)| {
        let lsoas = area.map(|area| {
            area.lsoas.iter().filter_map(|code| at.get(code).copied()).collect::<Vec<_>>()
        });
        Part { id, name, begins, lsoas }
    };
    let centres = parts.into_iter().map(centre).collect();
    let by_age = by_age(tx, &basis, &at)?;
    Ok((Ground::new(centres, Some(basis), figures, by_age), ids))
}

/// The report's centres that existed at its moment; before the first existed, all.
fn known(mut all: Vec<Centre>, plan: &ReachPlan) -> Vec<Centre> {
    all.retain(|one| plan.centres.as_ref().is_none_or(|only| only.contains(&one.id)));
    let by_then = |one: &Centre| one.created_at <= plan.known_at;
    if all.iter().any(by_then) {
        all.retain(by_then);
    }
    all
}

/// The newest of the vintage imported by the moment; before the first import, the first.
fn basis(tx: &mut Tx, plan: &ReachPlan, area: &Area) -> Result<Basis> {
    let mut imported = areas::imported_at(tx, plan.known_at)?;
    let ours = imported.tables.iter().filter(|table| table.vintage == area.vintage);
    let first = ours.map(|table| table.imported_at).min();
    let known_at = first.map_or(plan.known_at, |first| first.max(plan.known_at));
    imported.tables.retain(|table| table.imported_at <= known_at);
    Basis::of(area.vintage, &imported, &WantedBasis::default())
}

/// Residents by single year of age, for LSOAs with all five known.
fn by_age(
    tx: &mut Tx,
    basis: &Basis,
    at: &HashMap<&LsoaCode, usize>,
) -> Result<HashMap<usize, [i64; 5]>> {
    let Some(table) = basis.table() else { return Ok(HashMap::new()) };
    let codes: Vec<&str> = at.keys().map(|code| code.as_str()).collect();
    let places: HashMap<&str, usize> = at.iter().map(|(code, at)| (code.as_str(), *at)).collect();
    let mut ages: HashMap<usize, BTreeMap<i32, i64>> = HashMap::new();
    for (lsoa, age, persons) in areas::population_among(tx, &table.id, &codes)? {
        if let (Some(at), 0..5) = (places.get(lsoa.as_str()), age) {
            ages.entry(*at).or_default().insert(age, i64::from(persons));
        }
    }
    let whole = |(at, ages): (usize, BTreeMap<i32, i64>)| {
        let ages: Vec<i64> = ages.into_values().collect();
        Some((at, <[i64; 5]>::try_from(ages).ok()?))
    };
    Ok(ages.into_iter().filter_map(whole).collect())
}

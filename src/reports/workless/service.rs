//! The report on workless households: the jobcentre's count as the baseline, and how many of them
//! are known here, seen and in sustained contact.

use super::store;
use super::{Households, WORKLESS, WorklessChild, count};
use crate::areas::{self, Area, LsoaCode, Vintage};
use crate::base::calendar::{BirthDate, completed_months};
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId};
use crate::base::moment::Moment;
use crate::centres;
use crate::contacts::{self, Counts, Kind};
use crate::db::Tx;
use crate::families::joined::leading_to;
use crate::feeds::counts::{self, Counted::WorklessHouseholds};
use crate::reach::facts::{ChildFact, is_held};
use crate::reach::proportion::Words;
use crate::reach::settings::ReachSettings;
use crate::reach::sustained::Measure;
use crate::reports;
use crate::settings;
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Children of five or older are not counted.
const SERVED_MONTHS: i32 = 60;

/// An older baseline is ignored.
const OLDEST_BASELINE: Months = Months::new(60);

/// Postcodes per query.
const AT_ONCE: usize = 1_000;

#[derive(Clone, Debug, Default)]
pub struct WorklessOf {
    pub centre: Option<CentreId>,
    pub as_at: Option<NaiveDate>,
    pub known_at: Option<Moment>,
}

pub struct WorklessReport {
    pub centre: Option<CentreId>,
    pub as_at: NaiveDate,
    pub known_at: Moment,
    pub measure: Measure,
    pub covered: bool,
    pub words: Words,
    /// The first day of the baseline's month.
    pub baseline_month: Option<NaiveDate>,
    pub lines: BTreeMap<LsoaCode, Households>,
    pub whole: Households,
}

pub fn report(tx: &mut Tx, of: &WorklessOf) -> Result<WorklessReport, Fault> {
    let scope = reports::service::centres(tx, of.centre.as_ref())?;
    let now = tx.now();
    let known_at = of.known_at.unwrap_or(now);
    let as_at = of.as_at.unwrap_or_else(|| now.civil_day());
    if known_at > now || as_at > now.civil_day() {
        return Err(Fault::invalid("/as_at", "This date is in the future. Use today or earlier."));
    }
    let settings: ReachSettings = settings::store::read_at(tx, known_at)?;
    let measure = settings.measure;

    let area = area(tx, scope)?;
    let (baseline_month, baseline) = baseline(tx, &area.lsoas, (as_at, known_at))?;
    let children = children(tx, &area, (as_at, known_at), &measure)?;
    let (lines, whole) = count(&children, &baseline, &area.lsoas, measure.threshold);

    let begins = store::data_begins(tx, known_at)?;
    Ok(WorklessReport {
        centre: of.centre.clone(),
        as_at,
        known_at,
        measure,
        covered: begins.is_some_and(|begins| measure.is_covered(begins, as_at)),
        words: settings.words().map_err(Fault::internal)?,
        baseline_month,
        lines,
        whole,
    })
}

/// The combined reach areas of these centres; empty if none has one.
fn area(tx: &mut Tx, scope: Option<Vec<CentreId>>) -> Result<Area, Fault> {
    let of = match scope {
        Some(scope) => scope,
        None => centres::store::centres(tx, "", i64::MAX)?.into_iter().map(|one| one.id).collect(),
    };
    let nowhere = Area { vintage: Vintage::Of2021, lsoas: BTreeSet::new() };
    Ok(areas::service::borough(tx, &of)?.unwrap_or(nowhere))
}

/// The latest month up to a day with a count for the area, and the most recently sent count of each
/// LSOA.
pub fn baseline(
    tx: &mut Tx,
    area: &BTreeSet<LsoaCode>,
    (as_at, known_at): (NaiveDate, Moment),
) -> Result<(Option<NaiveDate>, BTreeMap<LsoaCode, u64>), Fault> {
    let from = as_at.checked_sub_months(OLDEST_BASELINE).unwrap_or(as_at);
    let rows = counts::store::of_months(tx, WorklessHouseholds, (from, as_at), known_at)?;
    let ours = rows.into_iter().filter_map(|row| {
        let lsoa = row.lsoa.filter(|code| area.contains(code))?;
        Some((row.month, lsoa, u64::try_from(row.number).ok()?))
    });
    let ours: Vec<_> = ours.collect();
    let month = ours.iter().map(|(month, ..)| *month).max();
    let of_month = ours.into_iter().filter(|(of, ..)| Some(*of) == month);
    Ok((month, of_month.map(|(_, lsoa, number)| (lsoa, number)).collect()))
}

/// Children under five in households known to be workless on the day, where they live, and how many
/// days they were met on.
fn children(
    tx: &mut Tx,
    area: &Area,
    (as_at, known_at): (NaiveDate, Moment),
    measure: &Measure,
) -> Result<Vec<WorklessChild>, Fault> {
    let mut facts = store::in_group(tx, WORKLESS, known_at)?;
    facts.retain(|fact| is_held(&fact.target_groups, WORKLESS, as_at) && is_served(fact, as_at));
    let lsoas = lsoas(tx, area.vintage, &facts)?;
    let days = days(tx, &facts, (measure.first_day(as_at), as_at), known_at)?;
    let child = |fact: ChildFact| {
        Some(WorklessChild {
            days: days.get(&fact.child_id).map_or(0, BTreeSet::len),
            lsoa: lsoas.get(&fact.child_id)?.clone(),
            family: fact.family_id?,
        })
    };
    Ok(facts.into_iter().filter_map(child).collect())
}

fn is_served(fact: &ChildFact, as_at: NaiveDate) -> bool {
    let gone = |day: Option<NaiveDate>| day.is_some_and(|day| day <= as_at);
    let born = fact.born_on.map(|day| match fact.born_month_only {
        true => BirthDate::MonthOf(day),
        false => BirthDate::Day(day),
    });
    let of_age = born.is_some_and(|born| {
        born.counted_from() <= as_at && completed_months(born, as_at) < SERVED_MONTHS
    });
    of_age && !gone(fact.ended_on) && !gone(fact.left_on) && fact.joined_into.is_none()
}

fn lsoas(
    tx: &mut Tx,
    vintage: Vintage,
    facts: &[ChildFact],
) -> Result<HashMap<ChildId, LsoaCode>, Fault> {
    let postcodes: BTreeSet<&str> =
        facts.iter().filter_map(|fact| fact.postcode.as_deref()).collect();
    let mut by_postcode = HashMap::new();
    for some in postcodes.into_iter().collect::<Vec<_>>().chunks(AT_ONCE) {
        let rows = areas::store::postcodes_among(tx, some)?;
        let ours = rows.into_iter().filter(|row| row.vintage == vintage);
        by_postcode.extend(ours.filter_map(|row| Some((row.postcode, row.lsoa?))));
    }
    let lsoa = |fact: &ChildFact| {
        let kept = match vintage {
            Vintage::Of2011 => fact.lsoa_2011.as_deref(),
            Vintage::Of2021 => fact.lsoa_2021.as_deref(),
        };
        let postcode = fact.postcode.as_ref().and_then(|postcode| by_postcode.get(postcode));
        postcode.cloned().or_else(|| LsoaCode::parse(kept?))
    };
    Ok(facts.iter().filter_map(|fact| Some((fact.child_id.clone(), lsoa(fact)?))).collect())
}

/// The contact days of each child, including those of records merged into it.
fn days(
    tx: &mut Tx,
    facts: &[ChildFact],
    window: (NaiveDate, NaiveDate),
    known_at: Moment,
) -> Result<HashMap<ChildId, BTreeSet<NaiveDate>>, Fault> {
    let children: Vec<ChildId> = facts.iter().map(|fact| fact.child_id.clone()).collect();
    let kept = leading_to(&children, |into| store::joined_into(tx, into, known_at))?;
    let all: Vec<ChildId> = kept.keys().cloned().collect();
    let kinds = contacts::store::kinds_at(tx, known_at)?;
    let direct = kinds.into_iter().filter(|(_, counts)| *counts == Counts::Direct);
    let direct: Vec<Kind> = direct.map(|(kind, _)| kind).collect();
    let mut days: HashMap<ChildId, BTreeSet<NaiveDate>> = HashMap::new();
    for (child, day) in store::days(tx, (&all, &direct), window, known_at)? {
        if let Some(kept) = kept.get(&child) {
            days.entry(kept.clone()).or_default().insert(day);
        }
    }
    Ok(days)
}

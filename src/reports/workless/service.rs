//! The report on workless households: the jobcentre's count as the baseline, and how many of them
//! are known here, seen and in sustained contact.

use super::{NOTES, WORKLESS, WorklessChild, WorklessReport, count, store};
use crate::areas::{self, Area, LsoaCode, Vintage};
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, ChildId};
use crate::base::moment::Moment;
use crate::contacts::{self, Counts, Kind};
use crate::db::Tx;
use crate::families::joined::leading_to;
use crate::feeds::counts::{self, Counted::WorklessHouseholds};
use crate::reach::facts::is_held;
use crate::reach::histories::service::records;
use crate::reach::settings::ReachSettings;
use crate::reach::sustained::Measure;
use crate::reach::version::Version;
use crate::{centres, reports, settings};
use chrono::{Months, NaiveDate};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// An older baseline is ignored.
const OLDEST_BASELINE: Months = Months::new(60);

#[derive(Clone, Debug, Default)]
pub(crate) struct WorklessOf {
    pub centre: Option<CentreId>,
    pub as_at: Option<NaiveDate>,
    pub known_at: Option<Moment>,
}

pub(crate) fn report(tx: &mut Tx, of: &WorklessOf) -> Result<WorklessReport> {
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
    let covered = begins.is_some_and(|begins| measure.is_covered(begins, as_at));
    let words = settings.words().map_err(Fault::internal)?;
    Ok(WorklessReport {
        centre_id: of.centre.clone(),
        as_at,
        known_at,
        baseline_month: baseline_month.map(|month| month.format("%Y-%m").to_string()),
        window_from: measure.first_day(as_at),
        threshold: measure.threshold,
        whole: whole.line(None, covered, &words),
        areas: lines.iter().map(|(code, of)| of.line(Some(code), covered, &words)).collect(),
        words: words.label,
        notes: NOTES.to_vec(),
    })
}

/// The combined reach areas of these centres; empty if none has one.
fn area(tx: &mut Tx, scope: Option<Vec<CentreId>>) -> Result<Area> {
    let of = match scope {
        Some(scope) => scope,
        None => centres::store::centres(tx, "", i64::MAX)?.into_iter().map(|one| one.id).collect(),
    };
    let nowhere = Area { vintage: Vintage::Of2021, lsoas: BTreeSet::new() };
    Ok(areas::service::borough(tx, &of)?.unwrap_or(nowhere))
}

/// The latest month up to a day with a count for the area, and the most recently sent count of each
/// LSOA.
pub(crate) fn baseline(
    tx: &mut Tx,
    area: &BTreeSet<LsoaCode>,
    (as_at, known_at): (NaiveDate, Moment),
) -> Result<(Option<NaiveDate>, BTreeMap<LsoaCode, u64>)> {
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
) -> Result<Vec<WorklessChild>> {
    let in_group = store::in_group(tx, WORKLESS, known_at)?;
    let histories = records(tx, (area.vintage, known_at), Some(in_group.clone()))?;
    let latest = |child: &ChildId| histories.versions(histories.at(child)?).last();
    let mut served: Vec<&Version> = in_group.iter().filter_map(latest).collect();
    served.retain(|child| {
        is_held(&child.target_groups, WORKLESS, as_at)
            && child.age_months(as_at).is_some()
            && child.left_on.is_none_or(|day| as_at < day)
    });
    let ids: Vec<ChildId> = served.iter().map(|child| child.child.clone()).collect();
    let days = days(tx, &ids, (measure.first_day(as_at), as_at), known_at)?;
    let child = |child: &Version| {
        Some(WorklessChild {
            days: days.get(&child.child).map_or(0, BTreeSet::len),
            lsoa: LsoaCode::parse(child.lsoa.as_deref()?)?,
            family: child.family.clone()?,
        })
    };
    Ok(served.into_iter().filter_map(child).collect())
}

/// The contact days of each child, including those of records merged into it.
fn days(
    tx: &mut Tx,
    children: &[ChildId],
    window: (NaiveDate, NaiveDate),
    known_at: Moment,
) -> Result<HashMap<ChildId, BTreeSet<NaiveDate>>> {
    let kept = leading_to(children, |into| store::joined_into(tx, into, known_at))?;
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

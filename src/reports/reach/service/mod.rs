//! Counts the reach report for the caller's centres, as at a day and as known at a moment. What its
//! recipient may see is decided in `recipient`.

pub(crate) mod ground;
pub mod made;
pub mod recipient;
pub(crate) mod records;
pub(crate) mod rows;
pub(crate) mod sections;

use super::asked::ReachRequest;
use super::cells::Figures;
use super::count::{Count, count};
use super::ground::Ground;
use super::makeup::Makeup;
use super::plan::{DEFAULT_BY, ReachPlan};
use super::report::{BalanceTable, Freshness, Profile, Quality, ReachReport, Settings, TrendPoint};
use super::tables::TableLines;
use super::{notes, quality, store, trend};
use crate::areas::basis::Basis;
use crate::base::calendar::Term;
use crate::base::fault::{Fault, Result};
use crate::base::id::ReachAreaId;
use crate::contacts::store::kinds_at;
use crate::db::Tx;
use crate::reach::known::day_of;
use crate::reach::settings::ReachSettings;
use crate::reports::balance::Came;
use crate::reports::balance::store::Stretch;
use crate::reports::{self, balance};
use crate::sessions::terms;
use crate::settings;
use made::ReachMade;
use records::Besides;

/// The exact report, for any profile.
pub fn report(tx: &mut Tx, asked: &ReachRequest) -> Result<ReachReport> {
    Ok(with_makeup(tx, asked)?.0)
}

/// The exact report, and the makeup of its lines.
pub fn with_makeup(tx: &mut Tx, asked: &ReachRequest) -> Result<(ReachReport, Makeup)> {
    let plan = plan(tx, asked)?;
    let then = earlier(tx, &plan)?;
    let adults = balance::service::adults(tx, &stretch(&plan))?;
    let besides = Besides {
        families: adults.iter().filter_map(|came| came.who.family().cloned()).collect(),
        since: then.iter().map(|then| then.plan.window_from()).min(),
        areas: then.iter().flat_map(|then| then.areas.clone()).collect(),
    };

    let made = ReachMade::with(tx, &plan, besides)?;
    let count = made.count(&plan);
    let lines = made.lines(&plan, &count);
    let figures = Figures { words: &plan.words, target_percent: plan.target_percent };
    let report = ReachReport {
        settings: settings(tx, &plan, &made.ground, asked.profile),
        whole: lines.whole(),
        members: lines.members(),
        tables: plan.by.iter().map(|by| lines.table(*by)).collect(),
        outside: lines.outside(),
        balance: balance(tx, &plan, &made, adults)?,
        sections: sections::sections(tx, &plan, (&made, &count), &figures)?,
        quality: quality(tx, &plan, (&made, &count), &figures)?,
        freshness: freshness(tx, &plan)?,
        trend: points(tx, &made, then)?,
        notes: notes::notes(&plan, &made.ground, &count),
    };
    let makeup = lines.makeup(&report);
    Ok((report, makeup))
}

/// Gives every parameter its value: the requested one, or the organisation's default.
pub fn plan(tx: &mut Tx, asked: &ReachRequest) -> Result<ReachPlan> {
    let centres = reports::service::centres(tx, asked.centre.as_ref())?;
    let (now, today) = (tx.now(), tx.today());
    let (as_at, known_at) = (asked.as_at.unwrap_or(today), asked.known_at.unwrap_or(now));
    if as_at > today {
        return Err(Fault::invalid("/as_at", "This date is in the future. Use today or earlier."));
    }
    if known_at > now {
        return Err(Fault::invalid(
            "/known_at",
            "This moment is in the future. Use now or earlier.",
        ));
    }
    let settings: ReachSettings = settings::store::read_at(tx, known_at)?;
    let mut measure = settings.measure;
    measure.window_months = asked.window_months.unwrap_or(measure.window_months);
    measure.threshold = asked.threshold.unwrap_or(measure.threshold);
    if !(1..=60).contains(&measure.window_months) {
        return Err(Fault::invalid("/window_months", "Use 1 to 60 months."));
    }
    if !(1..=50).contains(&measure.threshold) {
        return Err(Fault::invalid("/threshold", "Use 1 to 50 days."));
    }
    Ok(ReachPlan {
        named: asked.centre.clone(),
        centres,
        as_at,
        known_at,
        measure,
        target_percent: settings.target_percent,
        deprived_decile: settings.deprived_decile,
        age_bands: asked.age_bands.unwrap_or(settings.age_bands),
        words: settings.words().map_err(Fault::internal)?,
        by: asked.by.clone().unwrap_or_else(|| DEFAULT_BY.to_vec()),
        trend: asked.trend,
        kinds: kinds_at(tx, known_at)?,
    })
}

fn settings(tx: &mut Tx, plan: &ReachPlan, ground: &Ground, profile: Profile) -> Settings {
    let names: Vec<&str> = ground.centres.iter().map(|centre| centre.name.as_str()).collect();
    let table = ground.basis.as_ref().and_then(Basis::table);
    Settings {
        centre_id: plan.named.clone(),
        place: match plan.centres {
            None => "All centres".to_owned(),
            Some(_) => names.join(", "),
        },
        as_at: plan.as_at,
        known_at: plan.known_at,
        counted_at: tx.now(),
        window_from: plan.window_from(),
        window_months: plan.measure.window_months,
        threshold: plan.measure.threshold,
        target_percent: plan.target_percent,
        data_begins: ground.begins(),
        covered: plan.is_covered(ground.begins()),
        vintage: ground.vintage().map(|vintage| vintage.to_string()),
        index_year: ground.basis.as_ref().and_then(Basis::index_year),
        population: table.map(|table| format!("{}, {}", table.name, table.year)),
        words: plan.words.label.clone(),
        profile,
        kinds: plan.kinds_in_words(),
    }
}

/// The attendances that the balance covers.
fn stretch(plan: &ReachPlan) -> Stretch {
    Stretch {
        centres: plan.centres.clone(),
        from: plan.window_from(),
        to: plan.as_at,
        known_at: plan.known_at,
    }
}

fn balance(
    tx: &mut Tx,
    plan: &ReachPlan,
    made: &ReachMade,
    adults: Vec<Came>,
) -> Result<BalanceTable> {
    let counted = balance::service::of_records(tx, &stretch(plan), &made.records, adults)?;
    Ok(balance::table(&counted, &made.records.histories.groups, &plan.words))
}

fn quality(
    tx: &mut Tx,
    plan: &ReachPlan,
    (made, count): (&ReachMade, &Count),
    figures: &Figures,
) -> Result<Vec<Quality>> {
    let mut panel = quality::panel(plan, &made.ground, count, figures);
    let (held, complete) = store::registers_held(tx, plan)?;
    let open = held.saturating_sub(complete);
    panel.push(quality::registers(figures.share(open, Some(held))));
    Ok(panel)
}

fn freshness(tx: &mut Tx, plan: &ReachPlan) -> Result<Vec<Freshness>> {
    let feeds = store::feeds(tx, plan.known_at)?;
    let fresh = |(source, at): (String, Option<_>)| Freshness { source, last_on: at.map(day_of) };
    Ok(feeds.into_iter().map(fresh).collect())
}

/// A period of the trend: its own plan, on the ground of its day.
struct Then {
    label: String,
    plan: ReachPlan,
    ground: Ground,
    areas: Vec<ReachAreaId>,
}

fn earlier(tx: &mut Tx, plan: &ReachPlan) -> Result<Vec<Then>> {
    let Some(every) = plan.trend else { return Ok(Vec::new()) };
    let terms: Vec<Term> = terms::store::terms(tx, plan.named.as_ref())?
        .into_iter()
        .map(|row| Term { name: row.name, first_day: row.first_day, last_day: row.last_day })
        .collect();
    let mut periods = Vec::new();
    for (as_at, label) in trend::periods(every, plan.as_at, &terms) {
        let plan = ReachPlan { as_at, by: Vec::new(), trend: None, ..plan.clone() };
        let (ground, areas) = ground::lay(tx, &plan)?;
        periods.push(Then { label, plan, ground, areas });
    }
    Ok(periods)
}

/// The whole line for each period, counted from the same records as the report.
fn points(tx: &mut Tx, made: &ReachMade, periods: Vec<Then>) -> Result<Vec<TrendPoint>> {
    let mut points = Vec::new();
    for Then { label, plan, ground, .. } in periods {
        let line = match ground.vintage() == made.ground.vintage() {
            true => {
                let count = count(&made.records, &plan, &ground);
                TableLines { plan: &plan, ground: &ground, ..made.lines(&plan, &count) }.whole()
            }
            // Its LSOAs have another vintage, and so have those of the children in it.
            false => {
                let made = ReachMade::of(tx, &plan)?;
                made.lines(&plan, &made.count(&plan)).whole()
            }
        };
        points.push(TrendPoint { as_at: plan.as_at, label, line });
    }
    Ok(points)
}

//! The reach report, counted: for the centres that are theirs who ask, as at a day and as known at
//! a moment. What is left of it for its recipient is decided elsewhere.

use super::asked::Asked;
use super::cells::Figures;
use super::count_service::{self, Count};
use super::ground::Ground;
use super::groups::Groups;
use super::plan::{DEFAULT_BY, Plan};
use super::report::{By, Freshness, Profile, Quality, ReachReport, Settings, TrendPoint};
use super::tables::Lines;
use super::{count_store, ground_service, notes, quality, quality_store, trend};
use crate::areas::basis::Basis;
use crate::calendar::Term;
use crate::contacts::store::kinds;
use crate::db::Tx;
use crate::families::service::today;
use crate::families::store::groups;
use crate::fault::Fault;
use crate::id::ActivityId;
use crate::reach::known::day_of;
use crate::reach::settings_store;
use crate::reports::balance_store::Stretch;
use crate::reports::{balance_service, scope_service};
use crate::sessions::terms;
use std::collections::HashMap;

/// The exact report, whoever it is for.
pub fn report(tx: &mut Tx, asked: &Asked) -> Result<ReachReport, Fault> {
    let plan = plan(tx, asked)?;
    let made = Made::of(tx, &plan)?;
    let lines = made.lines(&plan);
    let figures = Figures { words: &plan.words, target_percent: plan.target_percent };
    Ok(ReachReport {
        settings: settings(tx, &plan, &made.ground, asked.profile),
        whole: lines.whole(),
        tables: plan.by.iter().map(|by| lines.table(*by)).collect(),
        outside: lines.outside(),
        balance: balance_service::whole(tx, &stretch(&plan), &plan.words)?,
        quality: quality(tx, &plan, &made, &figures)?,
        freshness: freshness(tx, &plan)?,
        trend: points(tx, &plan)?,
        notes: notes::notes(&plan, &made.ground, &made.count),
    })
}

/// What a report was made of.
pub struct Made {
    pub ground: Ground,
    pub groups: Groups,
    pub count: Count,
    titles: HashMap<ActivityId, String>,
}

impl Made {
    pub fn of(tx: &mut Tx, plan: &Plan) -> Result<Made, Fault> {
        let (ground, areas) = ground_service::lay(tx, plan)?;
        let groups = Groups::new(groups(tx)?, plan.deprived_decile);
        let count = count_service::count(tx, plan, (&ground, &areas), &groups)?;
        let titles = match count.activities.is_empty() {
            true => HashMap::new(),
            false => count_store::titles(tx)?.into_iter().collect(),
        };
        Ok(Made { ground, groups, count, titles })
    }

    pub fn lines<'a>(&'a self, plan: &'a Plan) -> Lines<'a> {
        Lines {
            plan,
            ground: &self.ground,
            groups: &self.groups,
            count: &self.count,
            titles: &self.titles,
        }
    }
}

/// Every parameter gets its value: what was asked for, or the organisation's own.
pub fn plan(tx: &mut Tx, asked: &Asked) -> Result<Plan, Fault> {
    let centres = scope_service::centres(tx, asked.centre.as_ref())?;
    let (now, today) = (tx.now(), today(tx));
    let (as_at, known_at) = (asked.as_at.unwrap_or(today), asked.known_at.unwrap_or(now));
    if as_at > today {
        return Err(Fault::invalid("/as_at", "Nobody knows yet: use today or a day before."));
    }
    if known_at > now {
        return Err(Fault::invalid("/known_at", "Nobody knows yet: use now or a moment before."));
    }
    let settings = settings_store::read(tx)?;
    let mut measure = settings.measure;
    measure.window_months = asked.window_months.unwrap_or(measure.window_months);
    measure.threshold = asked.threshold.unwrap_or(measure.threshold);
    if !(1..=60).contains(&measure.window_months) {
        return Err(Fault::invalid("/window_months", "Use 1 to 60 months."));
    }
    if !(1..=50).contains(&measure.threshold) {
        return Err(Fault::invalid("/threshold", "Use 1 to 50 days."));
    }
    Ok(Plan {
        named: asked.centre.clone(),
        centres,
        as_at,
        known_at,
        measure,
        strict: settings.strict,
        target_percent: settings.target_percent,
        deprived_decile: settings.deprived_decile,
        age_bands: asked.age_bands.unwrap_or(settings.age_bands),
        words: settings.words().map_err(Fault::internal)?,
        by: asked.by.clone().unwrap_or_else(|| DEFAULT_BY.to_vec()),
        trend: asked.trend,
        kinds: kinds(tx)?,
    })
}

fn settings(tx: &mut Tx, plan: &Plan, ground: &Ground, profile: Profile) -> Settings {
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

/// The attendances that the balance is of.
fn stretch(plan: &Plan) -> Stretch {
    Stretch {
        centres: plan.centres.clone(),
        from: plan.window_from(),
        to: plan.as_at,
        known_at: plan.known_at,
    }
}

fn quality(
    tx: &mut Tx,
    plan: &Plan,
    made: &Made,
    figures: &Figures,
) -> Result<Vec<Quality>, Fault> {
    let mut panel = quality::panel(plan, &made.ground, &made.count, figures);
    let (held, complete) = quality_store::registers(tx, plan)?;
    let open = held.saturating_sub(complete);
    panel.push(quality::registers(figures.share(open, Some(held))));
    Ok(panel)
}

fn freshness(tx: &mut Tx, plan: &Plan) -> Result<Vec<Freshness>, Fault> {
    let feeds = quality_store::feeds(tx, plan.known_at)?;
    let fresh = |(source, at): (String, Option<_>)| Freshness { source, last_on: at.map(day_of) };
    Ok(feeds.into_iter().map(fresh).collect())
}

/// The whole line period by period, each counted by itself.
fn points(tx: &mut Tx, plan: &Plan) -> Result<Vec<TrendPoint>, Fault> {
    let Some(every) = plan.trend else { return Ok(Vec::new()) };
    let terms: Vec<Term> = terms::store::terms(tx, plan.named.as_ref())?
        .into_iter()
        .map(|row| Term { name: row.name, first_day: row.first_day, last_day: row.last_day })
        .collect();
    let mut points = Vec::new();
    for (as_at, label) in trend::periods(every, plan.as_at, &terms) {
        let by: Vec<By> = Vec::new();
        let then = Plan { as_at, by, trend: None, ..plan.clone() };
        let line = Made::of(tx, &then)?.lines(&then).whole();
        points.push(TrendPoint { as_at, label, line });
    }
    Ok(points)
}

//! Fills the sections of the pack besides reach, from data already read for the report and a few
//! more rows; for the report's centres, as known at its moment.

use super::made::ReachMade;
use crate::access::{Act, Scope};
use crate::areas::LsoaCode;
use crate::attendance::settings::AttendanceSettings;
use crate::base::calendar::at_local;
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::partners::agreements::{self, AgreementPurpose};
use crate::reach::facts::is_held;
use crate::reach::version::Stood;
use crate::reports::reach::cells::Figures;
use crate::reports::reach::count::Count;
use crate::reports::reach::ground::Spot;
use crate::reports::reach::plan::ReachPlan;
use crate::reports::reach::report::Section;
use crate::reports::reach::sections::{self, Brought, Supports};
use crate::reports::reach::store;
use crate::reports::workless::WORKLESS;
use crate::reports::{partners, registers, workless};
use crate::settings;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;
use std::collections::BTreeSet;

pub(crate) fn sections(
    tx: &mut Tx,
    plan: &ReachPlan,
    (made, count): (&ReachMade, &Count),
    figures: &Figures,
) -> Result<Vec<Section>> {
    let lines = made.lines(plan, count);
    let mut all = vec![
        sections::two_year_olds(lines.inside(), figures),
        workless_baseline(tx, plan, (made, count), figures)?,
        sections::supports(&supports(tx, plan)?, figures),
    ];
    // Partners' figures cover the whole organisation.
    if tx.actor().may(Act::SeePartnerReports, &Scope::organisation()) {
        all.push(sections::partners(&brought(tx, plan)?, figures));
    }
    all.push(in_time(tx, plan, figures)?);
    Ok(all)
}

fn workless_baseline(
    tx: &mut Tx,
    plan: &ReachPlan,
    (made, count): (&ReachMade, &Count),
    figures: &Figures,
) -> Result<Section> {
    let code = |at: usize| made.ground.lsoas.get(at).map(|figure| figure.code.clone());
    let area: BTreeSet<LsoaCode> =
        made.ground.lsoas.iter().map(|figure| figure.code.clone()).collect();
    let mut children = Vec::new();
    for one in &count.children {
        let latest = one.child.latest;
        let is_workless = is_held(&latest.target_groups, WORKLESS, plan.as_at);
        let is_gone = latest.left_on.is_some() && latest.stood(plan.as_at) == Stood::Not;
        if let (Spot::Lsoa(at), true, false) = (one.spot, is_workless, is_gone)
            && let (Some(lsoa), Some(family)) = (code(at), one.child.lived.family.clone())
        {
            children.push(workless::WorklessChild { family, lsoa, days: one.met.days });
        }
    }
    let (month, baseline) = workless::service::baseline(tx, &area, (plan.as_at, plan.known_at))?;
    let (_, whole) = workless::count(&children, &baseline, &area, plan.measure.threshold);
    let covered = plan.is_covered(made.ground.begins());
    Ok(sections::workless(&whole, month, (figures, covered)))
}

fn supports(tx: &mut Tx, plan: &ReachPlan) -> Result<Supports> {
    Ok(Supports {
        settings: store::settings_known(tx, plan.known_at)?,
        given: store::supports_given(tx, plan)?,
    })
}

fn brought(tx: &mut Tx, plan: &ReachPlan) -> Result<Vec<Brought>> {
    let days = (plan.window_from(), plan.as_at);
    let until = starts(days.1 + Days::new(1)).min(plan.known_at);
    let families = store::brought(tx, starts(days.0), until)?;
    let mut all = Vec::new();
    for partner in partners::store::partners(tx, None)? {
        let mut agreements = agreements::store::of_partner(tx, &partner.id)?;
        agreements.retain(|one| one.purpose == AgreementPurpose::Membership);
        let in_force = |on: NaiveDate| {
            let then = agreements.iter().find(|one| one.first_day <= on && on <= one.last_day);
            then.and_then(|one| one.cards_a_month)
        };
        let families = families.get(&partner.id).copied().unwrap_or_default();
        let agreed = sections::agreed(days, in_force);
        if families > 0 || agreed.is_some() {
            all.push(Brought { partner: partner.id, name: partner.name, families, agreed });
        }
    }
    Ok(all)
}

fn in_time(tx: &mut Tx, plan: &ReachPlan, figures: &Figures) -> Result<Section> {
    let settings: AttendanceSettings = settings::store::read_at(tx, plan.known_at)?;
    let days = settings.incomplete_days;
    let until = starts(plan.as_at + Days::new(1)).min(plan.known_at);
    let from = starts(plan.window_from());
    let mut held = registers::store::held(tx, plan.centres.as_deref(), from, until)?;
    for one in &mut held {
        one.completed_at = one.completed_at.filter(|at| *at <= plan.known_at);
    }
    let done = registers::tally(&held, i64::from(days)).total;
    Ok(sections::registers(&done, days, figures))
}

fn starts(day: NaiveDate) -> Moment {
    at_local(day, NaiveTime::MIN, London).into()
}

//! The report counts what the naive one counts, to the child, over random histories; its balance and
//! its trend are those that are counted alone; and all is the same on both databases.

use std::collections::BTreeMap;
use std::env;

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use firstplace::access::Actor;
use firstplace::areas::Vintage;
use firstplace::base::fault::Fault;
use firstplace::base::id::CentreId;
use firstplace::base::moment::Moment;
use firstplace::db::Tx;
use firstplace::db::schema::{reach_area_lsoas, reach_areas};
use firstplace::reach::version::AsAt;
use firstplace::reports::balance::service::BalanceOf;
use firstplace::reports::balance::{self, BalanceReport};
use firstplace::reports::reach::asked::{ReachRequest, TrendPeriod};
use firstplace::reports::reach::report::{BalanceTable, Line, ReachBy, ReachReport};
use firstplace::reports::reach::service;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use super::naive::{Counts, Everything, Question};
use super::stage::{CENTRES, Draw, ground, is_made_up, write};
use crate::support::app::{Backend, TestApp, at};

const CHILDREN: &str = "FIRSTPLACE_REACH_CHILDREN";

fn asked(question: &Question) -> ReachRequest {
    ReachRequest {
        centre: question.centre.map(CentreId::from),
        as_at: Some(question.as_at),
        known_at: Some(question.known_at),
        window_months: Some(question.months),
        threshold: Some(question.threshold),
        by: Some(ReachBy::ALL.to_vec()),
        ..ReachRequest::default()
    }
}

fn report(app: &TestApp, asked: &ReachRequest) -> ReachReport {
    app.store.read(Actor::service(), |tx| service::report(tx, asked)).expect("a report")
}

/// The counts of a line; those of sustained contact only where they are claimed.
fn counts(line: &Line) -> Counts {
    let cells = [
        ("members", &line.members),
        ("listed", &line.listed),
        ("seen_here", &line.seen_here),
        ("seen", &line.seen),
        ("seen_new", &line.seen_new),
        ("sustained_direct", &line.sustained_direct),
        ("sustained_universal", &line.sustained_universal),
        ("not_yet_evidenced", &line.not_yet_evidenced),
        ("sustained", &line.sustained),
    ];
    let counted = cells.into_iter().filter_map(|(name, cell)| Some((name, cell.n?)));
    counted.filter(|(_, n)| *n > 0).collect()
}

fn lines(report: &ReachReport) -> BTreeMap<String, (Line, Counts)> {
    let mut all = BTreeMap::new();
    let mut put = |table: &str, line: &Line| {
        all.insert(format!("{table}.{}", line.key), (line.clone(), counts(line)));
    };
    put("whole", &report.whole);
    put("members", &report.members);
    report.outside.iter().for_each(|line| put("outside", line));
    for table in &report.tables {
        table.lines.iter().for_each(|line| put(table.by.as_str(), line));
    }
    all
}

/// What differs between the two, line by line.
fn differences(naive: &Everything, report: &ReachReport) -> Vec<String> {
    let ours = lines(report);
    let mut found = Vec::new();
    for (key, mut expected) in naive.lines() {
        let (line, counted) = ours.get(&key).unwrap_or_else(|| panic!("no line {key}"));
        if line.sustained_direct.n.is_none() {
            expected.retain(|name, _| !name.starts_with("sustained") && !name.starts_with("not_"));
        }
        if key.starts_with("outside") {
            let shown = ["members", "listed", "seen", "seen_here"];
            expected.retain(|name, _| shown.contains(name));
        }
        if *counted != expected {
            found.push(format!("{key}: {counted:?}, naively {expected:?}"));
        }
    }
    found
}

/// What the report counts in passing is what is counted when nothing else is: its balance, and each
/// period of its trend.
fn differs_alone(app: &TestApp, question: &Question) -> Option<String> {
    let asked =
        ReachRequest { trend: Some(TrendPeriod::Quarter), by: Some(Vec::new()), ..asked(question) };
    let whole = report(app, &asked);
    let of = BalanceOf {
        centre_id: asked.centre.clone(),
        from: Some(whole.settings.window_from),
        to: asked.as_at,
        known_at: asked.known_at,
        by: None,
    };
    let balance = app.store.read(Actor::service(), |tx| balance::service::report(tx, &of));
    let BalanceReport { whole: all, without_area, groups, .. } = balance.expect("a balance");
    let balance = BalanceTable { whole: all, without_area, groups };
    if whole.balance != balance {
        return Some(format!("{:?}, alone {balance:?}", whole.balance));
    }
    whole.trend.iter().find_map(|point| {
        let then = ReachRequest { as_at: Some(point.as_at), trend: None, ..asked.clone() };
        let alone = report(app, &then).whole;
        (point.line != alone).then(|| format!("{}: {:?}, alone {alone:?}", point.as_at, point.line))
    })
}

fn question(days_back: u64, known_days: u64, months: u32, threshold: usize) -> Question {
    let today: NaiveDate = "2026-11-16".parse().expect("a day");
    let as_at = today - Days::new(days_back);
    let next = as_at.succ_opt().expect("a day after");
    let summer = next >= "2026-03-30".parse().expect("a day")
        && next <= "2026-10-25".parse().expect("a day");
    // The families' midnight, an hour before the world's in summer.
    let midnight = match summer {
        true => format!("{as_at}T23:00:00Z"),
        false => format!("{next}T00:00:00Z"),
    };
    let known_at = at("2026-11-16T09:00:00Z") - chrono::TimeDelta::days(known_days as i64);
    Question { centre: None, as_at, midnight: at(&midnight), known_at, months, threshold }
}

fn the_report_counts_what_the_naive_one_counts(backend: Backend) {
    let children: usize =
        env::var(CHILDREN).ok().map_or(60, |text| text.parse().expect("how many children"));
    let app = TestApp::on(backend);
    ground(&app);
    let config = Config { cases: 5, failure_persistence: None, ..Config::default() };
    let days = (any::<u64>(), 0..200_u64, 0..200_u64, 1..25_u32, 1..5_usize);
    let run = TestRunner::new(config).run(&days, |(seed, back, known, months, threshold)| {
        let today = "2026-11-16".parse().expect("a day");
        write(&app, move |tx| Draw::new(seed, today).fill(tx, children));
        for centre in [None, Some(CENTRES[0]), Some(CENTRES[1])] {
            let question = Question { centre, ..question(back, known, months, threshold) };
            prop_assert_eq!(
                AsAt::new(question.as_at, question.known_at).covers(question.midnight),
                false
            );
            let naive = app.store.read(Actor::service(), |tx| Everything::load(tx, question));
            let report = report(&app, &asked(&question));
            let found = differences(&naive.expect("everything"), &report);
            prop_assert!(found.is_empty(), "{:?}\n{}", question, found.join("\n"));
            prop_assert_eq!(differs_alone(&app, &question), None, "{:?}", question);
        }
        Ok(())
    });
    if let Err(found) = run {
        panic!("{found}");
    }
    is_made_up(&app);
}

#[test]
fn sqlite() {
    the_report_counts_what_the_naive_one_counts(Backend::Sqlite);
}

#[test]
fn postgres() {
    the_report_counts_what_the_naive_one_counts(Backend::Postgres);
}

#[test]
fn both_databases_give_the_same_report_to_the_digit() {
    let text = |backend| {
        let app = TestApp::on(backend);
        ground(&app);
        let today = "2026-11-16".parse().expect("a day");
        write(&app, move |tx| Draw::new(7, today).fill(tx, 80));
        is_made_up(&app);
        let asked = asked(&question(0, 0, 12, 3));
        serde_json::to_string_pretty(&report(&app, &asked)).expect("JSON")
    };
    assert_eq!(text(Backend::Sqlite), text(Backend::Postgres));
}

/// A centre's area drawn anew.
fn redraw(tx: &mut Tx, centre: &str, since: Moment, of: &[&str]) -> Result<(), Fault> {
    let (id, vintage) = (format!("again-{centre}"), Vintage::Of2021);
    diesel::update(reach_areas::table.filter(reach_areas::centre_id.eq(centre)))
        .set(reach_areas::until_at.eq(since))
        .execute(tx.conn())?;
    diesel::insert_into(reach_areas::table)
        .values((
            reach_areas::id.eq(&id),
            reach_areas::centre_id.eq(centre),
            reach_areas::vintage.eq(vintage),
            reach_areas::since_at.eq(since),
        ))
        .execute(tx.conn())?;
    for lsoa in of {
        diesel::insert_into(reach_area_lsoas::table)
            .values((
                reach_area_lsoas::area_id.eq(&id),
                reach_area_lsoas::vintage.eq(vintage),
                reach_area_lsoas::lsoa.eq(*lsoa),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// Where a centre's area was drawn anew, an earlier period is of the area of its day.
#[test]
fn a_trend_goes_by_the_areas_of_its_days() {
    for backend in [Backend::Sqlite, Backend::Postgres] {
        let app = TestApp::on(backend);
        ground(&app);
        let today = "2026-11-16".parse().expect("a day");
        write(&app, move |tx| {
            Draw::new(5, today).fill(tx, 120)?;
            redraw(tx, CENTRES[0], at("2026-08-03T09:00:00Z"), &["E01000003", "E01000005"])
        });
        is_made_up(&app);
        let question = Question { centre: Some(CENTRES[0]), ..question(0, 0, 12, 2) };
        assert_eq!(differs_alone(&app, &question), None);
        let trend = ReachRequest { trend: Some(TrendPeriod::Quarter), ..asked(&question) };
        let residents: Vec<Option<u64>> =
            report(&app, &trend).trend.iter().map(|point| point.line.resident.n).collect();
        assert_eq!(residents[6..], [Some(70), Some(45), Some(45)], "the control");
    }
}

/// The control: a report as known at another moment differs, so the comparison would tell.
#[test]
fn the_comparison_with_the_naive_report_sees_another_moment() {
    let app = TestApp::on(Backend::Sqlite);
    ground(&app);
    let today = "2026-11-16".parse().expect("a day");
    write(&app, move |tx| Draw::new(11, today).fill(tx, 80));
    is_made_up(&app);
    let question = question(60, 60, 12, 1);
    let naive = app.store.read(Actor::service(), |tx| Everything::load(tx, question));
    let now = ReachRequest { known_at: None, ..asked(&question) };
    let found = differences(&naive.expect("everything"), &report(&app, &now));
    assert!(!found.is_empty());
}

//! A sample report with consistent figures.

use super::cells::only;
use super::makeup::{Division, Makeup, counts};
use super::report::*;
use crate::base::moment::Moment;
use crate::reach::balance::{Balance, Claim};
use crate::reach::proportion::{OFSTED, OFSTED_LABEL, Words};
use crate::reports::balance::share;
use chrono::NaiveDate;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

pub(crate) fn cell(n: u64, of: u64) -> Cell {
    let words = Words::new(OFSTED_LABEL, OFSTED, Some("half")).expect("words");
    share(n, of, &words)
}

/// The parts of a line; the lines of a table add up part by part.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Parts {
    pub resident: u64,
    pub listed: u64,
    pub carded: u64,
    /// Seen on enough days; some of them also through universal services.
    pub direct: u64,
    pub both: u64,
    /// Seen on too few days.
    pub seldom: u64,
    pub universal_only: u64,
    pub new: u64,
    pub unevidenced: u64,
}

impl Parts {
    pub(crate) fn line(self, key: &str, label: &str) -> Line {
        let of = self.resident;
        let seen = self.direct + self.seldom;
        let universal = self.universal_only + self.both;
        let sustained = self.direct + self.universal_only;
        let gap = (of * 65).div_ceil(100).saturating_sub(sustained);
        Line {
            key: key.to_owned(),
            label: label.to_owned(),
            resident: only(of),
            members: cell(self.carded, of),
            listed: cell(self.listed, of),
            seen_here: cell(seen, of),
            seen: cell(seen, of),
            seen_new: cell(self.new, seen),
            sustained_direct: cell(self.direct, of),
            sustained_universal: cell(universal, of),
            not_yet_evidenced: only(self.unevidenced),
            sustained: cell(sustained, of),
            gap: only(gap),
        }
    }
}

/// The sum of all lines of a table.
pub(crate) fn total(parts: &[Parts]) -> Parts {
    let sum = |of: fn(&Parts) -> u64| parts.iter().map(of).sum();
    Parts {
        resident: sum(|part| part.resident),
        listed: sum(|part| part.listed),
        carded: sum(|part| part.carded),
        direct: sum(|part| part.direct),
        both: sum(|part| part.both),
        seldom: sum(|part| part.seldom),
        universal_only: sum(|part| part.universal_only),
        new: sum(|part| part.new),
        unevidenced: sum(|part| part.unevidenced),
    }
}

/// For places without a deprived area.
pub(crate) fn balance(counts: Balance) -> BalanceTable {
    let without_area = BalanceLine { key: "without_area".to_owned(), ..balance_line(counts) };
    BalanceTable { whole: balance_line(counts), without_area, groups: Vec::new() }
}

fn balance_line(counts: Balance) -> BalanceLine {
    let Balance { target, not_target, unknown } = counts;
    let all = counts.all();
    BalanceLine {
        key: String::new(),
        label: "All sessions".to_owned(),
        target: cell(target, all),
        not_target: cell(not_target, all),
        unknown: cell(unknown, all),
        percent_of_known: cell(target, counts.known()),
        percent_of_all: cell(target, all),
        claim: counts.claim(),
    }
}

pub(crate) fn report(profile: Profile, whole: Line, tables: Vec<Table>) -> ReachReport {
    let moment = Moment::parse("2026-11-22T14:00:00Z").expect("a moment");
    ReachReport {
        settings: Settings {
            centre_id: None,
            place: "Trafford Family Hubs".to_owned(),
            as_at: day("2026-09-30"),
            known_at: moment,
            counted_at: moment,
            window_from: day("2025-10-01"),
            window_months: 12,
            threshold: 3,
            target_percent: 65,
            data_begins: Some(day("2025-04-01")),
            covered: true,
            vintage: Some("2021".to_owned()),
            index_year: Some(2025),
            population: Some("ONS mid-year estimates, 2024".to_owned()),
            words: OFSTED_LABEL.to_owned(),
            profile,
            kinds: vec!["attendance: direct".to_owned(), "health review: health".to_owned()],
        },
        whole,
        members: Line::default(),
        tables,
        outside: Vec::new(),
        balance: balance(Balance { target: 640, not_target: 400, unknown: 210 }),
        sections: Vec::new(),
        quality: Vec::new(),
        freshness: Vec::new(),
        trend: Vec::new(),
        notes: Vec::new(),
    }
}

/// The makeup of a report with these tables: its areas, with each decile a run of them; its age
/// bands; and each group against the rest.
pub(crate) fn makeup(report: &ReachReport) -> Makeup {
    let table = |by: ReachBy| report.tables.iter().find(|table| table.by == by);
    let parts = |table: &Table| table.lines.iter().map(counts).collect::<Vec<_>>();
    let mut divisions = Vec::new();
    for (number, line) in
        table(ReachBy::TargetGroup).iter().flat_map(|of| of.lines.iter().enumerate())
    {
        divisions.push(Division::apart(report, (ReachBy::TargetGroup, number), line));
    }
    if let Some(bands) = table(ReachBy::AgeBand) {
        let mut by_age = Division::new(parts(bands), report.whole.printed());
        by_age.table(bands, |number, _| Some(vec![number]));
        divisions.push(by_age);
    }
    let areas = table(ReachBy::Area).map_or_else(|| vec![counts(&report.whole)], parts);
    let mut by_place = Division::new(areas.clone(), report.whole.printed());
    if let Some(deciles) = table(ReachBy::Decile) {
        let of_each = areas.len() / deciles.lines.len();
        by_place
            .table(deciles, |number, _| Some((number * of_each..(number + 1) * of_each).collect()));
    }
    table(ReachBy::Area).iter().for_each(|of| by_place.table(of, |number, _| Some(vec![number])));
    divisions.push(by_place);
    Makeup { divisions }
}

/// A report with everything, the size of a borough.
pub(crate) fn borough(profile: Profile) -> ReachReport {
    let parts = |number: u64| Parts {
        resident: 40 + number * 37 % 90,
        listed: number * 7 % 9,
        carded: 20 + number * 29 % 40,
        direct: number * 23 % 14,
        both: number * 23 % 14 / 3,
        seldom: number * 11 % 17,
        universal_only: number * 5 % 11,
        new: number * 11 % 17 / 2,
        unevidenced: number * 5 % 11 / 2,
    };
    let table = |by: ReachBy, overlaps: bool, keys: &[&str], given: &[Parts]| Table {
        by,
        overlaps,
        lines: given.iter().zip(keys).map(|(parts, key)| parts.line(key, key)).collect(),
    };
    let areas: Vec<Parts> = (1..=40).map(parts).collect();
    let names: Vec<String> = (1..=40).map(|number| format!("Trafford {number:03}A")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let deciles: Vec<Parts> = areas.chunks(4).map(total).collect();
    let ages: Vec<Parts> = areas.chunks(10).map(total).collect();
    let groups = [areas[3], areas[7], areas[11]];
    let digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
    let bands = ["0-11 months", "12-23 months", "24-35 months", "36-59 months"];
    let group_names = ["lone_parent", "send_child", "cp_plan"];
    let tables = vec![
        table(ReachBy::Area, false, &names, &areas),
        table(ReachBy::Decile, false, &digits, &deciles),
        table(ReachBy::AgeBand, false, &bands, &ages),
        table(ReachBy::TargetGroup, true, &group_names, &groups),
    ];
    let whole = total(&areas);
    let mut report = report(profile, whole.line("", "All children of the area"), tables);
    report.members = Line {
        label: "Members".to_owned(),
        seen: only(whole.direct + whole.seldom - 20),
        sustained_direct: only(whole.direct - 10),
        ..Line::default()
    };
    report.balance.groups =
        vec![FigureRow { key: "eal".to_owned(), label: "EAL".to_owned(), cell: cell(90, 1_250) }];
    report.sections = ["two_year_olds", "registers"]
        .map(|key| Section {
            key: key.to_owned(),
            heading: key.to_owned(),
            rows: vec![FigureRow { key: "n".to_owned(), label: "N".to_owned(), cell: cell(2, 40) }],
            notes: vec!["A note.".to_owned()],
        })
        .to_vec();
    let months =
        ["April 2026", "May 2026", "June 2026", "July 2026", "August 2026", "September 2026"];
    report.trend = months
        .iter()
        .zip(4..)
        .map(|(label, month)| TrendPoint {
            as_at: day(&format!("2026-{month:02}-28")),
            label: (*label).to_owned(),
            line: Parts { direct: whole.direct - 200 + 30 * month, ..whole }.line("", label),
        })
        .collect();
    let known = |key: &str, label: &str, members: u64, seen: u64| Line {
        key: key.to_owned(),
        label: label.to_owned(),
        members: only(members),
        seen: only(seen),
        ..Line::default()
    };
    report.outside = vec![
        known("out_of_area", "Out of the area", 61, 44),
        known("unknown", "Not known", 12, 9),
        known("no_fixed_address", "No fixed address", 3, 2),
        known("restricted", "Kept secret", 4, 4),
    ];
    report.quality = vec![
        Quality {
            code: "no_postcode".to_owned(),
            label: "Members without a postcode".to_owned(),
            cell: cell(12, 1_700),
        },
        Quality {
            code: "registers_incomplete".to_owned(),
            label: "Registers not completed".to_owned(),
            cell: cell(7, 420),
        },
    ];
    report.freshness = vec![
        Freshness { source: "Health visitors".to_owned(), last_on: Some(day("2026-09-12")) },
        Freshness { source: "School places".to_owned(), last_on: None },
    ];
    report.notes = vec!["Four children have no birth date and are in no figure.".to_owned()];
    debug_assert!(report.balance.whole.claim == Claim::Majority);
    report
}

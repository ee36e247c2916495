//! What of a report leaves the house, by who gets it. Exact is everything. A partner under an
//! agreement gets no group of a special category and no small count, split as it asked. The public
//! gets one report for all, of the whole organisation, always split alike, as at the ends of
//! quarters and as known two weeks later: so that no two of them can be held against each other.

use super::measures::MEASURES;
use super::public::PUBLIC_BY;
use super::published::{balance_is_small, hidden, lines_mut};
use super::report::{
    BalanceLine, Cell, Line, Profile, ReachBy, ReachReport, Table, TrendPoint, WhyNot,
};
use crate::id::words;
use crate::reach::balance::Claim;
use crate::reach::disclosure::{Small, to_nearest_five};
use crate::reach::proportion::Share;
use std::collections::BTreeSet;

/// Derived of the deciles, and so a sum of them.
const DEPRIVED: &str = "deprived_area";

words! {
    /// Whether counts that are shown are rounded.
    Rounding {
        Not = "not",
        /// To the nearest five.
        ToFive = "5",
    }
}

/// How a report is made fit for who gets it.
#[derive(Clone, Debug)]
pub struct How {
    /// Codes of target groups that tell of health, origin, belief, or of danger to a child; and ids
    /// of activities of which nothing is told outside.
    pub sensitive: BTreeSet<String>,
    pub rounding: Rounding,
}

impl Default for How {
    fn default() -> How {
        How { sensitive: BTreeSet::new(), rounding: Rounding::Not }
    }
}

/// The exact report as its own profile shows it.
pub fn profiled(mut report: ReachReport, how: &How) -> ReachReport {
    match report.settings.profile {
        Profile::Exact => return report,
        Profile::Partner => for_partner(&mut report, how),
        Profile::Public => for_public(&mut report),
    }
    fold_restricted(&mut report.outside);
    drop_derived(&mut report.tables);
    suppress(&mut report, Small::default());
    if how.rounding == Rounding::ToFive {
        round(&mut report);
    }
    report
}

fn for_partner(report: &mut ReachReport, how: &How) {
    let of_these =
        |table: &&mut Table| matches!(table.by, ReachBy::TargetGroup | ReachBy::Activity);
    for table in report.tables.iter_mut().filter(of_these) {
        table.lines.retain(|line| !how.sensitive.contains(&line.key));
    }
    report.quality.retain(|quality| quality.code == "registers_incomplete");
    outside_the_house(report);
    report.notes = vec![
        "Counts of 1 to 4 are left out, and others that would give them away. Groups of a special \
         category and sensitive activities are left out."
            .to_owned(),
    ];
}

fn for_public(report: &mut ReachReport) {
    report.tables.retain(|table| PUBLIC_BY.contains(&table.by));
    report.trend.clear();
    report.quality.retain(|quality| quality.code == "registers_incomplete");
    report.freshness.clear();
    outside_the_house(report);
    report.notes = vec![
        "Counts of 1 to 4 are left out, and others that would give them away, so that nobody can be \
         recognised. It is made as at the end of a quarter, as known two weeks later."
            .to_owned(),
    ];
}

/// Which groups those are in who come, and what else the pack holds of children and households,
/// stays in the house; how centres do their work does not.
fn outside_the_house(report: &mut ReachReport) {
    report.balance.groups.clear();
    report.sections.retain(|section| matches!(section.key.as_str(), "supports" | "registers"));
}

/// That a place is kept secret is itself a secret: those children are where it is not known.
fn fold_restricted(outside: &mut Vec<Line>) {
    let Some(at) = outside.iter().position(|line| line.key == "restricted") else { return };
    let mut restricted = outside.remove(at);
    match outside.iter_mut().find(|line| line.key == "unknown") {
        Some(unknown) => {
            for measure in MEASURES {
                let (cell, more) = ((measure.of_mut)(unknown), (measure.of)(&restricted));
                cell.n = cell.n.max(more.n).map(|most| match (cell.n, more.n) {
                    (Some(one), Some(other)) => one + other,
                    _ => most,
                });
            }
        }
        None => {
            restricted.key = "unknown".to_owned();
            restricted.label = "Not known".to_owned();
            outside.push(restricted);
        }
    }
    outside.iter_mut().filter(|line| line.key == "unknown").for_each(bare);
}

/// Counts alone: what they were a share of no longer fits.
fn bare(line: &mut Line) {
    for measure in MEASURES {
        let cell = (measure.of_mut)(line);
        *cell = Cell { n: cell.n, ..Cell::default() };
    }
}

/// LSOAs add up to deciles, and deciles to the deprived area: one of them is enough.
fn drop_derived(tables: &mut Vec<Table>) {
    let has = |by: ReachBy, tables: &[Table]| tables.iter().any(|table| table.by == by);
    if has(ReachBy::Area, tables) {
        tables.retain(|table| table.by != ReachBy::Decile);
    }
    if has(ReachBy::Area, tables) || has(ReachBy::Decile, tables) {
        for table in tables.iter_mut().filter(|table| table.by == ReachBy::TargetGroup) {
            table.lines.retain(|line| line.key != DEPRIVED);
        }
    }
}

fn suppress(report: &mut ReachReport, small: Small) {
    suppress_lines(report, small);
    let balance = &mut report.balance;
    if balance_is_small(balance, small) {
        [&mut balance.whole, &mut balance.without_area].into_iter().for_each(hide_balance);
    }
    for quality in &mut report.quality {
        hide_small(&mut quality.cell, small);
    }
    let trend = std::mem::take(&mut report.trend);
    report.trend = trend.into_iter().map(|point| suppressed(report, point, small)).collect();
}

fn suppress_lines(report: &mut ReachReport, small: Small) {
    let hidden = hidden(report, small);
    for (number, line) in lines_mut(report).into_iter().enumerate() {
        let of_line =
            |measure: &str| hidden.iter().any(|(at, code)| *at == number && *code == measure);
        hide(line, of_line);
    }
}

/// A period by itself, as a report that has nothing else; the last is the whole once more.
fn suppressed(report: &ReachReport, point: TrendPoint, small: Small) -> TrendPoint {
    if point.as_at == report.settings.as_at {
        return TrendPoint { line: report.whole.clone(), ..point };
    }
    let (tables, outside) = (Vec::new(), Vec::new());
    let members = Line::default();
    let mut alone = ReachReport { whole: point.line, members, tables, outside, ..report.clone() };
    suppress_lines(&mut alone, small);
    TrendPoint { line: alone.whole, ..point }
}

fn hide(line: &mut Line, hidden: impl Fn(&str) -> bool) {
    let counts: Vec<Option<u64>> = MEASURES
        .iter()
        .filter(|measure| hidden(measure.code))
        .map(|measure| (measure.of)(line).n)
        .collect();
    for measure in MEASURES {
        let cell = (measure.of_mut)(line);
        let told = measure.code == "gap" && hidden("sustained");
        if hidden(measure.code) || told {
            *cell = left_out();
        } else if measure.code == "seen_new" && cell.of.is_some() && counts.contains(&cell.of) {
            // What it is a part of is left out, and so is any share of it.
            *cell = Cell { n: cell.n, why_not: Some(WhyNot::Suppressed), ..Cell::default() };
        }
    }
}

fn hide_small(cell: &mut Cell, small: Small) {
    let is_small = |count: u64| (1..=small.0).contains(&count);
    let rest = cell.of.zip(cell.n).map(|(of, n)| of.saturating_sub(n));
    if cell.n.is_some_and(is_small) || rest.is_some_and(is_small) {
        *cell = left_out();
    }
}

fn hide_balance(balance: &mut BalanceLine) {
    let cells = [
        &mut balance.target,
        &mut balance.not_target,
        &mut balance.unknown,
        &mut balance.percent_of_known,
        &mut balance.percent_of_all,
    ];
    cells.into_iter().for_each(|cell| *cell = left_out());
    balance.claim = Claim::NotApplicable;
}

fn left_out() -> Cell {
    Cell { why_not: Some(WhyNot::Suppressed), ..Cell::default() }
}

/// Counts that are shown, to the nearest five; shares are of what is shown, and have no words.
fn round(report: &mut ReachReport) {
    lines_mut(report).into_iter().for_each(round_line);
    report.trend.iter_mut().for_each(|point| round_line(&mut point.line));
    [&mut report.balance.whole, &mut report.balance.without_area]
        .into_iter()
        .for_each(round_balance);
    for row in report.sections.iter_mut().flat_map(|section| &mut section.rows) {
        let of = row.cell.of.map(to_nearest_five);
        rounded(&mut row.cell, of);
    }
}

fn round_balance(balance: &mut BalanceLine) {
    for cell in [&mut balance.target, &mut balance.not_target, &mut balance.unknown] {
        let of = cell.of.map(to_nearest_five);
        rounded(cell, of);
    }
    for cell in [&mut balance.percent_of_known, &mut balance.percent_of_all] {
        let of = cell.of.map(to_nearest_five);
        rounded(cell, of);
    }
}

fn round_line(line: &mut Line) {
    for measure in MEASURES.iter().filter(|measure| measure.code != "resident") {
        // The residents stay as they were published.
        let of_ours = measure.code == "seen_new";
        let cell = (measure.of_mut)(line);
        let of = if of_ours { cell.of.map(to_nearest_five) } else { cell.of };
        rounded(cell, of);
    }
}

fn rounded(cell: &mut Cell, of: Option<u64>) {
    let Some(n) = cell.n.map(to_nearest_five) else { return };
    let percent = match of.map(|of| Share::of(n, of)) {
        Some(Share::Of { permille, .. }) if cell.percent.is_some() => {
            Some(format!("{}.{}", permille / 10, permille % 10))
        }
        _ => None,
    };
    *cell = Cell { n: Some(n), of, percent, words: None, why_not: cell.why_not };
}

#[cfg(test)]
mod tests;

//! What each recipient gets of a report. Exact is everything. Partners under an agreement and the
//! public get one report each: for the whole organisation, always with the same splits, at the ends
//! of quarters and as known two weeks later, so that no two of them can be compared. Partners can
//! read both reports, so the counts of both are protected as one set.

#[cfg(test)]
mod tests;

use super::asked::Rounding;
use super::cells::why;
use super::fixed::PUBLIC_BY;
use super::makeup::Makeup;
use super::measures::MEASURES;
use super::published::{balance_is_small, left_out, lines_mut};
use super::report::{BalanceLine, Cell, Line, Profile, ReachBy, ReachReport, WhyNot};
use crate::reach::balance::Claim;
use crate::reach::disclosure::{Late, Small, Withheld, to_nearest_five};
use crate::reach::figure::{Figure, FigureSet};
use crate::reach::proportion::Share;
use std::collections::BTreeSet;

/// How to prepare a report for its recipient.
#[derive(Clone, Debug, Default)]
pub(crate) struct How {
    /// Codes of target groups that reveal health, origin, belief, or danger to a child. The public
    /// report has them for the whole organisation; a partner knows families and does not need them.
    pub sensitive: BTreeSet<String>,
    pub rounding: Rounding,
}

/// Turns the exact report into what its profile shows. Checks on the way whether the time for
/// protecting it is up.
pub(crate) fn profiled(
    mut report: ReachReport,
    makeup: &Makeup,
    how: &How,
    late: Late,
) -> ReachReport {
    if report.settings.profile == Profile::Exact {
        return report;
    }
    fold_restricted(&mut report.outside);
    let withheld = suppress(&mut report, makeup, late);
    match report.settings.profile {
        Profile::Exact => {}
        Profile::Partner => for_partner(&mut report, how),
        Profile::Public => for_public(&mut report),
    }
    outside_the_house(&mut report);
    withhold(&mut report, withheld);
    if how.rounding == Rounding::ToFive {
        round(&mut report);
    }
    report
}

fn for_partner(report: &mut ReachReport, how: &How) {
    for table in report.tables.iter_mut().filter(|table| table.by == ReachBy::TargetGroup) {
        table.lines.retain(|line| !how.sensitive.contains(&line.key));
    }
    report.notes = vec![
        "Counts of 1 to 4 are left out, and others that would reveal them, also to somebody who \
         has the public report of the same quarter. Groups of a special category are left out. The \
         report is for the end of a quarter, as known two weeks later."
            .to_owned(),
    ];
}

fn for_public(report: &mut ReachReport) {
    report.tables.retain(|table| PUBLIC_BY.contains(&table.by));
    report.freshness.clear();
    report.notes = vec![
        "Counts of 1 to 4 are left out, and others that would reveal them, so that nobody can be \
         recognised. The report is for the end of a quarter, as known two weeks later."
            .to_owned(),
    ];
}

/// Withholds what there was no time to protect, with a note.
fn withhold(report: &mut ReachReport, withheld: Withheld) {
    let before = report.tables.len();
    let withheld = match withheld {
        Withheld::Nothing => return,
        Withheld::Finest => {
            report.tables.retain(|table| table.by != ReachBy::Area);
            "The table by area is withheld"
        }
        Withheld::All => {
            report.tables.clear();
            "The tables and the whole are withheld"
        }
    };
    if report.tables.len() < before {
        report.notes.push(format!(
            "{withheld}: protecting the small counts in them took longer than the organisation's \
             time limit for it."
        ));
    }
}

/// Removes attendance by group and the pack's sections on children and households; sections on the
/// centres' work stay.
fn outside_the_house(report: &mut ReachReport) {
    report.trend.clear();
    report.quality.retain(|quality| quality.code == "registers_incomplete");
    report.balance.groups.clear();
    report.sections.retain(|section| matches!(section.key.as_str(), "supports" | "registers"));
}

/// That an address is secret is itself a secret: those children are added to "not known".
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

/// Leaves only counts: their shares no longer fit.
fn bare(line: &mut Line) {
    for measure in MEASURES {
        let cell = (measure.of_mut)(line);
        *cell = Cell { n: cell.n, ..Cell::default() };
    }
}

fn suppress(report: &mut ReachReport, makeup: &Makeup, late: Late) -> Withheld {
    let small = Small::default();
    let out = left_out(report, makeup, small, late);
    lines_mut(report).into_iter().zip(&out.hidden).for_each(|(line, hidden)| hide(line, *hidden));
    let balance = &mut report.balance;
    if balance_is_small(balance, small) {
        [&mut balance.whole, &mut balance.without_area].into_iter().for_each(hide_balance);
    }
    for quality in &mut report.quality {
        hide_small(&mut quality.cell, small);
    }
    out.withheld
}

/// Hides a figure and everything that would reveal it: the gap to the target, a share of it.
fn hide(line: &mut Line, hidden: FigureSet) {
    hidden.iter().for_each(|figure| *line.figure_mut(figure) = cell_left_out());
    if hidden.contains(Figure::Sustained) {
        line.gap = cell_left_out();
    }
    let new = &mut line.seen_new;
    if hidden.contains(Figure::Seen) && new.n.is_some() {
        *new = Cell { n: new.n, why_not: Some(WhyNot::Suppressed), ..Cell::default() };
    }
}

fn hide_small(cell: &mut Cell, small: Small) {
    let is_small = |count: u64| small.is_small(count);
    let rest = cell.of.zip(cell.n).map(|(of, n)| of.saturating_sub(n));
    if cell.n.is_some_and(is_small) || rest.is_some_and(is_small) {
        *cell = cell_left_out();
    }
}

fn hide_balance(balance: &mut BalanceLine) {
    balance.cells_mut().into_iter().for_each(|cell| *cell = cell_left_out());
    balance.claim = Claim::NotApplicable;
}

fn cell_left_out() -> Cell {
    why(WhyNot::Suppressed)
}

/// Rounds shown counts to the nearest five; shares are of the rounded counts and have no words.
fn round(report: &mut ReachReport) {
    lines_mut(report).into_iter().for_each(round_line);
    let balance = &mut report.balance;
    let balances = [&mut balance.whole, &mut balance.without_area];
    let rows = report.sections.iter_mut().flat_map(|section| &mut section.rows);
    let cells = balances.into_iter().flat_map(BalanceLine::cells_mut);
    for cell in cells.chain(rows.map(|row| &mut row.cell)) {
        let of = cell.of.map(to_nearest_five);
        rounded(cell, of);
    }
}

fn round_line(line: &mut Line) {
    for measure in MEASURES.iter().filter(|measure| measure.code != "resident") {
        // The residents stay as published.
        let of_ours = measure.figure() == Some(Figure::SeenNew);
        let cell = (measure.of_mut)(line);
        let of = if of_ours { cell.of.map(to_nearest_five) } else { cell.of };
        rounded(cell, of);
    }
}

fn rounded(cell: &mut Cell, of: Option<u64>) {
    let Some(n) = cell.n.map(to_nearest_five) else { return };
    let percent =
        of.filter(|_| cell.percent.is_some()).and_then(|of| Share::of(n, of).in_percent());
    *cell = Cell { n: Some(n), of, percent, words: None, why_not: cell.why_not };
}

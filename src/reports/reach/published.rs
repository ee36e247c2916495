//! The figures of a report that must be hidden. Partner and public reports are protected as one
//! set: first what everybody may read, then the areas, which only partners get, so that both
//! together reveal nothing more.

use super::makeup::Makeup;
use super::report::{BalanceLine, BalanceTable, Line, ReachBy, ReachReport};
use crate::reach::disclosure::{Late, Linked, Protected, Small, Withheld, protect};
use crate::reach::figure::{Figure, FigureSet};

/// What is hidden in each line, in the order of `lines`, and which tables are withheld.
pub(crate) struct LeftOut {
    pub hidden: Vec<FigureSet>,
    pub withheld: Withheld,
}

pub(crate) fn left_out(report: &ReachReport, makeup: &Makeup, small: Small, late: Late) -> LeftOut {
    let linked: Vec<Linked> =
        makeup.divisions.iter().map(|division| division.linked.clone()).collect();
    let protected = protect(&linked, small, late);
    let mut out = LeftOut {
        hidden: vec![FigureSet::NONE; lines(report).len()],
        withheld: protected.withheld,
    };
    out.take(report, makeup, &protected);
    if out.withheld == Withheld::All {
        out.withhold_all(report);
    }
    out.centres(report, small);
    out.outside(report, small);
    out.members(report, small);
    out
}

/// All lines in this order: the whole, the tables, outside, the members.
pub(crate) fn lines(report: &ReachReport) -> Vec<&Line> {
    let tables = report.tables.iter().flat_map(|table| &table.lines);
    let whole = [&report.whole].into_iter();
    whole.chain(tables).chain(&report.outside).chain([&report.members]).collect()
}

/// The same, mutable.
pub(crate) fn lines_mut(report: &mut ReachReport) -> Vec<&mut Line> {
    let tables = report.tables.iter_mut().flat_map(|table| &mut table.lines);
    let whole = [&mut report.whole].into_iter();
    whole.chain(tables).chain(&mut report.outside).chain([&mut report.members]).collect()
}

/// The index of a table's first line.
fn begins(report: &ReachReport, by: ReachBy) -> Option<usize> {
    let at = report.tables.iter().position(|table| table.by == by)?;
    let before = report.tables.iter().take(at).map(|table| table.lines.len());
    Some(1 + before.sum::<usize>())
}

impl LeftOut {
    fn take(&mut self, report: &ReachReport, makeup: &Makeup, protected: &Protected) {
        for (division, hidden) in makeup.divisions.iter().zip(&protected.hidden) {
            for (place, figures) in division.places.iter().zip(hidden) {
                let at = match place {
                    None => Some(0),
                    Some((by, number)) => begins(report, *by).map(|first| first + number),
                };
                if let Some(line) = at.and_then(|at| self.hidden.get_mut(at)) {
                    *line = line.and(*figures);
                }
            }
        }
    }

    /// Withholds the tables and the whole: what should be hidden in the whole is not known either.
    fn withhold_all(&mut self, report: &ReachReport) {
        let members = self.hidden.len() - 1;
        for line in [0, members] {
            let printed = lines(report).get(line).map(|line| line.printed());
            if let (Some(hidden), Some(printed)) = (self.hidden.get_mut(line), printed) {
                *hidden = printed;
            }
        }
    }

    fn hide(&mut self, line: usize, figure: Figure) {
        if let Some(hidden) = self.hidden.get_mut(line) {
            *hidden = hidden.with(figure);
        }
    }

    /// The shown value of a line's figure.
    fn shown(&self, report: &ReachReport, line: usize, figure: Figure) -> Option<u64> {
        let is_hidden = self.hidden.get(line).is_none_or(|hidden| hidden.contains(figure));
        let count = lines(report).get(line).and_then(|line| line.figure(figure).n);
        count.filter(|_| !is_hidden)
    }

    /// In a centre's line, "seen here" is part of "seen" and of nothing else; it limits how few can
    /// be seen.
    fn centres(&mut self, report: &ReachReport, small: Small) {
        let table = report.tables.iter().find(|table| table.by == ReachBy::Centre);
        let (Some(first), Some(table)) = (begins(report, ReachBy::Centre), table) else { return };
        (first..first + table.lines.len()).for_each(|line| self.here(report, line, small));
    }

    fn here(&mut self, report: &ReachReport, line: usize, small: Small) {
        let Some(here) = self.shown(report, line, Figure::SeenHere).filter(|here| *here > 0) else {
            return;
        };
        let seen = self.shown(report, line, Figure::Seen);
        if small.is_small(here) || seen.is_none_or(|seen| small.is_small(seen.saturating_sub(here)))
        {
            self.hide(line, Figure::SeenHere);
        }
    }

    /// Lines outside the area are in no sum.
    fn outside(&mut self, report: &ReachReport, small: Small) {
        let all = lines(report).len();
        for line in all - 1 - report.outside.len()..all - 1 {
            for figure in Figure::ALL.iter().copied() {
                if self.shown(report, line, figure).is_some_and(|count| small.is_small(count)) {
                    self.hide(line, figure);
                }
            }
            self.here(report, line, small);
        }
    }

    /// Members seen are among the members and among those seen; those of them in direct sustained
    /// contact are among these and among all in direct sustained contact.
    fn members(&mut self, report: &ReachReport, small: Small) {
        let line = lines(report).len() - 1;
        let (seen, direct) = (Figure::Seen, Figure::SustainedDirect);
        for (figure, wholes) in [
            (seen, &[(0, Figure::Members), (0, seen)][..]),
            (direct, &[(0, Figure::Members), (0, direct), (line, seen)][..]),
        ] {
            let Some(count) = self.shown(report, line, figure).filter(|count| *count > 0) else {
                continue;
            };
            let tells = |(of, whole): &(usize, Figure)| {
                let is_there =
                    lines(report).get(*of).is_some_and(|of| of.figure(*whole).n.is_some());
                let whole = self.shown(report, *of, *whole);
                is_there && whole.is_none_or(|whole| small.is_small(whole.saturating_sub(count)))
            };
            if small.is_small(count) || wholes.iter().any(tells) {
                self.hide(line, figure);
            }
        }
    }
}

/// Whether any count of the balance is small. They are shown together or not at all, because the
/// claim and two percentages reveal each of them, and so does the difference from the balance
/// without the area.
pub(crate) fn balance_is_small(balance: &BalanceTable, small: Small) -> bool {
    let counts = |of: &BalanceLine| {
        [&of.target, &of.not_target, &of.unknown].map(|cell| cell.n.unwrap_or_default())
    };
    let (whole, without) = (counts(&balance.whole), counts(&balance.without_area));
    let between = whole.iter().zip(&without).map(|(one, other)| one.abs_diff(*other));
    let known = [whole, without].map(|[target, not_target, _]| target + not_target);
    let mut all = whole.into_iter().chain(without).chain(known).chain(between);
    all.any(|count| small.is_small(count))
}

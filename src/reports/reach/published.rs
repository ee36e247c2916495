//! A report as the set of its counts, and how they hang together: parts of a line, lines of a
//! table, a group and the whole. What is left of a total is in the set though nobody prints it. The
//! residents are not: they are others' estimates, published long before.

use super::measures::MEASURES;
use super::report::{BalanceLine, BalanceTable, Line, ReachReport};
use crate::reach::disclosure::{Published, Small, Sum, suppressed};
use std::collections::{BTreeMap, BTreeSet};

/// What counts children of the records.
const COUNTED: [&str; 9] = [
    "members",
    "listed",
    "seen_here",
    "seen",
    "seen_new",
    "sustained_direct",
    "sustained_universal",
    "not_yet_evidenced",
    "sustained",
];

/// `(part, whole)` of one line; what is left of the whole counts too: those seen before, those seen
/// elsewhere, those seen too seldom.
const PARTS: [(&str, &str); 3] =
    [("seen_here", "seen"), ("seen_new", "seen"), ("sustained_direct", "seen")];

/// A count by its line, numbered as `lines` has them, and its measure.
type At = (usize, &'static str);

struct Set {
    published: Published,
    at: BTreeMap<At, usize>,
}

/// The counts of a report that must not be shown.
pub fn hidden(report: &ReachReport, small: Small) -> BTreeSet<At> {
    let mut set = Set { published: Published::default(), at: BTreeMap::new() };
    for (number, line) in lines(report).iter().enumerate() {
        set.line(number, line, report.settings.centre_id.is_none());
    }
    let mut first = 1;
    for table in &report.tables {
        let numbers: Vec<usize> = (first..first + table.lines.len()).collect();
        first += table.lines.len();
        for measure in COUNTED {
            if table.overlaps || !set.add_up(measure, &numbers) {
                numbers.iter().for_each(|line| set.within_whole(measure, *line));
            }
        }
    }
    set.of_members(lines(report).len() - 1);
    let hidden = suppressed(&set.published, small);
    set.at.into_iter().filter(|(_, cell)| hidden.contains(cell)).map(|(at, _)| at).collect()
}

/// The whole, the lines of the tables, those outside, that of the members: in this order.
pub fn lines(report: &ReachReport) -> Vec<&Line> {
    let tables = report.tables.iter().flat_map(|table| &table.lines);
    let whole = [&report.whole].into_iter();
    whole.chain(tables).chain(&report.outside).chain([&report.members]).collect()
}

/// The same, to be written over.
pub fn lines_mut(report: &mut ReachReport) -> Vec<&mut Line> {
    let tables = report.tables.iter_mut().flat_map(|table| &mut table.lines);
    let whole = [&mut report.whole].into_iter();
    whole.chain(tables).chain(&mut report.outside).chain([&mut report.members]).collect()
}

impl Set {
    fn line(&mut self, number: usize, line: &Line, everywhere: bool) {
        for measure in MEASURES.iter().filter(|measure| COUNTED.contains(&measure.code)) {
            if let Some(count) = (measure.of)(line).n {
                let cell = self.cell(count);
                self.at.insert((number, measure.code), cell);
            }
        }
        for (part, whole) in PARTS {
            let (Some(part), Some(whole)) = (self.of(number, part), self.of(number, whole)) else {
                continue;
            };
            // Where the report is about all centres nobody is seen elsewhere.
            let is_same = everywhere && Some(part) == self.of(number, "seen_here");
            self.rest(whole, vec![part], is_same);
        }
        self.both_ways(number);
    }

    /// Members who were seen are some of the members and some of those seen.
    fn of_members(&mut self, line: usize) {
        for (part, whole) in
            [("seen", "members"), ("seen", "seen"), ("sustained_direct", "sustained_direct")]
        {
            if let (Some(whole), Some(part)) = (self.of(0, whole), self.of(line, part)) {
                self.rest(whole, vec![part], false);
            }
        }
    }

    /// Directly alone, universally alone, both.
    fn both_ways(&mut self, number: usize) {
        let of = |measure| self.of(number, measure);
        let (Some(direct), Some(universal), Some(together)) =
            (of("sustained_direct"), of("sustained_universal"), of("sustained"))
        else {
            return;
        };
        let [d, u, s] = [direct, universal, together].map(|cell| self.count(cell));
        let (Some(both), true, true) = ((d + u).checked_sub(s), s >= d, s >= u) else {
            self.published.within.extend((s >= d).then_some((direct, together)));
            return;
        };
        let [only_direct, only_universal, both] =
            [s - u, s - d, both].map(|count| self.implied(count));
        self.sum(direct, vec![only_direct, both]);
        self.sum(universal, vec![only_universal, both]);
        self.sum(together, vec![only_direct, only_universal, both]);
    }

    /// The lines of a table and what of the whole is in none of them. `false`: they are more than
    /// the whole, or not all there.
    fn add_up(&mut self, measure: &'static str, lines: &[usize]) -> bool {
        let parts: Option<Vec<usize>> = lines.iter().map(|line| self.of(*line, measure)).collect();
        match (self.of(0, measure), parts) {
            (Some(whole), Some(parts)) => self.rest(whole, parts, true),
            _ => false,
        }
    }

    fn within_whole(&mut self, measure: &'static str, line: usize) {
        if let (Some(whole), Some(part)) = (self.of(0, measure), self.of(line, measure)) {
            self.rest(whole, vec![part], false);
        }
    }

    /// The parts and what is left make the whole. Where nothing is left and everybody knows that
    /// nothing can be, the parts alone do.
    fn rest(&mut self, whole: usize, mut parts: Vec<usize>, is_all: bool) -> bool {
        let counted: u64 = parts.iter().map(|part| self.count(*part)).sum();
        let Some(left) = self.count(whole).checked_sub(counted) else { return false };
        if left > 0 || !is_all {
            parts.push(self.implied(left));
        }
        self.sum(whole, parts);
        true
    }

    fn of(&self, line: usize, measure: &'static str) -> Option<usize> {
        self.at.get(&(line, measure)).copied()
    }

    fn count(&self, cell: usize) -> u64 {
        self.published.cells.get(cell).copied().unwrap_or_default()
    }

    fn cell(&mut self, count: u64) -> usize {
        self.published.cells.push(count);
        self.published.cells.len() - 1
    }

    fn implied(&mut self, count: u64) -> usize {
        let cell = self.cell(count);
        self.published.implied.insert(cell);
        cell
    }

    fn sum(&mut self, total: usize, parts: Vec<usize>) {
        self.published.sums.push(Sum { total, parts });
    }
}

/// Whether one count of the balance is small; they are shown together or not at all, for the claim
/// and two percentages give any of them away, and so does what lies between the balance and that
/// without the area.
pub fn balance_is_small(balance: &BalanceTable, small: Small) -> bool {
    let counts = |of: &BalanceLine| {
        [&of.target, &of.not_target, &of.unknown].map(|cell| cell.n.unwrap_or_default())
    };
    let (whole, without) = (counts(&balance.whole), counts(&balance.without_area));
    let between = whole.iter().zip(&without).map(|(one, other)| one.abs_diff(*other));
    let known = [whole, without].map(|[target, not_target, _]| target + not_target);
    let mut all = whole.into_iter().chain(without).chain(known).chain(between);
    all.any(|count| (1..=small.0).contains(&count))
}

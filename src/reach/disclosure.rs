//! What may be published of small counts. One to four are suppressed, and further cells with them
//! until none can be worked out within the published set: from totals, from parts, or from one
//! figure being part of another. Nought is shown where it can be, and nobody learns which of the
//! suppressed cells were the small ones.

mod trade;

use std::collections::BTreeSet;
use trade::Trades;

/// A total and what adds up to it, by the cells' places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sum {
    pub total: usize,
    pub parts: Vec<usize>,
}

/// Everything that is published together, and how it hangs together. Fixed for a profile: a set
/// cut to somebody's wish could be held against another.
#[derive(Clone, Debug, Default)]
pub struct Published {
    pub cells: Vec<u64>,
    pub sums: Vec<Sum>,
    /// `(part, whole)` of one funnel: those seen are members.
    pub within: Vec<(usize, usize)>,
}

/// The largest count that is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Small(pub u64);

impl Default for Small {
    fn default() -> Small {
        Small(4)
    }
}

/// The cells that must not be shown, nor any percentage of them. At least two values of each fit
/// everything that is shown, even for somebody who knows these rules.
pub fn suppressed(set: &Published, small: Small) -> BTreeSet<usize> {
    let is_small = |count: &u64| (1..=small.0).contains(count);
    let cells = set.cells.iter().enumerate();
    let mut hidden: BTreeSet<usize> =
        cells.filter(|(_, count)| is_small(count)).map(|(at, _)| at).collect();
    let trades = Trades::new(set);
    let mut open = BTreeSet::new();
    while let Some(told) = hidden.difference(&open).next().copied() {
        // What is hidden further leaves an open cell open.
        if let Some(second) = second(set, &hidden) {
            hidden.insert(second);
        } else if trades.leave_open(&hidden, told) {
            open.insert(told);
        } else if let Some(further) = further(set, &hidden, told) {
            hidden.insert(further);
        } else {
            return (0..set.cells.len()).collect();
        }
    }
    hidden
}

/// A second cell for a sum in which one is hidden alone, and would follow from the others.
fn second(set: &Published, hidden: &BTreeSet<usize>) -> Option<usize> {
    let lonely = set
        .sums
        .iter()
        .map(Sum::cells)
        .find(|cells| cells.len() > 1 && cells.intersection(hidden).count() == 1)?;
    smallest(set, lonely.difference(hidden).copied())
}

/// A part before a total, nought last, and then the smallest.
fn smallest(set: &Published, cells: impl Iterator<Item = usize>) -> Option<usize> {
    let is_total = |cell: usize| set.sums.iter().any(|sum| sum.total == cell);
    let count = |cell: usize| set.cells.get(cell).copied().unwrap_or_default();
    cells.min_by_key(|cell| (count(*cell) == 0, is_total(*cell), count(*cell), *cell))
}

/// The shown cell that is hidden next to protect this one: of the nearest by sums and funnels.
fn further(set: &Published, hidden: &BTreeSet<usize>, told: usize) -> Option<usize> {
    let mut reached = BTreeSet::from([told]);
    loop {
        let near: BTreeSet<usize> =
            set.links().filter(|link| !link.is_disjoint(&reached)).flatten().collect();
        if let Some(further) = smallest(set, near.difference(hidden).copied()) {
            return Some(further);
        }
        if near.is_subset(&reached) {
            return None;
        }
        reached.extend(near);
    }
}

impl Sum {
    fn cells(&self) -> BTreeSet<usize> {
        self.parts.iter().copied().chain([self.total]).collect()
    }
}

impl Published {
    /// Cells that say something of each other.
    fn links(&self) -> impl Iterator<Item = BTreeSet<usize>> + '_ {
        let pair = |(part, whole): &(usize, usize)| BTreeSet::from([*part, *whole]);
        self.sums.iter().map(Sum::cells).chain(self.within.iter().map(pair))
    }
}

/// To the nearest five, for those who want it so.
pub fn to_nearest_five(count: u64) -> u64 {
    count.saturating_add(2) / 5 * 5
}

#[cfg(test)]
mod tests;

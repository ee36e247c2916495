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
    /// Cells that nobody prints but that follow from those that are: what is left of a total. Small
    /// ones are protected as if they were printed.
    pub implied: BTreeSet<usize>,
}

/// The largest count that is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Small(pub u64);

impl Default for Small {
    fn default() -> Small {
        Small(4)
    }
}

/// The cells that must not be shown, nor any percentage of them. At least two values of each, and of
/// each small one that is implied, fit everything that is shown, even for somebody who knows these
/// rules.
pub fn suppressed(set: &Published, small: Small) -> BTreeSet<usize> {
    let is_small = |count: &u64| (1..=small.0).contains(count);
    let cells = set.cells.iter().enumerate();
    let mut guarded: BTreeSet<usize> =
        cells.filter(|(_, count)| is_small(count)).map(|(at, _)| at).collect();
    let mut unknown: Vec<bool> = (0..set.cells.len())
        .map(|cell| guarded.contains(&cell) || set.implied.contains(&cell))
        .collect();
    let trades = Trades::new(set);
    let mut open = BTreeSet::new();
    while let Some(told) = guarded.difference(&open).next().copied() {
        let hidden: Vec<usize> = match trades.cheapest(&unknown, told) {
            // What is hidden further leaves an open cell open, and so all of the trade are.
            Some(trade) => {
                open.extend(&trade);
                trade
            }
            None => trades.nearest(&unknown, told).into_iter().collect(),
        };
        if hidden.is_empty() {
            // Nothing is shown of all that says anything of it.
            open.insert(told);
        }
        for cell in hidden {
            if !set.implied.contains(&cell) {
                guarded.insert(cell);
            }
            if let Some(is_unknown) = unknown.get_mut(cell) {
                *is_unknown = true;
            }
        }
    }
    guarded.difference(&set.implied).copied().collect()
}

impl Sum {
    fn cells(&self) -> impl Iterator<Item = usize> + '_ {
        self.parts.iter().copied().chain([self.total])
    }
}

/// To the nearest five, for those who want it so.
pub fn to_nearest_five(count: u64) -> u64 {
    count.saturating_add(2) / 5 * 5
}

#[cfg(test)]
mod tests;

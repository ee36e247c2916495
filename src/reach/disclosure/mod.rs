//! What may be published about small counts, by one definition.
//!
//! A recipient gets a set of tables. All of them count the same children, so the set is protected
//! as one: the children are divided into *atoms* (by where they live or how old they are), and
//! every line is a sum of atoms.
//!
//! The result is **safe** if, for somebody who has everything the recipient gets, knows how lines
//! and figures are related, and knows this rule:
//!
//! - no count of 1 to 4 is shown, nor follows from shown figures as a sum or difference;
//! - every hidden count keeps at least two possible values. A hidden count is assumed to be known
//!   to be above zero, because zeros are shown.
//!
//! Each hidden value is proved open by a *trade*: a few atoms gain a child and as many lose one, so
//! that no shown figure changes. If there is no trade, the one that hides the fewest further
//! figures is found as a shortest path through a network, and those figures are hidden.

mod board;
#[cfg(test)]
mod brute;
mod cuts;
#[cfg(test)]
mod least;
mod network;
mod solve;
mod trade;

use super::figure::{Counts, FigureSet};

pub(crate) use solve::{Late, Protected, Withheld, protect};

/// The largest count that is too small to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Small(pub u64);

impl Default for Small {
    fn default() -> Small {
        Small(4)
    }
}

impl Small {
    pub(crate) fn is_small(self, count: u64) -> bool {
        (1..=self.0).contains(&count)
    }
}

/// How lines divide the children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Lines that may overlap.
    Apart,
    /// Lines that partition the whole: each child is in exactly one.
    Across,
}

/// A printed line: the atoms it sums, and which of its figures are printed.
#[derive(Clone, Debug)]
pub struct Printed {
    pub atoms: Vec<usize>,
    pub figures: FigureSet,
    pub side: Side,
    /// In the finest table, which not every recipient gets.
    pub fine: bool,
}

/// Lines of one whole and their atoms. The first line is the whole.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    pub atoms: Vec<Counts>,
    pub lines: Vec<Printed>,
}

/// Rounds to the nearest five, on request.
pub(crate) fn to_nearest_five(count: u64) -> u64 {
    count.saturating_add(2) / 5 * 5
}

#[cfg(test)]
mod tests;

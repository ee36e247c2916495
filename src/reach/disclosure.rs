//! What may be published of small counts, by one definition.
//!
//! A recipient is given a set of tables. All of them are made of the same children, so the set is
//! protected as one: the children are parted into *atoms* (by where they live or how old they are)
//! that every line is made of, and every line is a sum of atoms.
//!
//! **Safe** is what is left out such that, for somebody who has everything the recipient is given,
//! knows how the lines and figures hang together, and knows this rule:
//!
//! - no count of 1 to 4 is shown, nor follows from what is shown as a sum or a difference;
//! - every count that is left out keeps at least two possible values. One that is left out is
//!   taken to be known to be more than nought, and nought is shown.
//!
//! Each value that is left out is proved open by a *trade*: a few atoms that gain a child and as
//! many that lose one, so that nothing shown changes. Where there is no trade, the one that needs
//! the fewest figures more to be left out is found as the shortest way through a network, and those
//! are left out.

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

pub use solve::{Late, Protected, Withheld, protect};

/// The largest count that is small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Small(pub u64);

impl Default for Small {
    fn default() -> Small {
        Small(4)
    }
}

impl Small {
    pub fn is_small(self, count: u64) -> bool {
        (1..=self.0).contains(&count)
    }
}

/// How a line cuts the children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Lines that may overlap.
    Apart,
    /// One of lines that together are the whole, each child in one of them.
    Across,
}

/// A line that is printed: the atoms it is the sum of, and which of its figures are printed.
#[derive(Clone, Debug)]
pub struct Printed {
    pub atoms: Vec<usize>,
    pub figures: FigureSet,
    pub side: Side,
    /// Of the finest table, which not every recipient is given.
    pub fine: bool,
}

/// Lines of one whole and what they are made of. The first line is the whole.
#[derive(Clone, Debug, Default)]
pub struct Linked {
    pub atoms: Vec<Counts>,
    pub lines: Vec<Printed>,
}

/// To the nearest five, for those who want it so.
pub fn to_nearest_five(count: u64) -> u64 {
    count.saturating_add(2) / 5 * 5
}

#[cfg(test)]
mod tests;

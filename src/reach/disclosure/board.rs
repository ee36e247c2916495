//! The lines of one whole as sets of atoms, and which figures are hidden so far. Lines with the
//! same children are one set, in whatever tables they appear.

use super::{Linked, Side, Small};
use crate::reach::figure::{Counts, Difference, Figure, FigureSet};
use std::collections::BTreeMap;

/// How many atoms a set has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    Whole,
    Apart,
    Across,
    /// One atom.
    Alone,
    /// No atom.
    Empty,
}

#[derive(Clone, Debug)]
pub(super) struct Set {
    pub atoms: Vec<usize>,
    pub kind: CellKind,
    pub printed: FigureSet,
    /// Printed only in the finest table.
    pub fine: bool,
    pub counts: Counts,
}

/// What a reader could work out: a figure, or the difference of two.
#[derive(Clone, Copy, Debug)]
pub(super) enum Quantity {
    One(Figure),
    Rest(&'static Difference),
}

impl Quantity {
    pub(super) fn figures(self) -> FigureSet {
        match self {
            Quantity::One(figure) => FigureSet::NONE.with(figure),
            Quantity::Rest(difference) => difference.figures(),
        }
    }

    pub(super) fn count(self, of: &Counts) -> u64 {
        match self {
            Quantity::One(figure) => of.of(figure),
            Quantity::Rest(difference) => difference.count(of),
        }
    }
}

/// The whole is always the first set.
pub(super) const WHOLE: usize = 0;

pub(super) struct Board {
    pub atoms: Vec<Counts>,
    pub sets: Vec<Set>,
    pub of_line: Vec<usize>,
    pub hidden: Vec<FigureSet>,
    /// By atom: the overlapping sets it is in, its partition set, and the set of it alone.
    pub apart: Vec<Vec<usize>>,
    pub across: Vec<Option<usize>>,
    pub alone: Vec<Option<usize>>,
    /// Whether "seen" and "seen here" are the same figure, as in a report of all centres.
    pub one_seen: bool,
    /// Whether the finest lines are being protected; the coarser ones are then fixed.
    pub fine: bool,
    pub small: Small,
}

impl Board {
    pub(super) fn new(linked: &Linked, small: Small) -> Board {
        let all: Vec<usize> = (0..linked.atoms.len()).collect();
        let mut at: BTreeMap<Vec<usize>, usize> = BTreeMap::new();
        let (mut sets, mut of_line): (Vec<Set>, Vec<usize>) = (Vec::new(), Vec::new());
        for line in &linked.lines {
            let mut atoms = line.atoms.clone();
            atoms.sort_unstable();
            atoms.dedup();
            let kind = match (atoms.len(), line.side) {
                _ if atoms == all && !all.is_empty() || sets.is_empty() => CellKind::Whole,
                (0, _) => CellKind::Empty,
                (1, _) => CellKind::Alone,
                (_, Side::Apart) => CellKind::Apart,
                (_, Side::Across) => CellKind::Across,
            };
            let number = *at.entry(atoms.clone()).or_insert(sets.len());
            if let Some(set) = sets.get_mut(number) {
                set.printed = set.printed.and(line.figures);
                set.fine &= line.fine;
                if kind == CellKind::Across {
                    set.kind = kind;
                }
            } else {
                let mut counts = Counts::default();
                atoms.iter().for_each(|atom| counts.add(&linked.atoms[*atom]));
                let (printed, fine) = (line.figures, line.fine);
                sets.push(Set { atoms, kind, printed, fine, counts });
            }
            of_line.push(number);
        }
        let mut board = Board {
            apart: vec![Vec::new(); all.len()],
            across: vec![None; all.len()],
            alone: vec![None; all.len()],
            hidden: vec![FigureSet::NONE; sets.len()],
            one_seen: linked.atoms.iter().all(|of| of.of(Figure::SeenHere) == of.of(Figure::Seen)),
            atoms: linked.atoms.clone(),
            fine: false,
            sets,
            of_line,
            small,
        };
        board.place();
        board
    }

    fn place(&mut self) {
        for (number, set) in self.sets.iter().enumerate() {
            for atom in &set.atoms {
                match set.kind {
                    CellKind::Apart => self.apart[*atom].push(number),
                    CellKind::Across => self.across[*atom] = Some(number),
                    CellKind::Alone => self.alone[*atom] = Some(number),
                    CellKind::Whole | CellKind::Empty => {}
                }
            }
        }
    }

    /// The figures that are counted separately.
    pub(super) fn figures(&self) -> impl Iterator<Item = Figure> + use<> {
        let one_seen = self.one_seen;
        Figure::ALL.iter().copied().filter(move |of| !(one_seen && *of == Figure::SeenHere))
    }

    /// Whether a reader sees all of these figures of the set.
    pub(super) fn is_known(&self, set: usize, figures: FigureSet) -> bool {
        self.is_read(set)
            && figures.is_within(self.sets[set].printed)
            && !figures.meets(self.hidden[set])
    }

    /// Whether a reader sees any of these figures of the set.
    pub(super) fn is_told(&self, set: usize, figures: FigureSet) -> bool {
        self.is_read(set) && figures.iter().any(|one| self.is_known(set, FigureSet::NONE.with(one)))
    }

    /// Whether the set is being protected now.
    pub(super) fn is_read(&self, set: usize) -> bool {
        self.fine || !self.sets[set].fine
    }

    /// Whether its figures may still be hidden: coarser lines are fixed once the finest are being
    /// protected.
    pub(super) fn may_hide(&self, set: usize) -> bool {
        self.fine == self.sets[set].fine
    }

    pub(super) fn hide(&mut self, set: usize, figures: FigureSet) {
        let seen = [Figure::SeenHere, Figure::Seen];
        let mut figures = figures;
        if self.one_seen && seen.iter().any(|one| figures.contains(*one)) {
            figures = figures.and(FigureSet::of(&seen));
        }
        self.hidden[set] = self.hidden[set].and(figures);
    }

    /// The first step: hides small counts.
    pub(super) fn hide_small(&mut self) {
        for set in (0..self.sets.len()).filter(|set| self.may_hide(*set)).collect::<Vec<_>>() {
            let counts = self.sets[set].counts;
            let small = self.figures().filter(|one| self.small.is_small(counts.of(*one)));
            let small = small.filter(|one| self.sets[set].printed.contains(*one));
            let small = FigureSet::of(&small.collect::<Vec<_>>());
            self.hide(set, small);
        }
    }

    /// Whether the atom may gain or lose a child in these figures, if other figures change too.
    pub(super) fn may_move(&self, atom: usize, figures: FigureSet, up: bool) -> bool {
        up || figures.iter().all(|figure| self.atoms[atom].of(figure) > 1)
    }

    /// The atom with one child more or fewer in these figures; `None` if no children can have such
    /// counts. A figure that may be hidden never becomes zero.
    pub(super) fn moved(&self, atom: usize, figures: FigureSet, up: bool) -> Option<Counts> {
        let mut counts = self.atoms[atom];
        for figure in figures.iter() {
            let count = counts.of(figure);
            let moved = if up { count.checked_add(1) } else { count.checked_sub(1) };
            counts.set(figure, moved.filter(|moved| *moved > 0)?);
        }
        self.can_be(&counts).then_some(counts)
    }

    pub(super) fn can_be(&self, counts: &Counts) -> bool {
        let mut counts = *counts;
        if self.one_seen {
            counts.set(Figure::SeenHere, counts.of(Figure::Seen));
        }
        counts.holds()
    }
}

//! Small counts that follow from shown lines as a sum or difference. If all hidden atoms lead out
//! of one part of the network and none leads back, their sum is the difference of the lines on
//! either side.

use super::board::{Board, Quantity, WHOLE};
use crate::reach::figure::{Counts, Figure, FigureSet};
use std::collections::BTreeMap;

/// Groups of atoms whose sum a reader can work out and that is a small count.
pub(super) fn told(board: &Board, quantity: Quantity) -> Vec<Vec<usize>> {
    let figures = quantity.figures();
    let known = |set: &usize| board.is_known(*set, figures);
    let mut found: Vec<Vec<usize>> = Vec::new();
    for (number, set) in board.sets.iter().enumerate() {
        if known(&number) && board.small.is_small(quantity.count(&set.counts)) {
            found.push(set.atoms.clone());
        }
    }
    let mut parts = Parts::default();
    let rest = (parts.node((false, Vec::new())), parts.node((true, Vec::new())));
    if !known(&WHOLE) {
        parts.join(rest.0, rest.1);
    }
    let mut few = Vec::new();
    for (atom, counts) in board.atoms.iter().enumerate() {
        let count = quantity.count(counts);
        // A zero is shown; that two figures of an atom are equal is not.
        let is_nought =
            figures.iter().all(|figure| counts.of(figure) == 0) || count == 0 && figures.len() == 1;
        if is_nought || board.alone[atom].is_some_and(|set| known(&set)) {
            continue;
        }
        let apart = board.apart[atom].iter().copied().filter(known).collect();
        let across = board.across[atom].filter(known).into_iter().collect();
        let ends = (parts.node((false, apart)), parts.node((true, across)));
        // A group with a large count is not small.
        match count > board.small.0 {
            true => parts.join(ends.0, ends.1),
            false => few.push((atom, count, ends)),
        }
    }
    found.extend(parts.cuts(&few, board));
    if figures.len() > 1 {
        found.extend(told_apart(board, quantity));
    }
    found
}

/// The same if different figures of the atoms follow from different lines.
fn told_apart(board: &Board, quantity: Quantity) -> Vec<Vec<usize>> {
    let figures: Vec<Groups> =
        quantity.figures().iter().map(|figure| Groups::new(board, figure)).collect();
    let is_small = |atoms: &Vec<usize>| {
        let mut counts = Counts::default();
        atoms.iter().for_each(|atom| counts.add(&board.atoms[*atom]));
        board.small.is_small(quantity.count(&counts))
    };
    let groups = figures.iter().flat_map(|of| of.apart.iter().chain(&of.across));
    let is_told = |atoms: &&Vec<usize>| figures.iter().all(|of| of.tells(atoms));
    groups.filter(|atoms| is_small(atoms)).filter(is_told).cloned().collect()
}

/// The atoms that cannot be told singly, grouped by the lines that give their sum.
struct Groups {
    apart: Vec<Vec<usize>>,
    across: Vec<Vec<usize>>,
    alone: Vec<bool>,
}

impl Groups {
    fn new(board: &Board, figure: Figure) -> Groups {
        let known = |set: &usize| board.is_known(*set, FigureSet::NONE.with(figure));
        let alone: Vec<bool> =
            board.alone.iter().map(|set| set.is_some_and(|set| known(&set))).collect();
        let (mut apart, mut across) = (BTreeMap::new(), BTreeMap::new());
        for atom in (0..board.atoms.len()).filter(|atom| !alone[*atom]) {
            let sets: Vec<usize> = board.apart[atom].iter().copied().filter(known).collect();
            let set: Vec<usize> = board.across[atom].filter(known).into_iter().collect();
            apart.entry(sets).or_insert_with(Vec::new).push(atom);
            across.entry(set).or_insert_with(Vec::new).push(atom);
        }
        for side in [&mut apart, &mut across] {
            side.retain(|sets: &Vec<usize>, _| !sets.is_empty() || known(&WHOLE));
        }
        let groups = |of: BTreeMap<Vec<usize>, Vec<usize>>| of.into_values().collect();
        Groups { apart: groups(apart), across: groups(across), alone }
    }

    /// Whether a reader knows the sum of these atoms.
    fn tells(&self, atoms: &[usize]) -> bool {
        let open: Vec<usize> = atoms.iter().copied().filter(|atom| !self.alone[*atom]).collect();
        [&self.apart, &self.across].iter().any(|side| {
            let inside = side.iter().filter(|group| group.iter().all(|atom| open.contains(atom)));
            inside.map(Vec::len).sum::<usize>() == open.len()
        })
    }
}

#[derive(Default)]
struct Parts {
    at: BTreeMap<(bool, Vec<usize>), usize>,
    joined: Vec<usize>,
}

type Few = (usize, u64, (usize, usize));

impl Parts {
    fn node(&mut self, key: (bool, Vec<usize>)) -> usize {
        let next = self.joined.len();
        let node = *self.at.entry(key).or_insert(next);
        if node == next {
            self.joined.push(next);
        }
        node
    }

    fn part(&self, node: usize) -> usize {
        let mut part = node;
        while self.joined[part] != part {
            part = self.joined[part];
        }
        part
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.part(one), self.part(other));
        self.joined[one] = other;
    }

    fn cuts(&self, few: &[Few], board: &Board) -> Vec<Vec<usize>> {
        let ends = |(_, _, (apart, across)): &Few| (self.part(*apart), self.part(*across));
        let mut after: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut before = after.clone();
        for (from, to) in few.iter().map(ends) {
            after.entry(from).or_default().push(to);
            before.entry(to).or_default().push(from);
        }
        let mut starts: Vec<usize> = after.keys().chain(before.keys()).copied().collect();
        starts.sort_unstable();
        starts.dedup();
        let mut found = Vec::new();
        let reached: Vec<Vec<bool>> = starts
            .iter()
            .flat_map(|start| [&before, &after].map(|way| self.reach(*start, way)))
            .collect();
        let mut look = |of: &dyn Fn(usize) -> bool| {
            let is_cut = |one: &&Few| of(ends(one).0) != of(ends(one).1);
            let cut: Vec<&Few> = few.iter().filter(is_cut).collect();
            if board.small.is_small(cut.iter().map(|(_, count, _)| count).sum()) {
                found.push(cut.iter().map(|(atom, ..)| *atom).collect());
            }
        };
        for (at, one) in reached.iter().enumerate() {
            look(&|node| one[node]);
            // Two parts that nothing leads back into form another one together.
            let others = if starts.len() > MANY { &[][..] } else { &reached[at + 1..] };
            for other in others.iter().skip(1).step_by(2) {
                look(&|node| one[node] || other[node]);
            }
        }
        found
    }

    fn reach(&self, start: usize, way: &BTreeMap<usize, Vec<usize>>) -> Vec<bool> {
        let mut reached = vec![false; self.joined.len()];
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            if !std::mem::replace(&mut reached[node], true) {
                open.extend(way.get(&node).into_iter().flatten());
            }
        }
        reached
    }
}

/// Above this number of parts, pairs are not checked.
const MANY: usize = 30;

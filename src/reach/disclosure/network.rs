//! Trades as paths through a network. A node is a group of atoms that the shown lines on one side
//! do not distinguish. An atom is an edge from its node on one side to its node on the other, in
//! one direction when it gains a child and in the other when it loses one. A cycle changes no shown
//! sum. A shown line can be hidden at a cost, which connects its node to its neighbour.

use super::board::{Board, CellKind, WHOLE};
use crate::reach::figure::FigureSet;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// The cost of hiding one more figure; the count is added, so that the smallest is chosen.
const MORE: u64 = 1_000;
/// The cost of the last resort: hiding the whole. Lines that show zero come just before it.
const LAST: u64 = 1_000_000;
const NOUGHT: u64 = 100_000;
/// The cost of a child that has to be balanced in other figures too.
const TIGHT: u64 = 10;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NetworkStep {
    Atom {
        atom: usize,
        up: bool,
    },
    /// A hidden line, or one shown so far, gains or loses with it.
    Line,
}

#[derive(Clone, Copy, Debug)]
struct Edge {
    to: usize,
    step: NetworkStep,
    /// The atom cannot move in these figures alone.
    tight: bool,
    /// What would have to be hidden for it.
    hides: Option<usize>,
    cost: u64,
}

pub(super) struct Network {
    edges: Vec<Vec<Edge>>,
    /// By atom: its nodes, if it can move.
    pub ends: Vec<Option<Ends>>,
    /// The nodes of atoms in no shown line, on each side.
    pub rest: (usize, usize),
    /// The cost of the whole gaining a child; `None`: impossible.
    pub whole: Option<u64>,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    pub apart: usize,
    pub across: usize,
    /// The line of this atom alone, if it is still shown.
    pub hides: Option<usize>,
    pub cost: u64,
}

/// The atoms moved, and what has to be hidden for it.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    /// The atom, whether it gains, and whether it cannot move in these figures alone.
    pub atoms: Vec<(usize, bool, bool)>,
    pub hides: Vec<usize>,
    pub cost: u64,
}

#[derive(Default)]
struct Nodes {
    at: BTreeMap<(bool, Vec<usize>), usize>,
}

impl Nodes {
    fn apart(&mut self, sets: Vec<usize>) -> usize {
        let next = self.at.len();
        *self.at.entry((false, sets)).or_insert(next)
    }

    fn across(&mut self, set: Option<usize>) -> usize {
        let next = self.at.len();
        *self.at.entry((true, set.into_iter().collect())).or_insert(next)
    }
}

impl Network {
    /// The network for these figures, moved together.
    pub(super) fn new(board: &Board, figures: FigureSet) -> Network {
        let mut nodes = Nodes::default();
        let rest = (nodes.apart(Vec::new()), nodes.across(None));
        let mut edges: Vec<(usize, Edge)> = Vec::new();
        let mut ends = vec![None; board.atoms.len()];
        for (atom, end) in ends.iter_mut().enumerate() {
            let Some((hides, cost)) = price_of_atom(board, atom, figures) else { continue };
            let told = |set: &usize| board.is_told(*set, figures);
            let sets = board.apart[atom].iter().copied().filter(told).collect();
            let apart = nodes.apart(sets);
            let across = nodes.across(board.across[atom].filter(|set| told(set)));
            *end = Some(Ends { apart, across, hides, cost });
            for (up, from, to) in [(true, apart, across), (false, across, apart)] {
                let tight = board.moved(atom, figures, up).is_none();
                let cost = if tight { cost + TIGHT } else { cost };
                if !tight || figures.len() == 1 && board.may_move(atom, figures, up) {
                    let step = NetworkStep::Atom { atom, up };
                    edges.push((from, Edge { to, step, tight, hides, cost }));
                }
            }
        }
        let whole = match board.is_told(WHOLE, figures) {
            false => Some(0),
            true => price(board, Some(WHOLE), figures).map(|(_, cost)| cost + LAST),
        };
        if let Some(cost) = whole {
            let hides = (cost > 0).then_some(WHOLE);
            edges.push((
                rest.1,
                Edge { to: rest.0, step: NetworkStep::Line, tight: false, hides, cost },
            ));
        }
        openings(board, figures, &mut nodes, &mut edges);
        let mut network = Network { edges: vec![Vec::new(); nodes.at.len()], ends, rest, whole };
        for (from, edge) in edges {
            network.edges[from].push(edge);
        }
        network
    }

    /// Updates the network after figures of this atom's own line were hidden.
    pub(super) fn open(&mut self, board: &Board, (atom, figures): (usize, FigureSet)) {
        let Some(ends) = self.ends[atom].as_mut() else { return };
        let Some((hides, cost)) = price_of_atom(board, atom, figures) else { return };
        (ends.hides, ends.cost) = (hides, cost);
        for node in [ends.apart, ends.across] {
            for edge in &mut self.edges[node] {
                if matches!(edge.step, NetworkStep::Atom { atom: of, .. } if of == atom) {
                    (edge.hides, edge.cost) = (hides, cost + if edge.tight { TIGHT } else { 0 });
                }
            }
        }
    }

    /// The cheapest path between two nodes that avoids barred atoms.
    pub(super) fn way(
        &self,
        (from, to): (usize, usize),
        barred: &dyn Fn(usize, bool) -> bool,
        most: u64,
    ) -> Option<Way> {
        let mut best: Vec<Option<u64>> = vec![None; self.edges.len()];
        let mut came: Vec<Option<(usize, Edge)>> = vec![None; self.edges.len()];
        let mut edge_of_search = BinaryHeap::from([Reverse((0, from))]);
        best[from] = Some(0);
        while let Some(Reverse((cost, node))) = edge_of_search.pop() {
            if node == to {
                return Some(self.walked(from, to, &came));
            }
            if best[node].is_some_and(|best| best < cost) {
                continue;
            }
            for edge in &self.edges[node] {
                let is_barred =
                    matches!(edge.step, NetworkStep::Atom { atom, .. } if barred(atom, edge.tight));
                let cost = cost + edge.cost;
                if !is_barred && cost <= most && best[edge.to].is_none_or(|best| cost < best) {
                    best[edge.to] = Some(cost);
                    came[edge.to] = Some((node, *edge));
                    edge_of_search.push(Reverse((cost, edge.to)));
                }
            }
        }
        None
    }

    fn walked(&self, from: usize, to: usize, came: &[Option<(usize, Edge)>]) -> Way {
        let mut way = Way::default();
        let mut node = to;
        while node != from
            && let Some((before, edge)) = came[node]
        {
            way.cost += edge.cost;
            way.hides.extend(edge.hides);
            if let NetworkStep::Atom { atom, up } = edge.step {
                way.atoms.push((atom, up, edge.tight));
            }
            node = before;
        }
        way
    }
}

/// The cost of moving an atom. `None`: impossible; an unprinted zero stays.
fn price_of_atom(board: &Board, atom: usize, figures: FigureSet) -> Option<(Option<usize>, u64)> {
    let (hides, cost) = price(board, board.alone[atom], figures)?;
    if figures.iter().all(|figure| board.atoms[atom].of(figure) > 0) {
        return Some((hides, cost));
    }
    let is_printed = board.alone[atom].is_some_and(|set| board.is_read(set));
    is_printed.then_some((hides, if cost > 0 { cost + NOUGHT } else { cost }))
}

/// The cost of hiding a set: nothing if it is hidden. `None`: it must stay shown.
fn price(board: &Board, set: Option<usize>, figures: FigureSet) -> Option<(Option<usize>, u64)> {
    let Some(set) = set.filter(|set| board.is_told(*set, figures)) else { return Some((None, 0)) };
    let told = figures.iter().filter(|one| board.is_told(set, FigureSet::NONE.with(*one)));
    let cost = told.map(|one| MORE + board.sets[set].counts.of(one).min(MORE - 1)).sum();
    board.may_hide(set).then_some((Some(set), cost))
}

/// Shown lines that could be hidden connect their node to the node without them.
fn openings(board: &Board, figures: FigureSet, nodes: &mut Nodes, edges: &mut Vec<(usize, Edge)>) {
    let mut open: Vec<(bool, Vec<usize>)> = nodes.at.keys().cloned().collect();
    while let Some((is_across, sets)) = open.pop() {
        for set in sets.iter().copied() {
            let Some((hides, cost)) = price(board, Some(set), figures) else { continue };
            let without: Vec<usize> = sets.iter().copied().filter(|one| *one != set).collect();
            let key = (is_across, without);
            if !nodes.at.contains_key(&key) {
                open.push(key.clone());
            }
            let next = nodes.at.len();
            let to = *nodes.at.entry(key).or_insert(next);
            let Some(from) = nodes.at.get(&(is_across, sets.clone())).copied() else { continue };
            debug_assert!(matches!(board.sets[set].kind, CellKind::Apart | CellKind::Across));
            edges.push((from, Edge { to, step: NetworkStep::Line, tight: false, hides, cost }));
            edges.push((to, Edge { to: from, step: NetworkStep::Line, tight: false, hides, cost }));
        }
    }
}

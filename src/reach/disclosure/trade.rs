//! A trade changes the sum of some atoms in one figure by one and no shown figure. If a child
//! cannot be added in that figure alone (nobody is new who was not seen), it is added in all
//! figures it needs, and each of them is balanced elsewhere.

use super::board::{Board, CellKind, Quantity, WHOLE};
use super::network::{Network, Way};
use crate::reach::figure::{Figure, FigureSet};
use std::collections::{BTreeMap, BTreeSet};

/// What has to be hidden for a trade.
#[derive(Clone, Debug, Default)]
pub(super) struct Trade {
    pub hides: BTreeSet<(usize, Figure)>,
    pub cost: u64,
}

/// The highest cost of a trade that hides nothing more.
const FREE: u64 = 200;
/// Atoms that are tried if something has to be hidden.
const TRIED: usize = 12;
/// Ways to add a child to an atom or remove one.
const TOGETHER: usize = 8;

/// The current networks; built on demand.
#[derive(Default)]
pub(super) struct Networks(BTreeMap<FigureSet, Network>);

impl Networks {
    fn of(&mut self, board: &Board, figures: FigureSet) -> &Network {
        self.0.entry(figures).or_insert_with(|| Network::new(board, figures))
    }

    /// After something was hidden: for a single atom its paths become cheaper; for other lines all
    /// networks are rebuilt.
    pub(super) fn changed(&mut self, board: &Board, changed: &[(usize, FigureSet)]) {
        for (set, figures) in changed {
            let is_alone = board.sets[*set].kind == CellKind::Alone;
            self.0.retain(|of, _| is_alone || !of.meets(*figures));
            let concerned = self.0.iter_mut().filter(|(of, _)| of.meets(*figures));
            for (of, network) in concerned {
                board.sets[*set].atoms.iter().for_each(|atom| network.open(board, (*atom, *of)));
            }
        }
    }
}

/// What must change: a figure of these atoms together.
#[derive(Clone, Copy)]
pub(super) struct HidingGoal<'a> {
    pub atoms: &'a [usize],
    pub figure: Figure,
}

/// A trade that hides nothing more.
pub(super) fn free(board: &Board, networks: &mut Networks, wanted: HidingGoal) -> bool {
    wanted.atoms.iter().any(|atom| best(board, networks, wanted, (*atom, FREE)).is_some())
}

/// The trade that hides the least.
pub(super) fn cheapest(
    board: &Board,
    networks: &mut Networks,
    wanted: HidingGoal,
) -> Option<Trade> {
    let mut atoms = wanted.atoms.to_vec();
    atoms.sort_by_key(|atom| std::cmp::Reverse(board.atoms[*atom].of(wanted.figure)));
    let mut found: Option<Trade> = None;
    for atom in atoms.into_iter().take(TRIED) {
        let most = found.as_ref().map_or(u64::MAX / 4, |one| one.cost.saturating_sub(1));
        found = best(board, networks, wanted, (atom, most)).or(found);
    }
    found
}

/// The cheapest that starts with this atom and costs no more than the limit.
fn best(
    board: &Board,
    networks: &mut Networks,
    wanted: HidingGoal,
    (atom, most): (usize, u64),
) -> Option<Trade> {
    let (mut found, mut most): (Option<Trade>, u64) = (None, most);
    for up in [true, false] {
        for figures in together(board, wanted.figure, (atom, up)) {
            let start = Start { atom, up, figures };
            let apart = each(board, networks, wanted, (&start, most));
            let trade = match apart {
                None if figures.len() > 1 => one_way(board, networks, wanted, (&start, most)),
                trade => trade,
            };
            let Some(trade) = trade else { continue };
            if trade.hides.is_empty() {
                return Some(trade);
            }
            most = trade.cost.saturating_sub(1);
            found = Some(trade);
        }
    }
    found
}

/// The smallest sets of figures, including this one, in which the atom may gain or lose a child.
fn together(board: &Board, figure: Figure, (atom, up): (usize, bool)) -> Vec<FigureSet> {
    let linked: &[Figure] = match figure {
        Figure::Members | Figure::Listed | Figure::NotYetEvidenced => &[],
        _ => &[
            Figure::Seen,
            Figure::SeenNew,
            Figure::SustainedDirect,
            Figure::Sustained,
            Figure::SustainedUniversal,
            Figure::SeenHere,
        ],
    };
    let is_some = |one: &Figure| linked.contains(one) && board.atoms[atom].of(*one) > 0;
    let linked: Vec<Figure> = board.figures().filter(is_some).collect();
    let mut sets = vec![FigureSet::NONE.with(figure)];
    for one in linked.into_iter().filter(|one| *one != figure) {
        let more: Vec<FigureSet> = sets.iter().map(|set| set.with(one)).collect();
        sets.extend(more);
    }
    sets.sort_by_key(|set| set.len());
    let may = |set: &FigureSet| board.moved(atom, *set, up).is_some();
    sets.into_iter().filter(may).take(TOGETHER).collect()
}

/// The atom a trade begins with.
struct Start {
    atom: usize,
    up: bool,
    figures: FigureSet,
}

/// Balances each figure by its own path, and in turn the tight atoms on the path.
fn each(
    board: &Board,
    networks: &mut Networks,
    wanted: HidingGoal,
    (start, most): (&Start, u64),
) -> Option<Trade> {
    let mut trade = Trade::default();
    let mut moved: BTreeMap<usize, Vec<(FigureSet, bool)>> = BTreeMap::new();
    let owed = |atom, up, figure, first| Owed { atom, up, figure, first };
    let figures = start.figures.iter();
    let mut owing: Vec<Owed> =
        figures.map(|figure| owed(start.atom, start.up, figure, true)).collect();
    while let Some(next) = owing.pop() {
        let figures = FigureSet::NONE.with(next.figure);
        let left = most.checked_sub(trade.cost)?;
        let network = networks.of(board, figures);
        let way = through(board, network, (&next, wanted), left)?;
        trade.cost += way.cost;
        trade.hides.extend(way.hides.iter().map(|set| (*set, next.figure)));
        for (atom, up, tight) in way.atoms {
            moved.entry(atom).or_default().push((figures, up));
            if tight {
                let needs = together(board, next.figure, (atom, up)).into_iter().next()?;
                let others = needs.without(next.figure).iter();
                owing.extend(others.map(|figure| owed(atom, up, figure, false)));
            }
        }
    }
    moved.iter().all(|(atom, steps)| is_possible(board, *atom, steps)).then_some(trade)
}

/// A figure of an atom that has to be balanced.
struct Owed {
    atom: usize,
    up: bool,
    figure: Figure,
    /// Whether it belongs to the trade's first atom.
    first: bool,
}

/// A child that counts in all the figures takes a single path.
fn one_way(
    board: &Board,
    networks: &mut Networks,
    wanted: HidingGoal,
    (start, most): (&Start, u64),
) -> Option<Trade> {
    let network = networks.of(board, start.figures);
    let owed = Owed { atom: start.atom, up: start.up, figure: wanted.figure, first: true };
    let way = through(board, network, (&owed, wanted), most)?;
    let mut hides = BTreeSet::new();
    for set in way.hides {
        let told = |one: &Figure| board.is_told(set, FigureSet::NONE.with(*one));
        hides.extend(start.figures.iter().filter(told).map(|figure| (set, figure)));
    }
    Some(Trade { hides, cost: way.cost })
}

/// The path from one end of the atom to the other. In the figure that must change it avoids the
/// other atoms that must change; or, if those are all atoms, it goes through the whole.
fn through(
    board: &Board,
    network: &Network,
    (owed, wanted): (&Owed, HidingGoal),
    most: u64,
) -> Option<Way> {
    let ends = network.ends[owed.atom]?;
    let left = most.checked_sub(ends.cost)?;
    let alone = owed.figure == wanted.figure;
    let is_whole = wanted.atoms.len() == board.atoms.len();
    let barred = |atom: usize, tight: bool| {
        let is_wanted = alone && !is_whole && wanted.atoms.contains(&atom);
        atom == owed.atom || is_wanted || tight && !owed.first
    };
    let mut way = if alone && owed.first && is_whole {
        let left = left.checked_sub(network.whole?).filter(|_| owed.up)?;
        let out = network.way((ends.across, network.rest.1), &barred, left)?;
        let home = network.way((network.rest.0, ends.apart), &barred, left - out.cost)?;
        let whole = network.whole.filter(|cost| *cost > 0).map(|_| WHOLE);
        Way {
            atoms: [out.atoms, home.atoms].concat(),
            hides: out.hides.into_iter().chain(home.hides).chain(whole).collect(),
            cost: out.cost + home.cost + network.whole?,
        }
    } else {
        let (from, to) = (ends.across, ends.apart);
        network.way(if owed.up { (from, to) } else { (to, from) }, &barred, left)?
    };
    way.cost += ends.cost;
    way.hides.extend(ends.hides);
    way.atoms.push((owed.atom, owed.up, false));
    Some(way)
}

/// Whether the atom can move in all of these at once.
fn is_possible(board: &Board, atom: usize, steps: &[(FigureSet, bool)]) -> bool {
    let mut counts = board.atoms[atom];
    for figure in Figure::ALL.iter().copied() {
        let of_figure = |way: bool| {
            let of = |(figures, up): &&(FigureSet, bool)| figures.contains(figure) && *up == way;
            u64::try_from(steps.iter().filter(of).count()).unwrap_or(u64::MAX)
        };
        let (up, down) = (of_figure(true), of_figure(false));
        match (counts.of(figure) + up).checked_sub(down) {
            Some(count) if count > 0 || down == 0 => counts.set(figure, count),
            _ => return false,
        }
    }
    board.can_be(&counts)
}

/// The figures that could be hidden so that a count can no longer be worked out.
pub(super) fn open(
    board: &Board,
    networks: &mut Networks,
    (atoms, quantity): (&[usize], Quantity),
) -> Option<Trade> {
    let mut trades = Vec::new();
    for figure in quantity.figures().iter() {
        let wanted = HidingGoal { atoms, figure };
        if free(board, networks, wanted) {
            return Some(Trade::default());
        }
        trades.extend(cheapest(board, networks, wanted));
    }
    trades.into_iter().min_by_key(|trade| trade.cost)
}

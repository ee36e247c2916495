//! Decides what to hide, for all lines of one recipient together: first in the coarser tables,
//! which everybody may read, then in the finest, without changing the coarser ones. A trade once
//! found proves a figure open for good: hiding more never removes a trade.

use super::board::{Board, CellKind, Quantity, WHOLE};
use super::trade::{self, HidingGoal, Networks};
use super::{Linked, Small, cuts};
use crate::reach::figure::{DIFFERENCES, Figure, FigureSet};

/// Whether the time is up.
pub(crate) type Late<'a> = &'a dyn Fn() -> bool;

/// What is hidden, in the order of the given lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Protected {
    pub hidden: Vec<Vec<FigureSet>>,
    /// If the time was up: what cannot be shown of the last set of lines.
    pub withheld: Withheld,
}

/// Which lines are not shown at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Withheld {
    #[default]
    Nothing,
    /// Those of the finest table.
    Finest,
    /// All but the whole.
    All,
}

/// All of these share the same whole and nothing else. The last is by far the largest; the others
/// take almost no time.
pub(crate) fn protect(all: &[Linked], small: Small, late: Late) -> Protected {
    let mut boards: Vec<Board> = all.iter().map(|one| Board::new(one, small)).collect();
    let last = boards.len().saturating_sub(1);
    let mut withheld = Withheld::Nothing;
    let mut is_done = false;
    while !is_done {
        is_done = true;
        for at in 0..boards.len() {
            let whole = boards.iter().map(|board| board.hidden[WHOLE]);
            let whole = whole.fold(FigureSet::NONE, FigureSet::and);
            let board = &mut boards[at];
            board.hide(WHOLE, whole);
            if withheld == Withheld::All && at == last {
                continue;
            }
            if !solve(board, if at == last { late } else { &|| false }) {
                withheld = Withheld::All;
            }
            is_done &= board.hidden[WHOLE] == whole;
        }
    }
    if let Some(board) = boards.last_mut()
        && withheld == Withheld::Nothing
        && board.sets.iter().any(|set| set.fine)
    {
        board.fine = true;
        if !solve(board, late) {
            withheld = Withheld::Finest;
        }
    }
    let of_lines = |board: &Board| board.of_line.iter().map(|set| board.hidden[*set]).collect();
    Protected { hidden: boards.iter().map(of_lines).collect(), withheld }
}

/// Runs until every hidden figure is open and no small count can be worked out. `false`: out of
/// time.
fn solve(board: &mut Board, late: Late) -> bool {
    board.hide_small();
    let mut networks = Networks::default();
    let mut open = vec![FigureSet::NONE; board.sets.len()];
    loop {
        let mut is_changed = false;
        for (set, figure) in wanted(board, &open) {
            if late() {
                return false;
            }
            is_changed |= prove(board, &mut networks, (set, figure));
            open[set] = open[set].with(figure);
        }
        let ones = board.figures().map(Quantity::One);
        for quantity in ones.chain(DIFFERENCES.iter().map(Quantity::Rest)).collect::<Vec<_>>() {
            for atoms in cuts::told(board, quantity) {
                if late() {
                    return false;
                }
                is_changed |= untell(board, &mut networks, (&atoms, quantity));
            }
        }
        if !is_changed {
            return true;
        }
    }
}

/// The hidden figures that are not proved open yet.
fn wanted(board: &Board, open: &[FigureSet]) -> Vec<(usize, Figure)> {
    let sets = (0..board.sets.len()).filter(|set| board.is_read(*set));
    let figures = |set: usize| board.figures().map(move |figure| (set, figure));
    let is_wanted = |(set, figure): &(usize, Figure)| {
        board.hidden[*set].contains(*figure)
            && board.sets[*set].printed.contains(*figure)
            && (board.sets[*set].counts.of(*figure) > 0 || board.sets[*set].kind == CellKind::Alone)
            && !open[*set].contains(*figure)
    };
    sets.flat_map(figures).filter(is_wanted).collect()
}

/// Returns whether more had to be hidden for it.
fn prove(board: &mut Board, networks: &mut Networks, (set, figure): (usize, Figure)) -> bool {
    let atoms = board.sets[set].atoms.clone();
    let wanted = HidingGoal { atoms: &atoms, figure };
    if trade::free(board, networks, wanted) {
        return false;
    }
    let trade = trade::cheapest(board, networks, wanted);
    if trade.is_none() && board.sets[set].counts.of(figure) == 0 {
        // A zero may be told.
        return false;
    }
    leave_out(board, networks, trade, FigureSet::NONE.with(figure))
}

fn untell(
    board: &mut Board,
    networks: &mut Networks,
    (atoms, quantity): (&[usize], Quantity),
) -> bool {
    let trade = trade::open(board, networks, (atoms, quantity));
    if trade.as_ref().is_some_and(|trade| trade.hides.is_empty()) {
        return false;
    }
    leave_out(board, networks, trade, quantity.figures())
}

/// Hides what the trade needs; without a trade, everything shown of the figures.
fn leave_out(
    board: &mut Board,
    networks: &mut Networks,
    trade: Option<trade::Trade>,
    figures: FigureSet,
) -> bool {
    let before: Vec<FigureSet> = board.hidden.clone();
    match trade {
        Some(trade) => {
            trade.hides.iter().for_each(|(set, one)| board.hide(*set, FigureSet::NONE.with(*one)));
        }
        None => {
            for set in (0..board.sets.len()).filter(|set| board.may_hide(*set)).collect::<Vec<_>>()
            {
                let counts = board.sets[set].counts;
                let some: Vec<Figure> = figures.iter().filter(|one| counts.of(*one) > 0).collect();
                board.hide(set, FigureSet::of(&some));
            }
        }
    }
    let sets = before.iter().zip(&board.hidden).enumerate();
    let changed = sets.filter(|(_, (before, now))| before != now);
    let changed: Vec<_> = changed.map(|(set, (_, now))| (set, *now)).collect();
    networks.changed(board, &changed);
    !changed.is_empty()
}

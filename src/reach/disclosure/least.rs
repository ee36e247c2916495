//! How many figures are hidden, compared with the minimum: for small tables every choice is tried,
//! fewest figures first, and checked against everything that could have been published. `cargo test
//! --lib least -- --nocapture` prints the table.

use super::brute::BruteTable;
use super::tests::{Kind, never, sample};
use super::{Linked, Small, protect};
use crate::reach::figure::{Figure, FigureSet};

const MEMBERS: &[Figure] = &[Figure::Members];
const CASES: u64 = 16;

/// The results for one kind of tables.
#[derive(Default)]
struct LeastRow {
    figures: usize,
    small: usize,
    ours: usize,
    least: usize,
}

/// Whether a reader of the coarser lines, or of all lines, can work nothing out.
fn is_safe(all: &[Linked], hidden: &[Vec<FigureSet>]) -> bool {
    [false, true]
        .into_iter()
        .all(|fine| BruteTable { all, hidden, fine, figures: MEMBERS }.told().is_empty())
}

/// Lines with the same atoms, with their sums.
fn alike(linked: &Linked) -> Vec<(Vec<usize>, u64)> {
    let mut found: Vec<(Vec<usize>, u64)> = Vec::new();
    for (number, line) in linked.lines.iter().enumerate() {
        let is_same = |lines: &Vec<usize>| linked.lines[lines[0]].atoms == line.atoms;
        let count = line.atoms.iter().map(|at| linked.atoms[*at].of(Figure::Members)).sum();
        match found.iter_mut().find(|(lines, _)| is_same(lines)) {
            Some((lines, _)) => lines.push(number),
            None => found.push((vec![number], count)),
        }
    }
    found
}

/// The fewest figures that must be hidden.
fn least(linked: &Linked) -> usize {
    let sets = alike(linked);
    let (small, large): (Vec<_>, Vec<_>) =
        sets.iter().filter(|(_, count)| *count > 0).partition(|(_, count)| *count <= 4);
    let mut best = usize::MAX;
    for some in 0u32..1 << large.len() {
        let more = large.iter().enumerate().filter(|(at, _)| some >> at & 1 == 1);
        let chosen: Vec<usize> = small
            .iter()
            .copied()
            .chain(more.map(|(_, set)| *set))
            .flat_map(|(lines, _)| lines.iter().copied())
            .collect();
        if chosen.len() >= best {
            continue;
        }
        let mut hidden = vec![FigureSet::NONE; linked.lines.len()];
        chosen.iter().for_each(|line| hidden[*line] = FigureSet::of(MEMBERS));
        if is_safe(std::slice::from_ref(linked), &[hidden]) {
            best = chosen.len();
        }
    }
    best
}

fn measure(kind: Kind) -> LeastRow {
    let mut row = LeastRow::default();
    for seed in 0..CASES {
        let linked = sample(kind, seed);
        let all = [linked];
        let protected = protect(&all, Small::default(), &never);
        let hidden = protected.hidden[0].iter().filter(|hidden| !hidden.is_empty());
        let lines = |(lines, _): &(Vec<usize>, u64)| lines.len();
        let sets = alike(&all[0]);
        row.figures += all[0].lines.len();
        row.small +=
            sets.iter().filter(|(_, count)| (1..=4).contains(count)).map(lines).sum::<usize>();
        row.ours += hidden.count();
        row.least += least(&all[0]);
    }
    row
}

#[test]
fn little_more_is_left_out_than_the_least_that_would_do() {
    println!("{:28}{:>8}{:>8}{:>8}{:>8}{:>8}", "", "figures", "small", "least", "ours", "more");
    let (mut ours, mut fewest) = (0, 0);
    for kind in Kind::ALL {
        let row = measure(kind);
        let more = (row.ours - row.least) * 100 / row.least.max(1);
        println!(
            "{:28}{:>8}{:>8}{:>8}{:>8}{:>7}%",
            kind.said(),
            row.figures,
            row.small,
            row.least,
            row.ours,
            more
        );
        assert!(row.ours >= row.least, "nothing less would do");
        ours += row.ours;
        fewest += row.least;
    }
    assert!(ours * 100 <= fewest * 115, "{ours} beside {fewest}");
}

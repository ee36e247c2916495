//! Held against everything that could have been published: each table that fits what is shown is
//! tried, so that what is claimed of suppressed cells is counted and not argued.

use super::*;
use proptest::prelude::*;

/// A table of rows and columns with all its totals. Cells by row, then the totals of rows, then
/// those of columns, then the grand total.
fn table(rows: usize, columns: usize, inner: &[u64]) -> Published {
    let mut set = Published { cells: inner.to_vec(), ..Published::default() };
    let lines = (0..rows)
        .map(|row| (0..columns).map(|column| row * columns + column).collect())
        .chain((0..columns).map(|column| (0..rows).map(|row| row * columns + column).collect()));
    for parts in lines.collect::<Vec<Vec<usize>>>() {
        add_total(&mut set, parts);
    }
    let row_totals = (rows * columns..rows * columns + rows).collect();
    add_total(&mut set, row_totals);
    let column_totals = (rows * columns + rows..rows * columns + rows + columns).collect();
    let total = set.cells.len() - 1;
    set.sums.push(Sum { total, parts: column_totals });
    set
}

fn add_total(set: &mut Published, parts: Vec<usize>) {
    let total = parts.iter().map(|part| set.cells[*part]).sum();
    set.sums.push(Sum { total: set.cells.len(), parts });
    set.cells.push(total);
}

/// Areas by members, seen, sustained: each part of the one before, and the totals of all areas.
fn funnel(areas: &[[u64; 3]]) -> Published {
    let cells = areas.iter().flat_map(|[members, seen, sustained]| {
        let seen = *seen.min(members);
        [*members, seen, *sustained.min(&seen)]
    });
    let mut set = Published { cells: cells.collect(), ..Published::default() };
    for column in 0..3 {
        add_total(&mut set, (0..areas.len()).map(|row| row * 3 + column).collect());
    }
    for row in 0..=areas.len() {
        set.within.extend([(row * 3 + 1, row * 3), (row * 3 + 2, row * 3 + 1)]);
    }
    set
}

/// The values each hidden cell takes in all tables that fit what is shown. Those that are not
/// totals are tried, up to one more than they truly are: two values are enough to show.
fn possible(set: &Published, hidden: &BTreeSet<usize>) -> Vec<BTreeSet<u64>> {
    let totals: BTreeSet<usize> = set.sums.iter().map(|sum| sum.total).collect();
    let free: Vec<usize> = hidden.iter().copied().filter(|cell| !totals.contains(cell)).collect();
    let mut found = vec![BTreeSet::new(); set.cells.len()];
    let nought_is_shown = hidden.iter().all(|cell| set.cells[*cell] > 0);
    let floor = u64::from(nought_is_shown);
    try_all(set, hidden, &free, floor, &mut set.cells.clone(), &mut found);
    found
}

fn try_all(
    set: &Published,
    hidden: &BTreeSet<usize>,
    free: &[usize],
    floor: u64,
    cells: &mut Vec<u64>,
    found: &mut Vec<BTreeSet<u64>>,
) {
    let Some((cell, others)) = free.split_first() else {
        if let Some(whole) = fits(set, hidden, floor, cells) {
            hidden.iter().for_each(|cell| {
                found[*cell].insert(whole[*cell]);
            });
        }
        return;
    };
    for count in floor..=set.cells[*cell] + 1 {
        cells[*cell] = count;
        let over = |sum: &Sum| {
            let shown = !hidden.contains(&sum.total) && sum.parts.contains(cell);
            let parts = sum.parts.iter().filter(|part| !others.contains(part));
            shown && parts.map(|part| cells[*part]).sum::<u64>() > set.cells[sum.total]
        };
        if set.sums.iter().any(over) {
            break;
        }
        try_all(set, hidden, others, floor, cells, found);
    }
    cells[*cell] = set.cells[*cell];
}

/// The table with its totals added up again, where it says what is shown.
fn fits(set: &Published, hidden: &BTreeSet<usize>, floor: u64, cells: &[u64]) -> Option<Vec<u64>> {
    let mut whole = cells.to_vec();
    for sum in &set.sums {
        whole[sum.total] = sum.parts.iter().map(|part| whole[*part]).sum();
    }
    let same = (0..whole.len()).all(|cell| match hidden.contains(&cell) {
        true => whole[cell] >= floor,
        false => whole[cell] == set.cells[cell],
    });
    let sums = set
        .sums
        .iter()
        .all(|sum| whole[sum.total] == sum.parts.iter().map(|part| whole[*part]).sum::<u64>());
    let nested = set.within.iter().all(|(part, whole_of)| whole[*part] <= whole[*whole_of]);
    (same && sums && nested).then_some(whole)
}

/// The hidden cells whose value follows from what is shown.
fn told(set: &Published, hidden: &BTreeSet<usize>) -> Vec<usize> {
    let possible = possible(set, hidden);
    hidden.iter().copied().filter(|cell| possible[*cell].len() < 2).collect()
}

fn small_cells(set: &Published) -> BTreeSet<usize> {
    (0..set.cells.len()).filter(|cell| (1..=4).contains(&set.cells[*cell])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_suppressed_cell_of_a_table_can_be_worked_out(
        inner in proptest::collection::vec(prop_oneof![3 => 0..7u64, 1 => 0..12u64], 6),
    ) {
        for (rows, columns) in [(2, 3), (3, 2), (1, 6)] {
            let set = table(rows, columns, &inner);
            let hidden = suppressed(&set, Small::default());
            prop_assert!(small_cells(&set).is_subset(&hidden));
            prop_assert_eq!(told(&set, &hidden), Vec::<usize>::new(), "{:?} {:?}", set, hidden);
        }
    }

    #[test]
    fn nor_of_a_square_one(inner in proptest::collection::vec(0..6u64, 9)) {
        let set = table(3, 3, &inner);
        let hidden = suppressed(&set, Small::default());
        prop_assert!(small_cells(&set).is_subset(&hidden));
        prop_assert_eq!(told(&set, &hidden), Vec::<usize>::new(), "{:?} {:?}", set, hidden);
    }

    #[test]
    fn nor_of_a_funnel(areas in proptest::collection::vec(proptest::array::uniform3(0..9u64), 2)) {
        let set = funnel(&areas);
        let hidden = suppressed(&set, Small::default());
        prop_assert!(small_cells(&set).is_subset(&hidden));
        prop_assert_eq!(told(&set, &hidden), Vec::<usize>::new(), "{:?} {:?}", set, hidden);
    }
}

#[test]
fn without_further_cells_a_small_one_is_worked_out() {
    let set = table(2, 3, &[3, 20, 30, 40, 50, 60]);
    assert_eq!(told(&set, &small_cells(&set)), [0], "the control: by its row and its column");
    let hidden = suppressed(&set, Small::default());
    assert_eq!(hidden.len(), 4, "a ring of four: {hidden:?}");
    assert_eq!(told(&set, &hidden), [0; 0]);
}

#[test]
fn two_ones_that_make_two_are_not_enough() {
    let set = table(1, 3, &[1, 1, 30]);
    assert_eq!(told(&set, &BTreeSet::from([0, 1, 4, 5])), [0, 1, 4, 5], "the control");
    let hidden = suppressed(&set, Small::default());
    assert_eq!(told(&set, &hidden), [0; 0], "{hidden:?}");
}

#[test]
fn what_is_large_or_nought_is_shown() {
    assert_eq!(suppressed(&table(2, 2, &[5, 0, 12, 90]), Small::default()), BTreeSet::new());
    assert_eq!(suppressed(&Published::default(), Small::default()), BTreeSet::new());
    let alone = Published { cells: vec![3, 9], ..Published::default() };
    assert_eq!(suppressed(&alone, Small::default()), BTreeSet::from([0]));
}

#[test]
fn a_boroughs_table_is_done_in_a_moment() {
    let areas: Vec<[u64; 3]> =
        (0..139u64).map(|area| [30 + area * 37 % 90, area * 23 % 40, area * 17 % 12]).collect();
    let set = funnel(&areas);
    let hidden = suppressed(&set, Small::default());
    assert!(small_cells(&set).is_subset(&hidden));
    assert!(hidden.len() < set.cells.len() / 2, "{} of {}", hidden.len(), set.cells.len());
}

#[test]
fn rounding_is_to_the_nearest_five() {
    for (count, rounded) in [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10)] {
        assert_eq!(to_nearest_five(count), rounded);
    }
}

//! Random linked tables, protected and then checked against everything that could have been
//! published: claims about hidden figures are counted, not argued.

use super::brute::{BruteTable, each_alone, given};
use super::*;
use crate::reach::figure::Figure;
use proptest::prelude::*;

/// Figures that are tried together. More at once would take too long.
const TRIED: [(&[Figure], usize); 4] = [
    (&[Figure::Members], 5),
    (&[Figure::Seen, Figure::SeenNew], 3),
    (&[Figure::Seen, Figure::SustainedDirect, Figure::Sustained], 2),
    (&[Figure::Seen, Figure::SustainedDirect, Figure::Sustained, Figure::SustainedUniversal], 2),
];

/// What is drawn: counts of the atoms; for each atom, which centres it is in and which decile; how
/// the whole is divided by age.
#[derive(Clone, Debug)]
struct Drawn {
    atoms: Vec<[u64; 2]>,
    centres: Vec<Vec<bool>>,
    deciles: Vec<usize>,
    ages: Vec<u64>,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    let count = || prop_oneof![3 => 0..5u64, 1 => 0..12u64];
    let atoms = proptest::collection::vec([count(), count()], 5);
    // Centres that overlap, and centres that partition the whole.
    let overlapping = proptest::collection::vec(proptest::collection::vec(any::<bool>(), 5), 1..4);
    let apart = proptest::collection::vec(0..3usize, 5).prop_map(|of| {
        (0..3).map(|centre| of.iter().map(|one| *one == centre).collect()).collect()
    });
    let centres = prop_oneof![overlapping, apart];
    let deciles = proptest::collection::vec(0..3usize, 5);
    (atoms, centres, deciles, proptest::collection::vec(0..60u64, 2))
        .prop_map(|(atoms, centres, deciles, ages)| Drawn { atoms, centres, deciles, ages })
}

fn counts(figures: &[Figure], [most, some]: [u64; 2]) -> Counts {
    let mut counts = Counts::default();
    let some = some.min(most);
    for (figure, count) in figures.iter().zip([most, some, some, 0]) {
        counts.set(*figure, count);
    }
    // Half of them in both ways, and two only in the other.
    if figures.contains(&Figure::SustainedUniversal) {
        counts.set(Figure::SustainedUniversal, some / 2 + 2);
        counts.set(Figure::Sustained, some + 2);
    }
    counts
}

fn line(atoms: Vec<usize>, figures: &[Figure], (side, fine): (Side, bool)) -> Printed {
    Printed { atoms, figures: FigureSet::of(figures), side, fine }
}

/// Tables of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Areas,
    CentresApart,
    CentresThatOverlap,
    DecilesThatAreCentres,
    CentresAndDeciles,
}

impl Kind {
    pub(super) const ALL: [Kind; 5] = [
        Kind::Areas,
        Kind::CentresApart,
        Kind::CentresThatOverlap,
        Kind::DecilesThatAreCentres,
        Kind::CentresAndDeciles,
    ];

    pub(super) fn said(self) -> &'static str {
        match self {
            Kind::Areas => "areas",
            Kind::CentresApart => "centres apart",
            Kind::CentresThatOverlap => "centres that overlap",
            Kind::DecilesThatAreCentres => "deciles that are centres",
            Kind::CentresAndDeciles => "centres and deciles",
        }
    }
}

/// Members of five areas and their sums, drawn from a seed: the same each time.
pub(super) fn sample(kind: Kind, seed: u64) -> Linked {
    let mut state = seed * 7_919 + 13;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    draw(2);
    let atoms = (0..5).map(|_| if draw(3) == 0 { draw(5) } else { draw(12) });
    let atoms = atoms.map(|count| [count, 0]).collect();
    let mut of = |parts: u64| -> Vec<u64> { (0..5).map(|_| draw(parts)).collect() };
    let is =
        |of: Vec<u64>| (0..3).map(|part| of.iter().map(|one| *one == part).collect()).collect();
    let number = |of: &[u64]| of.iter().map(|one| usize::try_from(*one).unwrap_or(0)).collect();
    let (one, other) = (of(3), of(2));
    let (centres, deciles) = match kind {
        Kind::Areas => (Vec::new(), vec![0; 5]),
        Kind::CentresApart => (is(one), vec![0; 5]),
        Kind::CentresThatOverlap => {
            let in_all = |part: u64| one.iter().map(|at| *at != part).collect();
            ((0..3).map(in_all).collect(), vec![0; 5])
        }
        Kind::DecilesThatAreCentres => (is(one.clone()), number(&one)),
        Kind::CentresAndDeciles => (is(one), number(&other)),
    };
    let drawn = Drawn { atoms, centres, deciles, ages: vec![0, 0] };
    let mut all = linked(&drawn, (&[Figure::Members], 5));
    let mut by_place = all.pop().unwrap_or_default();
    by_place.lines.retain(|line| !line.atoms.is_empty());
    by_place
}

/// The whole by age, and by place: centres, deciles and areas.
fn linked(drawn: &Drawn, (figures, size): (&[Figure], usize)) -> Vec<Linked> {
    let atoms: Vec<Counts> =
        drawn.atoms.iter().take(size).map(|parts| counts(figures, *parts)).collect();
    let of = |side, fine| (side, fine);
    let mut by_place = vec![line((0..size).collect(), figures, of(Side::Apart, false))];
    for centre in &drawn.centres {
        let lsoas = (0..size).filter(|at| centre[*at]).collect();
        by_place.push(line(lsoas, figures, of(Side::Apart, false)));
    }
    for decile in 0..3 {
        let lsoas = (0..size).filter(|at| drawn.deciles[*at] == decile).collect();
        by_place.push(line(lsoas, figures, of(Side::Across, false)));
    }
    by_place.extend((0..size).map(|at| line(vec![at], figures, of(Side::Apart, true))));
    let mut all = Vec::new();
    if let [figure] = figures {
        let whole: u64 = atoms.iter().map(|of| of.of(*figure)).sum();
        let first = drawn.ages[0] % (whole + 1);
        let second = drawn.ages[1] % (whole - first + 1);
        let bands = [first, second, whole - first - second];
        let bands: Vec<Counts> = bands.iter().map(|count| counts(figures, [*count, 0])).collect();
        let mut by_age = vec![line(vec![0, 1, 2], figures, of(Side::Apart, false))];
        by_age.extend((0..3).map(|band| line(vec![band], figures, of(Side::Across, false))));
        all.push(Linked { atoms: bands, lines: by_age });
    }
    all.push(Linked { atoms, lines: by_place });
    all
}

pub(super) fn never() -> bool {
    false
}

fn shown_small(all: &[Linked], protected: &Protected) -> bool {
    let lines = all.iter().zip(&protected.hidden).flat_map(|(linked, hidden)| {
        linked.lines.iter().zip(hidden).map(|(line, hidden)| (&linked.atoms, line, *hidden))
    });
    let mut shown = lines.flat_map(|(atoms, line, hidden)| {
        let figures = line.figures.iter().filter(move |figure| !hidden.contains(*figure));
        figures.map(|figure| line.atoms.iter().map(|at| atoms[*at].of(figure)).sum::<u64>())
    });
    shown.any(|count| Small::default().is_small(count))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_small_or_left_out_can_be_worked_out_of_all_a_recipient_has(drawn in drawn()) {
        for tried in TRIED {
            let all = linked(&drawn, tried);
            let protected = protect(&all, Small::default(), &never);
            prop_assert!(!shown_small(&all, &protected));
            for fine in [false, true] {
                let told = given(&all, &protected, (tried.0, fine)).told();
                prop_assert!(told.is_empty(), "{told:?} of {all:?} {protected:?}");
            }
        }
    }
}

/// Three areas of one centre; the second centre has the fourth area.
fn two_centres() -> Vec<Linked> {
    let figures = &[Figure::Members];
    let atoms = [7, 6, 12, 3].map(|count| counts(figures, [count, 0]));
    let apart = (Side::Apart, false);
    let mut lines = vec![line(vec![0, 1, 2, 3], figures, apart)];
    lines.extend([vec![0, 1, 2], vec![3]].map(|of| line(of, figures, apart)));
    lines.extend([vec![0, 1], vec![2, 3]].map(|of| line(of, figures, (Side::Across, false))));
    lines.extend((0..4).map(|at| line(vec![at], figures, (Side::Apart, true))));
    vec![Linked { atoms: atoms.to_vec(), lines }]
}

#[test]
fn tables_protected_each_by_itself_give_small_counts_away() {
    let all = two_centres();
    let hidden = vec![each_alone(&all[0])];
    let control =
        BruteTable { all: &all, hidden: &hidden, fine: true, figures: &[Figure::Members] };
    assert!(!control.told().is_empty(), "the control: by the areas, the deciles and the centres");
    let protected = protect(&all, Small::default(), &never);
    assert_eq!(given(&all, &protected, (&[Figure::Members], true)).told(), Vec::<String>::new());
}

#[test]
fn five_ones_of_five_are_not_told_by_being_more_than_nought() {
    let figures = &[Figure::Members];
    let atoms = [1, 1, 1, 1, 1, 8].map(|count| counts(figures, [count, 0])).to_vec();
    let apart = (Side::Apart, false);
    let mut lines = vec![line((0..6).collect(), figures, apart)];
    lines.extend((0..6).map(|at| line(vec![at], figures, apart)));
    let all = vec![Linked { atoms, lines }];
    let protected = protect(&all, Small::default(), &never);
    assert!(protected.hidden[0][6].contains(Figure::Members), "the eighth goes with them");
    let mut hidden = protected.hidden.clone();
    hidden[0][6] = FigureSet::NONE;
    let control = BruteTable { all: &all, hidden: &hidden, fine: true, figures };
    assert!(!control.told().is_empty(), "the control");
    assert_eq!(given(&all, &protected, (figures, true)).told(), Vec::<String>::new());
}

#[test]
fn what_is_large_or_nought_is_shown() {
    let figures = &[Figure::Members];
    let atoms = [5, 0, 12, 90].map(|count| counts(figures, [count, 0])).to_vec();
    let mut lines = vec![line((0..4).collect(), figures, (Side::Apart, false))];
    lines.extend((0..4).map(|at| line(vec![at], figures, (Side::Apart, false))));
    let protected = protect(&[Linked { atoms, lines }], Small::default(), &never);
    assert!(protected.hidden[0].iter().all(|hidden| hidden.is_empty()));
}

#[test]
fn what_one_figure_is_more_than_another_is_not_told() {
    let figures = &[Figure::Seen, Figure::SustainedDirect, Figure::Sustained];
    let atoms = [[20, 18], [30, 9]].map(|parts| counts(figures, parts)).to_vec();
    let mut lines = vec![line(vec![0, 1], figures, (Side::Apart, false))];
    lines.extend((0..2).map(|at| line(vec![at], figures, (Side::Apart, false))));
    let all = vec![Linked { atoms, lines }];
    let shown = vec![vec![FigureSet::NONE; 3]];
    let control = BruteTable { all: &all, hidden: &shown, fine: true, figures };
    assert!(!control.told().is_empty(), "the control: two were seen too seldom");
    let protected = protect(&all, Small::default(), &never);
    assert_eq!(given(&all, &protected, (figures, true)).told(), Vec::<String>::new());
}

#[test]
fn past_its_time_the_finest_lines_are_withheld_and_then_all() {
    use std::cell::Cell;
    let all = two_centres();
    let asked = Cell::new(0);
    let after = |times: usize| {
        asked.set(0);
        protect(&all, Small::default(), &|| asked.replace(asked.get() + 1) >= times).withheld
    };
    assert_eq!(after(0), Withheld::All);
    let whole = protect(&all, Small::default(), &never);
    assert_eq!(whole.withheld, Withheld::Nothing);
    let later: Vec<Withheld> = (0..60).map(after).collect();
    assert!(later.contains(&Withheld::Finest), "{later:?}");
    assert!(later.ends_with(&[Withheld::Nothing]), "{later:?}");
}

#[test]
fn rounding_is_to_the_nearest_five() {
    for (count, rounded) in [(0, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10)] {
        assert_eq!(to_nearest_five(count), rounded);
    }
}

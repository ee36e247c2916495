//! What a reader can work out, by brute force: tries every table that fits the shown figures, the
//! relations between lines and figures, and the rule. Shares no code with the protection.

use super::{Linked, Protected, Small};
use crate::reach::figure::{Counts, DIFFERENCES, Figure, FigureSet};
use std::collections::BTreeSet;

/// What one recipient has: the lines, and which of their figures are hidden.
pub(super) struct BruteTable<'a> {
    pub all: &'a [Linked],
    pub hidden: &'a [Vec<FigureSet>],
    /// Whether the finest lines are included.
    pub fine: bool,
    /// The figures that exist; all others are zero.
    pub figures: &'a [Figure],
}

/// Tables that fit, as the counts of the atoms.
type Tables = Vec<Vec<Counts>>;

impl BruteTable<'_> {
    /// Disclosures, each as a sentence: hidden figures with one possible value, and small counts of
    /// any atoms together or of the difference of two of their figures.
    pub(super) fn told(&self) -> Vec<String> {
        let tables: Vec<Tables> = (0..self.all.len()).map(|at| self.tables(at)).collect();
        let wholes = tables
            .iter()
            .map(|tables| tables.iter().map(|table| total(table)).collect::<BTreeSet<Vec<u64>>>());
        let wholes = wholes.reduce(|one, other| &one & &other).unwrap_or_default();
        assert!(!wholes.is_empty(), "the truth fits: {:?}", self.all);
        let mut told = Vec::new();
        for (at, tables) in tables.iter().enumerate() {
            let fits: Vec<&Vec<Counts>> =
                tables.iter().filter(|table| wholes.contains(&total(table))).collect();
            told.extend(self.lines_told(at, &fits));
            told.extend(self.small_told(at, &fits));
        }
        told
    }

    fn lines_told(&self, at: usize, tables: &[&Vec<Counts>]) -> Vec<String> {
        let mut told = Vec::new();
        for (number, line) in self.all[at].lines.iter().enumerate() {
            for figure in self.figures.iter().filter(|one| self.is_hidden(at, number, **one)) {
                let values: BTreeSet<u64> =
                    tables.iter().map(|table| sum(table, &line.atoms, *figure)).collect();
                if values.len() < 2 {
                    told.push(format!("line {number} of {at}: {figure:?} {values:?}"));
                }
            }
        }
        told
    }

    fn small_told(&self, at: usize, tables: &[&Vec<Counts>]) -> Vec<String> {
        let mut told = Vec::new();
        let truth = &self.all[at].atoms;
        for some in 1u32..1 << truth.len() {
            let atoms: Vec<usize> = (0..truth.len()).filter(|atom| some >> atom & 1 == 1).collect();
            let of = |table: &Vec<Counts>| {
                let mut counts = Counts::default();
                atoms.iter().for_each(|atom| counts.add(&table[*atom]));
                let differences = DIFFERENCES.iter().map(|one| one.count(&counts));
                let figures = self.figures.iter().map(|one| counts.of(*one));
                figures.chain(differences).collect::<Vec<u64>>()
            };
            let true_values = of(truth);
            for (which, value) in true_values.iter().enumerate() {
                let is_small = Small::default().is_small(*value);
                if is_small && tables.iter().all(|table| of(table)[which] == *value) {
                    told.push(format!("{atoms:?} of {at}: quantity {which} is {value}"));
                }
            }
        }
        told
    }

    fn is_hidden(&self, at: usize, line: usize, figure: Figure) -> bool {
        let printed = &self.all[at].lines[line];
        let is_given = self.fine || !printed.fine;
        is_given && printed.figures.contains(figure) && self.hidden[at][line].contains(figure)
    }

    fn is_shown(&self, at: usize, line: usize, figure: Figure) -> bool {
        let printed = &self.all[at].lines[line];
        let is_given = self.fine || !printed.fine;
        is_given && printed.figures.contains(figure) && !self.hidden[at][line].contains(figure)
    }

    /// All tables with atoms from zero to two above the true value.
    fn tables(&self, at: usize) -> Tables {
        let mut found = Vec::new();
        let mut table = vec![Counts::default(); self.all[at].atoms.len()];
        let least = self.least(at);
        self.fill(at, 0, &least, &mut table, &mut found);
        found
    }

    /// The least value of a hidden figure. A reader who sees zeros shown knows that it is above
    /// zero, unless the figure is hidden in every line of the finest table.
    fn floor(&self, at: usize, line: usize, figure: Figure) -> u64 {
        let of = &self.all[at];
        let is_fine = of.lines[line].fine;
        let table = || (1..of.lines.len()).filter(|one| of.lines[*one].fine == is_fine);
        let is_out = |one: &usize| self.is_hidden(at, *one, figure);
        let is_nought = |one: &usize| sum(&of.atoms, &of.lines[*one].atoms, figure) == 0;
        let nobody_sees = is_fine && table().all(|one| is_out(&one));
        u64::from(!nobody_sees && !table().any(|one| is_out(&one) && is_nought(&one)))
    }

    /// By line and figure.
    fn least(&self, at: usize) -> Vec<Vec<u64>> {
        let of = |line: usize, figure: Figure| match self.is_hidden(at, line, figure) {
            true => self.floor(at, line, figure),
            false => 0,
        };
        let figures = |line: usize| self.figures.iter().map(move |figure| of(line, *figure));
        (0..self.all[at].lines.len()).map(|line| figures(line).collect()).collect()
    }

    fn fill(
        &self,
        at: usize,
        atom: usize,
        least: &[Vec<u64>],
        table: &mut Vec<Counts>,
        found: &mut Tables,
    ) {
        if atom == table.len() {
            if self.fits(at, table, least) {
                found.push(table.clone());
            }
            return;
        }
        for counts in guesses(self.all[at].atoms[atom], self.figures) {
            table[atom] = counts;
            if counts.holds() && self.may_fit(at, table, atom) {
                self.fill(at, atom + 1, least, table, found);
            }
        }
        table[atom] = Counts::default();
    }

    /// No shown line is below the sum of the atoms filled so far.
    fn may_fit(&self, at: usize, table: &[Counts], last: usize) -> bool {
        let of = &self.all[at];
        of.lines.iter().enumerate().all(|(number, line)| {
            !line.atoms.contains(&last)
                || self.figures.iter().all(|figure| {
                    let truth = sum(&of.atoms, &line.atoms, *figure);
                    let rest = line.atoms.iter().filter(|atom| **atom > last);
                    let filled = sum(table, &line.atoms, *figure);
                    !self.is_shown(at, number, *figure)
                        || filled == truth
                        || filled < truth && rest.count() > 0
                })
        })
    }

    fn fits(&self, at: usize, table: &[Counts], least: &[Vec<u64>]) -> bool {
        let of = &self.all[at];
        of.lines.iter().enumerate().all(|(number, line)| {
            self.figures.iter().enumerate().all(|(which, figure)| {
                let count = sum(table, &line.atoms, *figure);
                let is_same = count == sum(&of.atoms, &line.atoms, *figure);
                (is_same || !self.is_shown(at, number, *figure)) && count >= least[number][which]
            })
        })
    }
}

fn guesses(truth: Counts, figures: &[Figure]) -> Vec<Counts> {
    let start = vec![Counts::default()];
    figures.iter().fold(start, |all, figure| {
        let longer = |one: &Counts| {
            let one = *one;
            (0..=truth.of(*figure) + 2).map(move |count| {
                let mut one = one;
                one.set(*figure, count);
                one
            })
        };
        all.iter().flat_map(longer).collect()
    })
}

fn sum(table: &[Counts], atoms: &[usize], figure: Figure) -> u64 {
    atoms.iter().map(|atom| table[*atom].of(figure)).sum()
}

/// The sum over all atoms, by figure.
fn total(table: &[Counts]) -> Vec<u64> {
    let all: Vec<usize> = (0..table.len()).collect();
    Figure::ALL.iter().map(|figure| sum(table, &all, *figure)).collect()
}

/// Protects each table separately: hides small counts, and if only one figure of a table is hidden,
/// the smallest shown one too.
pub(super) fn each_alone(linked: &Linked) -> Vec<FigureSet> {
    let small = Small::default();
    let count = |line: usize, figure| sum(&linked.atoms, &linked.lines[line].atoms, figure);
    let mut hidden = vec![FigureSet::NONE; linked.lines.len()];
    for figure in Figure::ALL.iter().copied() {
        let is_small = |line: &usize| small.is_small(count(*line, figure));
        let of_table = |side, fine| {
            let of = move |line: &usize| {
                let printed = &linked.lines[*line];
                *line > 0 && printed.side == side && printed.fine == fine
            };
            (0..linked.lines.len()).filter(of).collect::<Vec<usize>>()
        };
        use super::Side::{Across, Apart};
        for table in [of_table(Apart, false), of_table(Across, false), of_table(Apart, true)] {
            let out: Vec<usize> = table.iter().copied().filter(is_small).collect();
            let shown = table.iter().copied().filter(|line| !is_small(line));
            let more = shown.filter(|line| count(*line, figure) > 0);
            let more = more.min_by_key(|line| count(*line, figure)).filter(|_| out.len() == 1);
            for line in out.into_iter().chain(more) {
                hidden[line] = hidden[line].with(figure);
            }
        }
        if is_small(&0) {
            hidden[0] = hidden[0].with(figure);
        }
    }
    hidden
}

/// The hidden figures of tables that were protected together.
pub(super) fn given<'a>(
    all: &'a [Linked],
    protected: &'a Protected,
    (figures, fine): (&'a [Figure], bool),
) -> BruteTable<'a> {
    BruteTable { all, hidden: &protected.hidden, fine, figures }
}

//! What the lines of a report consist of: the whole divided by age, by each target group, and by
//! where children live, finely enough that every line is a sum of parts. Used to protect counts;
//! never published.

use super::count::ReachCounts;
use super::ground::Spot;
use super::report::{Line, ReachBy, ReachReport, Table};
use super::tables::TableLines;
use super::tally::Tally;
use crate::families::groups::{Derived, TargetGroup};
use crate::reach::disclosure::{Linked, Printed, Side};
use crate::reach::figure::{Counts, Figure, FigureSet};

/// Each division of the whole; the one by address is last.
#[derive(Clone, Debug, Default)]
pub struct Makeup {
    pub divisions: Vec<Division>,
}

/// The lines of one division, each with its table and index there; none for the whole.
#[derive(Clone, Debug, Default)]
pub struct Division {
    pub linked: Linked,
    pub places: Vec<Option<(ReachBy, usize)>>,
}

impl Division {
    /// A division with these counts for its parts; the first line is the whole.
    pub fn new(atoms: Vec<Counts>, whole: FigureSet) -> Division {
        let all = (0..atoms.len()).collect();
        let whole = Printed { atoms: all, figures: whole, side: Side::Apart, fine: false };
        let linked = Linked { atoms, lines: vec![whole] };
        Division { linked, places: vec![None] }
    }

    pub fn line(&mut self, place: (ReachBy, usize), line: Printed) {
        self.linked.lines.push(line);
        self.places.push(Some(place));
    }

    /// Adds the lines of a table, each with its parts.
    pub fn table(&mut self, table: &Table, parts: impl Fn(usize, &str) -> Option<Vec<usize>>) {
        let (side, fine) = match table.by {
            ReachBy::Decile | ReachBy::AgeBand => (Side::Across, false),
            ReachBy::Area => (Side::Apart, true),
            ReachBy::Centre | ReachBy::TargetGroup | ReachBy::Activity => (Side::Apart, false),
        };
        for (number, line) in table.lines.iter().enumerate() {
            let Some(atoms) = parts(number, &line.key) else { continue };
            let figures = match table.by {
                // In each of its lines "here" is another centre.
                ReachBy::Centre if table.lines.len() > 1 => {
                    line.printed().without(Figure::SeenHere)
                }
                _ => line.printed(),
            };
            if self.is_sum(line, figures, &atoms) {
                self.line((table.by, number), Printed { atoms, figures, side, fine });
            }
        }
    }

    fn is_sum(&self, line: &Line, figures: FigureSet, atoms: &[usize]) -> bool {
        let mut sum = Counts::default();
        atoms.iter().filter_map(|atom| self.linked.atoms.get(*atom)).for_each(|of| sum.add(of));
        figures.iter().all(|figure| line.figure(figure).n == Some(sum.of(figure)))
    }

    /// A line that is not a sum of such parts: the line and the rest.
    pub fn apart(report: &ReachReport, place: (ReachBy, usize), line: &Line) -> Division {
        let of = counts(line);
        let mut division =
            Division::new(vec![of, counts(&report.whole).less(&of)], report.whole.printed());
        let figures = line.printed();
        division.line(place, Printed { atoms: vec![0], figures, side: Side::Apart, fine: false });
        division
    }
}

pub(crate) fn counts(line: &Line) -> Counts {
    let mut counts = Counts::default();
    for figure in Figure::ALL.iter().copied() {
        counts.set(figure, line.figure(figure).n.unwrap_or_default());
    }
    counts
}

impl TableLines<'_> {
    /// The makeup of a report with these lines.
    pub fn makeup(&self, report: &ReachReport) -> Makeup {
        let (by_age, by_place) = (self.by_age(report), self.by_place(report));
        let placed = |place: &(ReachBy, usize)| {
            [&by_age, &by_place].iter().any(|one| one.places.contains(&Some(*place)))
        };
        let lines = report.tables.iter().flat_map(|table| {
            table.lines.iter().enumerate().map(|(number, line)| ((table.by, number), line))
        });
        let apart = lines.filter(|(place, _)| !placed(place));
        let mut divisions: Vec<Division> =
            apart.map(|(place, line)| Division::apart(report, place, line)).collect();
        divisions.extend([by_age, by_place]);
        Makeup { divisions }
    }

    fn group_of(&self, key: &str) -> Option<&TargetGroup> {
        self.groups.list.iter().find(|group| group.code == key)
    }

    fn ages(&self, key: &str) -> Option<(u32, u32)> {
        let group = self.group_of(key)?;
        (group.derived == Some(Derived::Age)).then(|| group.ages()).flatten()
    }

    /// By completed months, cut at each age where a band or group begins or ends.
    fn by_age(&self, report: &ReachReport) -> Division {
        let bands = self.plan.age_bands.months();
        let groups = self.groups.list.iter().filter_map(|group| self.ages(&group.code));
        let mut cuts: Vec<u32> =
            bands.iter().copied().chain(groups).flat_map(|(from, until)| [from, until]).collect();
        cuts.extend([0, u32::MAX]);
        cuts.sort_unstable();
        cuts.dedup();
        let of = |months: u32| cuts.partition_point(|cut| *cut <= months) - 1;
        let atoms = self.counted(cuts.len() - 1, |one| Some(of(one.age_months)));
        let within = |(from, until): (u32, u32)| {
            (0..cuts.len() - 1).filter(|at| from <= cuts[*at] && cuts[at + 1] <= until).collect()
        };
        let mut division = Division::new(atoms, report.whole.printed());
        for table in &report.tables {
            match table.by {
                ReachBy::AgeBand => {
                    division.table(table, |number, _| bands.get(number).copied().map(within));
                }
                ReachBy::TargetGroup => division.table(table, |_, key| self.ages(key).map(within)),
                ReachBy::Area | ReachBy::Decile | ReachBy::Activity | ReachBy::Centre => {}
            }
        }
        division
    }

    /// By LSOA; without a reach area, by home centre.
    fn by_place(&self, report: &ReachReport) -> Division {
        let (lsoas, centres) = (self.ground.lsoas.len(), self.ground.centres.len());
        let home = |one: &ReachCounts| {
            one.child.lived.centre.as_ref().and_then(|id| self.ground.centre_at(id))
        };
        let atoms = self.counted(lsoas + centres, |one| match one.spot {
            Spot::Lsoa(at) => Some(at),
            Spot::Home => home(one).map(|centre| lsoas + usize::from(centre)),
            Spot::Outside(_) => None,
        });
        let deciles: Vec<Vec<usize>> = self.ground.deciles().into_values().collect();
        let is_deprived = |at: &usize| self.groups.is_deprived(self.ground.decile(Spot::Lsoa(*at)));
        let mut division = Division::new(atoms, report.whole.printed());
        for table in &report.tables {
            division.table(table, |number, key| match table.by {
                ReachBy::Area => Some(vec![number]),
                ReachBy::Decile => deciles.get(number).cloned(),
                ReachBy::Centre => {
                    let centre = self.ground.centres.get(number)?;
                    let own = (self.ground.basis.is_none()).then_some(lsoas + number);
                    Some(centre.lsoas.iter().flatten().copied().chain(own).collect())
                }
                ReachBy::TargetGroup => {
                    let group = self.group_of(key)?;
                    let of_area = group.derived == Some(Derived::DeprivedArea);
                    of_area.then(|| (0..lsoas).filter(is_deprived).collect())
                }
                ReachBy::AgeBand | ReachBy::Activity => None,
            });
        }
        division
    }

    /// Children of the area by part; those in none form a part of their own, so that the parts make
    /// up the whole.
    fn counted(&self, parts: usize, part: impl Fn(&ReachCounts) -> Option<usize>) -> Vec<Counts> {
        let mut tallies = vec![Tally::default(); parts + 1];
        for one in self.inside() {
            let at = part(one).filter(|at| *at < parts).unwrap_or(parts);
            tallies[at].add(&one.judged);
        }
        let used = if tallies[parts] == Tally::default() { parts } else { parts + 1 };
        tallies[..used].iter().map(|tally| tally.counts).collect()
    }
}

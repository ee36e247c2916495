//! The lines of a report: every counted child goes into each line it belongs to.

use super::cells::{Figures, Group, Residents};
use super::count::{Count, ReachCounts};
use super::ground::{CentreArea, Ground, Spot};
use super::plan::ReachPlan;
use super::report::{Line, ReachBy, Table};
use super::tally::{Judged, Tally};
use crate::areas::figures::LsoaFigure;
use crate::areas::place::Bucket;
use crate::base::id::ActivityId;
use crate::families::groups::{Derived, TargetGroup};
use crate::reach::groups::Groups;
use std::collections::HashMap;

/// Everything needed to make lines.
pub struct TableLines<'a> {
    pub plan: &'a ReachPlan,
    pub ground: &'a Ground,
    pub groups: &'a Groups,
    pub count: &'a Count<'a>,
    /// The attended activities, in the order children refer to them.
    pub activities: &'a [ActivityId],
    /// The titles of activities.
    pub titles: &'a HashMap<ActivityId, String>,
}

/// The key of an age band: its first and its last completed month.
pub(crate) fn band_key(band: &(u32, u32)) -> String {
    format!("{}-{}", band.0, band.1.saturating_sub(1))
}

const OUTSIDE: [(Bucket, &str); 4] = [
    (Bucket::OutOfArea, "Out of the area"),
    (Bucket::Unknown, "Postcode unknown"),
    (Bucket::NoFixedAddress, "No fixed address"),
    (Bucket::Restricted, "Restricted"),
];

impl TableLines<'_> {
    fn figures(&self) -> Figures<'_> {
        Figures { words: &self.plan.words, target_percent: self.plan.target_percent }
    }

    fn covered(&self) -> bool {
        self.plan.is_covered(self.ground.begins())
    }

    fn group(&self, key: impl Into<String>, label: impl Into<String>, of: Option<u64>) -> Group {
        Group {
            key: key.into(),
            label: label.into(),
            residents: Residents::known(of),
            covered: self.covered(),
        }
    }

    /// The children who live in the area.
    pub fn inside(&self) -> impl Iterator<Item = &ReachCounts<'_>> {
        self.count.children.iter().filter(|one| !matches!(one.spot, Spot::Outside(_)))
    }

    fn tally<'a>(&self, of: impl Iterator<Item = &'a ReachCounts<'a>>) -> Tally {
        let mut tally = Tally::default();
        of.for_each(|one| tally.add(&one.judged));
        tally
    }

    pub fn whole(&self) -> Line {
        let group = self.group("", "All", self.ground.residents());
        self.figures().line(group, &self.tally(self.inside()))
    }

    /// The members who live in the area: those seen, and those in direct sustained contact.
    pub fn members(&self) -> Line {
        self.figures().members(&self.tally(self.inside()), self.covered())
    }

    pub fn outside(&self) -> Vec<Line> {
        let line = |(bucket, label): &(Bucket, &str)| {
            let is_here =
                |one: &&ReachCounts| one.spot == Spot::Outside(*bucket) && self.is_of_ours(one);
            let tally = self.tally(self.count.children.iter().filter(is_here));
            self.figures().outside(bucket.as_str(), label, &tally)
        };
        OUTSIDE.iter().map(line).collect()
    }

    pub fn table(&self, by: ReachBy) -> Table {
        let overlaps = match by {
            ReachBy::TargetGroup | ReachBy::Activity | ReachBy::Centre => true,
            ReachBy::Area | ReachBy::Decile | ReachBy::AgeBand => false,
        };
        let Split { groups, places } = self.split(by);
        let mut tallies = vec![Tally::default(); groups.len()];
        let mut found = Vec::new();
        for one in self.inside() {
            found.clear();
            places(one, &mut found);
            for at in found.iter().copied() {
                if let Some(tally) = tallies.get_mut(at) {
                    tally.add(&judged_in(by, at, one));
                }
            }
        }
        let lines = groups.into_iter().zip(&tallies);
        let mut lines: Vec<Line> =
            lines.map(|(group, tally)| self.figures().line(group, tally)).collect();
        if by == ReachBy::Activity {
            lines.sort_by(|one, other| one.key.cmp(&other.key));
        }
        Table { by, overlaps, lines }
    }

    /// The children counted in a line, each as judged there.
    pub fn of_line(&self, table: &str, key: &str) -> Vec<(&ReachCounts<'_>, Judged)> {
        if let Some(by) = ReachBy::parse(table) {
            let Split { groups, places } = self.split(by);
            let Some(line) = groups.iter().position(|group| group.key == key) else {
                return Vec::new();
            };
            let mut found = Vec::new();
            let mut is_there = |one: &&ReachCounts| {
                found.clear();
                places(one, &mut found);
                found.contains(&line)
            };
            let there = self.inside().filter(|one| is_there(one));
            return there.map(|one| (one, judged_in(by, line, one))).collect();
        }
        let is_there = |one: &&ReachCounts| match (table, one.spot) {
            ("outside", Spot::Outside(bucket)) => {
                Bucket::parse(key) == Some(bucket) && self.is_of_ours(one)
            }
            ("whole", Spot::Lsoa(_) | Spot::Home) => true,
            ("members", Spot::Lsoa(_) | Spot::Home) => one.judged.member,
            _ => false,
        };
        let there = self.count.children.iter().filter(is_there);
        there.map(|one| (one, one.judged)).collect()
    }

    pub fn is_of_ours(&self, one: &ReachCounts) -> bool {
        self.plan.centres.is_none() || self.ground.is_home(&one.child) || one.judged.seen_here
    }

    fn split(&self, by: ReachBy) -> Split<'_> {
        match by {
            ReachBy::Area => self.areas(),
            ReachBy::Decile => self.deciles(),
            ReachBy::TargetGroup => self.target_groups(),
            ReachBy::AgeBand => self.bands(),
            ReachBy::Activity => self.activities(),
            ReachBy::Centre => self.centres(),
        }
    }

    fn areas(&self) -> Split<'_> {
        let group = |(at, figure): (usize, &LsoaFigure)| {
            let code = figure.code.to_string();
            let label = figure.name.clone().unwrap_or_else(|| code.clone());
            self.group(code, label, self.ground.residents_of(&[at]))
        };
        let places = |one: &ReachCounts, found: &mut Vec<usize>| {
            if let Spot::Lsoa(at) = one.spot {
                found.push(at);
            }
        };
        Split::new(self.ground.lsoas.iter().enumerate().map(group), places)
    }

    fn deciles(&self) -> Split<'_> {
        let deciles = self.ground.deciles();
        let mut of_lsoa = HashMap::new();
        for (lsoas, at) in deciles.values().zip(0..) {
            of_lsoa.extend(lsoas.iter().map(|lsoa| (*lsoa, at)));
        }
        let group = |((_, decile), lsoas): ((bool, Option<i32>), Vec<usize>)| {
            let key = decile.map_or_else(|| "unknown".to_owned(), |decile| decile.to_string());
            let label = match decile {
                Some(1) => "Decile 1, the most deprived".to_owned(),
                Some(decile) => format!("Decile {decile}"),
                None => "Not in the index".to_owned(),
            };
            self.group(key, label, self.ground.residents_of(&lsoas))
        };
        Split::new(deciles.into_iter().map(group), move |one, found| {
            if let Spot::Lsoa(lsoa) = one.spot {
                found.extend(of_lsoa.get(&lsoa));
            }
        })
    }

    fn target_groups(&self) -> Split<'_> {
        let group =
            |group: &TargetGroup| self.group(&group.code, &group.label, self.residents_in(group));
        Split::new(self.groups.list.iter().map(group), |one, found| {
            found.extend(one.groups.iter().copied().map(usize::from));
        })
    }

    /// Known only for groups based on area or age.
    fn residents_in(&self, group: &TargetGroup) -> Option<u64> {
        match group.derived? {
            Derived::DeprivedArea => {
                self.ground.basis.as_ref()?.index_year()?;
                self.ground.residents_where(|figure| self.groups.is_deprived(figure.decile))
            }
            Derived::Age => {
                let (from, until) = group.ages()?;
                self.ground.residents_aged(from, until)
            }
            Derived::Expectant => None,
        }
    }

    fn bands(&self) -> Split<'_> {
        let bands = self.plan.age_bands;
        let group = |(band, label): (&(u32, u32), &&str)| {
            self.group(band_key(band), *label, self.ground.residents_aged(band.0, band.1))
        };
        let months = bands.months();
        Split::new(months.iter().zip(bands.labels()).map(group), move |one, found| {
            let is_in = |(from, until): &(u32, u32)| (*from..*until).contains(&one.age_months);
            found.extend(months.iter().position(is_in));
        })
    }

    /// The children who came to each activity, of all residents.
    fn activities(&self) -> Split<'_> {
        let group = |activity: &ActivityId| {
            let title = self.titles.get(activity).cloned().unwrap_or_default();
            let residents = Residents::OfAll(self.ground.residents());
            Group { residents, ..self.group(activity.to_string(), title, None) }
        };
        Split::new(self.activities.iter().map(group), |one, found| {
            found.extend(one.met.activities.iter().filter_map(|at| usize::try_from(*at).ok()));
        })
    }

    /// Each centre with its own reach area and records; "here" is that centre.
    fn centres(&self) -> Split<'_> {
        let mut of_lsoa: Vec<Vec<usize>> = vec![Vec::new(); self.ground.lsoas.len()];
        for (at, centre) in self.ground.centres.iter().enumerate() {
            for lsoa in centre.lsoas.iter().flatten() {
                if let Some(list) = of_lsoa.get_mut(*lsoa) {
                    list.push(at);
                }
            }
        }
        let group = |centre: &CentreArea| {
            let residents = centre.lsoas.as_ref().and_then(|of| self.ground.residents_of(of));
            let covered = self.plan.is_covered(centre.begins);
            Group { covered, ..self.group(centre.id.to_string(), &centre.name, residents) }
        };
        Split::new(self.ground.centres.iter().map(group), move |one, found| match one.spot {
            Spot::Lsoa(at) => found.extend(of_lsoa.get(at).into_iter().flatten()),
            Spot::Home => {
                let home = one.child.lived.centre.as_ref();
                found.extend(home.and_then(|id| self.ground.centre_at(id)).map(usize::from));
            }
            Spot::Outside(_) => {}
        })
    }
}

/// Adds the lines, by index, to which a child of the area belongs.
type LinesOf<'a> = Box<dyn Fn(&ReachCounts, &mut Vec<usize>) + 'a>;

/// The lines of a table before they are counted.
struct Split<'a> {
    groups: Vec<Group>,
    places: LinesOf<'a>,
}

impl<'a> Split<'a> {
    fn new(
        groups: impl Iterator<Item = Group>,
        places: impl Fn(&ReachCounts, &mut Vec<usize>) + 'a,
    ) -> Split<'a> {
        Split { groups: groups.collect(), places: Box::new(places) }
    }
}

/// A child as judged for its line: in a centre's line "here" is that centre.
fn judged_in(by: ReachBy, line: usize, one: &ReachCounts) -> Judged {
    match by {
        ReachBy::Centre => {
            let seen_here = one.met.centres.iter().any(|at| usize::from(*at) == line);
            Judged { seen_here, ..one.judged }
        }
        _ => one.judged,
    }
}

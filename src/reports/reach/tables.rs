//! The lines of a report: every counted child goes into each line it belongs to.

use super::cells::{Figures, Group, Residents};
use super::count::{Count, ReachCounts};
use super::ground::{CentreArea, Ground, Spot};
use super::plan::ReachPlan;
use super::report::{Line, ReachBy, Table};
use super::tally::{Judged, Tally};
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
pub fn band_key(band: &(u32, u32)) -> String {
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
        let (overlaps, lines) = match by {
            ReachBy::Area => (false, self.areas()),
            ReachBy::Decile => (false, self.deciles()),
            ReachBy::TargetGroup => (true, self.target_groups()),
            ReachBy::AgeBand => (false, self.bands()),
            ReachBy::Activity => (true, self.activities()),
            ReachBy::Centre => (true, self.centres()),
        };
        Table { by, overlaps, lines }
    }

    pub fn is_of_ours(&self, one: &ReachCounts) -> bool {
        self.plan.centres.is_none() || self.ground.is_home(&one.child) || one.judged.seen_here
    }

    fn areas(&self) -> Vec<Line> {
        let mut tallies = vec![Tally::default(); self.ground.lsoas.len()];
        for one in &self.count.children {
            if let Spot::Lsoa(at) = one.spot
                && let Some(tally) = tallies.get_mut(at)
            {
                tally.add(&one.judged);
            }
        }
        let line = |(at, tally): (usize, &Tally)| {
            let figure = self.ground.lsoas.get(at)?;
            let code = figure.code.to_string();
            let label = figure.name.clone().unwrap_or_else(|| code.clone());
            let residents = self.ground.residents_of(&[at]);
            Some(self.figures().line(self.group(code, label, residents), tally))
        };
        tallies.iter().enumerate().filter_map(line).collect()
    }

    fn deciles(&self) -> Vec<Line> {
        let mut tallies: HashMap<Option<i32>, Tally> = HashMap::new();
        for one in &self.count.children {
            if let Spot::Lsoa(_) = one.spot {
                tallies.entry(self.ground.decile(one.spot)).or_default().add(&one.judged);
            }
        }
        let line = |((_, decile), lsoas): ((bool, Option<i32>), Vec<usize>)| {
            let key = decile.map_or_else(|| "unknown".to_owned(), |decile| decile.to_string());
            let label = match decile {
                Some(1) => "Decile 1, the most deprived".to_owned(),
                Some(decile) => format!("Decile {decile}"),
                None => "Not in the index".to_owned(),
            };
            let tally = tallies.get(&decile).copied().unwrap_or_default();
            let group = self.group(key, label, self.ground.residents_of(&lsoas));
            self.figures().line(group, &tally)
        };
        self.ground.deciles().into_iter().map(line).collect()
    }

    fn target_groups(&self) -> Vec<Line> {
        let mut tallies = vec![Tally::default(); self.groups.list.len()];
        for one in self.inside() {
            for at in &one.groups {
                if let Some(tally) = tallies.get_mut(usize::from(*at)) {
                    tally.add(&one.judged);
                }
            }
        }
        let line = |(group, tally): (&TargetGroup, &Tally)| {
            let residents = self.residents_in(group);
            self.figures().line(self.group(&group.code, &group.label, residents), tally)
        };
        self.groups.list.iter().zip(&tallies).map(line).collect()
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

    fn bands(&self) -> Vec<Line> {
        let bands = self.plan.age_bands;
        let line = |(band, label): (&(u32, u32), &&str)| {
            let is_in = |one: &&ReachCounts| (band.0..band.1).contains(&one.age_months);
            let residents = self.ground.residents_aged(band.0, band.1);
            let group = self.group(band_key(band), *label, residents);
            self.figures().line(group, &self.tally(self.inside().filter(is_in)))
        };
        bands.months().iter().zip(bands.labels()).map(line).collect()
    }

    /// The children who came to each activity, of all residents.
    fn activities(&self) -> Vec<Line> {
        let mut tallies = vec![Tally::default(); self.activities.len()];
        for one in self.inside() {
            for at in &one.met.activities {
                let at = usize::try_from(*at).unwrap_or(usize::MAX);
                if let Some(tally) = tallies.get_mut(at) {
                    tally.add(&one.judged);
                }
            }
        }
        let line = |(activity, tally): (&ActivityId, &Tally)| {
            let title = self.titles.get(activity).cloned().unwrap_or_default();
            let residents = Residents::OfAll(self.ground.residents());
            let group = Group { residents, ..self.group(activity.to_string(), title, None) };
            self.figures().line(group, tally)
        };
        let mut lines: Vec<Line> = self.activities.iter().zip(&tallies).map(line).collect();
        lines.sort_by(|one, other| one.key.cmp(&other.key));
        lines
    }

    /// Each centre with its own reach area and records; "here" is that centre.
    fn centres(&self) -> Vec<Line> {
        let mut of_lsoa: Vec<Vec<usize>> = vec![Vec::new(); self.ground.lsoas.len()];
        for (at, centre) in self.ground.centres.iter().enumerate() {
            for lsoa in centre.lsoas.iter().flatten() {
                if let Some(list) = of_lsoa.get_mut(*lsoa) {
                    list.push(at);
                }
            }
        }
        let mut tallies = vec![Tally::default(); self.ground.centres.len()];
        for one in &self.count.children {
            let home = |_| one.child.lived.centre.as_ref().and_then(|id| self.ground.centre_at(id));
            let of: Vec<usize> = match one.spot {
                Spot::Lsoa(at) => of_lsoa.get(at).cloned().unwrap_or_default(),
                Spot::Home => home(()).map(usize::from).into_iter().collect(),
                Spot::Outside(_) => Vec::new(),
            };
            for at in of {
                let seen_here = one.met.centres.iter().any(|centre| usize::from(*centre) == at);
                if let Some(tally) = tallies.get_mut(at) {
                    tally.add(&Judged { seen_here, ..one.judged });
                }
            }
        }
        let line = |(centre, tally): (&CentreArea, &Tally)| {
            let residents = centre.lsoas.as_ref().and_then(|of| self.ground.residents_of(of));
            let covered = self.plan.is_covered(centre.begins);
            let group = self.group(centre.id.to_string(), &centre.name, residents);
            self.figures().line(Group { covered, ..group }, tally)
        };
        self.ground.centres.iter().zip(&tallies).map(line).collect()
    }
}

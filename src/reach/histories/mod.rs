//! What was known about some children, version by version, at a given moment: which records were
//! merged, and the standing of each child and household on a day.

pub(crate) mod service;
pub(crate) mod store;
#[cfg(test)]
mod tests;

use super::facts;
use super::groups::{Groups, Then};
use super::known::day_of;
use super::standing::{Position, ReachPerson, position};
use super::version::{AsAt, EXPECTED_FOR, Version, is_known, lived};
use crate::base::id::{ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::families::joined::kept_among;
use chrono::{Months, NaiveDate};
use diesel::Queryable;
use std::collections::{BTreeSet, HashMap, HashSet};

/// A child that a household expects, or has had since.
#[derive(Clone, Debug, Queryable)]
pub struct Expected {
    pub family: FamilyId,
    pub due_on: Option<NaiveDate>,
    pub born_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
}

impl Expected {
    /// The day from which it counts as expected.
    fn from(&self) -> Option<NaiveDate> {
        self.born_on.or(self.due_on)?.checked_sub_days(EXPECTED_FOR)
    }

    /// Expected by that day, not born yet and not lost.
    fn holds(&self, day: NaiveDate) -> bool {
        if self.from().is_none_or(|from| day < from) {
            return false;
        }
        let unborn = self.due_on.is_some() || self.born_on.is_some_and(|born| born > day);
        unborn && self.ended_on.is_none_or(|ended| ended > day)
    }
}

#[derive(Debug, Default)]
pub struct Histories {
    /// The groups that count for reach.
    pub groups: Groups,
    /// By LSOA; `None` if no index of deprivation is known.
    pub deciles: Option<HashMap<String, i32>>,
    /// By child, oldest first.
    versions: Vec<Version>,
    /// Where the versions of each child begin.
    first: Vec<usize>,
    /// For each child, by index, the child it was merged into; itself if not merged.
    kept: Vec<usize>,
    expected: HashMap<FamilyId, Vec<Expected>>,
    /// The children, by index, whose home a household ever was.
    homes: HashMap<FamilyId, BTreeSet<usize>>,
}

impl Histories {
    /// From versions known at a moment; children with no current version then are left out.
    pub fn new(mut versions: Vec<Version>, known_at: Moment) -> Histories {
        versions.sort_by(|one, other| {
            (&one.child, one.known_from).cmp(&(&other.child, other.known_from))
        });
        let children = versions.chunk_by(|one, other| one.child == other.child);
        let gone = children.filter(|versions| !is_known(versions, known_at));
        let gone: HashSet<ChildId> = gone.flatten().map(|version| version.child.clone()).collect();
        if !gone.is_empty() {
            versions.retain(|version| !gone.contains(&version.child));
        }
        let mut first: Vec<usize> = Vec::new();
        for (place, version) in versions.iter().enumerate() {
            let before = place.checked_sub(1).and_then(|before| versions.get(before));
            if before.is_none_or(|before| before.child != version.child) {
                first.push(place);
            }
        }
        let mut histories = Histories { versions, first, ..Histories::default() };
        histories.kept = (0..histories.first.len()).map(|one| histories.follow(one)).collect();
        histories
    }

    /// The number of children; each has an index below it.
    pub fn children(&self) -> usize {
        self.first.len()
    }

    pub fn at(&self, child: &ChildId) -> Option<usize> {
        let named = |first: &usize| self.versions.get(*first).map(|version| &version.child);
        self.first.binary_search_by(|first| named(first).cmp(&Some(child))).ok()
    }

    /// The same, fast for children that come in order.
    pub fn at_or_after(&self, child: &ChildId, next: usize) -> Option<usize> {
        let is_next = self.versions(next).first().is_some_and(|version| version.child == *child);
        if is_next { Some(next) } else { self.at(child) }
    }

    pub fn versions(&self, at: usize) -> &[Version] {
        let Some(first) = self.first.get(at) else { return &[] };
        let end = self.first.get(at + 1).copied().unwrap_or(self.versions.len());
        self.versions.get(*first..end).unwrap_or_default()
    }

    /// The index of the child this one was merged into.
    pub fn kept_at(&self, at: usize) -> usize {
        self.kept.get(at).copied().unwrap_or(at)
    }

    /// The child this one was merged into, or itself.
    pub fn kept<'a>(&'a self, child: &'a ChildId) -> &'a ChildId {
        let kept = self.at(child).and_then(|at| self.latest(self.kept_at(at)));
        kept.map_or(child, |version| &version.child)
    }

    fn follow(&self, from: usize) -> usize {
        kept_among(&from, |record| {
            let into = self.latest(*record).and_then(|version| version.joined_into.as_ref());
            into.and_then(|into| self.at(into))
        })
    }

    fn latest(&self, at: usize) -> Option<&Version> {
        self.versions(at).last()
    }

    /// A child's position on a day; unknown if nothing is known about the child.
    pub fn of_child(&self, child: &ChildId, day: NaiveDate) -> Position {
        let of = |at| self.of(self.kept_at(at), ReachPerson::Child, day);
        self.at(child).map(of).unwrap_or_default()
    }

    fn of(&self, at: usize, who: ReachPerson, day: NaiveDate) -> Position {
        let latest = self.latest(at);
        let lived = match self.versions(at) {
            [only] => Some(only),
            versions => lived(versions, &AsAt::end_of(day)),
        };
        let lsoa = lived.and_then(|version| version.lsoa.as_deref());
        let decile = |lsoa| self.deciles.as_ref()?.get(lsoa).copied();
        let expects = |version: &Version| self.expects(version.family.as_ref(), day);
        let then = Then {
            decile: lsoa.and_then(decile),
            months_old: latest.and_then(|version| version.months_old(day)),
            expecting: lived.is_some_and(expects),
        };
        position((latest, who), (day, then), &self.groups, self.deciles.is_some())
    }

    /// A child's positions from `from` to `to`, with the day each starts.
    pub fn standings(
        &self,
        at: usize,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Vec<(NaiveDate, Position)> {
        let mut days = vec![from];
        days.extend(self.changes(at).into_iter().filter(|day| from < *day && *day <= to));
        days.sort_unstable();
        let mut stood: Vec<(NaiveDate, Position)> =
            days.into_iter().map(|day| (day, self.of(at, ReachPerson::Child, day))).collect();
        stood.dedup_by(|(_, later), (_, before)| later == before);
        stood
    }

    /// Every day on which a child's position may have changed.
    fn changes(&self, at: usize) -> Vec<NaiveDate> {
        let (versions, mut days) = (self.versions(at), Vec::new());
        let Some(latest) = versions.last() else { return days };
        if versions.len() > 1 {
            days.extend(versions.iter().map(|version| day_of(version.known_from)));
        }
        for stated in facts::read(&latest.target_groups) {
            days.extend([Some(stated.since), stated.until].into_iter().flatten());
        }
        if let Some(born) = latest.born() {
            let turns = |months| born.counted_from().checked_add_months(Months::new(months));
            for day in self.groups.months().filter_map(turns) {
                // A month from 31 January is complete on 1 March: the day after the one found.
                days.extend([Some(day), day.succ_opt()].into_iter().flatten());
            }
        }
        let homes = versions.iter().filter_map(|version| version.family.as_ref());
        for child in homes.filter_map(|family| self.expected.get(family)).flatten() {
            days.extend([child.from(), child.born_on, child.ended_on].into_iter().flatten());
        }
        days
    }

    /// Adults are in the groups of their household, from the children whose home it was that day,
    /// but not in groups of a single child.
    pub fn of_family(&self, family: &FamilyId, day: NaiveDate) -> Position {
        let end = AsAt::end_of(day);
        let home = |at: &&usize| {
            let then = lived(self.versions(**at), &end);
            then.and_then(|version| version.family.as_ref()) == Some(family)
        };
        let children = self.homes.get(family).into_iter().flatten().filter(home);
        let adults = children.map(|at| self.of(self.kept_at(*at), ReachPerson::Adults, day));
        adults.fold(Position::default(), Position::or)
    }

    fn expects(&self, family: Option<&FamilyId>, day: NaiveDate) -> bool {
        let theirs = family.and_then(|family| self.expected.get(family));
        theirs.into_iter().flatten().any(|child| child.holds(day))
    }

    /// Adds the homes of these households' children, for questions about adults.
    pub fn of_families(&mut self, families: &BTreeSet<FamilyId>) {
        if families.is_empty() {
            return;
        }
        for at in 0..self.children() {
            let homes = self.versions(at).iter().filter_map(|version| version.family.as_ref());
            let asked: Vec<FamilyId> =
                homes.filter(|home| families.contains(home)).cloned().collect();
            for family in asked {
                self.homes.entry(family).or_default().insert(at);
            }
        }
    }

    /// Adds the children that households expected or have had since.
    pub fn expecting(&mut self, children: Vec<Expected>) {
        for child in children {
            self.expected.entry(child.family.clone()).or_default().push(child);
        }
    }

    /// Every known home of these children.
    pub fn families(&self) -> Vec<&FamilyId> {
        let all = self.versions.iter().filter_map(|version| version.family.as_ref());
        let once: BTreeSet<&FamilyId> = all.collect();
        once.into_iter().collect()
    }

    /// Every LSOA that may need a decile.
    pub fn lsoas(&self) -> HashSet<&str> {
        self.versions.iter().filter_map(|version| version.lsoa.as_deref()).collect()
    }
}

//! What a report is counted from, read once: what was known about its children and when they were
//! met. Meetings of a merged record count for the child it was merged into. Several days, such as
//! those of a trend, are counted from the same records.

use super::met::{Meeting, PeriodMet, What};
use crate::base::id::{ActivityId, ChildId, PartnerId};
use crate::contacts::Place;
use crate::reach::histories::Histories;
use crate::reach::standing::Position;
use crate::reports::balance::BalanceCounts;
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap, HashSet};

#[derive(Debug, Default)]
pub struct Records {
    pub histories: Histories,
    /// By the child's index in the histories.
    pub met: Vec<Meetings>,
    /// Children of unknown families, such as guests'.
    pub strangers: Vec<(ChildId, Meetings)>,
    /// Children met under several records.
    pub joined: BTreeSet<usize>,
    /// In the order in which meetings refer to them.
    pub activities: Vec<ActivityId>,
    /// Places in early learning and school, by the child's index.
    pub learning: HashMap<usize, Vec<Learning>>,
    /// When settings had a centre's direct support.
    pub supports: Vec<(PartnerId, NaiveDate)>,
}

#[derive(Clone, Debug, Default)]
pub struct Meetings {
    /// Sorted by day.
    pub list: Vec<Meeting>,
    pub first_day: Option<NaiveDate>,
}

/// A place in early learning or school.
#[derive(Clone, Debug)]
pub struct Learning {
    pub place: Place,
    pub setting: Option<PartnerId>,
    pub from: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Records {
    /// Adds a child's meetings. `next`: the index expected if rows are in order.
    pub fn add(&mut self, child: ChildId, meetings: Meetings, next: &mut usize) {
        let Some(at) = self.histories.at_or_after(&child, *next) else {
            self.strangers.push((child, meetings));
            return;
        };
        *next = at + 1;
        let kept = self.histories.kept_at(at);
        if kept != at {
            self.joined.insert(kept);
        }
        if let Some(before) = self.met.get_mut(kept) {
            before.first_day = before.first_day.into_iter().chain(meetings.first_day).min();
            match before.list.is_empty() {
                true => before.list = meetings.list,
                false => before.list.extend(meetings.list),
            }
        }
    }

    pub fn add_learning(&mut self, child: &ChildId, learning: Learning) {
        if let Some(at) = self.histories.at(child) {
            self.learning.entry(self.histories.kept_at(at)).or_default().push(learning);
        }
    }

    /// Sorts each child's meetings by day.
    pub fn sort(&mut self) {
        self.met.iter_mut().for_each(|met| met.list.sort_by_key(|one| one.on));
    }

    /// The settings that had direct support in a window.
    pub fn supported(&self, from: NaiveDate, to: NaiveDate) -> HashSet<&PartnerId> {
        let within = self.supports.iter().filter(|(_, on)| (from..=to).contains(on));
        within.map(|(partner, _)| partner).collect()
    }

    /// The places a child has on a day.
    pub fn learn(
        &self,
        at: usize,
        on: NaiveDate,
        met: &mut PeriodMet,
        supported: &HashSet<&PartnerId>,
    ) {
        let on_the_day =
            |one: &&Learning| one.from <= on && one.until.is_none_or(|until| on <= until);
        for one in self.learning.get(&at).into_iter().flatten().filter(on_the_day) {
            let is_supported = one.setting.as_ref().is_some_and(|of| supported.contains(of));
            met.add_place(one.place, is_supported);
        }
    }

    /// The attendances of a period by the children's standing, and the children whose attendances
    /// must be checked one by one for duplicates.
    pub fn balance(&self, days: (NaiveDate, NaiveDate)) -> (BalanceCounts, Vec<ChildId>) {
        let (mut counted, mut unclear) = (BalanceCounts::default(), BTreeSet::new());
        let unknown = Position::default();
        for (at, met) in self.met.iter().enumerate() {
            let attended = attended(&met.list, days);
            if attended.clone().next().is_none() {
                continue;
            }
            if self.joined.contains(&at) || may_repeat(attended.clone()) {
                unclear.insert(at);
                continue;
            }
            let stood = self.histories.standings(at, days);
            for one in attended {
                let since = stood.iter().rfind(|(since, _)| *since <= one.on);
                counted.add(since.map_or(&unknown, |(_, position)| position), 1);
            }
        }
        let mut looked_at: Vec<ChildId> = Vec::new();
        if !unclear.is_empty() {
            let of = (0..self.histories.children())
                .filter(|at| unclear.contains(&self.histories.kept_at(*at)));
            let version = |at: usize| self.histories.versions(at).first();
            looked_at.extend(of.filter_map(version).map(|version| version.child.clone()));
        }
        for (child, met) in &self.strangers {
            let attended = attended(&met.list, days);
            match may_repeat(attended.clone()) {
                true => looked_at.push(child.clone()),
                false => counted.add(&unknown, u64::try_from(attended.count()).unwrap_or(u64::MAX)),
            }
        }
        (counted, looked_at)
    }
}

fn attended(
    meetings: &[Meeting],
    (from, to): (NaiveDate, NaiveDate),
) -> impl Iterator<Item = &Meeting> + Clone {
    let within = move |one: &&Meeting| one.ours && (from..=to).contains(&one.on);
    meetings.iter().filter(within).filter(|one| one.is_attendance())
}

/// A register has one attendance per child and session; other sources may repeat it.
fn may_repeat<'a>(attended: impl Iterator<Item = &'a Meeting>) -> bool {
    let mut days = HashSet::new();
    let mut told = attended.filter(|one| one.what == What::Attended);
    told.any(|one| !days.insert(one.on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reach::version::tests::{at, day, version};

    fn records(versions: &[&str], met: &[(&str, &str)]) -> Records {
        let versions = versions.iter().map(|child| version(child, "2026-01-01T09:00:00Z", None));
        let mut versions: Vec<_> = versions.collect();
        for one in &mut versions {
            // "b" was merged into "a".
            one.joined_into = (one.child.as_str() == "b").then(|| ChildId::from("a"));
        }
        let histories = Histories::new(versions, at("2026-12-31T09:00:00Z"));
        let empty = vec![Meetings::default(); histories.children()];
        let mut records = Records { histories, met: empty, ..Records::default() };
        let mut next = 0;
        for (child, days) in met {
            let list = Meeting::read(days).collect();
            records.add(ChildId::from(*child), Meetings { list, first_day: None }, &mut next);
        }
        records.sort();
        records
    }

    fn balance(records: &Records) -> (u64, Vec<ChildId>) {
        let (counted, unclear) = records.balance((day("2026-01-01"), day("2026-12-31")));
        (counted.whole.all(), unclear)
    }

    #[test]
    fn attendances_are_counted_and_what_may_be_the_same_is_looked_at() {
        let two = "2026-05-01R2026-05-01R";
        for (met, counted, unclear) in [
            (&[("a", two)][..], 2, &[][..]),
            (&[("a", "2026-05-01r2026-05-01d2026-05-01D2026-05-01H")], 0, &[]),
            (&[("a", "2025-12-31R2027-01-01R")], 0, &[]),
            (&[("a", "2026-05-01A2026-05-01R2026-05-02A")], 3, &[]),
            (&[("a", "2026-05-01A2026-05-01A")], 0, &["a", "b"]),
            (&[("a", "2026-05-01R"), ("b", "2026-05-01R")], 0, &["a", "b"]),
            (&[("b", "2026-05-01R"), ("c", two)], 2, &["a", "b"]),
            (&[("guest", two), ("other", "2026-05-01A2026-05-01A")], 2, &["other"]),
        ] {
            let unclear: Vec<ChildId> = unclear.iter().map(|id| ChildId::from(*id)).collect();
            assert_eq!(balance(&records(&["a", "b", "c"], met)), (counted, unclear), "{met:?}");
        }
    }
}

//! Contacts as they are counted for a child: on how many days, where, since when, and what
//! universal services report. Two centres on one day are one day, so days of several centres are
//! only added up where that cannot change the answer.

use crate::contacts::Place;
use crate::reach::sustained::EarlyLearning;
use chrono::NaiveDate;

/// A centre by its place in the ground's list; one that is not in it is only "elsewhere".
pub type CentreAt = u16;

/// What was counted of one child at one centre.
#[derive(Clone, Debug)]
pub struct Row {
    /// `None`: at no centre of the report.
    pub centre: Option<CentreAt>,
    /// Distinct days of direct contact in the window.
    pub days: u32,
    /// The first direct contact ever.
    pub first_day: Option<NaiveDate>,
    /// A health contact in the window.
    pub health: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Met {
    /// The centres of the report it was met at in the window.
    pub centres: Vec<CentreAt>,
    most: u32,
    sum: u32,
    exact: Option<u32>,
    pub first_day: Option<NaiveDate>,
    pub health: bool,
    pub early_learning: Option<Place>,
    pub setting_supported: bool,
    /// The activities it came to in the window, by their place in the list.
    pub activities: Vec<u32>,
}

impl Met {
    pub fn add(&mut self, row: &Row) {
        if row.days > 0
            && let Some(centre) = row.centre
            && !self.centres.contains(&centre)
        {
            self.centres.push(centre);
        }
        self.most = self.most.max(row.days);
        self.sum += row.days;
        self.first_day = self.first_day.into_iter().chain(row.first_day).min();
        self.health |= row.health;
    }

    /// A place the child has on the day. Of several, the one that may stand for contact soonest.
    pub fn add_place(&mut self, place: Place, supported: bool) {
        let before = self.early_learning;
        self.early_learning = before.into_iter().chain([place]).min_by_key(|one| rank(*one));
        self.setting_supported |= supported;
    }

    pub fn is_seen(&self) -> bool {
        self.sum > 0
    }

    /// Whether only the days themselves tell if there are as many as this.
    pub fn is_unclear(&self, threshold: usize) -> bool {
        let threshold = u32::try_from(threshold).unwrap_or(u32::MAX);
        self.exact.is_none()
            && self.most < threshold
            && self.sum >= threshold
            && self.most < self.sum
    }

    /// The days were looked at.
    pub fn set_days(&mut self, days: u32) {
        self.exact = Some(days);
    }

    /// Distinct days, exact where it was set or the child was met at one centre; else as many as
    /// at the centre it came to most, or all together where they are too few either way.
    pub fn days(&self, threshold: usize) -> usize {
        let reached = usize::try_from(self.most).unwrap_or(usize::MAX) >= threshold;
        let days = self.exact.unwrap_or(if reached { self.most } else { self.sum });
        usize::try_from(days).unwrap_or(usize::MAX)
    }

    pub fn learns(&self) -> EarlyLearning {
        self.early_learning.map_or(EarlyLearning::Nowhere, |place| match place {
            Place::Paid => EarlyLearning::Paid,
            Place::FundedTwo => EarlyLearning::FundedTwo,
            Place::WorkingFamily => EarlyLearning::WorkingFamily,
            Place::Funded => EarlyLearning::Funded,
            Place::School => EarlyLearning::School,
        })
    }
}

fn rank(place: Place) -> u8 {
    match place {
        Place::FundedTwo => 0,
        Place::WorkingFamily => 1,
        Place::Funded => 2,
        Place::School => 3,
        Place::Paid => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn met(days: &[u32]) -> Met {
        let mut met = Met::default();
        for (days, centre) in days.iter().zip(0..) {
            let row = Row { centre: Some(centre), days: *days, first_day: None, health: false };
            met.add(&row);
        }
        met
    }

    #[test]
    fn days_of_two_centres_are_looked_at_only_where_it_matters() {
        for (days, unclear) in [
            (&[3][..], false),
            (&[2], false),
            (&[3, 1], false),
            (&[1, 1], false),
            (&[2, 1], true),
            (&[1, 1, 1], true),
            (&[], false),
        ] {
            assert_eq!(met(days).is_unclear(3), unclear, "{days:?}");
        }
        let mut same = met(&[2, 2]);
        assert_eq!(same.days(3), 4);
        same.set_days(2);
        assert!(!same.is_unclear(3) && same.days(3) == 2);
        assert_eq!(met(&[5, 4]).days(3), 5);
    }

    #[test]
    fn of_several_places_the_one_that_counts_soonest_is_taken() {
        let mut met = Met::default();
        assert_eq!(met.learns(), EarlyLearning::Nowhere);
        met.add_place(Place::Paid, false);
        met.add_place(Place::FundedTwo, true);
        met.add_place(Place::School, false);
        assert_eq!(met.learns(), EarlyLearning::FundedTwo);
        assert!(met.setting_supported);
    }
}

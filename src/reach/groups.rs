//! Which target groups that count for reach a child is in on a day: stated, or derived from where
//! it lives, its age, or an expected sibling.

use super::facts;
use super::version::Version;
use crate::families::groups::{Derived, StatedOf, TargetGroup};
use chrono::NaiveDate;

/// The group of two-year-olds eligible for the funded offer.
pub(crate) const ELIGIBLE_TWO: &str = "eligible_two";

/// If these count, a family never asked for its ethnicity may be in one of them.
const BY_ETHNICITY: [&str; 2] = ["minority_ethnic", "gypsy_roma_traveller"];

/// The groups that count for reach, by code.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    pub list: Vec<TargetGroup>,
    /// Deciles from 1 to this one count as deprived.
    pub deprived_decile: i32,
}

/// The facts on a day, besides statements.
#[derive(Clone, Copy, Debug, Default)]
pub struct Then {
    /// The decile of the area it lived in.
    pub decile: Option<i32>,
    /// Completed months; `None` before the birth.
    pub months_old: Option<u32>,
    /// Its household expected a child.
    pub expecting: bool,
}

impl Groups {
    pub fn new(all: Vec<TargetGroup>, deprived_decile: i32) -> Groups {
        let list = all.into_iter().filter(|group| group.counts_for_reach).collect();
        Groups { list, deprived_decile }
    }

    /// The indices of the groups the child is in.
    pub fn of(&self, child: &Version, on: NaiveDate, then: Then) -> Vec<u16> {
        let stated: Vec<&str> = facts::read(&child.target_groups)
            .filter(|one| one.holds(on))
            .map(|one| one.code)
            .collect();
        let is_in = |group: &TargetGroup| {
            stated.contains(&group.code.as_str()) || self.is_derived(group, then)
        };
        let places = self.list.iter().zip(0..).filter(|(group, _)| is_in(group));
        places.map(|(_, at)| at).collect()
    }

    /// Whether the group at this index is the deprived area.
    pub fn is_of_area(&self, at: u16) -> bool {
        self.list
            .get(usize::from(at))
            .is_some_and(|group| group.derived == Some(Derived::DeprivedArea))
    }

    /// Whether the group at this index is for the whole household, including its adults.
    pub fn is_of_household(&self, at: u16) -> bool {
        self.list.get(usize::from(at)).is_some_and(|group| group.stated_of == StatedOf::Household)
    }

    fn is_derived(&self, group: &TargetGroup, then: Then) -> bool {
        match group.derived {
            None => false,
            Some(Derived::DeprivedArea) => self.is_deprived(then.decile),
            Some(Derived::Expectant) => then.expecting,
            Some(Derived::Age) => group.ages().is_some_and(|(first, until)| {
                then.months_old.is_some_and(|months| (first..until).contains(&months))
            }),
        }
    }

    pub fn is_deprived(&self, decile: Option<i32>) -> bool {
        decile.is_some_and(|decile| decile <= self.deprived_decile)
    }

    /// Whether there is a group by area.
    pub fn ask_for_area(&self) -> bool {
        self.list.iter().any(|group| group.derived == Some(Derived::DeprivedArea))
    }

    /// Whether there is a group for households that expect a child.
    pub fn ask_for_expected(&self) -> bool {
        self.list.iter().any(|group| group.derived == Some(Derived::Expectant))
    }

    pub fn ask_for_ethnicity(&self) -> bool {
        self.list.iter().any(|group| BY_ETHNICITY.contains(&group.code.as_str()))
    }

    /// Completed months at which a child enters or leaves an age group.
    pub fn months(&self) -> impl Iterator<Item = u32> {
        let by_age = self.list.iter().filter(|group| group.derived == Some(Derived::Age));
        by_age.filter_map(TargetGroup::ages).flat_map(|(first, until)| [first, until])
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::reach::version::tests::{day, version};

    pub(crate) fn group(
        code: &str,
        derived: Option<Derived>,
        ages: Option<(i32, i32)>,
    ) -> TargetGroup {
        TargetGroup {
            guarded: true,
            code: code.to_owned(),
            label: code.to_owned(),
            protected: false,
            gives_priority: false,
            counts_for_reach: code != "off",
            priority_reason: None,
            priority_review_on: None,
            derived,
            from_months: ages.map(|ages| ages.0),
            until_months: ages.map(|ages| ages.1),
            stated_of: match derived {
                Some(Derived::Age) => StatedOf::Child,
                _ => StatedOf::Household,
            },
        }
    }

    #[test]
    fn groups_are_stated_or_worked_out_and_only_those_that_count() {
        let all = vec![
            group("deprived_area", Some(Derived::DeprivedArea), None),
            group("expectant", Some(Derived::Expectant), None),
            group("lone_parent", None, None),
            group("off", None, None),
            group("one_year_old", Some(Derived::Age), Some((12, 24))),
        ];
        let groups = Groups::new(all, 3);
        let mut child = version("a", "2026-01-01T09:00:00Z", None);
        child.target_groups =
            "expectant:2026-01-01:2026-02-01 lone_parent:2026-03-01: off:2026-01-01:".to_owned();
        let of = |on: &str, decile, months: u32, expecting| {
            let then = Then { decile, months_old: Some(months), expecting };
            let places = groups.of(&child, day(on), then);
            let code = |at: &u16| groups.list[usize::from(*at)].code.as_str();
            places.iter().map(code).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of("2026-01-31", Some(4), 11, false), "expectant");
        assert_eq!(of("2026-02-28", Some(3), 12, false), "deprived_area one_year_old");
        assert_eq!(of("2026-03-01", None, 24, true), "expectant lone_parent");
        assert_eq!(of("2026-02-28", Some(4), 24, false), "", "one that does not count");
    }
}

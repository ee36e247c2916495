//! Which target groups a child is in on a day, of those that count for reach: stated of its
//! household, or worked out from where it lives, its age, or a brother or sister expected.

use super::child::Version;
use crate::families::groups::{Derived, TargetGroup};
use crate::reach::facts;
use chrono::NaiveDate;

/// The group whose two-year-olds have an offer of their own.
const ELIGIBLE_TWO: &str = "eligible_two";

/// The groups that count, by code.
#[derive(Clone, Debug, Default)]
pub struct Groups {
    pub list: Vec<TargetGroup>,
    /// Deciles 1 to this one are deprived.
    pub deprived_decile: i32,
}

/// What a child's groups are worked out from.
#[derive(Clone, Copy, Debug)]
pub struct From {
    pub decile: Option<i32>,
    pub age_months: u32,
    /// Its household expects a child.
    pub expecting: bool,
}

impl Groups {
    pub fn new(all: Vec<TargetGroup>, deprived_decile: i32) -> Groups {
        let list = all.into_iter().filter(|group| group.counts_for_reach).collect();
        Groups { list, deprived_decile }
    }

    /// The places in the list of those the child is in.
    pub fn of(&self, child: &Version, on: NaiveDate, from: From) -> Vec<u16> {
        let stated: Vec<&str> = facts::read(&child.target_groups)
            .filter(|one| one.holds(on))
            .map(|one| one.code)
            .collect();
        let is_in = |group: &TargetGroup| {
            stated.contains(&group.code.as_str()) || self.is_derived(group, from)
        };
        let places = self.list.iter().zip(0..).filter(|(group, _)| is_in(group));
        places.map(|(_, at)| at).collect()
    }

    fn is_derived(&self, group: &TargetGroup, from: From) -> bool {
        match group.derived {
            None => false,
            Some(Derived::DeprivedArea) => self.is_deprived(from.decile),
            Some(Derived::Expectant) => from.expecting,
            Some(Derived::Age) => {
                group.ages().is_some_and(|(first, until)| (first..until).contains(&from.age_months))
            }
        }
    }

    pub fn is_deprived(&self, decile: Option<i32>) -> bool {
        decile.is_some_and(|decile| decile <= self.deprived_decile)
    }
}

pub fn is_eligible_two(child: &Version, on: NaiveDate) -> bool {
    facts::read(&child.target_groups).any(|one| one.code == ELIGIBLE_TWO && one.holds(on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::reach::child::tests::{day, version};

    fn group(code: &str, derived: Option<Derived>, ages: Option<(i32, i32)>) -> TargetGroup {
        TargetGroup {
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
        let of = |on: &str, decile, age_months, expecting| {
            let from = From { decile, age_months, expecting };
            let places = groups.of(&child, day(on), from);
            let code = |at: &u16| groups.list[usize::from(*at)].code.as_str();
            places.iter().map(code).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of("2026-01-31", Some(4), 11, false), "expectant");
        assert_eq!(of("2026-02-28", Some(3), 12, false), "deprived_area one_year_old");
        assert_eq!(of("2026-03-01", None, 24, true), "expectant lone_parent");
        assert!(!is_eligible_two(&child, day("2026-03-01")));
    }
}

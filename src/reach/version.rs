//! A child as counted: from its versions, as at a day and as known at a moment. Birth, membership
//! and target groups are the latest known; address and home centre are those of the day.

use super::facts::PlaceKnown;
use crate::base::calendar::{BirthDate, at_local, completed_months};
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Europe::London;
use std::sync::Arc;

/// Children of five or older are not counted.
const SERVED_MONTHS: u32 = 60;

/// How long before the due date or birth a child counts as expected.
pub const EXPECTED_FOR: Days = Days::new(280);

/// One version as read; `lsoa` is that of the postcode, or the one kept of an erased postcode.
#[derive(Clone, Debug)]
pub struct Version {
    pub child: ChildId,
    pub known_from: Moment,
    pub known_until: Option<Moment>,
    pub family: Option<FamilyId>,
    pub centre: Option<CentreId>,
    pub born_on: Option<NaiveDate>,
    pub born_month_only: bool,
    pub due_on: Option<NaiveDate>,
    pub ended_on: Option<NaiveDate>,
    pub listed_on: Option<NaiveDate>,
    pub joined_on: Option<NaiveDate>,
    pub left_on: Option<NaiveDate>,
    pub place: PlaceKnown,
    pub lsoa: Option<Arc<str>>,
    pub target_groups: String,
    pub ethnicity_asked: bool,
    pub joined_into: Option<ChildId>,
}

/// As at a day, as known at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsAt {
    pub day: NaiveDate,
    pub known_at: Moment,
    /// The first instant after the day, in local time.
    midnight: Moment,
}

impl AsAt {
    pub fn new(day: NaiveDate, known_at: Moment) -> AsAt {
        let next = day.succ_opt().unwrap_or(day);
        AsAt { day, known_at, midnight: Moment::from(at_local(next, NaiveTime::MIN, London)) }
    }

    /// At the end of a day, with everything known later.
    pub fn end_of(day: NaiveDate) -> AsAt {
        let at = AsAt::new(day, Moment::from(at_local(day, NaiveTime::MIN, London)));
        AsAt { known_at: at.midnight, ..at }
    }

    /// Whether a version starting then was known on the day and by the moment.
    pub fn covers(&self, from: Moment) -> bool {
        from <= self.known_at && from < self.midnight
    }
}

/// A child's membership on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stood {
    Member,
    /// Known from a feed only.
    Listed,
    Not,
}

/// A child on a day.
#[derive(Clone, Copy, Debug)]
pub struct VersionSettled<'a> {
    /// The latest version known: birth, membership, target groups.
    pub latest: &'a Version,
    /// The version of the day: address, household, centre.
    pub lived: &'a Version,
}

/// Picks the versions of one child (given oldest first) that apply to a day; `None` if there is
/// none.
pub fn settle<'a>(versions: &'a [Version], at: &AsAt) -> Option<VersionSettled<'a>> {
    Some(VersionSettled { latest: versions.last()?, lived: lived(versions, at)? })
}

/// Whether one of the child's versions (oldest first) is current at a moment.
pub fn is_known(versions: &[Version], known_at: Moment) -> bool {
    let until = versions.last().map(|latest| latest.known_until);
    until.is_some_and(|until| until.is_none_or(|until| until > known_at))
}

/// The version of the day; for earlier days, the first version.
pub fn lived<'a>(versions: &'a [Version], at: &AsAt) -> Option<&'a Version> {
    let on_the_day = versions.iter().rev().find(|version| at.covers(version.known_from));
    on_the_day.or(versions.first())
}

impl Version {
    pub fn born(&self) -> Option<BirthDate> {
        let day = self.born_on?;
        Some(if self.born_month_only { BirthDate::MonthOf(day) } else { BirthDate::Day(day) })
    }

    /// Completed months; `None` before the birth.
    pub fn months_old(&self, on: NaiveDate) -> Option<u32> {
        u32::try_from(completed_months(self.born()?, on)).ok()
    }

    /// Completed months of a present child under five; otherwise `None`.
    pub fn age_months(&self, on: NaiveDate) -> Option<u32> {
        let is_there = self.joined_into.is_none() && self.ended_on.is_none_or(|day| on < day);
        self.months_old(on).filter(|months| is_there && *months < SERVED_MONTHS)
    }

    /// Whether it counts as expected on that day and, as far as known, is not born yet.
    pub fn is_expected(&self, on: NaiveDate) -> bool {
        let from = self.born_on.or(self.due_on).and_then(|day| day.checked_sub_days(EXPECTED_FOR));
        let has_begun = from.is_some_and(|from| from <= on);
        let is_there = self.joined_into.is_none() && self.ended_on.is_none_or(|day| on < day);
        let to_come = self.due_on.is_some() || self.born_on.is_some_and(|day| on < day);
        is_there && has_begun && to_come
    }

    /// Whether it was due before that day and no birth is recorded.
    pub fn birth_is_missing(&self, on: NaiveDate) -> bool {
        self.is_expected(on) && self.due_on.is_some_and(|due| due < on)
    }

    pub fn stood(&self, on: NaiveDate) -> Stood {
        let since = |day: Option<NaiveDate>| day.is_some_and(|day| day <= on);
        match (since(self.joined_on), since(self.listed_on)) {
            _ if since(self.left_on) => Stood::Not,
            (true, _) => Stood::Member,
            (false, true) => Stood::Listed,
            (false, false) => Stood::Not,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    pub(crate) fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    pub(crate) fn version(child: &str, from: &str, until: Option<&str>) -> Version {
        Version {
            child: ChildId::from(child),
            known_from: at(from),
            known_until: until.map(at),
            family: None,
            centre: None,
            born_on: Some(day("2025-01-15")),
            born_month_only: false,
            due_on: None,
            ended_on: None,
            listed_on: None,
            joined_on: Some(day("2026-01-01")),
            left_on: None,
            place: PlaceKnown::Postcode,
            lsoa: Some("E01000001".into()),
            target_groups: String::new(),
            ethnicity_asked: false,
            joined_into: None,
        }
    }

    #[test]
    fn where_a_child_lived_is_of_the_day_and_the_rest_is_the_latest_known() {
        let first = version("a", "2026-01-01T09:00:00Z", Some("2026-06-01T09:00:00Z"));
        let mut moved = version("a", "2026-06-01T09:00:00Z", None);
        (moved.lsoa, moved.born_on) = (Some("E01000002".into()), Some(day("2025-02-15")));
        let both = || vec![first.clone(), moved.clone()];
        let now = at("2026-11-16T10:00:00Z");
        for (on, lsoa) in
            [("2025-12-01", "E01000001"), ("2026-05-31", "E01000001"), ("2026-06-01", "E01000002")]
        {
            let both = both();
            let one = settle(&both, &AsAt::new(day(on), now)).unwrap();
            assert_eq!(one.lived.lsoa.as_deref(), Some(lsoa), "{on}");
            let born = Some(day("2025-02-15"));
            assert_eq!(one.latest.born_on, born, "a correction is known of any day");
        }
        let gone = [version("a", "2026-01-01T09:00:00Z", Some("2026-06-01T09:00:00Z"))];
        assert!(is_known(&gone, at("2026-06-01T08:59:59Z")) && !is_known(&gone, now));
        assert!(is_known(&both(), now) && !is_known(&[], now));
        assert!(settle(&[], &AsAt::new(day("2026-11-16"), now)).is_none());
    }

    #[test]
    fn the_end_of_a_day_is_the_families_midnight() {
        let summer = AsAt::new(day("2026-06-30"), at("2027-01-01T00:00:00Z"));
        assert!(summer.covers(at("2026-06-30T22:59:59Z")));
        assert!(!summer.covers(at("2026-06-30T23:00:00Z")), "midnight in London");
        let known = AsAt::new(day("2026-06-30"), at("2026-06-01T00:00:00Z"));
        assert!(!known.covers(at("2026-06-01T00:00:01Z")));
    }

    #[test]
    fn who_is_counted_is_there_born_and_under_five() {
        let child = version("a", "2026-01-01T09:00:00Z", None);
        for (on, age) in [
            ("2025-01-14", None),
            ("2025-01-15", Some(0)),
            ("2026-01-14", Some(11)),
            ("2030-01-14", Some(59)),
            ("2030-01-15", None),
        ] {
            assert_eq!(child.age_months(day(on)), age, "{on}");
        }
        let gone = Version { ended_on: Some(day("2026-03-01")), ..child.clone() };
        assert_eq!(gone.age_months(day("2026-03-01")), None);
        assert!(gone.age_months(day("2026-02-28")).is_some());
        let joined = Version { joined_into: Some(ChildId::from("b")), ..child.clone() };
        assert_eq!(joined.age_months(day("2026-03-01")), None);
        assert!(child.is_expected(day("2025-01-14")) && !child.is_expected(day("2025-01-15")));
        assert!(child.is_expected(day("2024-04-10")) && !child.is_expected(day("2024-04-09")));
        let due = Version { born_on: None, due_on: Some(day("2026-03-01")), ..child };
        assert!(due.is_expected(day("2026-03-02")) && due.birth_is_missing(day("2026-03-02")));
        assert!(!due.birth_is_missing(day("2026-03-01")));
    }

    #[test]
    fn a_child_stands_as_its_household_did_on_the_day() {
        let child = Version {
            listed_on: Some(day("2025-12-01")),
            left_on: Some(day("2026-05-01")),
            ..version("a", "2026-01-01T09:00:00Z", None)
        };
        for (on, stood) in [
            ("2025-11-30", Stood::Not),
            ("2025-12-01", Stood::Listed),
            ("2026-01-01", Stood::Member),
            ("2026-04-30", Stood::Member),
            ("2026-05-01", Stood::Not),
        ] {
            assert_eq!(child.stood(day(on)), stood, "{on}");
        }
    }
}

//! Whether somebody who came is in a target group that counts for reach: in one, known to be in
//! none, or not known. Nobody is in none for want of a question: what was never asked is unknown.

use super::facts::{self, ChildFact, PlaceKnown};
use crate::areas::Vintage;
use crate::calendar::{BirthDate, at_local, completed_months};
use crate::id::{ChildId, FamilyId};
use crate::moment::Moment;
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Europe::London;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    Unknown,
    NotTarget,
    Target,
}

/// What makes a target group count.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    /// The codes of stated groups that count for reach.
    pub groups: BTreeSet<String>,
    /// Whether a household counts that expects a child.
    pub expectant: bool,
    /// Completed months that count by themselves.
    pub ages: Vec<Range<u32>>,
    /// Areas of deciles 1 to this one; `None` where deprivation does not count, or no index is
    /// known by which it could.
    pub deprived_decile: Option<i32>,
}

/// What was so on a day besides what was stated.
#[derive(Clone, Copy, Debug, Default)]
pub struct Then {
    /// Of the area it lived in.
    pub decile: Option<i32>,
    /// Its household expected a child.
    pub expecting: bool,
}

/// Where these count, a family that was never asked for its ethnicity may be in one of them.
const BY_ETHNICITY: [&str; 2] = ["minority_ethnic", "gypsy_roma_traveller"];

impl Counting {
    fn wants_ethnicity(&self) -> bool {
        BY_ETHNICITY.iter().any(|code| self.groups.contains(*code))
    }
}

/// Where somebody stood on a day: by the latest that is known of it, and what was so then.
pub fn standing(
    known: Option<&ChildFact>,
    then: Then,
    day: NaiveDate,
    counting: &Counting,
) -> Standing {
    // A guest, or a bare head.
    let Some(fact) = known else { return Standing::Unknown };
    let counts = |stated: facts::Stated| counting.groups.contains(stated.code);
    let stated = facts::read(&fact.target_groups).any(|one| one.holds(day) && counts(one));
    let expectant = then.expecting && counting.expectant;
    let age = age_months(fact, day);
    let by_age = counting.ages.iter().any(|ages| age.is_some_and(|age| ages.contains(&age)));
    let deprived = |limit: i32| then.decile.is_some_and(|decile| decile <= limit);
    if stated || expectant || by_age || counting.deprived_decile.is_some_and(deprived) {
        return Standing::Target;
    }
    // Listed from a feed and never met; nobody could say.
    let was_met = fact.joined_on.is_some();
    let was_asked = fact.ethnicity_asked || !counting.wants_ethnicity();
    let area_known = then.decile.is_some() || counting.deprived_decile.is_none();
    match was_met && was_asked && area_known {
        true => Standing::NotTarget,
        false => Standing::Unknown,
    }
}

/// Whether one stated group held on a day.
pub fn is_held(groups: &str, code: &str, day: NaiveDate) -> bool {
    facts::read(groups).any(|stated| stated.code == code && stated.holds(day))
}

fn age_months(fact: &ChildFact, day: NaiveDate) -> Option<u32> {
    let born = fact.born_on.map(|on| match fact.born_month_only {
        true => BirthDate::MonthOf(on),
        false => BirthDate::Day(on),
    });
    u32::try_from(completed_months(born?, day)).ok()
}

/// What was known of some children, version by version, as known at a moment.
#[derive(Debug, Default)]
pub struct Histories {
    pub counting: Counting,
    /// The census whose LSOAs the deciles are of.
    pub vintage: Option<Vintage>,
    /// By postcode, or by LSOA where that alone is kept.
    pub deciles: HashMap<String, i32>,
    /// By household, the children it expected, or has had since.
    expected: HashMap<FamilyId, Vec<ChildFact>>,
    by_child: HashMap<ChildId, Vec<ChildFact>>,
    /// Of every household that was known to be a home of theirs.
    by_family: HashMap<FamilyId, BTreeSet<ChildId>>,
}

impl Histories {
    /// Versions known by that moment, in the order they came to be known.
    pub fn new(versions: Vec<ChildFact>) -> Histories {
        let mut histories = Histories::default();
        for version in versions {
            histories.by_child.entry(version.child_id.clone()).or_default().push(version);
        }
        for (child, versions) in &histories.by_child {
            for family in versions.iter().filter_map(|version| version.family_id.clone()) {
                histories.by_family.entry(family).or_default().insert(child.clone());
            }
        }
        histories
    }

    /// The child whose record this one was found to be.
    pub fn kept<'a>(&'a self, child: &'a ChildId) -> &'a ChildId {
        let mut kept = child;
        // A ring of joined records cannot be made; the bound is for one that was.
        for _ in 0..=self.by_child.len() {
            match self.latest(kept).and_then(|latest| latest.joined_into.as_ref()) {
                Some(into) => kept = into,
                None => break,
            }
        }
        kept
    }

    pub fn of_child(&self, child: &ChildId, day: NaiveDate) -> Standing {
        let kept = self.kept(child);
        let lived = self.version_on(kept, day);
        let then = Then {
            decile: lived.and_then(|version| self.decile(version)),
            expecting: lived.is_some_and(|version| self.expects(version.family_id.as_ref(), day)),
        };
        standing(self.latest(kept), then, day, &self.counting)
    }

    /// Adults stand where those children stand whose home their household was that day: a group is
    /// stated of the whole household.
    pub fn of_family(&self, family: &FamilyId, day: NaiveDate) -> Standing {
        let home = |child: &&ChildId| {
            let then = self.version_on(child, day).and_then(|version| version.family_id.as_ref());
            then == Some(family)
        };
        let children = self.by_family.get(family).into_iter().flatten().filter(home);
        children.map(|child| self.of_child(child, day)).max().unwrap_or(Standing::Unknown)
    }

    fn expects(&self, family: Option<&FamilyId>, day: NaiveDate) -> bool {
        let theirs = family.and_then(|family| self.expected.get(family));
        theirs.into_iter().flatten().any(|child| is_expected(child, day))
    }

    /// Every household that was known to be a home of these children.
    pub fn families(&self) -> Vec<FamilyId> {
        self.by_family.keys().cloned().collect()
    }

    /// With the children that households expected, or have had since.
    pub fn expecting(&mut self, children: Vec<ChildFact>) {
        for child in children {
            if let Some(family) = child.family_id.clone() {
                self.expected.entry(family).or_default().push(child);
            }
        }
    }

    /// Every postcode and LSOA that a decile may be asked for.
    pub fn places(&self) -> BTreeSet<&str> {
        let versions = self.by_child.values().flatten();
        versions.filter_map(|version| place(version, self.vintage)).collect()
    }

    fn latest(&self, child: &ChildId) -> Option<&ChildFact> {
        self.by_child.get(child).and_then(|versions| versions.last())
    }

    /// What held at the end of a day; the first version for a day before it.
    fn version_on(&self, child: &ChildId, day: NaiveDate) -> Option<&ChildFact> {
        let versions = self.by_child.get(child)?;
        let next = day.succ_opt().unwrap_or(day);
        let midnight = Moment::from(at_local(next, NaiveTime::MIN, London));
        let then = versions.iter().rev().find(|version| version.known_from < midnight);
        then.or(versions.first())
    }

    fn decile(&self, version: &ChildFact) -> Option<i32> {
        self.deciles.get(place(version, self.vintage)?).copied()
    }
}

/// Not born yet on a day, and not lost.
fn is_expected(child: &ChildFact, day: NaiveDate) -> bool {
    let unborn = child.due_on.is_some() || child.born_on.is_some_and(|born| born > day);
    unborn && child.ended_on.is_none_or(|ended| ended > day)
}

fn place(version: &ChildFact, vintage: Option<Vintage>) -> Option<&str> {
    match (version.place, vintage?) {
        (PlaceKnown::Postcode, _) => version.postcode.as_deref(),
        (PlaceKnown::Lsoa, Vintage::Of2011) => version.lsoa_2011.as_deref(),
        (PlaceKnown::Lsoa, Vintage::Of2021) => version.lsoa_2021.as_deref(),
        (PlaceKnown::NoFixedAddress | PlaceKnown::Unknown | PlaceKnown::Restricted, _) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ChildFactId;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn fact(child: &str, from: &str, postcode: &str, groups: &str) -> ChildFact {
        ChildFact {
            id: ChildFactId::new(),
            child_id: ChildId::from(child),
            known_from: Moment::parse(from).expect("an instant"),
            known_until: None,
            family_id: Some(FamilyId::from("family")),
            centre_id: None,
            born_on: Some(day("2025-01-01")),
            born_month_only: false,
            due_on: None,
            ended_on: None,
            listed_on: None,
            joined_on: Some(day("2026-01-01")),
            left_on: None,
            postcode: Some(postcode.to_owned()),
            place: PlaceKnown::Postcode,
            lsoa_2011: None,
            lsoa_2021: None,
            target_groups: groups.to_owned(),
            ethnicity_asked: true,
            joined_into: None,
        }
    }

    fn stood(fact: &ChildFact, on: &str, counting: &Counting) -> Standing {
        standing(Some(fact), Then::default(), day(on), counting)
    }

    fn counting() -> Counting {
        let groups = ["lone_parent", "minority_ethnic"].map(str::to_owned).into();
        Counting { groups, deprived_decile: Some(3), ..Counting::default() }
    }

    #[test]
    fn nobody_is_in_no_group_for_want_of_a_question() {
        let plain = fact("a", "2026-01-01T09:00:00Z", "M31 4FL", "");
        let stated = ChildFact { target_groups: "lone_parent:2026-02-01:".into(), ..plain.clone() };
        let other = ChildFact { target_groups: "adopter:2026-02-01:".into(), ..plain.clone() };
        let over = "adopter:2026-01-01: lone_parent:2026-02-01:2026-11-23".to_owned();
        let ended = ChildFact { target_groups: over, ..plain.clone() };
        let listed = ChildFact { joined_on: None, ..plain.clone() };
        let silent = ChildFact { ethnicity_asked: false, ..plain.clone() };
        use Standing::{NotTarget, Target, Unknown};
        for (what, known, decile, expected) in [
            ("a guest", None, Some(1), Unknown),
            ("everything is known", Some(&plain), Some(4), NotTarget),
            ("a deprived area", Some(&plain), Some(3), Target),
            ("no area", Some(&plain), None, Unknown),
            ("a stated group, and no area", Some(&stated), None, Target),
            ("a group that does not count", Some(&other), Some(9), NotTarget),
            ("a group until yesterday", Some(&ended), Some(9), NotTarget),
            ("only listed", Some(&listed), Some(9), Unknown),
            ("listed, in a deprived area", Some(&listed), Some(1), Target),
            ("ethnicity not asked", Some(&silent), Some(9), Unknown),
        ] {
            let then = Then { decile, expecting: false };
            assert_eq!(standing(known, then, day("2026-11-23"), &counting()), expected, "{what}");
        }
        let lone = Counting { groups: ["lone_parent".to_owned()].into(), ..Counting::default() };
        let second_year = 12..24;
        let ones = Counting { ages: vec![second_year], ..lone.clone() };
        assert_eq!(stood(&silent, "2026-11-23", &lone), NotTarget);
        assert_eq!(stood(&ended, "2026-11-22", &lone), Target);
        assert_eq!(stood(&stated, "2026-01-31", &lone), NotTarget);
        for (on, expected) in [
            ("2025-12-31", NotTarget),
            ("2026-01-01", Target),
            ("2026-12-31", Target),
            ("2027-01-01", NotTarget),
        ] {
            assert_eq!(stood(&plain, on, &ones), expected, "{on}: born on 1 January 2025");
        }
    }

    #[test]
    fn the_area_is_that_of_the_day_and_the_groups_are_the_latest_known() {
        let moved = fact("a", "2026-06-01T09:00:00Z", "WA15 0AA", "");
        let first = fact("a", "2026-01-01T09:00:00Z", "M31 4FL", "");
        let mut histories = Histories::new(vec![first.clone(), moved.clone()]);
        histories.counting = counting();
        histories.vintage = Some(Vintage::Of2021);
        histories.deciles = [("M31 4FL".to_owned(), 1), ("WA15 0AA".to_owned(), 10)].into();
        let child = ChildId::from("a");
        for (on, expected) in [
            ("2025-12-31", Standing::Target),
            ("2026-05-31", Standing::Target),
            ("2026-06-01", Standing::NotTarget),
        ] {
            assert_eq!(histories.of_child(&child, day(on)), expected, "{on}");
        }
        assert_eq!(histories.places().len(), 2);
        assert_eq!(
            histories.of_child(&ChildId::from("guest"), day("2026-06-01")),
            Standing::Unknown
        );

        let later = ChildFact { target_groups: "lone_parent:2026-01-01:".to_owned(), ..moved };
        let mut corrected = Histories::new(vec![first, later]);
        corrected.counting = Counting { deprived_decile: None, ..counting() };
        assert_eq!(corrected.of_child(&child, day("2026-02-01")), Standing::Target);
    }

    #[test]
    fn a_household_that_expects_a_child_is_in_a_group_until_it_is_born() {
        let first = fact("a", "2026-01-01T09:00:00Z", "M31 4FL", "");
        let unborn = ChildFact {
            born_on: None,
            due_on: Some(day("2026-12-01")),
            ..fact("b", "2026-06-01T09:00:00Z", "M31 4FL", "")
        };
        let born = ChildFact { born_on: Some(day("2026-11-20")), due_on: None, ..unborn.clone() };
        let lost = ChildFact { ended_on: Some(day("2026-08-01")), ..unborn.clone() };
        let elsewhere = ChildFact { family_id: Some(FamilyId::from("x")), ..unborn.clone() };
        use Standing::{NotTarget, Target};
        for (what, child, on, expected) in [
            ("expected", &unborn, "2026-11-23", Target),
            ("born before", &born, "2026-11-20", NotTarget),
            ("born after", &born, "2026-11-19", Target),
            ("lost", &lost, "2026-08-01", NotTarget),
            ("another household's", &elsewhere, "2026-11-23", NotTarget),
        ] {
            let mut histories = Histories::new(vec![first.clone()]);
            histories.counting.expectant = true;
            histories.expecting(vec![child.clone()]);
            assert_eq!(histories.of_child(&ChildId::from("a"), day(on)), expected, "{what}");
            histories.counting.expectant = false;
            assert_eq!(histories.of_child(&ChildId::from("a"), day(on)), NotTarget, "{what}");
        }
    }

    #[test]
    fn a_joined_child_is_the_one_it_was_joined_into_and_a_family_its_children_together() {
        let into = Some(ChildId::from("b"));
        let twin = fact("a", "2026-01-01T09:00:00Z", "M31 4FL", "");
        let joined = ChildFact { joined_into: into, family_id: None, ..twin };
        let kept = fact("b", "2026-01-01T09:00:00Z", "M31 4FL", "lone_parent:2026-01-01:");
        let quiet = fact("c", "2026-01-01T09:00:00Z", "M31 4FL", "");
        let mut histories = Histories::new(vec![joined, kept, quiet]);
        histories.counting = Counting { deprived_decile: None, ..counting() };
        let on = day("2026-06-01");
        assert_eq!(histories.kept(&ChildId::from("a")), &ChildId::from("b"));
        assert_eq!(histories.of_child(&ChildId::from("a"), on), Standing::Target);
        assert_eq!(histories.of_child(&ChildId::from("c"), on), Standing::NotTarget);
        assert_eq!(histories.of_family(&FamilyId::from("family"), on), Standing::Target);
        assert_eq!(histories.of_family(&FamilyId::from("guests"), on), Standing::Unknown);
    }
}

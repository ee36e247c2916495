//! Who the centre should follow up: one-year-olds and children of referred families with no contact
//! in the window, and eligible two-year-olds without their funded place. Facts in, a list out.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::text_enum::text_enum;
use crate::contacts::Place;
use crate::families::follow_up::ToRing;
use crate::families::joined::kept_among;
use crate::reach::sustained::{EarlyLearning, SustainedFacts, wants_two_year_follow_up};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};
use utoipa::ToSchema;

text_enum! {
    /// Why a child is on the follow-up list.
    NotMetReason {
        /// Between the first and second birthday only the centre's own contact counts.
        OneYearOld = "one_year_old",
        /// A professional referred its family in the window.
        Referred = "referred",
    }
}

/// A child in a family with a membership that is its home.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct ListedChild {
    /// The child.
    pub child_id: ChildId,
    /// The family it lives with.
    pub family_id: FamilyId,
    /// That family's home centre.
    pub centre_id: Option<CentreId>,
    /// Completed months of age.
    pub age_months: u32,
    #[serde(skip)]
    pub restricted: bool,
    /// Its name; left out if you may not open the family's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who to call; left out in the same case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_ring: Option<ToRing>,
}

/// A child that the centre has not met.
#[derive(Serialize, ToSchema)]
#[schema(as = NotMetOut)]
pub(crate) struct NotMet {
    #[serde(flatten)]
    pub child: ListedChild,
    /// Why it is on the list.
    pub why: Vec<NotMetReason>,
    /// When it was last met; `null`: never, as far as known.
    pub last_contact_on: Option<NaiveDate>,
}

/// Two-year-olds eligible for the funded offer.
#[derive(Serialize, ToSchema)]
#[schema(as = TwoYearOldsOut)]
pub(crate) struct TwoYearOldsReport {
    /// As at this day.
    pub as_at: NaiveDate,
    /// Two-year-olds stated to be in the group `eligible_two`.
    pub eligible: usize,
    /// Those in a funded place, including places for working families.
    pub in_a_place: usize,
    /// Those to follow up, including restricted records.
    pub to_follow_up: usize,
    /// The children to follow up, without restricted records.
    pub children: Vec<TwoYearOld>,
}

/// A two-year-old who has not taken up the funded place.
#[derive(Serialize, ToSchema)]
#[schema(as = FollowUpOut)]
pub(crate) struct TwoYearOld {
    #[serde(flatten)]
    pub child: ListedChild,
    /// Where it is now: `nowhere` known, or in a place its parents pay for.
    pub early_learning: EarlyLearning,
}

/// Direct contacts in the window.
#[derive(Debug, Default)]
pub(crate) struct LastMet {
    /// Children, each as the record it was merged into.
    pub children: HashSet<ChildId>,
    /// Families in which anybody was met, including adults.
    pub families: HashSet<FamilyId>,
}

/// Children not met, by id, and why they are on the list.
pub(crate) fn not_met(
    children: &[ListedChild],
    referred: &HashSet<FamilyId>,
    met: &LastMet,
) -> BTreeMap<ChildId, NotMet> {
    let mut list = BTreeMap::new();
    for child in children {
        let mut why = Vec::new();
        if (12..24).contains(&child.age_months) && !met.children.contains(&child.child_id) {
            why.push(NotMetReason::OneYearOld);
        }
        if referred.contains(&child.family_id) && !met.families.contains(&child.family_id) {
            why.push(NotMetReason::Referred);
        }
        if !why.is_empty() {
            let not_met = NotMet { child: child.clone(), why, last_contact_on: None };
            list.insert(child.child_id.clone(), not_met);
        }
    }
    list
}

/// A place that a child has on the day.
pub(crate) type Places = HashMap<ChildId, Vec<Place>>;

/// Where a child is in early learning, from its most significant place.
pub(crate) fn early_learning(places: &[Place]) -> EarlyLearning {
    let known = |place: Place| places.contains(&place);
    [
        (Place::School, EarlyLearning::School),
        (Place::FundedTwo, EarlyLearning::FundedTwo),
        (Place::WorkingFamily, EarlyLearning::WorkingFamily),
        (Place::Funded, EarlyLearning::Funded),
        (Place::Paid, EarlyLearning::Paid),
    ]
    .into_iter()
    .find(|(place, _)| known(*place))
    .map_or(EarlyLearning::Nowhere, |(_, learning)| learning)
}

/// Eligible two-year-olds, and those who have not taken up their place.
#[derive(Default)]
pub(crate) struct TwoYearOlds {
    pub eligible: usize,
    pub to_follow_up: Vec<TwoYearOld>,
}

/// `children` are eligible, of any age.
pub(crate) fn two_year_olds(children: Vec<ListedChild>, places: &Places) -> TwoYearOlds {
    let mut found = TwoYearOlds::default();
    for child in children.into_iter().filter(|child| (24..36).contains(&child.age_months)) {
        found.eligible += 1;
        let learning = early_learning(places.get(&child.child_id).map_or(&[], Vec::as_slice));
        let facts = SustainedFacts {
            age_months: Some(child.age_months),
            direct_days: 0,
            health_contact: false,
            eligible_two: true,
            early_learning: learning,
            supported: EarlyLearning::Nowhere,
        };
        if wants_two_year_follow_up(&facts) {
            found.to_follow_up.push(TwoYearOld { child, early_learning: learning });
        }
    }
    found
}

/// The latest day by child, each as the record it was merged into.
pub(crate) fn latest(
    days: Vec<(ChildId, NaiveDate)>,
    kept: &HashMap<ChildId, ChildId>,
) -> HashMap<ChildId, NaiveDate> {
    let mut latest: HashMap<ChildId, NaiveDate> = HashMap::new();
    for (child, day) in days {
        let child = standing(&child, kept);
        let last = latest.entry(child).or_insert(day);
        *last = day.max(*last);
    }
    latest
}

/// The current record of a child.
pub(crate) fn standing(child: &ChildId, kept: &HashMap<ChildId, ChildId>) -> ChildId {
    kept_among(child, |record| kept.get(record).cloned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn child(id: &str, family: &str, age_months: u32) -> ListedChild {
        ListedChild {
            child_id: id.into(),
            family_id: family.into(),
            centre_id: None,
            age_months,
            restricted: false,
            name: None,
            to_ring: None,
        }
    }

    #[test]
    fn one_year_olds_and_children_of_referred_families_are_looked_for_until_they_are_met() {
        let children = [
            child("a", "one", 11),
            child("b", "one", 12),
            child("c", "one", 23),
            child("d", "one", 24),
            child("e", "two", 40),
            child("f", "three", 40),
        ];
        let referred: HashSet<FamilyId> = ["two".into(), "three".into()].into();
        let met = LastMet { children: ["c".into()].into(), families: ["three".into()].into() };
        let list = not_met(&children, &referred, &met);
        let found: Vec<_> = list.iter().map(|(id, one)| (id.as_str(), one.why.clone())).collect();
        assert_eq!(
            found,
            [("b", vec![NotMetReason::OneYearOld]), ("e", vec![NotMetReason::Referred])]
        );
    }

    #[test]
    fn an_eligible_two_year_old_is_followed_up_until_its_funded_place_is_taken() {
        let children = vec![
            child("a", "f", 23),
            child("b", "f", 24),
            child("c", "f", 35),
            child("d", "f", 30),
            child("e", "f", 36),
        ];
        let places: Places = [
            ("c".into(), vec![Place::Paid]),
            ("d".into(), vec![Place::Paid, Place::WorkingFamily]),
        ]
        .into();
        let found = two_year_olds(children, &places);
        assert_eq!(found.eligible, 3);
        let listed =
            found.to_follow_up.iter().map(|one| (one.child.child_id.as_str(), one.early_learning));
        let listed: Vec<_> = listed.collect();
        assert_eq!(listed, [("b", EarlyLearning::Nowhere), ("c", EarlyLearning::Paid)]);
    }

    #[test]
    fn a_joined_record_counts_for_the_child_that_was_kept() {
        let kept: HashMap<ChildId, ChildId> =
            [("old".into(), "mid".into()), ("mid".into(), "new".into())].into();
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let days = vec![
            ("old".into(), day("2026-03-01")),
            ("new".into(), day("2026-02-01")),
            ("else".into(), day("2026-01-01")),
        ];
        let latest = latest(days, &kept);
        assert_eq!(latest[&ChildId::from("new")], day("2026-03-01"));
        assert_eq!(latest.len(), 2);
        let ring: HashMap<ChildId, ChildId> =
            [("a".into(), "b".into()), ("b".into(), "a".into())].into();
        standing(&"a".into(), &ring);
    }
}

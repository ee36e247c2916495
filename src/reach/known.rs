//! What is known about a child now, from its record and its household: the version that the history
//! must hold. A guest's child has none; a child of two households uses its home, and one that left
//! its last household uses that one.

use super::facts::{
    ChildFact, KnownHome, KnownRecord, KnownStatement, Left, Member, PlaceKnown, Stated, written,
};
use crate::base::id::ChildFactId;
use crate::base::moment::Moment;
use crate::families::PostcodeReason;
use crate::membership::Standing;
use chrono::NaiveDate;

/// Everything that is known about one child.
#[derive(Clone, Debug)]
pub struct KnownChild {
    pub record: KnownRecord,
    pub ethnicity_asked: bool,
    /// Households that were not merged into another.
    pub homes: Vec<KnownHome>,
    pub left: Option<Left>,
    /// The membership of the household it is known by.
    pub member: Option<Member>,
    pub stated: Vec<KnownStatement>,
}

/// The household a child is known by: the one its birthday card goes to, else the first; never a
/// guest's.
pub(crate) fn known_by(homes: &[KnownHome]) -> Option<&KnownHome> {
    let own = homes.iter().filter(|home| !home.guest);
    own.min_by_key(|home| (!home.is_home, &home.family))
}

impl KnownChild {
    /// The version with these facts; `None` for a guest's child.
    pub fn fact(&self, at: Moment) -> Option<ChildFact> {
        let home = known_by(&self.homes);
        let is_kept = self.record.joined_into.is_none();
        if home.is_none() && is_kept && (self.left.is_none() || !self.homes.is_empty()) {
            return None;
        }
        let home = home.filter(|_| is_kept);
        let (place, postcode) = home.map_or((PlaceKnown::Unknown, None), KnownHome::place);
        let member = self.member.filter(|_| is_kept);
        Some(ChildFact {
            id: ChildFactId::new(),
            child_id: self.record.id.clone(),
            known_from: at,
            known_until: None,
            family_id: home.map(|home| home.family.clone()),
            centre_id: home.and_then(|home| home.centre.clone()),
            born_on: self.record.born_on,
            born_month_only: self.record.born_month_only,
            due_on: self.record.due_on,
            ended_on: self.record.ended_at.map(day_of),
            listed_on: member.and_then(|member| member.listed_on),
            joined_on: member.and_then(|member| member.joined_on),
            left_on: member.and_then(|member| self.left_on(&member, home.is_none())),
            postcode,
            place,
            lsoa_2011: None,
            lsoa_2021: None,
            target_groups: if is_kept { self.groups() } else { String::new() },
            ethnicity_asked: self.ethnicity_asked,
            joined_into: self.record.joined_into.clone(),
        })
    }

    /// The membership ended, or the child left its household.
    fn left_on(&self, member: &Member, is_gone: bool) -> Option<NaiveDate> {
        let ended = match member.status {
            Standing::OptedOut | Standing::Ended => Some(day_of(member.status_at)),
            Standing::Listed | Standing::Member => None,
        };
        let gone = self.left.as_ref().filter(|_| is_gone).map(|left| day_of(left.at));
        ended.into_iter().chain(gone).min()
    }

    fn groups(&self) -> String {
        let stated = self.stated.iter().map(|one| {
            let after = one.until_on.map(|day| day.succ_opt().unwrap_or(day));
            let until = after.into_iter().chain(one.ended_at.map(day_of)).min();
            Stated { code: &one.code, since: one.since_on, until }
        });
        written(&stated.collect::<Vec<_>>())
    }
}

impl KnownHome {
    fn place(&self) -> (PlaceKnown, Option<String>) {
        match (&self.postcode, self.reason) {
            _ if self.restricted => (PlaceKnown::Restricted, None),
            (_, Some(PostcodeReason::Refuge)) => (PlaceKnown::Restricted, None),
            (_, Some(PostcodeReason::NoFixedAddress)) => (PlaceKnown::NoFixedAddress, None),
            (Some(postcode), _) => (PlaceKnown::Postcode, Some(postcode.clone())),
            (None, _) => (PlaceKnown::Unknown, None),
        }
    }
}

/// The local date of a moment.
pub(crate) fn day_of(at: Moment) -> NaiveDate {
    at.civil_day()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::{ChildId, FamilyId};

    fn at(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    fn home(family: &str, is_home: bool) -> KnownHome {
        KnownHome {
            family: FamilyId::from(family),
            is_home,
            guest: false,
            centre: None,
            postcode: Some("M31 4FL".to_owned()),
            reason: None,
            restricted: false,
        }
    }

    fn known(homes: Vec<KnownHome>) -> KnownChild {
        KnownChild {
            record: KnownRecord {
                id: ChildId::from("child"),
                born_on: "2025-01-05".parse().ok(),
                born_month_only: false,
                due_on: None,
                ended_at: None,
                joined_into: None,
                created_at: at("2026-01-05T10:00:00Z"),
            },
            ethnicity_asked: false,
            homes,
            left: None,
            member: Some(Member {
                status: Standing::Member,
                status_at: at("2026-01-05T10:00:00Z"),
                joined_on: "2026-01-05".parse().ok(),
                listed_on: None,
            }),
            stated: Vec::new(),
        }
    }

    fn fact(known: &KnownChild) -> Option<ChildFact> {
        known.fact(at("2026-11-16T10:00:00Z"))
    }

    #[test]
    fn a_child_is_known_by_its_home_and_a_guests_is_not_known() {
        let both = known(vec![home("b", false), home("c", true)]);
        assert_eq!(fact(&both).unwrap().family_id, Some(FamilyId::from("c")));
        let guest = KnownHome { guest: true, ..home("a", true) };
        assert!(fact(&known(vec![guest.clone()])).is_none());
        let other = fact(&known(vec![guest, home("b", false)])).unwrap();
        assert_eq!(other.family_id, Some(FamilyId::from("b")));
        assert!(fact(&known(Vec::new())).is_none());
    }

    #[test]
    fn where_it_lives_is_said_as_openly_as_it_may_be() {
        let refuge = Some(PostcodeReason::Refuge);
        for (home, place) in [
            (home("a", true), "postcode"),
            (KnownHome { restricted: true, ..home("a", true) }, "restricted"),
            (KnownHome { postcode: None, reason: refuge, ..home("a", true) }, "restricted"),
            (
                KnownHome {
                    postcode: None,
                    reason: Some(PostcodeReason::NoFixedAddress),
                    ..home("a", true)
                },
                "no_fixed_address",
            ),
            (
                KnownHome {
                    postcode: None,
                    reason: Some(PostcodeReason::NotAsked),
                    ..home("a", true)
                },
                "unknown",
            ),
        ] {
            let fact = fact(&known(vec![home])).unwrap();
            assert_eq!(fact.place.as_str(), place);
            assert_eq!(fact.postcode.is_some(), place == "postcode");
        }
    }

    #[test]
    fn who_left_and_who_was_joined_into_another_is_kept_as_that() {
        let left = Left { family: FamilyId::from("a"), at: at("2026-05-01T10:00:00Z") };
        let gone = fact(&KnownChild { left: Some(left), ..known(Vec::new()) }).unwrap();
        assert_eq!((gone.family_id, gone.left_on), (None, "2026-05-01".parse().ok()));
        let mut joined = known(Vec::new());
        joined.record.joined_into = Some(ChildId::from("other"));
        let joined = fact(&joined).unwrap();
        assert_eq!((joined.joined_on, joined.joined_into.is_some()), (None, true));
    }

    #[test]
    fn what_was_erased_stands_until_another_place_is_known() {
        let now = fact(&known(vec![home("a", true)])).unwrap();
        let mut erased = now.clone();
        (erased.place, erased.postcode) = (PlaceKnown::Lsoa, None);
        erased.lsoa_2021 = Some("E01006074".to_owned());
        let nowhere = ChildFact { place: PlaceKnown::Unknown, postcode: None, ..now.clone() };
        assert!(erased.says_the_same(&nowhere) && !erased.says_the_same(&now));
        assert!(!now.says_the_same(&nowhere) && now.says_the_same(&now.clone()));
    }
}

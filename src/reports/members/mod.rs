//! Members on a day: families and their children, listed and with a card separately, each counted
//! once. Pure: facts about each family in, figures by centre, area, age, month or channel out.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::calendar::{BirthDate, completed_years};
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::families::FirstContact;
use crate::membership::{EndedWhy, Standing};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

text_enum! {
    /// What figures can be split by.
    MembersBy {
        /// The home centre.
        Centre = "centre",
        /// The LSOA of the postcode; if unknown, the postcode district.
        Area = "area",
        /// The children's age in years.
        Age = "age",
        /// The month the family joined or was listed.
        Month = "month",
        /// Who made the first contact.
        Channel = "channel",
    }
}

/// What is known about a family with a membership.
#[derive(Clone, Debug)]
pub(crate) struct MemberFacts {
    pub family: FamilyId,
    pub centre: Option<CentreId>,
    pub postcode: Option<String>,
    pub lsoa: Option<String>,
    pub channel: FirstContact,
    pub status: Standing,
    pub status_on: NaiveDate,
    pub joined_on: Option<NaiveDate>,
    pub listed_on: Option<NaiveDate>,
    pub ended_why: Option<EndedWhy>,
    /// Without a birth date, one that is expected.
    pub children: Vec<(ChildId, Option<BirthDate>)>,
}

/// Members on a day.
#[derive(Serialize, ToSchema)]
#[schema(as = MembersOut)]
pub(crate) struct MembersReport {
    /// As at this day.
    pub as_at: NaiveDate,
    /// When it was counted.
    pub counted_at: Moment,
    /// What it is split by.
    pub by: Vec<MembersBy>,
    /// By group. A family with children of two ages is in both groups; the total counts it once.
    pub groups: Vec<MemberGroup>,
    /// The total; everybody counts once.
    pub total: MemberFigures,
}

/// One group's members.
#[derive(Serialize, ToSchema)]
#[schema(as = MemberGroupOut)]
pub(crate) struct MemberGroup {
    /// The group's value for each split. `none` if unknown; an area is a 2021 LSOA, or the postcode
    /// district.
    #[schema(example = json!({"centre": "0198c0d27f3a7d0e9d1c2b3a4f5e6d7c", "age": "2"}))]
    pub group: BTreeMap<String, String>,
    /// Its figures.
    #[serde(flatten)]
    pub figures: MemberFigures,
}

/// The counts; everybody counts once. Families that are only listed are counted separately.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = MemberFiguresOut)]
pub(crate) struct MemberFigures {
    /// Families that are members.
    pub member_families: usize,
    /// Families known only from a feed and not told yet.
    pub listed_families: usize,
    /// Children of members, including expected ones.
    pub member_children: usize,
    /// Children of listed families who are not also a member's.
    pub listed_children: usize,
}

/// The split as a table: a text cell for each `By`, and the figures; and the total.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct MembersTable {
    pub groups: Vec<(Vec<String>, MemberFigures)>,
    pub total: MemberFigures,
}

#[derive(Default)]
struct Sets<'a> {
    members: BTreeSet<&'a FamilyId>,
    listed: BTreeSet<&'a FamilyId>,
    of_members: BTreeSet<&'a ChildId>,
    of_listed: BTreeSet<&'a ChildId>,
}

impl Sets<'_> {
    /// A child of both a member and a listed household counts as a member's.
    fn figures(&self) -> MemberFigures {
        MemberFigures {
            member_families: self.members.len(),
            listed_families: self.listed.len(),
            member_children: self.of_members.len(),
            listed_children: self.of_listed.difference(&self.of_members).count(),
        }
    }
}

/// A family's membership on a day, and since when; `None` if it had none.
fn stood(known: &MemberFacts, on: NaiveDate) -> Option<(Standing, NaiveDate)> {
    let gone = match known.status {
        Standing::OptedOut | Standing::Ended => known.status_on <= on,
        Standing::Listed | Standing::Member => false,
    };
    // A merged record never was a family of its own.
    if gone || known.ended_why == Some(EndedWhy::Joined) {
        return None;
    }
    let since = |day: Option<NaiveDate>| day.filter(|day| *day <= on);
    since(known.joined_on)
        .map(|day| (Standing::Member, day))
        .or(since(known.listed_on).map(|day| (Standing::Listed, day)))
}

/// Counts the memberships on a day, split in this order.
pub(crate) fn count(all: &[MemberFacts], on: NaiveDate, by: &[MembersBy]) -> MembersTable {
    let mut total = Sets::default();
    let mut groups: BTreeMap<Vec<String>, Sets> = BTreeMap::new();
    for known in all {
        let Some((standing, since)) = stood(known, on) else { continue };
        add(&mut total, known, standing, |_| true);
        for age in ages(known, on, by) {
            let cell = |by: &MembersBy| match by {
                MembersBy::Centre => {
                    known.centre.as_ref().map_or("none", CentreId::as_str).to_owned()
                }
                MembersBy::Area => area(known),
                MembersBy::Age => age.clone(),
                MembersBy::Month => since.format("%Y-%m").to_string(),
                MembersBy::Channel => known.channel.as_str().to_owned(),
            };
            let key: Vec<String> = by.iter().map(cell).collect();
            let split = by.contains(&MembersBy::Age);
            let of_age = |birth: Option<BirthDate>| !split || age_of(birth, on) == age;
            add(groups.entry(key).or_default(), known, standing, of_age);
        }
    }
    let groups = groups.into_iter().map(|(key, sets)| (key, sets.figures())).collect();
    MembersTable { groups, total: total.figures() }
}

fn add<'a>(
    sets: &mut Sets<'a>,
    known: &'a MemberFacts,
    standing: Standing,
    counts: impl Fn(Option<BirthDate>) -> bool,
) {
    let (families, children) = match standing {
        Standing::Listed => (&mut sets.listed, &mut sets.of_listed),
        Standing::Member | Standing::OptedOut | Standing::Ended => {
            (&mut sets.members, &mut sets.of_members)
        }
    };
    families.insert(&known.family);
    let counted = known.children.iter().filter(|(_, birth)| counts(*birth));
    children.extend(counted.map(|(child, _)| child));
}

/// The distinct ages of a family's children; one cell if not split by age.
fn ages(known: &MemberFacts, on: NaiveDate, by: &[MembersBy]) -> BTreeSet<String> {
    if !by.contains(&MembersBy::Age) {
        return [String::new()].into();
    }
    let ages: BTreeSet<String> =
        known.children.iter().map(|(_, birth)| age_of(*birth, on)).collect();
    if ages.is_empty() { ["none".to_owned()].into() } else { ages }
}

/// Completed years on the day. A child born later was expected then.
fn age_of(birth: Option<BirthDate>, on: NaiveDate) -> String {
    match birth {
        None => "expected".to_owned(),
        Some(born) if born.counted_from() > on => "expected".to_owned(),
        Some(born) => match completed_years(born, on) {
            years @ 0..=4 => years.to_string(),
            _ => "5 and over".to_owned(),
        },
    }
}

fn area(known: &MemberFacts) -> String {
    let district = || known.postcode.as_deref()?.split(' ').next().map(str::to_owned);
    known.lsoa.clone().or_else(district).unwrap_or_else(|| "none".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn member(family: &str, child: &str, born: &str) -> MemberFacts {
        MemberFacts {
            family: FamilyId::from(family),
            centre: Some(CentreId::from("c1")),
            postcode: Some("M31 4FL".to_owned()),
            lsoa: None,
            channel: FirstContact::Staff,
            status: Standing::Member,
            status_on: day("2026-02-01"),
            joined_on: Some(day("2026-02-01")),
            listed_on: None,
            ended_why: None,
            children: vec![(ChildId::from(child), Some(BirthDate::Day(day(born))))],
        }
    }

    fn figures(
        members: usize,
        listed: usize,
        of_members: usize,
        of_listed: usize,
    ) -> MemberFigures {
        MemberFigures {
            member_families: members,
            listed_families: listed,
            member_children: of_members,
            listed_children: of_listed,
        }
    }

    #[test]
    fn listed_and_carded_are_apart_and_a_child_of_two_households_is_one() {
        let listed = MemberFacts {
            status: Standing::Listed,
            joined_on: None,
            listed_on: Some(day("2026-01-01")),
            ..member("f2", "b", "2024-01-01")
        };
        let shared =
            MemberFacts { family: FamilyId::from("f3"), ..member("f3", "a", "2025-01-01") };
        let all = [member("f1", "a", "2025-01-01"), listed, shared];
        let found = count(&all, day("2026-11-16"), &[MembersBy::Centre]);
        assert_eq!(found.total, figures(2, 1, 1, 1));
        assert_eq!(found.groups, [(vec!["c1".to_owned()], figures(2, 1, 1, 1))]);
    }

    #[test]
    fn figures_are_as_at_the_day() {
        let told =
            MemberFacts { listed_on: Some(day("2026-01-01")), ..member("f1", "a", "2025-01-01") };
        let left = MemberFacts {
            status: Standing::OptedOut,
            status_on: day("2026-03-01"),
            ended_why: Some(EndedWhy::OptedOut),
            ..member("f2", "b", "2025-01-01")
        };
        let joined = MemberFacts {
            status: Standing::Ended,
            status_on: day("2026-10-01"),
            ended_why: Some(EndedWhy::Joined),
            ..member("f3", "c", "2025-01-01")
        };
        let all = [told, left, joined];
        for (on, expected) in [
            ("2025-12-31", figures(0, 0, 0, 0)),
            ("2026-01-31", figures(0, 1, 0, 1)),
            ("2026-02-28", figures(2, 0, 2, 0)),
            ("2026-03-01", figures(1, 0, 1, 0)),
        ] {
            assert_eq!(count(&all, day(on), &[]).total, expected, "{on}");
        }
    }

    #[test]
    fn ages_turn_on_the_birthday_and_a_family_is_once_in_each() {
        let mut family = member("f1", "a", "2024-02-29");
        let due = (ChildId::from("b"), None);
        family.children.push(due);
        let ages = |on: &str| -> Vec<String> {
            let found = count(std::slice::from_ref(&family), day(on), &[MembersBy::Age]);
            assert_eq!(found.total, figures(1, 0, 2, 0));
            found.groups.into_iter().map(|(key, _)| key.concat()).collect()
        };
        assert_eq!(ages("2026-02-28"), ["1", "expected"]);
        assert_eq!(ages("2026-03-01"), ["2", "expected"]);
    }

    #[test]
    fn areas_are_lsoas_then_districts_then_none() {
        let mut known = member("f1", "a", "2025-01-01");
        assert_eq!(area(&known), "M31");
        known.lsoa = Some("E01006074".to_owned());
        assert_eq!(area(&known), "E01006074");
        (known.lsoa, known.postcode) = (None, None);
        assert_eq!(area(&known), "none");
    }
}

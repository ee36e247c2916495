//! What is known about a child for reach, in versions: a version holds from the moment it was known
//! until it is replaced, and is never changed. So a report as known at an earlier moment gives the
//! figures of that moment, whatever was corrected, merged or erased since.

pub mod store;

use crate::base::id::{CentreId, ChildFactId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{
    child_facts, child_moves, children, families, family_children, family_groups, memberships,
};
use crate::families::PostcodeReason;
use crate::membership::Standing;
use chrono::NaiveDate;
use diesel::prelude::*;

text_enum! {
    /// What is known about where a child lives.
    PlaceKnown {
        Postcode = "postcode",
        /// Only the LSOA is kept, of an erased record.
        Lsoa = "lsoa",
        NoFixedAddress = "no_fixed_address",
        Unknown = "unknown",
        /// A restricted record, or a refuge.
        Restricted = "restricted",
    }
}

/// One version of what is known about a child, without names, address or contacts.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = child_facts)]
pub struct ChildFact {
    pub id: ChildFactId,
    pub child_id: ChildId,
    pub known_from: Moment,
    /// `None` for the current version.
    pub known_until: Option<Moment>,
    /// The child's home household.
    pub family_id: Option<FamilyId>,
    /// The household's home centre.
    pub centre_id: Option<CentreId>,
    pub born_on: Option<NaiveDate>,
    pub born_month_only: bool,
    pub due_on: Option<NaiveDate>,
    /// The child died or the pregnancy ended.
    pub ended_on: Option<NaiveDate>,
    pub listed_on: Option<NaiveDate>,
    pub joined_on: Option<NaiveDate>,
    /// The membership ended, or the family opted out.
    pub left_on: Option<NaiveDate>,
    pub postcode: Option<String>,
    pub place: PlaceKnown,
    pub lsoa_2011: Option<String>,
    pub lsoa_2021: Option<String>,
    /// `code:since:until`, separated by spaces; `until` is empty while it holds. Dates as
    /// 2026-11-22.
    pub target_groups: String,
    pub ethnicity_asked: bool,
    /// The child this record was merged into; contacts of this one count there.
    pub joined_into: Option<ChildId>,
}

impl ChildFact {
    /// Whether a new version would say nothing new. If the place was erased and no other is known,
    /// the kept LSOA still applies.
    pub fn says_the_same(&self, wanted: &ChildFact) -> bool {
        let mut wanted = wanted.clone();
        wanted.inherit_place(self);
        wanted.id = self.id.clone();
        wanted.known_from = self.known_from;
        wanted.known_until = self.known_until;
        *self == wanted
    }

    /// Takes over the kept LSOA of an erased place, if no other place is known.
    pub fn inherit_place(&mut self, before: &ChildFact) {
        if before.place == PlaceKnown::Lsoa && self.place == PlaceKnown::Unknown {
            self.place = before.place;
            self.lsoa_2011.clone_from(&before.lsoa_2011);
            self.lsoa_2021.clone_from(&before.lsoa_2021);
        }
    }
}

/// A child's record.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = children)]
pub struct KnownRecord {
    pub id: ChildId,
    pub born_on: Option<NaiveDate>,
    pub born_month_only: bool,
    pub due_on: Option<NaiveDate>,
    pub ended_at: Option<Moment>,
    pub joined_into: Option<ChildId>,
    pub created_at: Moment,
}

/// A household a child lives in.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = families)]
pub struct KnownHome {
    #[diesel(column_name = id)]
    pub family: FamilyId,
    #[diesel(select_expression = family_children::is_home)]
    pub is_home: bool,
    pub guest: bool,
    #[diesel(column_name = centre_id)]
    pub centre: Option<CentreId>,
    pub postcode: Option<String>,
    #[diesel(column_name = postcode_reason)]
    pub reason: Option<PostcodeReason>,
    pub restricted: bool,
}

/// A household's membership.
#[derive(Clone, Copy, Debug, Queryable, Selectable)]
#[diesel(table_name = memberships)]
pub struct Member {
    pub status: Standing,
    pub status_at: Moment,
    pub joined_on: Option<NaiveDate>,
    pub listed_on: Option<NaiveDate>,
}

/// A statement that a household or one of its children is in a target group.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = family_groups)]
pub struct KnownStatement {
    #[diesel(column_name = group_code)]
    pub code: String,
    pub since_on: NaiveDate,
    /// The last day it holds.
    pub until_on: Option<NaiveDate>,
    pub ended_at: Option<Moment>,
}

/// The household that a child left last, if it is in none now.
#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = child_moves)]
pub struct Left {
    #[diesel(column_name = from_family_id)]
    pub family: FamilyId,
    #[diesel(column_name = moved_at)]
    pub at: Moment,
}

/// Stands for the LSOA of an erased postcode without one, such as Jersey's.
pub const ELSEWHERE: &str = "elsewhere";

/// A stated target group: from a day on, until the first day it no longer held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stated<'a> {
    pub code: &'a str,
    pub since: NaiveDate,
    pub until: Option<NaiveDate>,
}

impl Stated<'_> {
    pub fn holds(&self, on: NaiveDate) -> bool {
        self.since <= on && self.until.is_none_or(|until| on < until)
    }
}

/// The stored text; statements that never held for a day are left out.
pub fn written(stated: &[Stated]) -> String {
    let mut held: Vec<&Stated> =
        stated.iter().filter(|one| one.until.is_none_or(|until| one.since < until)).collect();
    held.sort();
    held.dedup();
    let text = |one: &&Stated| {
        let until = one.until.map(|day| day.to_string()).unwrap_or_default();
        format!("{}:{}:{until}", one.code, one.since)
    };
    held.iter().map(text).collect::<Vec<_>>().join(" ")
}

/// Parses the stored text.
pub fn read(text: &str) -> impl Iterator<Item = Stated<'_>> {
    text.split_ascii_whitespace().filter_map(|one| {
        let mut parts = one.split(':');
        let (code, since) = (parts.next()?, parts.next()?.parse().ok()?);
        let until = parts.next().filter(|day| !day.is_empty());
        Some(Stated { code, since, until: until.and_then(|day| day.parse().ok()) })
    })
}

/// Whether one stated group held on a day.
pub fn is_held(groups: &str, code: &str, on: NaiveDate) -> bool {
    read(groups).any(|stated| stated.code == code && stated.holds(on))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn groups_are_read_as_they_were_written() {
        let lone = Stated { code: "lone_parent", since: day("2026-01-05"), until: None };
        let ended =
            Stated { code: "eal", since: day("2025-01-05"), until: Some(day("2025-03-01")) };
        let never =
            Stated { code: "adopter", since: day("2025-01-05"), until: Some(day("2025-01-05")) };
        let text = written(&[lone, ended, never, lone]);
        assert_eq!(text, "eal:2025-01-05:2025-03-01 lone_parent:2026-01-05:");
        assert_eq!(read(&text).collect::<Vec<_>>(), [ended, lone]);
        assert!(read("").next().is_none());
        for (on, holds) in [("2025-01-04", false), ("2025-01-05", true), ("2025-02-28", true)] {
            assert_eq!(ended.holds(day(on)), holds, "{on}");
        }
        assert!(!ended.holds(day("2025-03-01")) && lone.holds(day("2030-01-01")));
    }
}

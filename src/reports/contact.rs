//! Families without a recent contact. A contact is of a kind that counts as direct, with a child or
//! adults; the first is the day a family was met (a feed meets nobody).

use crate::base::id::{CentreId, FamilyId};
use crate::membership::number::Number;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// A live membership.
#[derive(Clone, Debug)]
pub struct Known {
    pub family: FamilyId,
    pub number: Number,
    pub centre: Option<CentreId>,
    /// When the family was met, if it was.
    pub met_on: Option<NaiveDate>,
    pub restricted: bool,
}

/// Members, and those without a contact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quiet {
    pub members: u64,
    pub without_contact: u64,
}

impl Quiet {
    fn count(&mut self, quiet: bool) {
        self.members += 1;
        self.without_contact += u64::from(quiet);
    }
}

/// The day of each family's last contact.
pub type Last = HashMap<FamilyId, NaiveDate>;

/// When a family was last met.
pub fn last_contact(known: &Known, last: &Last) -> Option<NaiveDate> {
    known.met_on.into_iter().chain(last.get(&known.family).copied()).max()
}

/// Whether the family had no contact since a day.
pub fn is_quiet(known: &Known, last: &Last, since: NaiveDate) -> bool {
    last_contact(known, last).is_none_or(|day| day < since)
}

/// Distinct families by home centre, by group, and in total. A family may be in several groups, so
/// the groups do not add up.
pub struct Counted {
    pub centres: BTreeMap<Option<CentreId>, Quiet>,
    pub groups: BTreeMap<String, Quiet>,
    pub total: Quiet,
}

pub fn count(
    members: &[Known],
    last: &Last,
    groups: &HashMap<FamilyId, Vec<String>>,
    since: NaiveDate,
) -> Counted {
    let mut counted =
        Counted { centres: BTreeMap::new(), groups: BTreeMap::new(), total: Quiet::default() };
    for known in members {
        let quiet = is_quiet(known, last, since);
        counted.total.count(quiet);
        counted.centres.entry(known.centre.clone()).or_default().count(quiet);
        for group in groups.get(&known.family).into_iter().flatten() {
            counted.groups.entry(group.clone()).or_default().count(quiet);
        }
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn known(family: &str, met_on: Option<&str>) -> Known {
        Known {
            family: family.into(),
            number: Number::of_serial(1),
            centre: Some("north".into()),
            met_on: met_on.map(day),
            restricted: false,
        }
    }

    #[test]
    fn a_family_is_quiet_when_its_last_contact_lies_before_the_window() {
        let members = [
            known("new", Some("2026-11-01")),
            known("old", Some("2024-01-01")),
            known("came", Some("2024-01-01")),
            known("came long ago", Some("2024-01-01")),
            known("fed", None),
        ];
        let last: Last =
            [("came".into(), day("2025-11-16")), ("came long ago".into(), day("2025-11-15"))]
                .into();
        let groups: HashMap<FamilyId, Vec<String>> =
            [("old".into(), vec!["workless".to_owned(), "lone_parent".to_owned()])].into();
        let counted = count(&members, &last, &groups, day("2025-11-16"));
        assert_eq!(counted.total, Quiet { members: 5, without_contact: 3 });
        assert_eq!(counted.groups.len(), 2);
        assert_eq!(counted.groups["workless"], Quiet { members: 1, without_contact: 1 });
    }
}

//! Families without a recent contact. A contact is of a kind that counts as direct, with a child or
//! adults; the first is the day a family was met (a feed meets nobody).

pub(crate) mod service;
pub(crate) mod store;

use crate::base::id::{CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::families::follow_up::ToRing;
use crate::membership::number::Number;
use crate::reports::ByCentre;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use utoipa::ToSchema;

/// Members without a contact.
#[derive(Serialize, ToSchema)]
#[schema(as = NoContactOut)]
pub(crate) struct NoContactReport {
    /// When it was counted.
    pub as_at: Moment,
    /// The length of the period, in months.
    pub months: u32,
    /// No contact on or after this day.
    pub since: NaiveDate,
    /// What counts as a contact: `direct`, which means a kind that counts as direct (`GET
    /// /contact-kinds`), and the day a family was met.
    #[schema(example = "direct")]
    pub contact: &'static str,
    /// By home centre.
    pub centres: Vec<QuietCentre>,
    /// By stated target group. A family may be in several, so they do not add up.
    pub groups: Vec<QuietGroup>,
    /// Distinct families.
    pub total: Quiet,
}

/// How many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = QuietOut)]
pub(crate) struct Quiet {
    /// Families with a membership, including listed ones.
    pub members: u64,
    /// Those without a contact.
    pub without_contact: u64,
}

/// One centre.
#[derive(Serialize, ToSchema)]
#[schema(as = QuietCentreOut)]
pub(crate) struct QuietCentre {
    /// The centre; `null` for families without a home centre.
    pub centre_id: Option<CentreId>,
    /// Its name.
    pub centre: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Quiet,
}

/// One target group.
#[derive(Serialize, ToSchema)]
#[schema(as = QuietGroupOut)]
pub(crate) struct QuietGroup {
    /// Its code.
    pub group: String,
    /// Its name.
    pub label: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Quiet,
}

/// A family with a live membership; listed if it is without a contact.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = QuietFamilyOut)]
pub(crate) struct QuietFamily {
    /// The family.
    pub family_id: FamilyId,
    /// Its membership number.
    #[schema(value_type = String)]
    pub number: Number,
    /// Its home centre.
    pub centre_id: Option<CentreId>,
    /// When somebody last met it; `null` if it is known only from a feed.
    pub last_contact_on: Option<NaiveDate>,
    /// Who to call; left out if you may not open its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_ring: Option<ToRing>,
    #[serde(skip)]
    pub restricted: bool,
}

impl QuietFamily {
    /// Whether it had no contact since a day.
    fn is_quiet(&self, since: NaiveDate) -> bool {
        self.last_contact_on.is_none_or(|day| day < since)
    }
}

impl Quiet {
    fn count(&mut self, quiet: bool) {
        self.members += 1;
        self.without_contact += u64::from(quiet);
    }
}

/// The day of each family's last contact.
pub(crate) type Last = HashMap<FamilyId, NaiveDate>;

/// Takes contacts after the day a family was met.
fn add_contacts(members: &mut [QuietFamily], last: &Last) {
    for known in members {
        known.last_contact_on = known.last_contact_on.max(last.get(&known.family_id).copied());
    }
}

/// Distinct families by home centre and in total, and by group. A family may be in several groups,
/// so the groups do not add up.
fn count(
    members: &[QuietFamily],
    groups: &HashMap<FamilyId, Vec<String>>,
    since: NaiveDate,
) -> (ByCentre<Quiet>, BTreeMap<String, Quiet>) {
    let mut counted = ByCentre::<Quiet>::default();
    let mut by_group: BTreeMap<String, Quiet> = BTreeMap::new();
    for known in members {
        let quiet = known.is_quiet(since);
        counted.count(known.centre_id.as_ref(), |figures| figures.count(quiet));
        for group in groups.get(&known.family_id).into_iter().flatten() {
            by_group.entry(group.clone()).or_default().count(quiet);
        }
    }
    (counted, by_group)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn known(family: &str, met_on: Option<&str>) -> QuietFamily {
        QuietFamily {
            family_id: family.into(),
            number: Number::of_serial(1),
            centre_id: Some("north".into()),
            last_contact_on: met_on.map(day),
            to_ring: None,
            restricted: false,
        }
    }

    #[test]
    fn a_family_is_quiet_when_its_last_contact_lies_before_the_window() {
        let mut members = [
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
        add_contacts(&mut members, &last);
        let (counted, by_group) = count(&members, &groups, day("2025-11-16"));
        assert_eq!(counted.total, Quiet { members: 5, without_contact: 3 });
        assert_eq!(by_group.len(), 2);
        assert_eq!(by_group["workless"], Quiet { members: 1, without_contact: 1 });
    }
}

//! Whether a partner may send on a day: an agreement for the purpose is in force, or why not. And
//! which agreements are due for review.

use super::{Agreement, AgreementPurpose};
use crate::base::fault::{Code, Fault};
use crate::base::id::PartnerId;
use chrono::NaiveDate;
use std::collections::HashSet;

/// What the agreements of a partner say of a purpose on a day.
#[derive(Clone, Debug)]
pub(crate) enum AgreementStanding<'a> {
    InForce(&'a Agreement),
    /// The one that ended last.
    Ended(&'a Agreement),
    /// The one that begins first.
    NotBegun(&'a Agreement),
    /// None was ever recorded.
    None,
}

pub(crate) fn standing(
    agreements: &[Agreement],
    purpose: AgreementPurpose,
    today: NaiveDate,
) -> AgreementStanding<'_> {
    let of_purpose = || agreements.iter().filter(|one| one.purpose == purpose);
    let in_force = of_purpose().filter(|one| one.first_day <= today && today <= one.last_day);
    if let Some(agreement) = in_force.max_by_key(|one| (one.last_day, one.made_at)) {
        return AgreementStanding::InForce(agreement);
    }
    let ended = of_purpose().filter(|one| one.last_day < today).max_by_key(|one| one.last_day);
    let to_begin = of_purpose().min_by_key(|one| one.first_day);
    match (ended, to_begin) {
        (Some(agreement), _) => AgreementStanding::Ended(agreement),
        (None, Some(agreement)) => AgreementStanding::NotBegun(agreement),
        (None, None) => AgreementStanding::None,
    }
}

/// Agreements to review by a day, the soonest first, out of agreements that have not ended, the
/// newest first. A newer one for the same purpose means that the older was reviewed.
pub(crate) fn to_review(newest_first: Vec<Agreement>, by: NaiveDate) -> Vec<Agreement> {
    let mut seen: HashSet<(PartnerId, AgreementPurpose)> = HashSet::new();
    let mut due: Vec<Agreement> = newest_first
        .into_iter()
        .filter(|one| seen.insert((one.partner_id.clone(), one.purpose)))
        .filter(|one| one.review_on <= by)
        .collect();
    due.sort_by_key(|one| one.review_on);
    due
}

/// The fault that stops a feed, and what to do.
pub(crate) fn stopped(standing: &AgreementStanding, partner: &str) -> Fault {
    let why = match standing {
        AgreementStanding::Ended(old) => {
            format!("The agreement with {partner} ended on {}.", old.last_day)
        }
        AgreementStanding::NotBegun(new) => {
            format!("The agreement with {partner} begins on {}.", new.first_day)
        }
        AgreementStanding::InForce(_) | AgreementStanding::None => {
            format!("No agreement with {partner} for this is recorded.")
        }
    };
    let detail = format!(
        "{why} Nothing was read. An administrator records a new one at /partners/{{id}}/agreements."
    );
    Fault::new(Code::AgreementExpired, detail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::id::{AgreementId, PartnerId};
    use crate::base::moment::Moment;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn agreement(purpose: AgreementPurpose, first: &str, last: &str) -> Agreement {
        Agreement {
            id: AgreementId::new(),
            partner_id: PartnerId::from("p"),
            purpose,
            items: "child_name birth_date".to_owned(),
            basis: "Article 6(1)(e)".to_owned(),
            first_day: day(first),
            last_day: day(last),
            review_on: day(last),
            cards_a_month: None,
            feed_every_days: None,
            made_at: Moment::parse("2026-01-01T00:00:00Z").expect("a moment"),
        }
    }

    #[test]
    fn an_agreement_is_in_force_from_its_first_day_to_its_last() {
        let all = [agreement(AgreementPurpose::Membership, "2026-01-01", "2026-12-31")];
        for (today, expected) in [
            ("2025-12-31", "begins on 2026-01-01"),
            ("2026-01-01", "in force"),
            ("2026-12-31", "in force"),
            ("2027-01-01", "ended on 2026-12-31"),
        ] {
            let found = standing(&all, AgreementPurpose::Membership, day(today));
            match found {
                AgreementStanding::InForce(_) => assert_eq!(expected, "in force", "{today}"),
                other => {
                    let said = stopped(&other, "Health");
                    assert!(said.detail().contains(expected), "{today}: {said}");
                }
            }
        }
    }

    #[test]
    fn the_newest_agreement_for_a_purpose_is_the_one_to_review() {
        let counts = agreement(AgreementPurpose::BirthCounts, "2026-01-01", "2026-08-01");
        let newer = agreement(AgreementPurpose::Membership, "2026-07-01", "2028-12-31");
        let older = agreement(AgreementPurpose::Membership, "2026-01-01", "2026-07-31");
        let due = |all: &[&Agreement], by: &str| -> Vec<AgreementId> {
            let all = all.iter().map(|one| (*one).clone()).collect();
            to_review(all, day(by)).into_iter().map(|one| one.id).collect()
        };
        assert_eq!(due(&[&counts, &older], "2026-07-30"), []);
        assert_eq!(due(&[&counts, &older], "2026-07-31"), vec![older.id.clone()]);
        assert_eq!(
            due(&[&counts, &older], "2026-08-01"),
            vec![older.id.clone(), counts.id.clone()]
        );
        assert_eq!(due(&[&newer, &counts, &older], "2026-08-01"), vec![counts.id.clone()]);
    }

    #[test]
    fn what_was_given_for_one_purpose_is_not_used_for_another() {
        let all = [agreement(AgreementPurpose::TwoYearOffer, "2026-01-01", "2026-12-31")];

        let found = standing(&all, AgreementPurpose::Membership, day("2026-06-01"));
        assert!(matches!(found, AgreementStanding::None), "{found:?}");
    }
}

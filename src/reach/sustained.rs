//! Sustained contact of one child at a date: directly, by enough days at a centre, or through
//! universal services that see every child of its age. Settings: the threshold and the window.

use crate::base::text_enum::text_enum;
use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How much contact counts as sustained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Measure {
    /// Distinct days of contact.
    pub threshold: usize,
    pub window_months: u32,
}

impl Default for Measure {
    fn default() -> Measure {
        Measure { threshold: 3, window_months: 12 }
    }
}

impl Measure {
    /// The window's first day: 12 months up to 16 November start on 17 November.
    pub fn first_day(&self, as_at: NaiveDate) -> NaiveDate {
        let before = as_at.checked_sub_months(Months::new(self.window_months));
        before.and_then(|day| day.succ_opt()).unwrap_or(NaiveDate::MIN)
    }

    /// Sustained contact is not claimed until the records cover the window.
    pub fn is_covered(&self, records_begin: NaiveDate, as_at: NaiveDate) -> bool {
        records_begin <= self.first_day(as_at)
    }

    /// Two sessions on one day are one day of contact.
    pub fn days(&self, contacts: impl IntoIterator<Item = NaiveDate>, as_at: NaiveDate) -> usize {
        let window = self.first_day(as_at)..=as_at;
        contacts.into_iter().filter(|day| window.contains(day)).collect::<BTreeSet<_>>().len()
    }
}

text_enum! {
    /// Where a child is in early learning.
    EarlyLearning {
        /// In no known setting.
        Nowhere = "nowhere",
        /// A place its parents pay for.
        Paid = "paid",
        /// The funded place for eligible two-year-olds.
        FundedTwo = "funded_two",
        /// A place funded because its parents work.
        WorkingFamily = "working_family",
        /// A funded place at three or four.
        Funded = "funded",
        School = "school",
    }
}

/// What is known about a child on the date.
#[derive(Clone, Debug)]
pub(crate) struct SustainedFacts {
    /// Completed months; `None` for a child not yet born.
    pub age_months: Option<u32>,
    /// Distinct days of direct contact in the window.
    pub direct_days: usize,
    /// A health contact in the window is on record.
    pub health_contact: bool,
    /// The child is eligible for the two-year-old offer.
    pub eligible_two: bool,
    pub early_learning: EarlyLearning,
    /// The same, only for settings with recorded direct support in the window.
    pub supported: EarlyLearning,
}

text_enum! {
    /// The universal service through which a child is seen.
    Universal {
        Health = "health",
        /// An eligible two-year-old in its funded place.
        FundedTwo = "funded_two",
        /// The same child in a place funded because its parents work; shown separately.
        WorkingFamilyTwo = "working_family_two",
        EarlyLearning = "early_learning",
    }
}

/// A child's sustained contact; if both ways apply it counts once in total. A setting without
/// recorded direct support counts as neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sustained {
    pub direct: bool,
    pub universal: Option<Universal>,
    /// It would count as universal, but no direct support to the setting is recorded.
    pub not_yet_evidenced: bool,
}

impl Sustained {
    pub fn together(&self) -> bool {
        self.direct || self.universal.is_some()
    }
}

/// Children of five or older are not counted.
const SERVED_MONTHS: u32 = 60;

/// `None` for a child who is not yet, or no longer, of the served age.
pub(crate) fn sustained(facts: &SustainedFacts, measure: &Measure) -> Option<Sustained> {
    let age = facts.age_months.filter(|age| *age < SERVED_MONTHS)?;
    let universal = universal(age, facts, facts.supported);
    let reported = self::universal(age, facts, facts.early_learning);
    Some(Sustained {
        direct: facts.direct_days >= measure.threshold,
        universal,
        not_yet_evidenced: universal.is_none() && reported.is_some(),
    })
}

fn universal(
    age_months: u32,
    facts: &SustainedFacts,
    learning: EarlyLearning,
) -> Option<Universal> {
    use EarlyLearning::{Funded, FundedTwo, Nowhere, Paid, School, WorkingFamily};
    match (age_months, learning) {
        (0..12, _) => facts.health_contact.then_some(Universal::Health),
        // At this age only the centre's own contact counts.
        (12..24, _) => None,
        (24..36, FundedTwo) if facts.eligible_two => Some(Universal::FundedTwo),
        (24..36, WorkingFamily) if facts.eligible_two => Some(Universal::WorkingFamilyTwo),
        (24..36, _) | (36.., Nowhere) => None,
        (36.., Paid | FundedTwo | WorkingFamily | Funded | School) => {
            Some(Universal::EarlyLearning)
        }
    }
}

/// An eligible two-year-old who has not taken up the funded place.
pub(crate) fn wants_two_year_follow_up(facts: &SustainedFacts) -> bool {
    use EarlyLearning::{Funded, FundedTwo, Nowhere, Paid, School, WorkingFamily};
    let untaken = match facts.early_learning {
        Nowhere | Paid => true,
        FundedTwo | WorkingFamily | Funded | School => false,
    };
    facts.eligible_two && untaken && facts.age_months.is_some_and(|age| (24..36).contains(&age))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(age_months: u32, direct_days: usize) -> SustainedFacts {
        SustainedFacts {
            age_months: Some(age_months),
            direct_days,
            health_contact: false,
            eligible_two: false,
            early_learning: EarlyLearning::Nowhere,
            supported: EarlyLearning::Nowhere,
        }
    }

    fn said(facts: &SustainedFacts) -> String {
        match sustained(facts, &Measure::default()) {
            None => "not counted".to_owned(),
            Some(Sustained { direct, universal, .. }) => {
                let universal = universal.map(|word| word.as_str());
                match (direct, universal) {
                    (true, None) => "direct".to_owned(),
                    (true, Some(word)) => format!("direct and {word}"),
                    (false, Some(word)) => word.to_owned(),
                    (false, None) => "no".to_owned(),
                }
            }
        }
    }

    /// Ages, direct days, health contact, eligible at two, early learning; and the result.
    type Row<'a> =
        (&'a [u32], &'a [usize], &'a [bool], &'a [bool], &'a [EarlyLearning], &'static str);

    /// Ages at both ends of each band, with every combination of the columns a row leaves open.
    #[test]
    fn every_row_of_the_truth_table_holds() {
        use EarlyLearning::{Funded, FundedTwo, Nowhere, Paid, School, WorkingFamily};
        let any = [Nowhere, Paid, FundedTwo, WorkingFamily, Funded, School];
        let both = [false, true];
        let rows: &[Row] = &[
            (&[0, 11], &[0, 2], &[true], &both, &any, "health"),
            (&[0, 11], &[0, 2], &[false], &both, &any, "no"),
            (&[0, 11], &[3, 9], &[true], &both, &any, "direct and health"),
            (&[0, 11], &[3, 9], &[false], &both, &any, "direct"),
            (&[12, 23], &[3, 9], &both, &both, &any, "direct"),
            (&[12, 23], &[0, 2], &both, &both, &any, "no"),
            (&[24, 35], &[0, 2], &both, &[true], &[FundedTwo], "funded_two"),
            (&[24, 35], &[0, 2], &both, &[true], &[WorkingFamily], "working_family_two"),
            (&[24, 35], &[0, 2], &both, &[true], &[Nowhere, Paid], "no"),
            (&[24, 35], &[0, 2], &both, &[false], &any, "no"),
            (&[24, 35], &[3, 9], &both, &[true], &[FundedTwo], "direct and funded_two"),
            (&[24, 35], &[3, 9], &both, &[false], &any, "direct"),
            (&[36, 59], &[0, 2], &both, &both, &any[1..], "early_learning"),
            (&[36, 59], &[0, 2], &both, &both, &[Nowhere], "no"),
            (&[36, 59], &[3, 9], &both, &both, &any[1..], "direct and early_learning"),
            (&[36, 59], &[3, 9], &both, &both, &[Nowhere], "direct"),
            (&[60, 72], &[0, 3], &both, &both, &any, "not counted"),
        ];
        for (ages, days, health, eligible, places, wanted) in rows {
            for (age, day) in ages.iter().flat_map(|age| days.iter().map(move |day| (age, day))) {
                for (health, eligible) in
                    health.iter().flat_map(|health| eligible.iter().map(move |two| (health, two)))
                {
                    for place in *places {
                        let facts = SustainedFacts {
                            health_contact: *health,
                            eligible_two: *eligible,
                            early_learning: *place,
                            supported: *place,
                            ..facts(*age, *day)
                        };
                        assert_eq!(said(&facts), *wanted, "{facts:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_child_not_yet_born_is_not_counted() {
        assert_eq!(said(&SustainedFacts { age_months: None, ..facts(0, 9) }), "not counted");
    }

    #[test]
    fn through_a_setting_it_is_not_yet_evidenced_until_the_centre_supports_that_setting() {
        use EarlyLearning::{FundedTwo, Nowhere, Paid, School};
        let told = |age: u32, early_learning, supported| {
            let facts =
                SustainedFacts { eligible_two: true, early_learning, supported, ..facts(age, 0) };
            let found = sustained(&facts, &Measure::default()).unwrap_or_default();
            (found.universal.is_some(), found.not_yet_evidenced, found.together())
        };
        assert_eq!(told(40, School, Nowhere), (false, true, false));
        assert_eq!(told(40, School, School), (true, false, true));
        assert_eq!(told(40, School, Paid), (true, false, true), "a place of its own counts");
        assert_eq!(told(30, FundedTwo, Paid), (false, true, false), "support to another setting");
        assert_eq!(told(30, FundedTwo, FundedTwo), (true, false, true));
        assert_eq!(told(18, School, Nowhere), (false, false, false));
        let baby = SustainedFacts { health_contact: true, early_learning: Paid, ..facts(3, 0) };
        let found = sustained(&baby, &Measure::default()).unwrap_or_default();
        assert!(found.universal.is_some() && !found.not_yet_evidenced, "a visitor is no setting");
    }

    #[test]
    fn a_two_year_old_without_its_place_is_followed_up() {
        let two =
            |place| SustainedFacts { eligible_two: true, early_learning: place, ..facts(30, 5) };
        assert!(wants_two_year_follow_up(&two(EarlyLearning::Nowhere)));
        assert!(wants_two_year_follow_up(&two(EarlyLearning::Paid)));
        assert!(!wants_two_year_follow_up(&two(EarlyLearning::WorkingFamily)));
        assert!(!wants_two_year_follow_up(&facts(30, 0)));
        assert!(!wants_two_year_follow_up(&SustainedFacts { eligible_two: true, ..facts(36, 0) }));
    }

    #[test]
    fn days_are_counted_once_and_within_the_window() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (as_at, measure) = (day("2026-11-16"), Measure::default());
        let contacts =
            ["2025-11-16", "2025-11-17", "2026-03-01", "2026-03-01", "2026-11-16", "2026-11-17"];
        assert_eq!(measure.days(contacts.map(day), as_at), 3);
        assert!(measure.is_covered(day("2025-11-17"), as_at));
        assert!(!measure.is_covered(day("2025-11-18"), as_at));
        assert_eq!(measure.first_day(day("2028-02-29")), day("2027-03-01"));
    }
}

//! The activity that a line of a programme describes, with the usual plan of release: referrals
//! from 14 days before, the public from 7 days before, at nine. A printed programme says nothing
//! of these; staff change them on the activity.

use super::ProgrammeLine;
use super::ages::Ages as PrintedAges;
use super::pattern::Dates;
use crate::base::calendar::{AgeRange, AgeUnit};
use crate::base::id::CentreId;
use crate::centres::ActivityFeatures;
use crate::sessions::{Access, ActivitySettings, Ages, LineOrder, ReleasePlan, Unit};

/// Everybody: no child's age is asked for.
const ANY_AGE: Ages = Ages { unit: AgeUnit::Months, min: 0, max: None };

/// The line's activity at a centre.
pub(super) fn activity(
    line: &ProgrammeLine,
    capacity: i32,
    centre_id: &CentreId,
) -> ActivitySettings {
    let (ages, expectant_welcome, adults_only) = match line.ages {
        PrintedAges::AdultsOnly => (ANY_AGE, false, true),
        PrintedAges::Children { range: AgeRange { unit, min, max }, expectant, .. } => {
            (Ages { unit, min, max }, expectant, false)
        }
    };
    let usual = ReleasePlan::default();
    let public_days_before =
        usual.public_days_before.filter(|_| line.access != Access::ReferralOnly);
    ActivitySettings {
        centre_id: Some(centre_id.clone()),
        title: line.activity.clone(),
        description: line.notes.clone(),
        audience: line.audience.clone(),
        access: line.access,
        unit: Unit::Families,
        capacity,
        adult_limit: None,
        safety_limit: None,
        party_limit: None,
        ages,
        siblings_welcome: true,
        expectant_welcome,
        adults_only,
        sensitive: false,
        priority_places: 0,
        priority_hours: 48,
        release_plan: ReleasePlan { public_days_before, ..usual },
        closes_minutes_before: 0,
        cancel_hours: 24,
        waitlist_order: LineOrder::Tier,
        saving: false,
        limit_a_day: 1,
        limit_in_seven_days: 2,
        slot_minutes: slot_minutes(line),
        price: line.price.clone(),
        bring: None,
        access_features: ActivityFeatures::default(),
        interpreter_language: None,
    }
}

fn slot_minutes(line: &ProgrammeLine) -> Option<i32> {
    match line.pattern.dates {
        Dates::Slots { minutes } => minutes.and_then(|minutes| i32::try_from(minutes).ok()),
        Dates::Weekly { .. }
        | Dates::Monthly(_)
        | Dates::WeeklyExcept(_)
        | Dates::Course { .. }
        | Dates::On(_) => None,
    }
}

//! The activity that a line of a programme describes, with the usual plan of release: referrals
//! from 14 days before, the public from 7 days before, at nine. A printed programme says nothing
//! of these; staff change them on the activity.

use super::ProgrammeLine;
use super::ages::Ages;
use super::pattern::Dates;
use crate::base::calendar::{AgeRange, AgeUnit};
use crate::base::id::{ActivityId, CentreId};
use crate::base::moment::Moment;
use crate::sessions::{Access, Activity, LineOrder, Unit};
use chrono::NaiveTime;

/// Everybody: no child's age is asked for.
const ANY_AGE: AgeRange = AgeRange { unit: AgeUnit::Months, min: 0, max: None };

/// The line's activity at a centre; id, version and age are the service's to set.
pub fn activity(
    line: &ProgrammeLine,
    capacity: i32,
    centre_id: &CentreId,
    now: Moment,
) -> Activity {
    let (ages, expectant_welcome, adults_only) = match line.ages {
        Ages::AdultsOnly => (ANY_AGE, false, true),
        Ages::Children { range, expectant, .. } => (range, expectant, false),
    };
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    Activity {
        id: ActivityId::new(),
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
        age_unit: ages.unit,
        age_min: ages.min,
        age_max: ages.max,
        siblings_welcome: true,
        expectant_welcome,
        adults_only,
        sensitive: false,
        priority_places: 0,
        priority_hours: 48,
        referrals_days_before: 14,
        referrals_time: nine,
        public_days_before: (line.access != Access::ReferralOnly).then_some(7),
        public_time: nine,
        closes_minutes_before: 0,
        cancel_hours: 24,
        waitlist_order: LineOrder::Tier,
        saving: false,
        limit_a_day: 1,
        limit_in_seven_days: 2,
        slot_minutes: slot_minutes(line),
        price: line.price.clone(),
        bring: None,
        version: 1,
        created_at: now,
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

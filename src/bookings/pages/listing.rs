//! Sessions as they stand, turned into what a page shows of them: the centre's time, ages and room
//! in words, and no more than families may know.

use super::whats_on::{AgeBand, Listing, Places};
use crate::bookings::places::Standing;
use crate::calendar::{AgeUnit, BirthDate};
use crate::mail::spoken::When;
use crate::moment::Moment;
use crate::sessions::release::phase_for_families;
use crate::sessions::{Access, Activity, Phase};
use chrono::{Months, NaiveDateTime};

pub fn listing(standing: &Standing, now: Moment) -> Listing {
    let (session, activity) = (&standing.planned.session, &standing.planned.activity);
    let centre = &standing.planned.centre;
    let local = |at: Moment| at.utc().with_timezone(&centre.zone()).naive_local();
    Listing {
        title: activity.title.clone(),
        when: When { starts: local(session.starts_at), ends: local(session.ends_at) },
        centre: centre.name.clone(),
        venue: standing.venue.as_ref().map_or(&centre.name, |venue| &venue.name).clone(),
        phone: centre.phone.clone(),
        ages: ages(activity),
        price: activity.price.clone(),
        places: places(standing, now, local),
    }
}

fn places(standing: &Standing, now: Moment, local: impl Fn(Moment) -> NaiveDateTime) -> Places {
    let session = &standing.planned.session;
    if standing.planned.activity.access == Access::DropIn {
        return Places::JustTurnUp;
    }
    match (phase_for_families(session, now), session.public_release_at) {
        (Phase::Public, _) => match u32::try_from(standing.public_places_left) {
            Ok(left @ 1..) => Places::Left(left),
            Ok(0) | Err(_) => Places::Full,
        },
        (Phase::Draft | Phase::Announced | Phase::ReferralWindow, Some(opens)) => {
            Places::OpensAt(local(opens))
        }
        (Phase::Draft | Phase::Announced | Phase::ReferralWindow, None)
        | (Phase::Closed | Phase::Running | Phase::Ended | Phase::Cancelled, _) => Places::Closed,
    }
}

/// Whether a session takes a child of some age of the band, on its day.
pub fn takes(standing: &Standing, band: AgeBand) -> bool {
    let (activity, day) = (&standing.planned.activity, standing.planned.session.local_day);
    let ages = activity.ages();
    let first = band.months();
    let takes = |months: u32| {
        let born = day.checked_sub_months(Months::new(months)).unwrap_or(day);
        ages.admits(BirthDate::Day(born), day)
    };
    !activity.adults_only && (first..first + 12).any(takes)
}

/// "Birth to 5 years"; nothing where any age may come.
pub fn ages(activity: &Activity) -> Option<String> {
    if activity.adults_only {
        return Some("Adults".to_owned());
    }
    let born = match (activity.age_min, activity.age_max) {
        (0, None) => return None,
        (min, None) => format!("From {}", age(activity.age_unit, min)),
        (0, Some(max)) => format!("Birth to {}", age(activity.age_unit, max)),
        (min, Some(max)) => {
            format!("{} to {}", age(activity.age_unit, min), age(activity.age_unit, max))
        }
    };
    let expected = if activity.expectant_welcome { ", and before birth" } else { "" };
    Some(format!("{born}{expected}"))
}

fn age(unit: AgeUnit, count: i32) -> String {
    let (count, word) = match unit {
        AgeUnit::Weeks => (count, "week"),
        AgeUnit::Months if count >= 24 && count % 12 == 0 => (count / 12, "year"),
        AgeUnit::Months => (count, "month"),
    };
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {word}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_said_as_parents_count_them() {
        for (unit, count, words) in [
            (AgeUnit::Weeks, 6, "6 weeks"),
            (AgeUnit::Months, 1, "1 month"),
            (AgeUnit::Months, 12, "12 months"),
            (AgeUnit::Months, 18, "18 months"),
            (AgeUnit::Months, 24, "2 years"),
            (AgeUnit::Months, 60, "5 years"),
        ] {
            assert_eq!(age(unit, count), words);
        }
    }
}

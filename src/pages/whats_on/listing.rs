//! Sessions as they stand, turned into what a page shows of them: the centre's time, ages and room
//! in words, and no more than families may know.

use super::view::{AgeBand, Listing, Places};
use crate::base::calendar::{AgeUnit, BirthDate};
use crate::base::moment::Moment;
use crate::bookings::view::SessionStanding;
use crate::mail::spoken::When;
use crate::sessions::release::phase_for_families;
use crate::sessions::{Access, Activity, Phase, Planned};
use chrono::Months;

pub(crate) fn listing(standing: &SessionStanding, now: Moment) -> Listing {
    let Planned { session, activity, centre, venue } = standing.planned();
    let local = |at: Moment| at.utc().with_timezone(&centre.zone()).naive_local();
    Listing {
        session: session.id.clone(),
        title: activity.title.clone(),
        when: When { starts: local(session.starts_at), ends: local(session.ends_at) },
        centre: centre.name.clone(),
        venue: venue.as_ref().map_or(&centre.name, |venue| &venue.name).clone(),
        phone: centre.phone.clone(),
        ages: ages(activity),
        price: activity.price.clone(),
        places: places(standing, now),
        for_members: activity.access == Access::Members,
    }
}

fn places(standing: &SessionStanding, now: Moment) -> Places {
    let planned = standing.planned();
    let local = |at: Moment| at.utc().with_timezone(&planned.centre.zone()).naive_local();
    match way(planned, now) {
        Way::TurnUp => Places::JustTurnUp,
        Way::Book => match u32::try_from(standing.public_places_left()) {
            Ok(left @ 1..) => Places::Left(left),
            Ok(0) | Err(_) => Places::Full,
        },
        Way::Later(opens) => Places::OpensAt(local(opens)),
        Way::Over => Places::Closed,
    }
}

/// How to come, whether or not there is room.
enum Way {
    TurnUp,
    Book,
    /// Booking opens then.
    Later(Moment),
    /// Booking is over.
    Over,
}

fn way(planned: &Planned, now: Moment) -> Way {
    let session = &planned.session;
    if planned.activity.access == Access::DropIn {
        return Way::TurnUp;
    }
    match (phase_for_families(session, now), session.public_release_at) {
        (Phase::Public, _) => Way::Book,
        (Phase::Draft | Phase::Announced | Phase::ReferralWindow, Some(opens)) => Way::Later(opens),
        (Phase::Draft | Phase::Announced | Phase::ReferralWindow, None)
        | (Phase::Closed | Phase::Running | Phase::Ended | Phase::Cancelled, _) => Way::Over,
    }
}

/// Whether somebody can still come who has not booked.
pub(crate) fn can_be_joined(planned: &Planned, now: Moment) -> bool {
    !matches!(way(planned, now), Way::Over)
}

/// Whether a session takes a child of some age of the band, on its day.
pub(crate) fn takes(planned: &Planned, band: AgeBand) -> bool {
    let (activity, day) = (&planned.activity, planned.session.local_day);
    let ages = activity.ages.range();
    let first = band.months();
    let takes = |months: u32| {
        let born = day.checked_sub_months(Months::new(months)).unwrap_or(day);
        ages.admits(BirthDate::Day(born), day)
    };
    !activity.adults_only && (first..first + 12).any(takes)
}

/// "Birth to 5 years"; nothing where any age may come.
pub(crate) fn ages(activity: &Activity) -> Option<String> {
    if activity.adults_only {
        return Some("Adults".to_owned());
    }
    let said = range(activity.ages.unit, activity.ages.min, activity.ages.max)?;
    let expected = if activity.expectant_welcome { ", and before birth" } else { "" };
    Some(format!("{said}{expected}"))
}

fn range(unit: AgeUnit, min: i32, max: Option<i32>) -> Option<String> {
    let own = |count| age(in_years(unit, count), count);
    match (min, max) {
        (0, None) => None,
        (min, None) => Some(format!("From {}", own(min))),
        (0, Some(max)) => Some(format!("Birth to {}", own(max))),
        (min, Some(max)) => {
            // "24 to 31 months" and "2 to 4 years", but "18 months to 4 years".
            let last = in_years(unit, max);
            let first = if last == Said::Years { in_years(unit, min) } else { last };
            Some(if first == last {
                format!("{} to {}", count(first, min), age(last, max))
            } else {
                format!("{} to {}", age(first, min), age(last, max))
            })
        }
    }
}

/// What an age is said in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Weeks,
    Months,
    Years,
}

fn in_years(unit: AgeUnit, count: i32) -> Said {
    match unit {
        AgeUnit::Weeks => Said::Weeks,
        AgeUnit::Months if count >= 24 && count % 12 == 0 => Said::Years,
        AgeUnit::Months => Said::Months,
    }
}

fn count(said: Said, count: i32) -> i32 {
    if said == Said::Years { count / 12 } else { count }
}

fn age(said: Said, age: i32) -> String {
    let number = count(said, age);
    let word = match said {
        Said::Weeks => "week",
        Said::Months => "month",
        Said::Years => "year",
    };
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {word}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_said_as_parents_count_them() {
        for (unit, min, max, words) in [
            (AgeUnit::Months, 0, Some(60), Some("Birth to 5 years")),
            (AgeUnit::Months, 0, Some(12), Some("Birth to 12 months")),
            (AgeUnit::Weeks, 6, Some(40), Some("6 to 40 weeks")),
            (AgeUnit::Months, 24, Some(31), Some("24 to 31 months")),
            (AgeUnit::Months, 18, Some(48), Some("18 months to 4 years")),
            (AgeUnit::Months, 24, Some(48), Some("2 to 4 years")),
            (AgeUnit::Months, 1, None, Some("From 1 month")),
            (AgeUnit::Months, 0, None, None),
        ] {
            assert_eq!(range(unit, min, max).as_deref(), words);
        }
    }
}

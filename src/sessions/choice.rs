//! What somebody looks for among the sessions that are on: the ages of the children, the day, the
//! half of the day, only what costs nothing, and what meets an access need. All of it is read from
//! the plan alone, so that whether a session fits never depends on who has a place.

use super::Planned;
use crate::base::calendar::BirthDate;
use crate::base::text_enum::text_enum;
use crate::centres::AccessFeature;
use chrono::{Datelike, Months, NaiveTime, Timelike, Weekday};
use std::ops::Range;

text_enum! {
    /// A day of the week.
    Day {
        Monday = "monday",
        Tuesday = "tuesday",
        Wednesday = "wednesday",
        Thursday = "thursday",
        Friday = "friday",
        Saturday = "saturday",
        Sunday = "sunday",
    }
}

text_enum! {
    /// The half of the day in which a session starts.
    Half {
        Morning = "morning",
        Afternoon = "afternoon",
    }
}

text_enum! {
    /// Whether a session has to take all of several children, or one of them.
    Suits {
        Any = "any",
        All = "all",
    }
}

/// A child that a session is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WantedAge {
    /// Not born yet.
    Expected,
    /// Of some age in completed months, on the session's day.
    Months(Range<u32>),
}

/// What is looked for; what is left out does not matter.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub ages: Vec<WantedAge>,
    pub suits: Suits,
    pub day: Option<Day>,
    pub half: Option<Half>,
    pub free: bool,
    /// All of them.
    pub access: Vec<AccessFeature>,
}

impl Choice {
    pub(crate) fn fits(&self, planned: &Planned) -> bool {
        let starts = planned.local(planned.session.starts_at);
        let price = planned.activity.price.as_deref();
        self.fits_ages(planned)
            && self.day.is_none_or(|day| day == Day::of(starts.weekday()))
            && self.half.is_none_or(|half| half == Half::of(starts.time()))
            && (!self.free || is_free(price))
            && planned.has_all(&self.access)
    }

    fn fits_ages(&self, planned: &Planned) -> bool {
        let mut ages = self.ages.iter();
        match self.suits {
            Suits::All => ages.all(|age| takes(planned, age)),
            Suits::Any => self.ages.is_empty() || ages.any(|age| takes(planned, age)),
        }
    }
}

/// Whether a session is for a child of this age, or of some age of this range.
fn takes(planned: &Planned, age: &WantedAge) -> bool {
    let (activity, day) = (&planned.activity, planned.session.local_day);
    let ages = activity.ages.range();
    let admits = |months: u32| {
        let born = day.checked_sub_months(Months::new(months)).unwrap_or(day);
        ages.admits(BirthDate::Day(born), day)
    };
    match age {
        WantedAge::Expected => activity.expectant_welcome,
        WantedAge::Months(months) => !activity.adults_only && months.clone().any(admits),
    }
}

/// Where no price is said there is none to pay.
fn is_free(price: Option<&str>) -> bool {
    price.is_none_or(|price| price.trim().to_lowercase().starts_with("free"))
}

impl Day {
    fn of(day: Weekday) -> Day {
        match day {
            Weekday::Mon => Day::Monday,
            Weekday::Tue => Day::Tuesday,
            Weekday::Wed => Day::Wednesday,
            Weekday::Thu => Day::Thursday,
            Weekday::Fri => Day::Friday,
            Weekday::Sat => Day::Saturday,
            Weekday::Sun => Day::Sunday,
        }
    }
}

impl Half {
    fn of(time: NaiveTime) -> Half {
        if time.hour() < 12 { Half::Morning } else { Half::Afternoon }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_names_a_sum_is_not_free() {
        for (price, free) in [
            (None, true),
            (Some("Free"), true),
            (Some("free of charge"), true),
            (Some("£1, if you can"), false),
            (Some("£20"), false),
        ] {
            assert_eq!(is_free(price), free, "{price:?}");
        }
    }

    #[test]
    fn the_afternoon_begins_at_midday() {
        for (time, half) in [("09:30:00", Half::Morning), ("12:00:00", Half::Afternoon)] {
            assert_eq!(Half::of(time.parse().expect("a time")), half, "{time}");
        }
    }
}

//! How long an offer stands: the stated formula, and the hours in which nobody is disturbed.

use crate::base::calendar::{at_local, local_day};
use crate::base::moment::Moment;
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, Timelike};
use chrono_tz::Tz;

const LONGEST: TimeDelta = TimeDelta::hours(24);
const QUIET_FROM_HOUR: u32 = 21;
const QUIET_TO_HOUR: u32 = 8;
/// From this long before the start nobody is offered a place.
pub(crate) const LAST_HOURS: TimeDelta = TimeDelta::hours(2);

/// When an offer is told and its clock starts, and when it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OfferTerm {
    pub clock_starts_at: Moment,
    pub expires_at: Moment,
}

/// The term of an offer made now.
pub(crate) fn term(now: Moment, starts_at: Moment, zone: Tz) -> OfferTerm {
    let clock_starts_at = clock_start(now, starts_at, zone);
    OfferTerm { clock_starts_at, expires_at: end(clock_starts_at, starts_at, zone) }
}

/// At night an offer is held until the morning, unless the session is too early for that.
fn clock_start(now: Moment, starts_at: Moment, zone: Tz) -> Moment {
    let Some(night) = Night::around(now, zone) else { return now };
    let too_early = at(night.morning, 10, zone);
    if starts_at < too_early { now } else { at(night.morning, QUIET_TO_HOUR, zone) }
}

/// The end of an offer whose clock starts at `from`.
pub(crate) fn end(from: Moment, starts_at: Moment, zone: Tz) -> Moment {
    let end = (from + LONGEST).min(from + (starts_at - from) / 2);
    let Some(night) = Night::around(end, zone) else { return end };

    let evening = at(night.evening, QUIET_FROM_HOUR, zone);
    if evening - from >= TimeDelta::hours(2) {
        return evening;
    }
    let morning = at(night.morning, 9, zone);
    if starts_at - morning >= TimeDelta::hours(1) { morning } else { end }
}

/// The night a moment falls in: 21:00 of one day to 08:00 of the next.
struct Night {
    evening: NaiveDate,
    morning: NaiveDate,
}

impl Night {
    fn around(moment: Moment, zone: Tz) -> Option<Night> {
        let local = moment.utc().with_timezone(&zone);
        let day = local_day(moment.utc(), zone);
        if local.hour() >= QUIET_FROM_HOUR {
            Some(Night { evening: day, morning: day.checked_add_days(Days::new(1))? })
        } else if local.hour() < QUIET_TO_HOUR {
            Some(Night { evening: day.checked_sub_days(Days::new(1))?, morning: day })
        } else {
            None
        }
    }
}

fn at(day: NaiveDate, hour: u32, zone: Tz) -> Moment {
    at_local(day, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default(), zone).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::London;

    fn m(text: &str) -> Moment {
        Moment::parse(text).unwrap()
    }

    /// Now, start, clock starts, ends: days of November and times, local as it is winter.
    const TERMS: &[(&str, [&str; 4])] = &[
        ("a day at most", ["23T10:00", "30T10:00", "23T10:00", "24T10:00"]),
        ("half of what is left", ["23T10:00", "23T18:00", "23T10:00", "23T14:00"]),
        ("not into the night", ["23T12:00", "24T10:00", "23T12:00", "23T21:00"]),
        ("exactly 21:00 is the evening", ["23T12:00", "24T06:00", "23T12:00", "23T21:00"]),
        ("too late for the evening: 09:00 after", ["23T20:00", "24T10:00", "23T20:00", "24T09:00"]),
        ("09:00 too near the start: as computed", ["23T20:00", "24T09:30", "23T20:00", "24T02:45"]),
        ("made at night: held till 08:00", ["23T22:00", "26T10:00", "24T08:00", "25T08:00"]),
        ("made at 21:00 sharp: held", ["23T21:00", "24T10:00", "24T08:00", "24T09:00"]),
        (
            "made before dawn: held till 08:00 that day",
            ["24T05:00", "24T14:00", "24T08:00", "24T11:00"],
        ),
        (
            "session before 10:00: told at night",
            ["23T22:00", "24T09:59", "23T22:00", "24T03:59:30"],
        ),
    ];

    #[test]
    fn an_offer_ends_by_the_formula_and_never_wakes_anybody() {
        let november = |time: &str| {
            let seconds = if time.len() == "23T10:00".len() { ":00" } else { "" };
            m(&format!("2026-11-{time}{seconds}Z"))
        };
        for (name, times) in TERMS {
            let [now, start, clock_starts_at, expires_at] = times.map(november);
            let expected = OfferTerm { clock_starts_at, expires_at };
            assert_eq!(term(now, start, London), expected, "{name}");
        }
    }

    #[test]
    fn nights_are_local_in_summer() {
        let term = term(m("2026-06-10T20:30:00Z"), m("2026-06-13T09:00:00Z"), London);
        assert_eq!(term.clock_starts_at, m("2026-06-11T07:00:00Z"));
    }
}

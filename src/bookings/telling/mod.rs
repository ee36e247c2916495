//! Telling people about events that come with time: the reminder the day before, that booking has
//! opened. Also what any message about a session needs to know of it. The code that makes a
//! decision also tells people about it.

pub mod service;
pub(crate) mod store;

use crate::base::calendar::at_local;
use crate::base::moment::Moment;
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

/// When the reminder of a session is due: the day before, at four in the afternoon.
fn reminder_at(day: NaiveDate, zone: Tz) -> Moment {
    at_local(day.pred_opt().unwrap_or(day), FOUR_O_CLOCK, zone).into()
}

const FOUR_O_CLOCK: NaiveTime = match NaiveTime::from_hms_opt(16, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reminder_comes_at_four_by_the_centres_clock_whatever_the_season() {
        for (day, reminder) in
            [("2026-06-03", "2026-06-02T15:00:00Z"), ("2026-12-02", "2026-12-01T16:00:00Z")]
        {
            let day = day.parse().expect("a day");
            let found = reminder_at(day, chrono_tz::Europe::London);
            assert_eq!(found.to_string(), reminder);
        }
    }
}

//! Telling people about events that come with time: the reminder the day before, that booking has
//! opened. Also what any message about a session needs to know of it. The code that makes a
//! decision also tells people about it.

pub mod service;
pub(crate) mod store;

use crate::base::calendar::at_local;
use crate::base::moment::Moment;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

/// What messages say about a session, before it is put into words.
#[derive(Clone, Debug)]
pub struct Topic {
    pub title: String,
    pub sensitive: bool,
    pub bring: Option<String>,
    pub centre: String,
    pub phone: Option<String>,
    pub zone: Tz,
    pub venue: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub local_day: NaiveDate,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub cancel_by: Moment,
}

impl Topic {
    /// A moment as the centre's clock shows it.
    pub fn local(&self, at: Moment) -> NaiveDateTime {
        at.utc().with_timezone(&self.zone).naive_local()
    }

    /// When its reminder is due: the day before, at four in the afternoon.
    pub fn reminder_at(&self) -> Moment {
        let before = self.local_day.pred_opt().unwrap_or(self.local_day);
        at_local(before, FOUR_O_CLOCK, self.zone).into()
    }
}

const FOUR_O_CLOCK: NaiveTime = match NaiveTime::from_hms_opt(16, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(day: &str, starts: &str) -> Topic {
        let at = Moment::parse(starts).expect("a moment");
        Topic {
            title: "Stay and Play".to_owned(),
            sensitive: false,
            bring: None,
            centre: "Partington".to_owned(),
            phone: None,
            zone: chrono_tz::Europe::London,
            venue: None,
            address: Some("Central Road".to_owned()),
            postcode: Some("M31 4FL".to_owned()),
            local_day: day.parse().expect("a day"),
            starts_at: at,
            ends_at: at,
            cancel_by: at,
        }
    }

    #[test]
    fn the_reminder_comes_at_four_by_the_centres_clock_whatever_the_season() {
        for (day, starts, reminder) in [
            ("2026-06-03", "2026-06-03T09:00:00Z", "2026-06-02T15:00:00Z"),
            ("2026-12-02", "2026-12-02T10:00:00Z", "2026-12-01T16:00:00Z"),
            // Late in the evening, by summer time already the next day in UTC.
            ("2026-06-03", "2026-06-02T23:30:00Z", "2026-06-02T15:00:00Z"),
        ] {
            assert_eq!(topic(day, starts).reminder_at().to_string(), reminder);
        }
    }
}

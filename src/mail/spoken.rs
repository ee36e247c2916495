//! Days and times as a person says them: "Tuesday 3 June, 10am to 11:30am". Everything here is
//! already in the centre's civil time; the caller has converted the stored instant. Mails and pages
//! share these words.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// When something happens, in the centre's civil time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
}

impl When {
    /// "Tuesday 3 June, 10am to 11:30am".
    pub fn whole(&self) -> String {
        let end = if self.ends.date() == self.starts.date() {
            time(self.ends.time())
        } else {
            moment(self.ends)
        };
        format!("{}, {} to {end}", day(self.starts.date()), time(self.starts.time()))
    }

    /// "on Tuesday 3 June", for subjects.
    pub fn on_day(&self) -> String {
        format!("on {}", day(self.starts.date()))
    }
}

/// "Tuesday 3 June".
pub(crate) fn day(day: NaiveDate) -> String {
    format!("{} {} {}", day.format("%A"), day.day(), day.format("%B"))
}

/// "10am", "1:30pm", "midday", "midnight".
pub(crate) fn time(time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    let half = if afternoon { "pm" } else { "am" };
    match (time.hour(), time.minute()) {
        (0, 0) => "midnight".to_owned(),
        (12, 0) => "midday".to_owned(),
        (_, 0) => format!("{hour}{half}"),
        (_, minute) => format!("{hour}:{minute:02}{half}"),
    }
}

/// "6pm on Tuesday 3 June".
pub(crate) fn moment(at: NaiveDateTime) -> String {
    format!("{} on {}", time(at.time()), day(at.date()))
}

/// "Leo", "Leo and Mia", "Leo, Mia and Zac". Empty for nobody.
pub(crate) fn names(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().expect("a date and time")
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        for (clock, words) in [
            ("00:00:00", "midnight"),
            ("00:05:00", "12:05am"),
            ("09:00:00", "9am"),
            ("09:05:00", "9:05am"),
            ("12:00:00", "midday"),
            ("12:30:00", "12:30pm"),
            ("18:00:00", "6pm"),
        ] {
            assert_eq!(time(clock.parse().expect("a time")), words, "{clock}");
        }
    }

    #[test]
    fn a_session_is_one_day_and_two_times() {
        let when = When { starts: at("2025-06-03T10:00:00"), ends: at("2025-06-03T11:30:00") };

        assert_eq!(when.whole(), "Tuesday 3 June, 10am to 11:30am");
        assert_eq!(when.on_day(), "on Tuesday 3 June");
    }

    #[test]
    fn a_session_past_midnight_names_both_days() {
        let when = When { starts: at("2025-06-03T22:00:00"), ends: at("2025-06-04T01:00:00") };

        assert_eq!(when.whole(), "Tuesday 3 June, 10pm to 1am on Wednesday 4 June");
    }

    #[test]
    fn names_are_joined_as_in_speech() {
        let said = |list: &[&str]| names(&list.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>());

        assert_eq!(said(&[]), "");
        assert_eq!(said(&["Leo"]), "Leo");
        assert_eq!(said(&["Leo", "Mia"]), "Leo and Mia");
        assert_eq!(said(&["Leo", "Mia", "Zac"]), "Leo, Mia and Zac");
    }
}

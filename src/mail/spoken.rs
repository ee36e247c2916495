//! Days and times as a person says them: "Tuesday 3 June, 10am to 11:30am". Everything here is
//! already in the centre's civil time; the caller has converted the stored instant. Mails and pages
//! share these words, in the reader's language.

use crate::words::{Words, say};
use chrono::{NaiveDateTime, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

/// When something happens, in the centre's civil time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    pub starts: NaiveDateTime,
    pub ends: NaiveDateTime,
}

impl When {
    /// "Tuesday 3 June, 10am to 11:30am".
    pub fn whole(&self, words: Words) -> String {
        let (first, end) = (self.starts.date(), self.ends.date());
        let (from, to) = (time(words, self.starts.time()), time(words, self.ends.time()));
        let starts = words.day(first);
        match first == end {
            true => say!(words, "dates-when", day = starts, from = from, to = to),
            false => {
                let end = words.day(end);
                say!(words, "dates-when-days", day = starts, from = from, to = to, end = end)
            }
        }
    }

    /// "Tuesday 3 June", the day it starts.
    pub fn day(&self, words: Words) -> String {
        words.day(self.starts.date())
    }
}

/// "10am", "1:30pm", "midday", "midnight".
pub(crate) fn time(words: Words, time: NaiveTime) -> String {
    match (time.hour(), time.minute()) {
        _ if words.says_figures() => time.format("%H:%M").to_string(),
        (0, 0) => words.say("dates-midnight"),
        (12, 0) => words.say("dates-midday"),
        (_, 0) => of_clock(words, "dates-hour", time),
        (_, _) => of_clock(words, "dates-time", time),
    }
}

/// "10", "1:30": where it is plain which half of the day is meant.
pub(crate) fn clock(words: Words, time: NaiveTime) -> String {
    of_clock(words, if time.minute() == 0 { "dates-clock-hour" } else { "dates-clock" }, time)
}

fn of_clock(words: Words, key: &str, time: NaiveTime) -> String {
    let (afternoon, clock) = time.hour12();
    let half = if afternoon { "pm" } else { "am" };
    let minutes = format!("{:02}", time.minute());
    say!(words, key, hour = time.hour(), clock = clock, minutes = minutes, half = half)
}

/// "6pm on Tuesday 3 June".
pub(crate) fn moment(words: Words, at: NaiveDateTime) -> String {
    let (time, day) = (time(words, at.time()), words.day(at.date()));
    say!(words, "dates-moment", time = time, day = day)
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
            let time = time(Words::english(), clock.parse().expect("a time"));
            assert_eq!(time, words, "{clock}");
        }
    }

    #[test]
    fn a_session_is_one_day_and_two_times() {
        let when = When { starts: at("2025-06-03T10:00:00"), ends: at("2025-06-03T11:30:00") };

        assert_eq!(when.whole(Words::english()), "Tuesday 3 June, 10am to 11:30am");
        assert_eq!(when.day(Words::english()), "Tuesday 3 June");
    }

    #[test]
    fn a_session_past_midnight_names_both_days() {
        let when = When { starts: at("2025-06-03T22:00:00"), ends: at("2025-06-04T01:00:00") };

        let said = "Tuesday 3 June, 10pm to 1am on Wednesday 4 June";
        assert_eq!(when.whole(Words::english()), said);
    }
}

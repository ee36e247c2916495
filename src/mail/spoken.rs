//! Days and times as a person says them: "Tuesday 3 June, 10am to 11:30am". Everything here is
//! already in the centre's civil time; the caller has converted the stored instant. Mails and pages
//! share these words, in the reader's language.

use crate::words::{Words, say};
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
    pub fn whole(&self, words: Words) -> String {
        let (first, end) = (self.starts.date(), self.ends.date());
        let (from, to) = (time(words, self.starts.time()), time(words, self.ends.time()));
        let starts = day(words, first);
        match first == end {
            true => say!(words, "dates-when", day = starts, from = from, to = to),
            false => {
                let end = day(words, end);
                say!(words, "dates-when-days", day = starts, from = from, to = to, end = end)
            }
        }
    }

    /// "Tuesday 3 June", the day it starts.
    pub fn day(&self, words: Words) -> String {
        day(words, self.starts.date())
    }
}

/// "Tuesday 3 June".
pub(crate) fn day(words: Words, day: NaiveDate) -> String {
    let (weekday, month) = (day.weekday().number_from_monday(), day.month());
    say!(words, "dates-day", weekday = weekday, day = day.day(), month = month)
}

/// "3 June 2025".
pub(crate) fn date(words: Words, day: NaiveDate) -> String {
    say!(words, "dates-date", day = day.day(), month = day.month(), year = day.year())
}

/// "June 2025", of any day in it.
pub(crate) fn month(words: Words, day: NaiveDate) -> String {
    say!(words, "dates-month-year", month = day.month(), year = day.year())
}

/// "10am", "1:30pm", "midday", "midnight".
pub(crate) fn time(words: Words, time: NaiveTime) -> String {
    let key = match (time.hour(), time.minute()) {
        (0, 0) => return words.say("dates-midnight"),
        (12, 0) => return words.say("dates-midday"),
        (_, 0) => "dates-hour",
        (_, _) => "dates-time",
    };
    let (afternoon, clock) = time.hour12();
    let half = if afternoon { "pm" } else { "am" };
    let minutes = format!("{:02}", time.minute());
    say!(words, key, hour = time.hour(), clock = clock, minutes = minutes, half = half)
}

/// "6pm on Tuesday 3 June".
pub(crate) fn moment(words: Words, at: NaiveDateTime) -> String {
    let (time, day) = (time(words, at.time()), day(words, at.date()));
    say!(words, "dates-moment", time = time, day = day)
}

/// "Leo", "Leo and Mia", "Leo, Mia and Zac". Empty for nobody.
pub(crate) fn names(words: Words, names: &[String]) -> String {
    let Some((last, most)) = names.split_last() else { return String::new() };
    let join =
        |most: String, next: &String| say!(words, "dates-list", most = most, next = next.as_str());
    match most.split_first() {
        None => last.clone(),
        Some((first, more)) => {
            let most = more.iter().fold(first.clone(), join);
            say!(words, "dates-list-last", most = most, last = last.as_str())
        }
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

    #[test]
    fn names_are_joined_as_in_speech() {
        let said = |list: &[&str]| {
            let list: Vec<String> = list.iter().map(|name| (*name).to_owned()).collect();
            names(Words::english(), &list)
        };

        assert_eq!(said(&[]), "");
        assert_eq!(said(&["Leo"]), "Leo");
        assert_eq!(said(&["Leo", "Mia"]), "Leo and Mia");
        assert_eq!(said(&["Leo", "Mia", "Zac"]), "Leo, Mia and Zac");
        assert_eq!(said(&["Leo", "Mia", "Zac", "Ida"]), "Leo, Mia, Zac and Ida");
    }

    #[test]
    fn every_weekday_and_month_has_its_name() {
        let first: NaiveDate = "2024-01-01".parse().expect("a Monday");
        for day in first.iter_days().take(366) {
            let words = Words::english();
            assert_eq!(super::day(words, day), day.format("%A %-d %B").to_string());
            assert_eq!(date(words, day), day.format("%-d %B %Y").to_string());
            assert_eq!(month(words, day), day.format("%B %Y").to_string());
        }
    }
}

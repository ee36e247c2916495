//! Reading what a form holds, so that all that is wrong is said at once, in words for parents.

use crate::base::calendar::{SLIP_BEFORE, may_be_due};
use crate::base::fault::{Code, Expected, Fault, Result};
use crate::families::add::Birth;
use crate::web::form::{Wrong, typed_day};
use crate::words::Words;
use chrono::{Datelike, NaiveDate};

/// What is wrong so far.
pub(crate) struct Reading {
    pub words: Words,
    pub wrong: Vec<Wrong>,
}

impl Reading {
    pub(crate) fn new(words: Words) -> Reading {
        Reading { words, wrong: Vec::new() }
    }

    /// What was read, or a line about its box.
    pub(crate) fn take<T>(&mut self, field: &str, key: &str, read: Result<T>) -> Option<T> {
        match read {
            Ok(read) => Some(read),
            Err(_) => {
                self.refuse(field, key);
                None
            }
        }
    }

    pub(crate) fn refuse(&mut self, field: &str, key: &str) {
        self.wrong.push(Wrong::new(field, self.words.say(key)));
    }

    /// What was read, or all that is wrong.
    pub(crate) fn done<T>(self, read: Option<T>) -> Result<T, Vec<Wrong>> {
        match read {
            Some(read) if self.wrong.is_empty() => Ok(read),
            _ => Err(self.wrong),
        }
    }

    /// A day of birth in three boxes. Where only the month is known, the day may stay empty.
    pub(crate) fn born(
        &mut self,
        typed: &Typed,
        month_will_do: bool,
        today: NaiveDate,
    ) -> Option<Birth> {
        let field = "born_day";
        let birth = match typed.date() {
            Some(day) => Birth::Born(day),
            None if month_will_do && typed.day.trim().is_empty() => {
                let first = Typed { day: "1", ..*typed };
                Birth::BornIn(self.real(field, first.date())?)
            }
            None => Birth::Born(self.real(field, None)?),
        };
        let (Birth::Born(day) | Birth::BornIn(day) | Birth::Due(day)) = birth;
        let key = match day {
            day if day.year() < SLIP_BEFORE => "my-wrong-year",
            day if day > today => "my-wrong-born-ahead",
            _ => return Some(birth),
        };
        self.refuse(field, key);
        None
    }

    /// The day a baby is due.
    pub(crate) fn due(&mut self, typed: &Typed, today: NaiveDate) -> Option<Birth> {
        let day = self.real("due_day", typed.date())?;
        if may_be_due(day, today) {
            return Some(Birth::Due(day));
        }
        self.refuse("due_day", "my-wrong-due");
        None
    }

    fn real(&mut self, field: &str, day: Option<NaiveDate>) -> Option<NaiveDate> {
        if day.is_none() {
            self.refuse(field, "my-wrong-date");
        }
        day
    }
}

/// A date as it was typed.
#[derive(Clone, Copy)]
pub(crate) struct Typed<'a> {
    pub day: &'a str,
    pub month: &'a str,
    pub year: &'a str,
}

impl Typed<'_> {
    pub(crate) fn is_empty(&self) -> bool {
        [self.day, self.month, self.year].iter().all(|part| part.trim().is_empty())
    }

    pub(crate) fn date(&self) -> Option<NaiveDate> {
        typed_day([self.day, self.month, self.year])
    }
}

/// The version a form was opened with.
pub(crate) fn expected(version: &str) -> Expected {
    Expected::OneOf(version.trim().parse().into_iter().collect())
}

/// Why a change was refused, in words; `None` for what is no answer to a parent.
pub(crate) fn why_not(words: Words, fault: &Fault) -> Option<Wrong> {
    let key = match fault.code() {
        Code::VersionConflict => "my-wrong-changed",
        Code::NoLongerOpen => "my-wrong-late",
        Code::InvalidRequest => "my-wrong-not-taken",
        _ => return None,
    };
    Some(Wrong::new("", words.say(key)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn a_birth_is_read_as_people_type_it() {
        for (typed, month_will_do, says) in [
            (["27", "3", "2025"], false, None),
            (["", "03", "2025"], true, None),
            (["", "3", "2025"], false, Some("Enter a real date")),
            (["31", "2", "2025"], false, Some("Enter a real date")),
            (["1", "Jan", "24"], false, None),
            (["1", "1", "1924"], false, Some("four numbers")),
            (["1", "1", "2027"], false, Some("not come yet")),
            (["1", "1", "99999"], false, Some("Enter a real date")),
        ] {
            let mut reading = Reading::new(Words::english());
            let [d, month, year] = typed;
            let read =
                reading.born(&Typed { day: d, month, year }, month_will_do, day("2026-11-16"));

            assert_eq!(read.is_some(), says.is_none(), "{typed:?}");
            let said = reading.wrong.first().map(|one| one.says.clone()).unwrap_or_default();
            assert!(said.contains(says.unwrap_or_default()), "{typed:?}: {said}");
        }
    }
}

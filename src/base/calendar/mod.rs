//! Days as a centre lives them: its civil time, ages, terms and closures, bank holidays and working
//! days. Everything here is a pure function of its arguments; only `clock` knows what time it is
//! now.

pub(crate) mod age;
pub(crate) mod bank_holidays;
pub(crate) mod local;
pub(crate) mod working_days;
pub(crate) mod written;

use super::fault::{Fault, Result};
pub use age::{
    AgeRange, AgeUnit, BirthDate, birthday, completed_months, completed_weeks, completed_years,
};
pub use bank_holidays::{bank_holiday, last_year_known};
use chrono::{Datelike, Month, NaiveDate};
pub use local::{HOME, at_local, day_begins, local_day, today_begins};
use std::ops::RangeInclusive;
pub use working_days::{WorkingDays, working_days_after, working_days_before};
pub use written::day_of_moment;

/// The years in which anything is recorded or planned; other years cannot be calculated with.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// Before this year nobody was born, met or registered: a day before it is a slip, or a
/// placeholder.
pub const SLIP_BEFORE: i32 = 1990;

/// Whether a baby may be due on a day: nobody waits longer, or knows of it earlier.
pub fn may_be_due(day: NaiveDate, today: NaiveDate) -> bool {
    (-60..=310).contains(&(day - today).num_days())
}

/// A term of the school year; both days belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub name: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

impl Term {
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first_day <= day && day <= self.last_day
    }
}

/// Days on which a centre is shut; both days belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    pub reason: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

impl Closure {
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.first_day <= day && day <= self.last_day
    }
}

/// A day that somebody sent, if it lies in `YEARS`.
pub fn within_years(pointer: &str, day: NaiveDate) -> Result<NaiveDate> {
    match YEARS.contains(&day.year()) {
        true => Ok(day),
        false => Err(Fault::invalid(pointer, "The year must lie between 1900 and 2199.")),
    }
}

/// The number of a month by its English name, whole or cut short: "Feb", "Sept", "MARCH".
pub fn month_named(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let is_it = |number: &u8| {
        let name = Month::try_from(*number).map(|month| month.name().to_lowercase());
        lower.len() >= 3 && name.is_ok_and(|name| name.starts_with(&lower))
    };
    (1..=12).find(is_it).map(u32::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, NaiveTime, Utc};
    use chrono_tz::Europe::London;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_is_known_by_its_name_and_by_nothing_that_only_begins_so() {
        for (said, month) in [("Feb", 2), ("SEPT", 9), ("march", 3), ("May", 5), ("December", 12)] {
            assert_eq!(month_named(said), Some(month), "{said}");
        }
        for said in ["", "J", "Ju", "Junk", "Marchioness", "Mayo", "Decembre", "é"] {
            assert_eq!(month_named(said), None, "{said}");
        }
    }

    #[test]
    fn civil_time_follows_the_clocks() {
        let rows = [
            // An ordinary winter and summer morning.
            ("2014-02-03", "11:30:00", "2014-02-03T11:30:00Z"),
            ("2014-07-07", "11:30:00", "2014-07-07T10:30:00Z"),
            // Clocks go forward on the last Sunday of March: 01:00 to 02:00 does not exist.
            ("2014-03-30", "00:59:59", "2014-03-30T00:59:59Z"),
            ("2014-03-30", "01:00:00", "2014-03-30T01:00:00Z"),
            ("2014-03-30", "01:30:30", "2014-03-30T01:00:00Z"),
            ("2014-03-30", "01:59:59", "2014-03-30T01:00:00Z"),
            ("2014-03-30", "02:00:00", "2014-03-30T01:00:00Z"),
            // Clocks go back on the last Sunday of October: 01:30 comes twice.
            ("2014-10-26", "00:59:00", "2014-10-25T23:59:00Z"),
            ("2014-10-26", "01:30:00", "2014-10-26T00:30:00Z"),
            ("2014-10-26", "02:00:00", "2014-10-26T02:00:00Z"),
            ("2026-03-29", "01:15:00", "2026-03-29T01:00:00Z"),
            ("2026-10-25", "01:15:00", "2026-10-25T00:15:00Z"),
        ];
        for (on, time, expected) in rows {
            let found = at_local(day(on), time.parse().unwrap(), London);
            assert_eq!(found, instant(expected), "{on} {time}");
        }
    }

    #[test]
    fn a_weekly_ten_o_clock_stays_ten_o_clock() {
        let ten = NaiveTime::from_hms_opt(10, 0, 0).unwrap();
        let instants: Vec<_> = day("2014-03-23")
            .iter_weeks()
            .take(3)
            .map(|sunday| at_local(sunday, ten, London).to_rfc3339())
            .collect();
        assert_eq!(
            instants,
            ["2014-03-23T10:00:00+00:00", "2014-03-30T09:00:00+00:00", "2014-04-06T09:00:00+00:00"]
        );
    }

    #[test]
    fn the_local_day_changes_at_local_midnight() {
        assert_eq!(local_day(instant("2014-06-30T22:59:59Z"), London), day("2014-06-30"));
        assert_eq!(local_day(instant("2014-06-30T23:00:00Z"), London), day("2014-07-01"));
        assert_eq!(local_day(instant("2014-12-31T23:59:59Z"), London), day("2014-12-31"));
    }

    #[test]
    fn a_day_that_a_zone_skipped_begins_with_the_next() {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap();
        let found = at_local(day("2011-12-30"), noon, chrono_tz::Pacific::Apia);
        assert_eq!(found, instant("2011-12-30T10:00:00Z"));
    }
}

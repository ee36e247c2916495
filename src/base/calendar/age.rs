//! Ages in completed years, months and weeks. A month or a birthday without its day is complete on
//! the first of the next month (so a child born on 29 February has its birthday on 1 March in other
//! years), and a birth date known only to its month counts from the first of the next.

use chrono::{Datelike, Months, NaiveDate};

/// When a child was born, as well as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BirthDate {
    Day(NaiveDate),
    /// Any day of the month in question; only its year and month are known.
    MonthOf(NaiveDate),
}

impl BirthDate {
    /// The day ages are counted from.
    pub fn counted_from(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::MonthOf(day) => first_of_next_month(day),
        }
    }

    /// The first day on which the child may have been born.
    pub fn earliest(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::MonthOf(day) => day.with_day(1).unwrap_or(day),
        }
    }
}

crate::base::text_enum::text_enum! {
    /// What an activity's ages are counted in.
    AgeUnit {
        Weeks = "weeks",
        Months = "months",
    }
}

/// Ages an activity takes: `min <= completed < max`; without `max` there is no upper age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeRange {
    pub unit: AgeUnit,
    pub min: i32,
    pub max: Option<i32>,
}

impl AgeRange {
    /// Whether a child fits on this day, the session's local day.
    pub fn admits(self, born: BirthDate, on: NaiveDate) -> bool {
        let completed = match self.unit {
            AgeUnit::Weeks => completed_weeks(born, on),
            AgeUnit::Months => completed_months(born, on),
        };
        completed >= self.min && self.max.is_none_or(|max| completed < max)
    }
}

/// The day on which this many years are complete: for 29 February, 1 March in other years.
pub fn birthday(born: BirthDate, years: i32) -> NaiveDate {
    let from = born.counted_from();
    let year = from.year() + years;
    // Only 29 February is missing in other years.
    from.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1)).unwrap_or(from)
}

/// Years completed on this day; negative before the birth.
pub fn completed_years(born: BirthDate, on: NaiveDate) -> i32 {
    completed_months(born, on).div_euclid(12)
}

/// Months completed on this day; negative before the birth.
pub fn completed_months(born: BirthDate, on: NaiveDate) -> i32 {
    let from = born.counted_from();
    let between = (on.year() - from.year()) * 12 + on.month() as i32 - from.month() as i32;
    if on.day() >= from.day() { between } else { between - 1 }
}

/// Weeks completed on this day; negative before the birth.
pub fn completed_weeks(born: BirthDate, on: NaiveDate) -> i32 {
    let days = (on - born.counted_from()).num_days();
    i32::try_from(days.div_euclid(7)).unwrap_or(i32::MAX)
}

fn first_of_next_month(day: NaiveDate) -> NaiveDate {
    let first = day.with_day(1).unwrap_or(day);
    first.checked_add_months(Months::new(1)).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_are_complete_on_their_day_or_the_first_after() {
        let rows = [
            ("2014-01-15", "2014-01-14", -1),
            ("2014-01-15", "2014-01-15", 0),
            ("2014-01-15", "2014-02-14", 0),
            ("2014-01-15", "2014-02-15", 1),
            ("2012-01-15", "2014-01-14", 23),
            ("2012-01-15", "2014-01-15", 24),
            // February has no 31st: complete on 1 March.
            ("2014-01-31", "2014-02-28", 0),
            ("2014-01-31", "2014-03-01", 1),
            ("2014-01-31", "2014-03-31", 2),
            ("2014-01-31", "2014-04-30", 2),
            ("2014-01-31", "2014-05-01", 3),
            // Born on 29 February: the birthday is 1 March in other years.
            ("2012-02-29", "2014-02-28", 23),
            ("2012-02-29", "2014-03-01", 24),
            ("2012-02-29", "2016-02-28", 47),
            ("2012-02-29", "2016-02-29", 48),
            ("2024-02-29", "2026-02-28", 23),
            ("2024-02-29", "2026-03-01", 24),
        ];
        for (born, on, expected) in rows {
            let found = completed_months(BirthDate::Day(day(born)), day(on));
            assert_eq!(found, expected, "born {born}, on {on}");
        }
    }

    #[test]
    fn a_birth_known_to_its_month_counts_from_the_first_of_the_next() {
        let february = BirthDate::MonthOf(day("2013-02-11"));
        assert_eq!(completed_months(february, day("2014-02-28")), 11);
        assert_eq!(completed_months(february, day("2014-03-01")), 12);
        let december = BirthDate::MonthOf(day("2012-12-01"));
        assert_eq!(december.counted_from(), day("2013-01-01"));
    }

    #[test]
    fn a_birthday_is_the_first_day_on_which_the_year_is_complete() {
        let rows = [
            (BirthDate::Day(day("2024-02-29")), 1, "2025-03-01"),
            (BirthDate::Day(day("2024-02-29")), 4, "2028-02-29"),
            (BirthDate::Day(day("2023-12-31")), 2, "2025-12-31"),
            (BirthDate::MonthOf(day("2024-12-01")), 1, "2026-01-01"),
            (BirthDate::MonthOf(day("2024-01-31")), 1, "2025-02-01"),
        ];
        for (born, years, expected) in rows {
            let found = birthday(born, years);
            assert_eq!(found, day(expected), "{born:?}, {years}");
            assert_eq!(completed_years(born, found), years, "{born:?}");
            let eve = found.pred_opt().expect("a day before");
            assert_eq!(completed_years(born, eve), years - 1, "{born:?}");
        }
    }

    #[test]
    fn weeks_are_complete_after_seven_days() {
        let rows = [
            ("2014-02-03", "2014-02-02", -1),
            ("2014-02-03", "2014-02-03", 0),
            ("2014-02-03", "2014-02-09", 0),
            ("2014-02-03", "2014-02-10", 1),
            ("2014-02-03", "2014-03-17", 6),
        ];
        for (born, on, expected) in rows {
            let found = completed_weeks(BirthDate::Day(day(born)), day(on));
            assert_eq!(found, expected, "born {born}, on {on}");
        }
    }

    #[test]
    fn a_range_takes_its_lower_age_and_not_its_upper() {
        let toddlers = AgeRange { unit: AgeUnit::Months, min: 12, max: Some(36) };
        let born = BirthDate::Day(day("2013-05-20"));
        for (on, fits) in [
            ("2014-05-19", false),
            ("2014-05-20", true),
            ("2016-05-19", true),
            ("2016-05-20", false),
        ] {
            assert_eq!(toddlers.admits(born, day(on)), fits, "{on}");
        }
        let from_six_weeks = AgeRange { unit: AgeUnit::Weeks, min: 6, max: None };
        assert!(!from_six_weeks.admits(born, day("2013-06-30")));
        assert!(from_six_weeks.admits(born, day("2013-07-01")));
    }
}

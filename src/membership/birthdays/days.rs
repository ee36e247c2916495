//! Which births have their birthday on a day: a short list of days to look for, and the day whose
//! cards are due at a moment.

use crate::base::calendar::HOME;
use crate::base::moment::Moment;
use chrono::{Datelike, Months, NaiveDate, NaiveTime, Timelike};
use std::ops::RangeInclusive;

/// Cards of a day go out from this hour on; before it, those of the day before are the latest.
const MORNING: u32 = 7;

/// A card later than this would be odd. The renewal is not late: it counts from the birthday.
pub(crate) const DAYS_LATE_AT_MOST: i64 = 28;

/// The last day whose cards are due at this moment.
pub(crate) fn last_due(now: Moment) -> NaiveDate {
    let local: NaiveTime = now.utc().with_timezone(&HOME).time();
    let today = now.civil_day();
    if local.hour() < MORNING { today.pred_opt().unwrap_or(today) } else { today }
}

/// Every birth date, known to the day or the month, that may have its birthday of one of these ages
/// on this day. It includes some too many: `renewal::reaches` has the last word.
pub(crate) fn births(on: NaiveDate, ages: RangeInclusive<i32>) -> Vec<NaiveDate> {
    ages.flat_map(|age| births_of_age(on, on.year() - age)).collect()
}

fn births_of_age(on: NaiveDate, year: i32) -> Vec<NaiveDate> {
    let mut days: Vec<NaiveDate> = on.with_year(year).into_iter().collect();
    if on.day() == 1 {
        // A month without its day counts from the first of the next; so does 29 February.
        let first = on.with_year(year).and_then(|day| day.checked_sub_months(Months::new(1)));
        let month = first.into_iter().flat_map(|first| {
            first.iter_days().take_while(move |day| day.month() == first.month())
        });
        days.extend(month);
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::calendar::BirthDate;
    use crate::membership::renewal::{RENEWS_AT, reaches};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn no_birthday_is_looked_for_in_vain() {
        for birth in day("2023-01-01").iter_days().take(2 * 366) {
            for born in [BirthDate::Day(birth), BirthDate::MonthOf(birth)] {
                for age in RENEWS_AT {
                    let on = crate::base::calendar::birthday(born, age);
                    assert!(births(on, RENEWS_AT).contains(&birth), "{born:?} is {age} on {on}");
                    assert_eq!(reaches(born, on), Some(age));
                }
            }
        }
    }

    #[test]
    fn an_ordinary_day_has_one_date_a_year_and_a_first_the_month_before_too() {
        assert_eq!(births(day("2026-11-16"), RENEWS_AT).len(), 4);
        assert_eq!(births(day("2024-02-29"), RENEWS_AT), [day("2020-02-29")]);
        assert_eq!(births(day("2026-03-01"), 2..=2).len(), 1 + 29);
        assert!(births(day("2026-03-01"), 2..=2).contains(&day("2024-02-29")));
    }

    #[test]
    fn cards_of_a_day_are_due_from_seven_in_the_morning() {
        for (now, due) in [
            ("2026-11-16T06:59:59Z", "2026-11-15"),
            ("2026-11-16T07:00:00Z", "2026-11-16"),
            ("2026-06-16T05:59:59Z", "2026-06-15"),
            ("2026-06-16T06:00:00Z", "2026-06-16"),
            ("2026-06-15T23:30:00Z", "2026-06-15"),
        ] {
            assert_eq!(last_due(Moment::parse(now).expect("a moment")), day(due), "{now}");
        }
    }
}

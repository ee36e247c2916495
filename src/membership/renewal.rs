//! When a membership renews: by itself, on every birthday of every child while the child is
//! served, which is until it is five. The fifth birthday renews nothing.

use crate::base::calendar::{BirthDate, birthday, completed_years};
use crate::families::SERVED_YEARS;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// The ages whose birthdays renew.
pub(crate) const RENEWS_AT: RangeInclusive<i32> = 1..=SERVED_YEARS - 1;

/// The next birthday that renews, after today. `None` where no child has one to come: nothing is
/// known of an expected child before its birth.
///
/// `births` are those of the family's living children.
pub(crate) fn renews_on(
    births: impl IntoIterator<Item = BirthDate>,
    today: NaiveDate,
) -> Option<NaiveDate> {
    births.into_iter().filter_map(|born| next_of(born, today)).min()
}

fn next_of(born: BirthDate, today: NaiveDate) -> Option<NaiveDate> {
    RENEWS_AT.map(|age| birthday(born, age)).find(|day| *day > today)
}

/// Whether a child's age is served on this day; a child not born yet has no served age.
pub(crate) fn is_served(born: BirthDate, on: NaiveDate) -> bool {
    (0..SERVED_YEARS).contains(&completed_years(born, on))
}

/// The age a child reaches on just this day, where that renews its families' memberships.
pub(crate) fn reaches(born: BirthDate, on: NaiveDate) -> Option<i32> {
    let age = completed_years(born, on);
    (RENEWS_AT.contains(&age) && birthday(born, age) == on).then_some(age)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn born(text: &str) -> BirthDate {
        BirthDate::Day(day(text))
    }

    #[test]
    fn it_renews_on_the_nearest_birthday_of_a_child_under_five() {
        let rows: [(&[&str], &str, Option<&str>); 9] = [
            (&["2025-06-10"], "2026-06-09", Some("2026-06-10")),
            // On the birthday itself the next is a year away.
            (&["2025-06-10"], "2026-06-10", Some("2027-06-10")),
            (&["2026-11-01"], "2026-11-16", Some("2027-11-01")),
            (&["2025-06-10", "2024-12-24"], "2026-11-16", Some("2026-12-24")),
            // The fourth birthday is the last that renews.
            (&["2022-11-17"], "2026-11-16", Some("2026-11-17")),
            (&["2022-11-17"], "2026-11-17", None),
            (&["2021-11-17", "2025-01-01"], "2026-11-16", Some("2027-01-01")),
            (&["2024-02-29"], "2026-02-28", Some("2026-03-01")),
            (&[], "2026-11-16", None),
        ];
        for (births, today, expected) in rows {
            let found = renews_on(births.iter().map(|text| born(text)), day(today));
            assert_eq!(found, expected.map(day), "{births:?} on {today}");
        }
        let month = BirthDate::MonthOf(day("2024-11-05"));
        assert_eq!(renews_on([month], day("2026-11-16")), Some(day("2026-12-01")));
    }

    #[test]
    fn a_child_is_served_from_birth_until_five() {
        for (on, served) in [
            ("2021-11-16", false),
            ("2021-11-17", true),
            ("2026-11-16", true),
            ("2026-11-17", false),
        ] {
            assert_eq!(is_served(born("2021-11-17"), day(on)), served, "{on}");
        }
    }

    #[test]
    fn the_four_birthdays_before_the_fifth_are_reached_once_each() {
        for birth in [born("2024-02-29"), born("2023-08-31"), BirthDate::MonthOf(day("2024-02-11"))]
        {
            let days = day("2023-01-01").iter_days().take(8 * 366);
            let reached: Vec<i32> = days.filter_map(|on| reaches(birth, on)).collect();
            assert_eq!(reached, [1, 2, 3, 4], "{birth:?}");
        }
    }
}

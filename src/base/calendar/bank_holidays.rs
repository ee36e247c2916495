//! Bank holidays of England and Wales, carried as data from GOV.UK (Open Government Licence v3.0).
//! The list ends somewhere; planning past `last_year_known` gets a warning.

use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::sync::LazyLock;

const PUBLISHED: &str = include_str!("bank_holidays.txt");

static BANK_HOLIDAYS: LazyLock<BTreeMap<NaiveDate, &'static str>> =
    LazyLock::new(|| lines().filter_map(read).collect());

/// The holiday's name, if this day is one.
pub fn bank_holiday(day: NaiveDate) -> Option<&'static str> {
    BANK_HOLIDAYS.get(&day).copied()
}

/// The last year whose bank holidays are in the list.
pub fn last_year_known() -> i32 {
    BANK_HOLIDAYS.last_key_value().map_or(0, |(day, _)| day.year())
}

fn lines() -> impl Iterator<Item = &'static str> {
    PUBLISHED.lines().filter(|line| !line.starts_with('#'))
}

fn read(line: &'static str) -> Option<(NaiveDate, &'static str)> {
    let (day, name) = line.split_once(' ')?;
    Some((day.parse().ok()?, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_list_is_read() {
        assert_eq!(lines().count(), BANK_HOLIDAYS.len());
        assert_eq!(BANK_HOLIDAYS.len(), 140);
        assert_eq!(last_year_known(), 2028);
    }

    #[test]
    fn every_year_known_has_its_eight_holidays_or_more() {
        for year in 2012..=last_year_known() {
            let found = BANK_HOLIDAYS.keys().filter(|day| day.year() == year).count();
            assert!(found >= 8, "{year} has {found}");
        }
    }

    #[test]
    fn easter_and_substitute_days_are_known() {
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(bank_holiday(day("2014-04-18")), Some("Good Friday"));
        assert_eq!(bank_holiday(day("2014-04-21")), Some("Easter Monday"));
        assert_eq!(bank_holiday(day("2026-12-28")), Some("Boxing Day"));
        assert_eq!(bank_holiday(day("2026-12-26")), None);
    }
}

//! A birth date in a search line, in ISO 8601 form: a day, or a month if no day was given.

use crate::base::calendar::month_named;
use chrono::NaiveDate;

/// `14/5/2024`, `14.05.24`, `2024-05-14`, `05/2024`, `14 May 2024`, `May 2024`, `14 05 2024`.
pub(super) fn day(tokens: &[&str]) -> Option<(String, usize)> {
    let parts: Vec<&str> = tokens[0].split(['/', '.', '-']).collect();
    match parts.as_slice() {
        [day, month, year] => return of_parts(day, month, year).map(|day| (day, 1)),
        [one, two] if one.len() == 4 => return month_of(one, two).map(|month| (month, 1)),
        [one, two] if two.len() == 4 => return month_of(two, one).map(|month| (month, 1)),
        _ => {}
    }
    let three = match tokens {
        [day, month, year, ..] => of_parts(bare_day(day), month, year),
        _ => None,
    };
    if let Some(day) = three {
        return Some((day, 3));
    }
    match tokens {
        [month, year, ..] if month_named(month).is_some() && year.len() == 4 => {
            month_of(year, month).map(|month| (month, 2))
        }
        _ => None,
    }
}

fn bare_day(token: &str) -> &str {
    token.trim_end_matches(|c: char| c.is_ascii_alphabetic())
}

/// Day first, as in Britain, or year first.
fn of_parts(one: &str, two: &str, three: &str) -> Option<String> {
    let (day, year) = if one.len() == 4 { (three, one) } else { (one, three) };
    if day.len() > 2 || !(year.len() == 4 || year.len() == 2) {
        return None;
    }
    let year = match year.parse::<i32>().ok()? {
        short if year.len() == 2 => 2000 + short,
        long => long,
    };
    let day = NaiveDate::from_ymd_opt(year, month_number(two)?, day.parse().ok()?)?;
    Some(day.format("%Y-%m-%d").to_string())
}

fn month_of(year: &str, month: &str) -> Option<String> {
    let year: i32 = year.parse().ok()?;
    let day = NaiveDate::from_ymd_opt(year, month_number(month)?, 1)?;
    Some(day.format("%Y-%m").to_string())
}

fn month_number(text: &str) -> Option<u32> {
    let numbered = if text.len() <= 2 { text.parse().ok() } else { None };
    numbered.or_else(|| month_named(text))
}

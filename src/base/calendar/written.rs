//! A day, read from what systems write when they send an instant.

use super::{HOME, local_day};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

/// The day of "2025-02-01T00:00:00Z", of a moment with an offset, or of a spreadsheet's
/// "2025-02-01 00:00:00". Midnight is the day it is written with; of any other moment it is the day
/// in London. `None` where it is none of these.
pub fn day_of_moment(text: &str) -> Option<NaiveDate> {
    let (day, rest) = text.split_at_checked(10)?;
    let text = format!("{day}T{}", rest.strip_prefix(['T', 't', ' '])?.trim().replace("UTC", "Z"));
    ["%FT%T%.f", "%FT%R"].iter().find_map(|form| {
        if let Ok(written) = NaiveDateTime::parse_from_str(&text, form) {
            return Some(written.date());
        }
        let at = DateTime::parse_from_str(&text, &format!("{form}%#z")).ok()?;
        let written = at.naive_local();
        let is_midnight = written.time() == NaiveTime::MIN;
        Some(if is_midnight { written.date() } else { local_day(at.to_utc(), HOME) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_the_day_it_was_in_london() {
        for (text, day) in [
            ("2025-02-01T00:00:00Z", "2025-02-01"),
            ("2025-02-01 00:00:00", "2025-02-01"),
            ("2025-06-01T00:00:00+01:00", "2025-06-01"),
            ("2025-06-01T00:00:00+0200", "2025-06-01"),
            // As a browser in summer sends midnight of the first of June.
            ("2025-05-31T23:00:00.000Z", "2025-06-01"),
            ("2025-05-31 23:00:00+00", "2025-06-01"),
            ("2025-01-31T23:00:00Z", "2025-01-31"),
            ("2025-01-31T20:00:00-05:00", "2025-02-01"),
            ("2025-02-01t09:30z", "2025-02-01"),
            ("2025-02-01 09:30:00 UTC", "2025-02-01"),
        ] {
            assert_eq!(day_of_moment(text), day.parse().ok(), "{text}");
        }
        for text in
            ["2025-02-01", "2025-02-30T00:00:00Z", "2025-02-01T25:00", "soon", "é025-02-01T"]
        {
            assert_eq!(day_of_moment(text), None, "{text}");
        }
    }
}

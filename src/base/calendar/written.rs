//! A day, read from what systems write when they send an instant.

use super::{HOME, local_day};
use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};

/// The day of "2025-02-01T00:00:00Z", of a moment with an offset, or of a spreadsheet's
/// "2025-02-01 00:00:00". Midnight is the day it is written with; of any other moment it is the day
/// in London. `None` where it is none of these.
pub fn day_of_moment(text: &str) -> Option<NaiveDate> {
    let day: NaiveDate = text.get(..10)?.parse().ok()?;
    let rest = text.get(10..)?.strip_prefix(['T', 't', ' '])?;
    let (time, offset) = split(rest)?;
    let time = ["%H:%M:%S%.f", "%H:%M"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(time, form).ok())?;
    match offset {
        Some(offset) if time != NaiveTime::MIN => {
            let at = offset.from_local_datetime(&day.and_time(time)).single()?;
            Some(local_day(at.to_utc(), HOME))
        }
        _ => Some(day),
    }
}

/// The time, and the offset that follows it.
fn split(text: &str) -> Option<(&str, Option<FixedOffset>)> {
    let text = text.trim();
    if let Some(time) = text.strip_suffix(['Z', 'z']).or_else(|| text.strip_suffix("UTC")) {
        return Some((time.trim(), FixedOffset::east_opt(0)));
    }
    let Some(at) = text.find(['+', '-']) else { return Some((text, None)) };
    let (time, offset) = text.split_at(at);
    let bare: String = offset.chars().filter(char::is_ascii_digit).collect();
    let hours: i32 = bare.get(..2)?.parse().ok()?;
    let minutes: i32 = match bare.get(2..)? {
        "" => 0,
        minutes => minutes.parse().ok()?,
    };
    let east = if offset.starts_with('-') { -1 } else { 1 };
    Some((time.trim(), Some(FixedOffset::east_opt(east * (hours * 60 + minutes) * 60)?)))
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

//! A day as a parent writes it in three boxes: "May" is a month, and "24" a year.

use chrono::NaiveDate;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `None` for a day that never is.
pub(in crate::pages) fn day(day: &str, month: &str, year: &str) -> Option<NaiveDate> {
    let (day, year): (u32, i32) = (day.parse().ok()?, year.parse().ok()?);
    let year = if (0..100).contains(&year) { 2000 + year } else { year };
    NaiveDate::from_ymd_opt(year, self::month(month)?, day)
}

fn month(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let named = || {
        let at = MONTHS.iter().position(|month| text.starts_with(month))?;
        u32::try_from(at + 1).ok()
    };
    text.parse().ok().or_else(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let right = NaiveDate::from_ymd_opt(2024, 5, 3);
        for (d, m, y) in
            [("3", "5", "2024"), ("03", "05", "24"), ("3", "May", "2024"), ("3", "may", "24")]
        {
            assert_eq!(day(d, m, y), right, "{d} {m} {y}");
        }
        for (d, m, y) in
            [("31", "2", "2024"), ("", "5", "2024"), ("3", "x", "2024"), ("3", "5", "")]
        {
            assert_eq!(day(d, m, y), None, "{d} {m} {y}");
        }
    }
}

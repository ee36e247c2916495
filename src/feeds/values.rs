//! Values as partners write them: dates in the usual British formats, NHS numbers with their check
//! digit, names with the surname first. An error is a sentence that says what to do and never
//! repeats the value.

use crate::base::calendar::{self, BirthDate, SLIP_BEFORE, month_named};
use chrono::{Datelike, NaiveDate};

/// A day: 31/01/2026, 31.1.26, 2026-01-31, 31-Jan-2026, 31 January 2026 or 20260131, with or
/// without a time after it.
pub(crate) fn day(text: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let unreadable = || "Write the day as 31/01/2026 or 2026-01-31.".to_owned();
    let text = text.trim();
    if let Some(day) = calendar::day_of_moment(text) {
        return Ok(day);
    }
    let packed = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> =
        if packed { vec![&text[..4], &text[4..6], &text[6..]] } else { parts(date_of(text)) };
    let [first, second, third, ..] = parts[..] else { return Err(unreadable()) };
    let (year, month, day) =
        if first.len() == 4 { (first, second, third) } else { (third, second, first) };
    let year = year_of(year, today).ok_or_else(unreadable)?;
    let month = month_of(month).ok_or_else(unreadable)?;
    let day: u32 = day.parse().map_err(|_| unreadable())?;
    if month > 12 {
        return Err(format!("There is no month {month}. {}", unreadable()));
    }
    let found = NaiveDate::from_ymd_opt(year, month, day)
        .ok_or_else(|| format!("There is no {day} {} {year}. Correct the day.", long(month)))?;
    no_slip(found)
}

/// A birth date: a day, or if only the month is known 02/2025, 2025-02, Feb-25 or February 2025.
pub(crate) fn birth_date(text: &str, today: NaiveDate) -> Result<BirthDate, String> {
    match month_alone(text.trim(), today) {
        Some(month) => no_slip(month).map(BirthDate::MonthOf),
        None => day(text, today).map(BirthDate::Day),
    }
}

/// The first of a month. Two two-digit numbers could be a day without a year, so they are refused.
fn month_alone(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts = parts(text);
    let [first, second] = parts[..] else { return None };
    let (month, year) = if first.len() == 4 && month_named(first).is_none() {
        (second, first)
    } else {
        (first, second)
    };
    if year.len() != 4 && month_named(month).is_none() {
        return None;
    }
    NaiveDate::from_ymd_opt(year_of(year, today)?, month_of(month)?, 1)
}

fn parts(text: &str) -> Vec<&str> {
    text.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty()).collect()
}

/// Many systems use a date this old for "none", or the year lost a digit.
fn no_slip(day: NaiveDate) -> Result<NaiveDate, String> {
    match day.year() < SLIP_BEFORE {
        true => Err("This is too long ago to be right. Correct the year.".to_owned()),
        false => Ok(day),
    }
}

/// Without the time that may follow it.
fn date_of(text: &str) -> &str {
    match text.split_once('T') {
        Some((date, _)) if date.len() == 10 => date,
        _ => text.split(':').next().unwrap_or_default(),
    }
}

/// Two-digit years are in this century.
fn year_of(text: &str, today: NaiveDate) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 => Some(today.year() / 100 * 100 + year),
        _ => None,
    }
}

fn month_of(text: &str) -> Option<u32> {
    match text.parse() {
        Ok(number) => (number > 0).then_some(number),
        Err(_) => month_named(text),
    }
}

fn long(month: u32) -> String {
    NaiveDate::from_ymd_opt(2000, month, 1)
        .map(|day| day.format("%B").to_string())
        .unwrap_or_default()
}

/// Ten digits without spaces, the last a check digit (modulus 11). Ten equal digits pass the check
/// but belong to nobody: systems use them for a missing number.
pub(crate) fn nhs_number(text: &str) -> Result<Option<String>, String> {
    let wrong = || "This is not a valid NHS number (ten digits with a check digit). Look it up.";
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    let digits: Option<Vec<u32>> = bare.chars().map(|c| c.to_digit(10)).collect();
    match digits {
        Some(digits) if digits.len() == 10 && stands_for_none(&digits) => Ok(None),
        Some(digits) if digits.len() == 10 && check_digit_fits(&digits) => Ok(Some(bare)),
        _ => Err(wrong().to_owned()),
    }
}

fn stands_for_none(digits: &[u32]) -> bool {
    digits.windows(2).all(|two| two[0] == two[1])
}

fn check_digit_fits(digits: &[u32]) -> bool {
    let weights = (2..=10).rev();
    let sum: u32 = digits.iter().zip(weights).map(|(digit, weight)| digit * weight).sum();
    let check = match 11 - sum % 11 {
        11 => 0,
        other => other,
    };
    // 10 is not a digit: such numbers are never issued.
    digits.last() == Some(&check)
}

/// Turns "KHAN, Yusuf" into "Yusuf KHAN".
pub(crate) fn name(text: &str) -> String {
    let text = match text.split_once(',') {
        Some((surname, forename)) if !forename.trim().is_empty() => {
            format!("{} {}", forename.trim(), surname.trim())
        }
        _ => text.trim().trim_end_matches(',').to_owned(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Yes or no, in its usual spellings.
pub(crate) fn yes(text: &str) -> Result<bool, String> {
    match text.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" => Ok(true),
        "no" | "n" | "false" | "0" => Ok(false),
        _ => Err("Write yes or no.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-16".parse().expect("a day")
    }

    #[test]
    fn a_day_is_read_however_it_is_written() {
        for text in [
            "2026-01-31",
            "31/01/2026",
            "31/1/26",
            "31.01.2026",
            "31-Jan-2026",
            "31 January 2026",
            "31-JAN-26",
            "20260131",
            "2026-01-31T00:00:00",
            "31/01/2026 00:00",
        ] {
            assert_eq!(day(text, today()), Ok("2026-01-31".parse().expect("a day")), "{text}");
        }
    }

    #[test]
    fn a_day_sent_as_a_moment_is_the_day_it_was_here() {
        for (text, expected) in [
            ("2026-02-01T00:00:00Z", "2026-02-01"),
            ("2026-05-31T23:00:00.000Z", "2026-06-01"),
            ("2026-06-01 00:00:00", "2026-06-01"),
            ("2026-06-01T00:00:00+01:00", "2026-06-01"),
        ] {
            assert_eq!(day(text, today()).map(|day| day.to_string()), Ok(expected.to_owned()));
        }
    }

    #[test]
    fn every_month_is_known_by_its_name() {
        for month in 1..=12 {
            let expected = NaiveDate::from_ymd_opt(2025, month, 14).expect("a day");
            for format in ["%d-%b-%Y", "%d %B %Y", "%d/%m/%Y"] {
                let text = expected.format(format).to_string();
                assert_eq!(day(&text, today()), Ok(expected), "{text}");
                assert_eq!(day(&text.to_uppercase(), today()), Ok(expected), "{text}");
            }
        }
    }

    #[test]
    fn a_birth_date_may_be_a_month() {
        let month = "2025-02-01".parse().expect("a day");
        for text in [
            "02/2025",
            "2/2025",
            "02-2025",
            "2025-02",
            "2025/2",
            "Feb-25",
            "FEB 2025",
            "February 2025",
        ] {
            assert_eq!(birth_date(text, today()), Ok(BirthDate::MonthOf(month)), "{text}");
        }
        assert_eq!(birth_date("01/02/2025", today()), Ok(BirthDate::Day(month)));
        for text in ["02/25", "25-Feb", "13/2025", "Junk-25", "2025", "02/1900", "Feb-0025"] {
            assert!(birth_date(text, today()).is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_that_never_was_is_refused() {
        for (text, says) in [
            ("31/02/2026", "no 31 February 2026"),
            ("29/02/2025", "no 29 February 2025"),
            ("01/13/2026", "no month 13"),
            ("00/01/2026", "no 0 January"),
            ("soon", "31/01/2026"),
            ("", "31/01/2026"),
            ("46053", "31/01/2026"),
            ("31/01", "31/01/2026"),
            ("é1/01/2026", "31/01/2026"),
            ("01/écrit/2026", "31/01/2026"),
            ("30 Junk 2025", "31/01/2026"),
            ("02/2025", "31/01/2026"),
            ("01/01/1900", "too long ago"),
            ("31/12/1899", "too long ago"),
            ("01/02/0025", "too long ago"),
            ("0025-02-01", "too long ago"),
        ] {
            let said = day(text, today()).expect_err("a refusal");
            assert!(said.contains(says), "{text}: {said}");
        }
    }

    #[test]
    fn an_nhs_number_has_a_check_digit() {
        for good in ["943 476 5919", "9434765919", "943-476-5919", "401 023 2137"] {
            assert!(nhs_number(good).is_ok_and(|number| number.is_some()), "{good}");
        }
        for digit in 0..=9 {
            assert_eq!(nhs_number(&digit.to_string().repeat(10)), Ok(None), "{digit}");
        }
        for bad in ["943 476 5918", "943 476 591", "94347659190", "9.43E+09", ""] {
            assert!(nhs_number(bad).is_err(), "{bad}");
        }
        // Every single-digit error is detected.
        let good = *b"9434765919";
        for at in 0..10 {
            for digit in b'0'..=b'9' {
                let mut sent = good;
                sent[at] = digit;
                let text = std::str::from_utf8(&sent).expect("digits");
                assert_eq!(nhs_number(text).is_ok(), sent == good, "{text}");
            }
        }
    }

    #[test]
    fn a_surname_that_comes_first_goes_last() {
        for (sent, kept) in [
            ("KHAN, Yusuf", "Yusuf KHAN"),
            (" Yusuf  Khan ", "Yusuf Khan"),
            ("KHAN,", "KHAN"),
            ("O'Brien, Mary Ann", "Mary Ann O'Brien"),
        ] {
            assert_eq!(name(sent), kept);
        }
    }
}

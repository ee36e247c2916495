//! When an activity takes place, as programmes print it: "weekly; term time only", "1st and 3rd
//! of the month", "10 weekly dates as one course", "on 2014-03-08; 2014-05-10", "weekly except
//! the dates of Infant First Aid", "by appointment", "45-minute slots".

use crate::sessions::recurrence::{Season, Which};
use chrono::NaiveDate;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pub dates: Dates,
    pub season: Season,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dates {
    Weekly {
        interval: u32,
    },
    Monthly(Vec<Which>),
    /// Weekly, but not on the days of the activity with this title.
    WeeklyExcept(String),
    /// So many weekly dates, booked as one; the first date where it is printed.
    Course {
        dates: u32,
        first: Option<NaiveDate>,
    },
    On(Vec<NaiveDate>),
    /// Weekly, in slots of a length where it is printed.
    Slots {
        minutes: Option<u32>,
    },
}

/// Reads the column `pattern`; the fault says what to write.
pub fn read(text: &str) -> Result<Pattern, String> {
    let lower = text.to_lowercase();
    if let Some(rest) = lower.strip_prefix("on ") {
        return Ok(Pattern { dates: Dates::On(listed(rest)?), season: Season::AllYear });
    }

    let (dates, season) = match text.split_once(';') {
        None => (text, Season::AllYear),
        Some((dates, said)) => (dates.trim(), season(said.trim())?),
    };
    Ok(Pattern { dates: read_dates(dates).ok_or_else(|| not_understood(text))?, season })
}

fn season(said: &str) -> Result<Season, String> {
    match said.to_lowercase().as_str() {
        "term time only" | "term time" => Ok(Season::TermTime),
        _ => Err(format!("\"{said}\": after the semicolon only \"term time only\" is understood")),
    }
}

fn not_understood(text: &str) -> String {
    format!(
        "\"{text}\": write \"weekly\", \"every 2 weeks\", \"1st and 3rd of the month\", \
         \"10 weekly dates from 2014-04-30 as one course\", \"on 2014-03-08; 2014-05-10\", \
         \"weekly except the dates of …\", \"by appointment\" or \"45-minute slots\""
    )
}

fn read_dates(text: &str) -> Option<Dates> {
    let lower = text.to_lowercase();
    const EXCEPT: &str = "weekly except the dates of ";
    match lower.as_str() {
        "weekly" => Some(Dates::Weekly { interval: 1 }),
        "fortnightly" => Some(Dates::Weekly { interval: 2 }),
        "by appointment" => Some(Dates::Slots { minutes: None }),
        // The title keeps the case it was printed in.
        _ if lower.starts_with(EXCEPT) => {
            Some(Dates::WeeklyExcept(text.get(EXCEPT.len()..)?.trim().to_owned()))
        }
        _ => interval(&lower)
            .or_else(|| slots(&lower))
            .or_else(|| course(&lower))
            .or_else(|| monthly(&lower)),
    }
}

/// "every 2 weeks"
fn interval(text: &str) -> Option<Dates> {
    let number = text.strip_prefix("every ")?.strip_suffix(" weeks")?;
    let interval = number.parse().ok().filter(|interval| (2..=52).contains(interval))?;
    Some(Dates::Weekly { interval })
}

/// "45-minute slots"
fn slots(text: &str) -> Option<Dates> {
    let number = text.strip_suffix("-minute slots").or(text.strip_suffix(" minute slots"))?;
    let minutes = number.parse().ok().filter(|minutes| (5..=480).contains(minutes))?;
    Some(Dates::Slots { minutes: Some(minutes) })
}

/// "10 weekly dates as one course", "10 weekly dates from 2014-04-30 as one course"
fn course(text: &str) -> Option<Dates> {
    let (number, rest) = text.split_once(" weekly dates")?;
    let dates = number.parse().ok().filter(|dates| (2..=52).contains(dates))?;
    let first = match rest.strip_suffix(" as one course")? {
        "" => None,
        from => Some(from.strip_prefix(" from ")?.parse().ok()?),
    };
    Some(Dates::Course { dates, first })
}

/// "1st and 3rd of the month", "last of the month"
fn monthly(text: &str) -> Option<Dates> {
    let which: Option<Vec<Which>> = text
        .strip_suffix(" of the month")?
        .split(" and ")
        .flat_map(|part| part.split(','))
        .map(|word| match word.trim() {
            "1st" | "first" => Some(Which::Nth(1)),
            "2nd" | "second" => Some(Which::Nth(2)),
            "3rd" | "third" => Some(Which::Nth(3)),
            "4th" | "fourth" => Some(Which::Nth(4)),
            "5th" | "fifth" => Some(Which::Nth(5)),
            "last" => Some(Which::Last),
            _ => None,
        })
        .collect();
    which.map(Dates::Monthly)
}

fn listed(text: &str) -> Result<Vec<NaiveDate>, String> {
    text.split(';')
        .map(str::trim)
        .map(|date| date.parse().map_err(|_| format!("\"{date}\": write each date as 2014-03-08")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn printed_patterns_are_read() {
        let course = |first| Dates::Course { dates: 10, first };
        let rows = [
            ("weekly", Dates::Weekly { interval: 1 }),
            ("Fortnightly", Dates::Weekly { interval: 2 }),
            ("every 3 weeks", Dates::Weekly { interval: 3 }),
            ("1st and 3rd of the month", Dates::Monthly(vec![Which::Nth(1), Which::Nth(3)])),
            ("last of the month", Dates::Monthly(vec![Which::Last])),
            ("10 weekly dates as one course", course(None)),
            ("10 weekly dates from 2014-04-30 as one course", course(Some(day("2014-04-30")))),
            ("on 2014-03-08; 2014-05-10", Dates::On(vec![day("2014-03-08"), day("2014-05-10")])),
            (
                "weekly except the dates of Infant First Aid",
                Dates::WeeklyExcept("Infant First Aid".to_owned()),
            ),
            ("by appointment", Dates::Slots { minutes: None }),
            ("45-minute slots", Dates::Slots { minutes: Some(45) }),
        ];
        for (text, dates) in rows {
            assert_eq!(read(text), Ok(Pattern { dates, season: Season::AllYear }), "{text}");
        }
        assert_eq!(
            read("weekly; term time only"),
            Ok(Pattern { dates: Dates::Weekly { interval: 1 }, season: Season::TermTime })
        );
    }

    #[test]
    fn a_pattern_that_is_not_understood_says_what_to_write() {
        for text in [
            "",
            "now and then",
            "weekly; not in August",
            "every 0 weeks",
            "0-minute slots",
            "1 weekly dates as one course",
            "10 weekly dates from spring as one course",
            "on 2014-02-30",
            "on 8 March",
            "6th of the month",
        ] {
            assert!(read(text).unwrap_err().contains("write") || text.contains(';'), "{text}");
        }
    }
}

//! When an activity takes place, as programmes print it: "weekly; term time only", "1st and 3rd
//! of the month", "last Monday of the month", "every other week", "10 weekly dates as one course",
//! "on 2014-03-08; 2014-05-10", "weekly except the dates of Infant First Aid", "by appointment",
//! "45-minute slots".

use crate::base::calendar::day_of_moment;
use crate::sessions::recurrence::{Season, Which};
use chrono::{NaiveDate, Weekday};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    pub dates: Dates,
    /// Where it is printed here: "last Monday of the month".
    pub weekday: Option<Weekday>,
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
    /// A number of weekly dates, booked as one; the first date where it is printed.
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
pub(crate) fn read(text: &str) -> Result<Pattern, String> {
    let lower = text.to_lowercase();
    if let Some(rest) = lower.strip_prefix("on ") {
        return Ok(Pattern {
            dates: Dates::On(listed(rest)?),
            weekday: None,
            season: Season::AllYear,
        });
    }

    let (dates, season) = in_season(text)?;
    let (dates, weekday) = read_dates(dates).ok_or_else(|| not_understood(text))?;
    Ok(Pattern { dates, weekday, season })
}

/// The dates, and the season that follows them: "weekly; term time only", "weekly (term time)".
fn in_season(text: &str) -> Result<(&str, Season), String> {
    if let Some((dates, said)) = text.split_once(';') {
        let season = season(said).ok_or_else(|| {
            format!(
                "\"{}\": after the semicolon only \"term time only\" is understood",
                said.trim()
            )
        })?;
        return Ok((dates.trim(), season));
    }
    let marks = text.char_indices().filter(|(_, c)| matches!(c, ',' | '(' | ' '));
    let ends = marks.filter_map(|(at, _)| text.split_at_checked(at));
    let mut seasons = ends.filter_map(|(dates, said)| Some((dates.trim(), season(said)?)));
    Ok(seasons.next().unwrap_or((text, Season::AllYear)))
}

fn season(said: &str) -> Option<Season> {
    let bare = said.to_lowercase().replace(['-', ',', '(', ')'], " ");
    let words: Vec<&str> =
        bare.split_whitespace().filter(|word| !["in", "during", "only"].contains(word)).collect();
    matches!(words.join(" ").as_str(), "term time" | "termtime" | "terms")
        .then_some(Season::TermTime)
}

fn not_understood(text: &str) -> String {
    format!(
        "\"{text}\": write \"weekly\", \"every other week\", \"every 3 weeks\", \"1st and 3rd of the \
         month\", \"last Monday of the month\", \"10 weekly dates from 2014-04-30 as one course\", \
         \"on 2014-03-08; 2014-05-10\", \"weekly except the dates of …\", \"by appointment\" or \
         \"45-minute slots\""
    )
}

fn read_dates(text: &str) -> Option<(Dates, Option<Weekday>)> {
    let lower = text.to_lowercase();
    const EXCEPT: &str = "weekly except the dates of ";
    let dates = match lower.as_str() {
        "by appointment" => Some(Dates::Slots { minutes: None }),
        // The title keeps the case it was printed in.
        _ if lower.starts_with(EXCEPT) => {
            Some(Dates::WeeklyExcept(text.get(EXCEPT.len()..)?.trim().to_owned()))
        }
        _ => slots(&lower).or_else(|| course(&lower)),
    };
    let plain = dates.map(|dates| (dates, None));
    plain.or_else(|| weekly(&lower)).or_else(|| monthly(&lower))
}

/// "weekly", "every other week", "every 2 weeks", "every Monday", "Mondays", "alternate Mondays"
fn weekly(text: &str) -> Option<(Dates, Option<Weekday>)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (interval, what) = match words[..] {
        ["weekly"] => (1, "week"),
        ["fortnightly"] | ["every", "fortnight"] => (2, "week"),
        ["weekly" | "fortnightly", "on", day] => (if words[0] == "weekly" { 1 } else { 2 }, day),
        ["every" | "each", "other" | "second" | "2nd" | "alternate", what]
        | ["alternate", what] => (2, what),
        ["every", number, "weeks"] => {
            let interval = number.parse().ok().filter(|interval| (2..=52).contains(interval))?;
            (interval, "week")
        }
        ["every" | "each", what] | [what] => (1, what),
        _ => return None,
    };
    let dates = Dates::Weekly { interval };
    match what {
        "week" | "weeks" if words.len() > 1 || words[0] != what => Some((dates, None)),
        day => Some((dates, Some(weekday(day)?))),
    }
}

/// "Monday", "Mondays", "Mon", "Tues"
pub(crate) fn weekday(text: &str) -> Option<Weekday> {
    let lower = text.trim().to_lowercase();
    let name = match lower.trim_end_matches(['s', '.']) {
        "tue" => "tue",
        "wed" | "wedne" => "wed",
        "thu" | "thur" => "thu",
        name => name,
    };
    name.parse().ok()
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

/// "1st and 3rd of the month", "last of the month", "last Monday of the month", "1st and 3rd
/// Wednesday", "first Tuesday of each month"
fn monthly(text: &str) -> Option<(Dates, Option<Weekday>)> {
    let of_month = [" of the month", " of each month", " of every month", " in the month"];
    let rest = of_month.iter().find_map(|end| text.strip_suffix(end));
    let said = rest.unwrap_or(text).replace([',', '&'], " ").replace(" and ", " ");
    let mut words: Vec<&str> =
        said.split_whitespace().filter(|word| !["the", "every"].contains(word)).collect();
    let weekday = words.last().and_then(|word| weekday(word));
    if weekday.is_some() {
        words.pop();
    }
    // "1st" alone says nothing about what it counts.
    if words.is_empty() || (weekday.is_none() && rest.is_none()) {
        return None;
    }
    let which: Option<Vec<Which>> = words
        .into_iter()
        .map(|word| match word {
            "1st" | "first" => Some(Which::Nth(1)),
            "2nd" | "second" => Some(Which::Nth(2)),
            "3rd" | "third" => Some(Which::Nth(3)),
            "4th" | "fourth" => Some(Which::Nth(4)),
            "5th" | "fifth" => Some(Which::Nth(5)),
            "last" => Some(Which::LAST),
            _ => None,
        })
        .collect();
    Some((Dates::Monthly(which?), weekday))
}

fn listed(text: &str) -> Result<Vec<NaiveDate>, String> {
    let day = |date: &str| {
        let day = date.parse().ok().or_else(|| day_of_moment(&date.to_uppercase()));
        day.ok_or_else(|| format!("\"{date}\": write each date as 2014-03-08"))
    };
    text.split(';').map(str::trim).map(day).collect()
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
            ("last of the month", Dates::Monthly(vec![Which::LAST])),
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
            let expected = Pattern { dates, weekday: None, season: Season::AllYear };
            assert_eq!(read(text), Ok(expected), "{text}");
        }
        for text in [
            "weekly; term time only",
            "Weekly, term-time only",
            "weekly (term time)",
            "weekly in term time",
            "weekly during term time only",
        ] {
            let dates = Dates::Weekly { interval: 1 };
            let expected = Pattern { dates, weekday: None, season: Season::TermTime };
            assert_eq!(read(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_pattern_may_name_its_weekday() {
        let first_and_third = || Dates::Monthly(vec![Which::Nth(1), Which::Nth(3)]);
        let weekly = |interval| Dates::Weekly { interval };
        for (text, dates, weekday) in [
            ("last Monday of the month", Dates::Monthly(vec![Which::LAST]), Some(Weekday::Mon)),
            ("1st and 3rd Wednesday", first_and_third(), Some(Weekday::Wed)),
            ("1st & 3rd Wednesdays of each month", first_and_third(), Some(Weekday::Wed)),
            ("first, third of the month", first_and_third(), None),
            ("every other week", weekly(2), None),
            ("every second week", weekly(2), None),
            ("every other Thursday", weekly(2), Some(Weekday::Thu)),
            ("alternate Tuesdays", weekly(2), Some(Weekday::Tue)),
            ("every fortnight", weekly(2), None),
            ("every week", weekly(1), None),
            ("every Saturday", weekly(1), Some(Weekday::Sat)),
            ("Mondays", weekly(1), Some(Weekday::Mon)),
        ] {
            let expected = Pattern { dates, weekday, season: Season::AllYear };
            assert_eq!(read(text), Ok(expected), "{text}");
        }
        let read = read("1st and 3rd Wednesday; term time only").unwrap();
        assert_eq!((read.dates, read.season), (first_and_third(), Season::TermTime));
        for (text, day) in
            [("Tues", Weekday::Tue), ("weds", Weekday::Wed), ("Thurs.", Weekday::Thu)]
        {
            assert_eq!(weekday(text), Some(day), "{text}");
        }
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
            "1st",
            "week",
            "the month",
            "last Moonday of the month",
            "every other",
        ] {
            assert!(read(text).unwrap_err().contains("write") || text.contains(';'), "{text}");
        }
    }
}

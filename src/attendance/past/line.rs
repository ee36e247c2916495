//! One row, understood: what was held when and where, and how many came. A fault names the heading
//! and says what to do.

use crate::base::text::{self, sort_name};
use crate::feeds::cells::FeedCells;
use crate::feeds::entry::UnfitEntry;
use crate::feeds::fields::{FeedColumns, Field};
use crate::feeds::values;
use chrono::{NaiveDate, NaiveTime};
use csv::StringRecord;

/// More than ever came to one session.
const MOST: i32 = 10_000;

/// A head-count as a list tells of it.
#[derive(Clone, Debug)]
pub(crate) struct HeadCountLine {
    pub on_day: NaiveDate,
    pub title: String,
    pub venue: Option<String>,
    pub centre: Option<String>,
    pub starts: Option<String>,
    pub heads: Heads,
}

/// How many came, as far as the row tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heads {
    pub all: Option<i32>,
    pub children: Option<i32>,
    pub adults: Option<i32>,
}

impl Heads {
    /// Adults and children. Where the list does not separate them they count as children, or as
    /// adults where the activity is for adults only.
    pub(crate) fn told_apart(self, adults_only: bool) -> (i32, i32) {
        let Heads { all, children, adults } = self;
        let rest = |part: i32| all.map_or(0, |all| all - part);
        match (adults, children) {
            (Some(adults), Some(children)) => (adults, children),
            (Some(adults), None) => (adults, rest(adults)),
            (None, Some(children)) => (rest(children), children),
            (None, None) if adults_only => (rest(0), 0),
            (None, None) => (0, rest(0)),
        }
    }

    fn add_up(self) -> bool {
        let known = self.children.unwrap_or_default() + self.adults.unwrap_or_default();
        match (self.all, self.children, self.adults) {
            (Some(all), Some(_), Some(_)) => all == known,
            (Some(all), ..) => all >= known,
            (None, ..) => true,
        }
    }
}

/// How the rows of a file are read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading<'a> {
    pub columns: &'a FeedColumns,
    /// The year for days that are written without one, as "14 March".
    pub year: Option<i32>,
    pub today: NaiveDate,
}

pub(crate) fn read(reading: &Reading, record: &StringRecord) -> Result<HeadCountLine, UnfitEntry> {
    let mut cells = FeedCells::of(reading.columns, record);
    let on_day = day(&mut cells, reading);
    let title = needed(&mut cells, Field::SessionTitle, "Give the title.");
    let text = |cells: &mut FeedCells, field| cells.take(field, |text| text::line("", text, 120));
    let venue = text(&mut cells, Field::Venue);
    let centre = text(&mut cells, Field::Centre);
    let starts = cells.value(Field::StartTime, time);
    let heads = Heads {
        all: cells.value(Field::HeadCount, number),
        children: cells.value(Field::Children, number),
        adults: cells.value(Field::Adults, number),
    };
    let counted = [Field::HeadCount, Field::Children, Field::Adults];
    let column =
        *counted.iter().find(|field| reading.columns.has(&[**field])).unwrap_or(&counted[0]);
    if !counted.iter().any(|field| !cells.filled(*field).is_empty()) {
        cells.missing(column, "Give how many came; 0 where nobody did.");
    } else if !heads.add_up() {
        cells.missing(column, "Adults and children do not add up to all who came. Correct one.");
    }
    match (on_day, title) {
        (Some(on_day), Some(title)) if cells.wrong.is_empty() => {
            Ok(HeadCountLine { on_day, title, venue, centre, starts, heads })
        }
        _ => Err(UnfitEntry::Wrong(cells.wrong.join(" "))),
    }
}

fn needed(cells: &mut FeedCells, field: Field, what: &str) -> Option<String> {
    if cells.filled(field).is_empty() {
        cells.missing(field, what);
    }
    cells.take(field, |text| text::line("", text, 120))
}

fn day(cells: &mut FeedCells, reading: &Reading) -> Option<NaiveDate> {
    if cells.filled(Field::OnDay).is_empty() {
        cells.missing(Field::OnDay, "Give the day.");
    }
    cells.value(Field::OnDay, |text| {
        let day = match (values::day(text, reading.today), reading.year) {
            (Err(_), Some(year)) if is_without_year(text) => {
                values::day(&format!("{text} {year}"), reading.today)?
            }
            (Err(_), None) if is_without_year(text) => {
                let what = "Write the year too, or say which year the list is for (year=2026).";
                return Err(what.to_owned());
            }
            (day, _) => day?,
        };
        match day > reading.today {
            true => Err("This date is in the future. Correct it.".to_owned()),
            false => Ok(day),
        }
    })
}

/// "14 March", "14/03"
fn is_without_year(text: &str) -> bool {
    let parts = text.split(['/', '-', '.', ' ', ',']).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    parts.len() == 2 && parts.iter().all(|part| part.len() != 4 || part.parse::<i32>().is_err())
}

fn number(text: &str) -> Result<i32, String> {
    let bare: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
    let bare = bare.strip_suffix(".0").unwrap_or(&bare);
    let number = bare.parse().ok().filter(|number| (0..=MOST).contains(number));
    number.ok_or_else(|| format!("Write a whole number from 0 to {MOST}."))
}

fn time(text: &str) -> Result<String, String> {
    let forms = ["%H:%M", "%H.%M", "%H:%M:%S"];
    let time = forms.iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok());
    let time = time.ok_or("Write the time as 10:30.")?;
    Ok(time.format("%H:%M").to_string())
}

impl HeadCountLine {
    /// What identifies the same session when it is sent again.
    pub(crate) fn known_by(&self) -> String {
        let starts = self.starts.as_deref().unwrap_or_default();
        let venue = self.venue.as_deref().map(sort_name).unwrap_or_default();
        format!("{} {starts} {} at {venue}", self.on_day, sort_name(&self.title))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attendance::past::headings::columns;
    use crate::feeds::mapping::Mapping;

    fn row(headings: &str, cells: &str, year: Option<i32>) -> Result<HeadCountLine, UnfitEntry> {
        let headings: Vec<String> = headings.split(',').map(str::to_owned).collect();
        let columns = columns(&headings, &Mapping::default()).expect("columns");
        let today = "2026-11-16".parse().expect("a day");
        read(&Reading { columns: &columns, year, today }, &cells.split(',').collect())
    }

    #[test]
    fn a_librarys_line_is_read() {
        let line = row("Name,Date,Attendance", "Baby Rhyme Time,14 March,32", Some(2026));
        let line = line.expect("a line");
        assert_eq!(
            (line.on_day.to_string().as_str(), line.title.as_str()),
            ("2026-03-14", "Baby Rhyme Time")
        );
        assert_eq!(line.heads.told_apart(false), (0, 32));
        assert_eq!(line.heads.told_apart(true), (32, 0));
        let line = row("Title,Date,Total,Adults,Time", "Play,14/03,32.0,12,10.30", Some(2025));
        let line = line.expect("a line");
        assert_eq!(line.heads.told_apart(false), (12, 20));
        assert_eq!(
            (line.on_day.to_string().as_str(), line.starts.as_deref()),
            ("2025-03-14", Some("10:30"))
        );
        assert_eq!(line.known_by(), "2025-03-14 10:30 play at ");
    }

    #[test]
    fn all_that_is_wrong_with_a_row_is_told() {
        let headings = "Date,Title,Attendance,Children,Adults,Time";
        for (cells, says) in [
            ("14 March,Play,3,,,", "\"Date\": Write the year too"),
            ("17/11/2026,Play,3,,,", "\"Date\": This date is in the future"),
            (",Play,3,,,", "\"Date\": Give the day."),
            ("14/03/2026,,3,,,", "\"Title\": Give the title."),
            ("14/03/2026,Play,about 30,,,", "\"Attendance\": Write a whole number"),
            ("14/03/2026,Play,-1,,,", "\"Attendance\": Write a whole number"),
            ("14/03/2026,Play,10001,,,", "\"Attendance\": Write a whole number"),
            ("14/03/2026,Play,,,,", "\"Attendance\": Give how many came"),
            ("14/03/2026,Play,5,3,3,", "\"Attendance\": Adults and children do not add up"),
            ("14/03/2026,Play,5,,6,", "\"Attendance\": Adults and children do not add up"),
            ("14/03/2026,Play,5,,,noon", "\"Time\": Write the time"),
        ] {
            match row(headings, cells, None) {
                Err(UnfitEntry::Wrong(said)) => assert!(said.contains(says), "{cells}: {said}"),
                other => panic!("{cells} is not refused: {other:?}"),
            }
        }
        let Err(UnfitEntry::Wrong(said)) = row(headings, "31/02/2026,,x,,,noon", None) else {
            panic!()
        };
        for heading in ["Date", "Title", "Attendance", "Time"] {
            assert!(said.contains(&format!("\"{heading}\"")), "{said}");
        }
    }
}

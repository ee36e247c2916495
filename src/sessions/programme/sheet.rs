//! Reads a programme line by line: a line becomes a `Line` or a `Refusal` that says where it is,
//! everything that is wrong and what to write; the other lines go on. Columns may come in any
//! order.

use super::ages::{self, Ages};
use super::pattern::{self, Pattern};
use super::{Mistake, ProgrammeLine, Refusal, Times, access_of};
use crate::base::table::{self, Row, twice};
use crate::sessions::Access;
use chrono::{NaiveTime, Weekday};
use csv::StringRecord;

/// The columns of a programme; the file may have them in any order.
pub(crate) const COLUMNS: [&str; 14] = [
    "activity", "audience", "ages", "min_age", "max_age", "day", "start", "end", "pattern",
    "venue", "postcode", "access", "price", "notes",
];

/// What no line can do without; other columns may be missing from the file.
const NEEDED: [&str; 3] = ["activity", "pattern", "access"];

/// A programme, read: its lines in order, each understood or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ProgrammeSheet {
    pub lines: Vec<Result<ProgrammeLine, Refusal>>,
    /// Columns of the file that mean nothing here.
    pub unread_columns: Vec<String>,
}

/// Reads a whole file; it is refused as a whole only if its heading cannot be used.
pub(crate) fn read(bytes: &[u8]) -> Result<ProgrammeSheet, Refusal> {
    let text = table::text(bytes);
    let refused = |line, mistakes| Refusal { line, activity: None, mistakes };
    let of_file = |line, what| refused(line, vec![Mistake { column: None, what }]);
    let sheet = table::Sheet::open(&text).map_err(|why| of_file(why.line, why.what))?;
    let headings: Vec<String> =
        sheet.headings.iter().map(|heading| heading.to_lowercase().replace(' ', "_")).collect();
    let missing = NEEDED.iter().filter(|name| !headings.iter().any(|h| h == *name));
    let missing = missing.map(|name| {
        let what = format!("the heading has no such column; write {}", COLUMNS.join(","));
        Mistake::new(name, what)
    });
    let missing: Vec<Mistake> = missing.collect();
    if !missing.is_empty() {
        return Err(refused(sheet.line, missing));
    }
    let known = headings.iter().map(String::as_str).filter(|name| COLUMNS.contains(name));
    if let Some(name) = twice(known) {
        let what = format!("two columns are called \"{name}\"; take one of them out");
        return Err(of_file(sheet.line, what));
    }

    let lines = sheet.rows().map(|row| read_line(&headings, row)).collect();
    let unread =
        |(_, name): &(&String, &String)| !name.is_empty() && !COLUMNS.contains(&name.as_str());
    let shown = sheet.headings.iter().zip(&headings).filter(unread);
    let unread_columns = shown.map(|(heading, _)| heading.clone()).collect();
    Ok(ProgrammeSheet { lines, unread_columns })
}

/// One record under its headings, and what was found wrong with it.
struct ProgrammeCells<'a> {
    headings: &'a [String],
    record: StringRecord,
    mistakes: Vec<Mistake>,
}

impl ProgrammeCells<'_> {
    /// The text of a column; empty where the file has no such column.
    fn text(&self, column: &str) -> &str {
        let at = self.headings.iter().position(|heading| heading == column);
        at.and_then(|at| self.record.get(at)).unwrap_or("")
    }

    fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// What was read; problems are collected, and nothing stands in for a missing value.
    fn keep<T>(&mut self, read: Result<T, Mistake>) -> Option<T> {
        read.map_err(|mistake| self.mistakes.push(mistake)).ok()
    }
}

fn read_line(headings: &[String], row: Row) -> Result<ProgrammeLine, Refusal> {
    let number = row.line;
    let record = row.cells.map_err(|what| {
        let mistakes = vec![Mistake { column: None, what }];
        Refusal { line: number, activity: None, mistakes }
    })?;
    let mut cells = ProgrammeCells { headings, record, mistakes: Vec::new() };
    let activity = cells.optional("activity");
    let title = activity.clone().ok_or_else(|| Mistake::new("activity", "give it a title"));
    let title = cells.keep(title);
    let read = ages_of(&cells);
    let ages = cells.keep(read);
    let read = pattern::read(cells.text("pattern")).map_err(|what| Mistake::new("pattern", what));
    let pattern = cells.keep(read);
    let read = weekday(&cells, pattern.as_ref());
    let weekday = cells.keep(read);
    let (starts, ends) = (time(&mut cells, "start"), time(&mut cells, "end"));
    let times = times(&mut cells, (starts, ends));
    let read = access_of(cells.text("access")).ok_or_else(|| Mistake::new("access", NO_ACCESS));
    let access = cells.keep(read);

    match (title, ages, pattern, weekday, access) {
        (Some(activity), Some(ages), Some(pattern), Some(weekday), Some((access, enrolment)))
            if cells.mistakes.is_empty() =>
        {
            let in_slots = matches!(pattern.dates, pattern::Dates::Slots { .. });
            Ok(ProgrammeLine {
                number,
                activity,
                audience: cells.optional("audience"),
                ages,
                weekday,
                times,
                pattern,
                venue: cells.optional("venue"),
                postcode: cells.optional("postcode"),
                access: if in_slots { Access::Appointment } else { access },
                enrolment,
                price: cells.optional("price"),
                notes: cells.optional("notes"),
            })
        }
        _ => Err(Refusal { line: number, activity, mistakes: cells.mistakes }),
    }
}

const NO_ACCESS: &str = "write open, book, enrol, drop-in, invitation, referral only, appointment \
                         or members";

/// In one column, or in two.
fn ages_of(cells: &ProgrammeCells<'_>) -> Result<Ages, Mistake> {
    let (both, min, max) = (cells.text("ages"), cells.text("min_age"), cells.text("max_age"));
    match (both, min, max) {
        ("", min, max) => ages::read(min, max),
        (both, "", "") => ages::read_range("ages", both),
        _ => Err(Mistake::new("ages", "write the ages here, or in min_age and max_age")),
    }
}

/// The day of its own column, or of the pattern ("last Monday of the month").
fn weekday(
    cells: &ProgrammeCells<'_>,
    pattern: Option<&Pattern>,
) -> Result<Option<Weekday>, Mistake> {
    let printed = pattern.and_then(|pattern| pattern.weekday);
    let said = match cells.text("day").to_lowercase().as_str() {
        "" | "any" => None,
        day => Some(pattern::weekday(day).ok_or_else(|| {
            let what = format!("\"{day}\": write a weekday, such as Monday, or \"any\"");
            Mistake::new("day", what)
        })?),
    };
    match (said, printed) {
        (Some(said), Some(printed)) if said != printed => {
            let what = format!("the day is {said} and the pattern says {printed}; correct one");
            Err(Mistake::new("pattern", what))
        }
        (said, printed) => Ok(said.or(printed)),
    }
}

/// What one column says: nothing, a time, or what cannot be read and has been noted.
enum CellSaid {
    Nothing,
    Time(NaiveTime),
    Wrong,
}

fn time(cells: &mut ProgrammeCells<'_>, column: &'static str) -> CellSaid {
    let text = cells.text(column).to_owned();
    if text.is_empty() {
        return CellSaid::Nothing;
    }
    let read = ["%H:%M", "%H.%M", "%H:%M:%S"]
        .iter()
        .find_map(|form| NaiveTime::parse_from_str(&text, form).ok())
        .ok_or_else(|| Mistake::new(column, format!("\"{text}\": write a time as 09:30")));
    cells.keep(read).map_or(CellSaid::Wrong, CellSaid::Time)
}

fn times(cells: &mut ProgrammeCells<'_>, said: (CellSaid, CellSaid)) -> Option<Times> {
    let mut wrong = |column, what: &str| {
        cells.mistakes.push(Mistake::new(column, what));
        None
    };
    match said {
        (CellSaid::Time(starts), CellSaid::Time(ends)) if starts < ends => {
            Some(Times { starts, ends })
        }
        (CellSaid::Time(_), CellSaid::Time(_)) => wrong("end", "the end must be after the start"),
        (CellSaid::Time(_), CellSaid::Nothing) => {
            wrong("end", "has a start and no end; write both")
        }
        (CellSaid::Nothing, CellSaid::Time(_)) => {
            wrong("start", "has an end and no start; write both")
        }
        (CellSaid::Nothing, CellSaid::Nothing) | (CellSaid::Wrong, _) | (_, CellSaid::Wrong) => {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADING: &str = "activity,audience,min_age,max_age,day,start,end,pattern,venue,\
                           postcode,access,price,notes";

    fn columns(refusal: &Refusal) -> Vec<Option<&'static str>> {
        refusal.mistakes.iter().map(|mistake| mistake.column).collect()
    }

    fn one(line: &str) -> Result<ProgrammeLine, Refusal> {
        let sheet = read(format!("{HEADING}\n{line}\n").as_bytes()).unwrap();
        sheet.lines.into_iter().next().unwrap()
    }

    #[test]
    fn a_spreadsheets_own_ways_are_taken() {
        let text = format!(
            "\u{feff}{HEADING},colour\r\n\r\n\"Play, Art & More\",\"carers, children\",0 months,\
             5 years,Thursday,13:30,15:00,weekly,,,drop-in,\"£1, if you can\",,red\r\n"
        );
        let sheet = read(text.as_bytes()).unwrap();
        assert_eq!(sheet.unread_columns, ["colour"]);
        let line = sheet.lines[0].as_ref().unwrap();
        assert_eq!(line.activity, "Play, Art & More");
        assert_eq!(line.price.as_deref(), Some("£1, if you can"));
        assert_eq!((line.number, line.weekday), (3, Some(Weekday::Thu)));
        assert_eq!((line.venue.clone(), line.access), (None, Access::DropIn));
    }

    #[test]
    fn columns_may_stand_in_any_order_and_some_be_left_out() {
        let sheet = read(b"Access;Pattern;Day;Activity\nopen;weekly;Monday;Messy Mondays").unwrap();
        let line = sheet.lines[0].as_ref().unwrap();
        assert_eq!((line.access, line.times), (Access::Book, None));
        let sheet = read(b"activity\tpattern\taccess\nA\tlast Monday of the month\topen").unwrap();
        assert_eq!(sheet.lines[0].as_ref().unwrap().weekday, Some(Weekday::Mon));
    }

    #[test]
    fn a_heading_without_what_is_needed_refuses_the_file() {
        let refusal =
            read(b"title,day,pattern,when\nMessy Mondays,Monday,weekly,open").unwrap_err();
        assert_eq!(columns(&refusal), [Some("activity"), Some("access")]);
        assert_eq!(read(b"").unwrap_err().line, 1);
        assert_eq!(columns(&read(b"\xff\xfe\n").unwrap_err()), [None]);
        let refusal = read(b"activity,pattern,access,Pattern\nA,weekly,open,").unwrap_err();
        assert!(refusal.to_string().contains("two columns"), "{refusal}");
    }

    #[test]
    fn a_mistake_names_its_line_and_column() {
        let rows = [
            (",,,,Monday,11:30,13:00,weekly,,,open,,", Some("activity")),
            ("A,,walking,,Monday,11:30,13:00,weekly,,,open,,", Some("min_age")),
            ("A,,,,Moonday,11:30,13:00,weekly,,,open,,", Some("day")),
            ("A,,,,Monday,half past,13:00,weekly,,,open,,", Some("start")),
            ("A,,,,Monday,11:30,25:00,weekly,,,open,,", Some("end")),
            ("A,,,,Monday,13:00,11:30,weekly,,,open,,", Some("end")),
            ("A,,,,Monday,11:30,,weekly,,,open,,", Some("end")),
            ("A,,,,Monday,,13:00,weekly,,,open,,", Some("start")),
            ("A,,,,Monday,11:30,13:00,mostly,,,open,,", Some("pattern")),
            ("A,,,,Monday,11:30,13:00,weekly,,,ring us,,", Some("access")),
            ("A,,,,Monday,11:30,13:00,weekly,Church, Queens Road,,open,,", None),
        ];
        for (line, column) in rows {
            let refusal = one(line).unwrap_err();
            assert_eq!((refusal.line, columns(&refusal)), (2, vec![column]), "{line}");
        }
    }

    #[test]
    fn all_that_is_wrong_with_a_line_is_told_at_once() {
        let refusal = one(",,walking,,Moonday,noon,25:00,mostly,,,ring us,,").unwrap_err();
        assert_eq!(
            columns(&refusal),
            ["activity", "min_age", "pattern", "day", "start", "end", "access"].map(Some)
        );
        let refusal =
            one("A,,,,Tuesday,11:30,11:00,last Monday of the month,,,open,,").unwrap_err();
        assert_eq!(columns(&refusal), [Some("pattern"), Some("end")]);
    }

    #[test]
    fn a_programme_in_an_older_encoding_is_read_and_a_damaged_line_refused() {
        let mut bytes = format!("{HEADING}\nA,,,,Monday,,,weekly,,,open,").into_bytes();
        bytes.extend(b"\xa320,\nB,,,,Monday,,,weekly,,,open,,\n");
        let sheet = read(&bytes).unwrap();
        assert_eq!(sheet.lines[0].as_ref().unwrap().price.as_deref(), Some("£20"));
        bytes.extend("C,,,,Monday,,,weekly,,,open,£20,\n".as_bytes());
        let sheet = read(&bytes).unwrap();
        let refused: Vec<bool> = sheet.lines.iter().map(Result::is_err).collect();
        assert_eq!(refused, [true, false, false]);
    }
}

//! Reads a programme's CSV line by line: a line becomes a `Line` or a `Refusal` that says where
//! and what to do, and the other lines go on. Spreadsheets' ways (a byte-order mark, CRLF,
//! quotes, columns in any order) are taken as they come.

use super::{Line, Refusal, Times, access_of, ages, pattern};
use crate::sessions::Access;
use chrono::{NaiveTime, Weekday};
use csv::{ByteRecord, Position, ReaderBuilder, Trim};

/// The columns of a programme; the file may have them in any order.
pub const COLUMNS: [&str; 13] = [
    "activity", "audience", "min_age", "max_age", "day", "start", "end", "pattern", "venue",
    "postcode", "access", "price", "notes",
];

/// What no line can do without; other columns may be left out of the file.
const NEEDED: [&str; 4] = ["activity", "day", "pattern", "access"];

/// A programme, read: its lines in order, each understood or refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub lines: Vec<Result<Line, Refusal>>,
    /// Columns of the file that mean nothing here.
    pub unread_columns: Vec<String>,
}

/// Reads a whole file; it is refused as a whole only if its heading cannot be used.
pub fn read(bytes: &[u8]) -> Result<Sheet, Refusal> {
    let text = without_mark(bytes);
    let mut reader = ReaderBuilder::new().trim(Trim::All).flexible(true).from_reader(text);
    let headings: Vec<String> = match reader.headers() {
        Ok(headings) => headings.iter().map(str::to_lowercase).collect(),
        Err(_) => {
            return Err(refused(1, None, "the heading is not UTF-8 text; save as CSV UTF-8"));
        }
    };
    if let Some(missing) = NEEDED.iter().find(|name| !headings.iter().any(|h| h == *name)) {
        let what = format!("the heading has no column \"{missing}\"; write {}", COLUMNS.join(","));
        return Err(refused(1, Some(missing), &what));
    }

    let lines = reader
        .byte_records()
        .map(|record| match record {
            Ok(record) => read_line(line_of(text, record.position()), &headings, &record),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                Err(refused(line, None, "cannot be read as CSV; check its quotes"))
            }
        })
        .collect();
    let unread_columns =
        headings.into_iter().filter(|name| !COLUMNS.contains(&name.as_str())).collect();
    Ok(Sheet { lines, unread_columns })
}

/// A file's text without the mark that some spreadsheets put before it.
pub(super) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// The line a record begins on, as an editor shows it. The reader's own count stops before the
/// line ends and empty lines that precede a record.
pub(super) fn line_of(text: &[u8], position: Option<&Position>) -> u64 {
    let at = position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(0);
    let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
    let empty = text.iter().skip(at).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
    1 + ends.take_while(|(end, _)| *end < at + empty).count() as u64
}

fn refused(line: u64, column: Option<&'static str>, what: &str) -> Refusal {
    Refusal { line, activity: None, column, what: what.to_owned() }
}

/// One record under its headings.
struct Cells<'a> {
    line: u64,
    headings: &'a [String],
    texts: Vec<&'a str>,
}

impl<'a> Cells<'a> {
    fn of(line: u64, headings: &'a [String], record: &'a ByteRecord) -> Result<Self, Refusal> {
        let texts: Result<Vec<&str>, _> = record.iter().map(std::str::from_utf8).collect();
        let texts = texts
            .map_err(|_| refused(line, None, "is not UTF-8 text; save the file as CSV UTF-8"))?;
        if texts.len() != headings.len() {
            let what = format!(
                "has {} columns where the heading has {}; put quotes around a text with a comma",
                texts.len(),
                headings.len()
            );
            return Err(refused(line, None, &what));
        }
        Ok(Self { line, headings, texts })
    }

    /// The text of a column; empty where the file has no such column.
    fn text(&self, column: &str) -> &'a str {
        let at = self.headings.iter().position(|heading| heading == column);
        at.and_then(|at| self.texts.get(at)).copied().unwrap_or("")
    }

    fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    fn refuse(&self, column: &'static str, what: &str) -> Refusal {
        Refusal { activity: self.optional("activity"), ..refused(self.line, Some(column), what) }
    }
}

fn read_line(line: u64, headings: &[String], record: &ByteRecord) -> Result<Line, Refusal> {
    let cells = Cells::of(line, headings, record)?;
    let activity = cells.optional("activity");
    let activity = activity.ok_or_else(|| cells.refuse("activity", "give the activity a title"))?;
    let pattern =
        pattern::read(cells.text("pattern")).map_err(|what| cells.refuse("pattern", &what))?;
    let (access, enrolment) = access_of(&cells.text("access").to_lowercase()).ok_or_else(|| {
        let what = "write open, book, enrol, drop-in, invitation, appointment or members";
        cells.refuse("access", what)
    })?;
    let in_slots = matches!(pattern.dates, pattern::Dates::Slots { .. });

    Ok(Line {
        number: cells.line,
        activity,
        audience: cells.optional("audience"),
        ages: ages::read(cells.text("min_age"), cells.text("max_age"))
            .map_err(|(column, what)| cells.refuse(column, &what))?,
        weekday: weekday(&cells)?,
        times: times(&cells)?,
        pattern,
        venue: cells.optional("venue"),
        postcode: cells.optional("postcode"),
        access: if in_slots { Access::Appointment } else { access },
        enrolment,
        price: cells.optional("price"),
        notes: cells.optional("notes"),
    })
}

fn weekday(cells: &Cells<'_>) -> Result<Option<Weekday>, Refusal> {
    match cells.text("day") {
        "" => Ok(None),
        any if any.eq_ignore_ascii_case("any") => Ok(None),
        day => day.parse().map(Some).map_err(|_| {
            cells.refuse("day", &format!("\"{day}\": write a weekday, such as Monday, or \"any\""))
        }),
    }
}

fn times(cells: &Cells<'_>) -> Result<Option<Times>, Refusal> {
    match (time(cells, "start")?, time(cells, "end")?) {
        (None, None) => Ok(None),
        (Some(starts), Some(ends)) if starts < ends => Ok(Some(Times { starts, ends })),
        (Some(_), Some(_)) => Err(cells.refuse("end", "the end must be after the start")),
        (Some(_), None) => Err(cells.refuse("end", "has a start and no end; write both")),
        (None, Some(_)) => Err(cells.refuse("start", "has an end and no start; write both")),
    }
}

fn time(cells: &Cells<'_>, column: &'static str) -> Result<Option<NaiveTime>, Refusal> {
    let text = cells.text(column);
    if text.is_empty() {
        return Ok(None);
    }
    NaiveTime::parse_from_str(text, "%H:%M")
        .map(Some)
        .map_err(|_| cells.refuse(column, &format!("\"{text}\": write a time as 09:30")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADING: &str = "activity,audience,min_age,max_age,day,start,end,pattern,venue,\
                           postcode,access,price,notes";

    fn one(line: &str) -> Result<Line, Refusal> {
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
        let sheet = read(b"Access,Pattern,Day,Activity\nopen,weekly,Monday,Messy Mondays").unwrap();
        let line = sheet.lines[0].as_ref().unwrap();
        assert_eq!((line.access, line.times), (Access::Book, None));
    }

    #[test]
    fn a_heading_without_what_is_needed_refuses_the_file() {
        let refusal = read(b"title,day,pattern,access\nMessy Mondays,Monday,weekly,open");
        assert_eq!(refusal.unwrap_err().column, Some("activity"));
        assert_eq!(read(b"").unwrap_err().line, 1);
        assert_eq!(read(b"\xff\xfe\n").unwrap_err().column, None);
    }

    #[test]
    fn a_mistake_names_its_line_and_column() {
        let rows = [
            (",,,,Monday,11:30,13:00,weekly,,,open,,", Some("activity")),
            ("A,,walking,,Monday,11:30,13:00,weekly,,,open,,", Some("min_age")),
            ("A,,,,Mondays,11:30,13:00,weekly,,,open,,", Some("day")),
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
            assert_eq!((refusal.line, refusal.column), (2, column), "{line}");
            assert!(!refusal.what.is_empty());
        }
    }

    #[test]
    fn a_line_in_another_encoding_is_refused_and_the_next_is_read() {
        let mut bytes = format!("{HEADING}\nA,,,,Monday,,,weekly,,,open,").into_bytes();
        bytes.extend(b"\xa320,\nB,,,,Monday,,,weekly,,,open,,\n");
        let sheet = read(&bytes).unwrap();
        assert_eq!(sheet.lines[0].as_ref().unwrap_err().line, 2);
        assert_eq!(sheet.lines[1].as_ref().unwrap().activity, "B");
    }
}

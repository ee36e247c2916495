//! A file as a table: headings, and rows that know their line. Every reader of files goes through
//! here, so there is one idea of a line, of a quote and of a letter. Rows are read one after the
//! other; a row that cannot be split into cells says why and does not affect the others, so that
//! every line of a file is answered. What a heading means is not known here.

pub mod decode;
pub mod json;
pub mod sheet;

pub use decode::text;
pub use sheet::Sheet;

use super::fault::Fault;
use csv::StringRecord;
use json::JsonRows;
use std::collections::HashSet;

/// More columns than any list or published table has.
pub const MOST_HEADINGS: usize = 500;
/// Characters of one heading.
const LONGEST_HEADING: usize = 300;
/// Rows in a feed: each has its own answer.
const MOST_ROWS: usize = 1_000_000;

/// How a feed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    Json,
}

/// One row. It has a cell for every heading.
#[derive(Clone, Debug)]
pub struct Row {
    /// The line of a CSV file on which the row begins, as an editor counts; the number of a JSON
    /// row, from 1.
    pub line: i32,
    /// The cells, or what is wrong with the row.
    pub cells: Result<StringRecord, String>,
}

/// Why a file as a whole cannot be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, or the number of the JSON row.
    pub line: i32,
    pub what: String,
}

impl Unreadable {
    fn new(line: i32, what: impl Into<String>) -> Unreadable {
        Unreadable { line, what: what.into() }
    }
}

impl From<Unreadable> for Fault {
    fn from(Unreadable { line, what }: Unreadable) -> Fault {
        Fault::invalid("", format!("Line {line}: {what}"))
    }
}

/// A file of either form, opened.
pub struct Table<'a> {
    pub headings: Vec<String>,
    /// How many rows it has.
    pub count: usize,
    rows: WrittenCell<'a>,
}

enum WrittenCell<'a> {
    Csv(Sheet<'a>),
    Json(JsonRows<'a>),
}

impl<'a> Table<'a> {
    /// Refuses what has no rows under headings. Nothing of the rows is kept.
    pub fn open(text: &'a str, form: Form) -> Result<Table<'a>, Unreadable> {
        let table = match form {
            Form::Csv => {
                let sheet = Sheet::open(text)?;
                let count = sheet.rows().take(MOST_ROWS + 1).count();
                Table { headings: sheet.headings.clone(), count, rows: WrittenCell::Csv(sheet) }
            }
            Form::Json => {
                let (headings, rows) = json::open(text)?;
                Table { headings, count: rows.count, rows: WrittenCell::Json(rows) }
            }
        };
        if table.count > MOST_ROWS {
            let what = format!("A file may have {MOST_ROWS} rows. Send it in parts.");
            return Err(Unreadable::new(1, what));
        }
        Ok(table)
    }

    pub fn rows(&self) -> Box<dyn Iterator<Item = Row> + '_> {
        match &self.rows {
            WrittenCell::Csv(sheet) => Box::new(sheet.rows()),
            WrittenCell::Json(rows) => Box::new(rows.rows(&self.headings)),
        }
    }
}

/// The form of a file that does not say: JSON begins with a bracket, a heading does not.
pub fn form_of(bytes: &[u8]) -> Form {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut marks = text.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != 0);
    match marks.find(|byte| !matches!(byte, 0xfe | 0xff)) {
        Some(b'[' | b'{') => Form::Json,
        _ => Form::Csv,
    }
}

/// At least the number of rows in a file, before it is read: counts line ends, or what begins an
/// object.
pub fn most_rows(bytes: &[u8]) -> usize {
    let after = bytes.iter().skip(1).chain([&b' ']);
    let is_end = |(byte, next): &(&u8, &u8)| **byte == b'\n' || **byte == b'\r' && **next != b'\n';
    let ends = bytes.iter().zip(after).filter(is_end).count();
    ends.max(bytes.iter().filter(|byte| **byte == b'{').count())
}

/// A heading that appears twice among those that are read: it is unclear which column is meant.
pub fn twice<'h>(headings: impl IntoIterator<Item = &'h str>) -> Option<&'h str> {
    let mut seen = HashSet::new();
    headings.into_iter().find(|heading| !heading.is_empty() && !seen.insert(heading.to_lowercase()))
}

fn check_headings(headings: &[String], line: i32) -> Result<(), Unreadable> {
    if headings.iter().all(String::is_empty) {
        let what = "The file has no headings. Its first line must hold them.";
        return Err(Unreadable::new(line, what));
    }
    if headings.len() > MOST_HEADINGS {
        let what =
            format!("A file may have {MOST_HEADINGS} columns. Leave out what is not needed.");
        return Err(Unreadable::new(line, what));
    }
    if headings.iter().any(|heading| heading.chars().count() > LONGEST_HEADING) {
        let what = format!(
            "A heading may have {LONGEST_HEADING} characters. Check that this line holds headings, \
             and that its quotes are closed."
        );
        return Err(Unreadable::new(line, what));
    }
    if headings.iter().any(|heading| !is_text(heading)) {
        return Err(Unreadable::new(line, NOT_TEXT));
    }
    Ok(())
}

const NOT_TEXT: &str = "This holds letters that cannot be read. Save the file as CSV UTF-8.";

/// False where a letter was lost, or is not a character.
fn is_text(cell: &str) -> bool {
    !cell.contains(['\u{fffd}', '\0'])
}

/// Without the spaces and marks around it.
fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

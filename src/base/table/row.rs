//! One row of a table, and why a file cannot be read.

use crate::base::fault::Fault;
use csv::StringRecord;
use std::collections::HashSet;

/// More columns than any list or published table has.
pub(crate) const MOST_HEADINGS: usize = 500;

/// Characters of one heading.
pub(crate) const LONGEST_HEADING: usize = 300;

/// Rows in a feed: each has its own answer.
pub(crate) const MOST_ROWS: usize = 1_000_000;

/// One row. It has a cell for every heading.
#[derive(Clone, Debug)]
pub(crate) struct Row {
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
    pub fn new(line: i32, what: impl Into<String>) -> Unreadable {
        Unreadable { line, what: what.into() }
    }
}

impl From<Unreadable> for Fault {
    fn from(Unreadable { line, what }: Unreadable) -> Fault {
        Fault::invalid("", format!("Line {line}: {what}"))
    }
}

/// A heading that appears twice among those that are read: it is unclear which column is meant.
pub(crate) fn twice<'h>(headings: impl IntoIterator<Item = &'h str>) -> Option<&'h str> {
    let mut seen = HashSet::new();
    headings.into_iter().find(|heading| !heading.is_empty() && !seen.insert(heading.to_lowercase()))
}

pub(crate) fn check_headings(headings: &[String], line: i32) -> Result<(), Unreadable> {
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

pub(crate) const NOT_TEXT: &str =
    "This holds letters that cannot be read. Save the file as CSV UTF-8.";

/// False where a letter was lost, or is not a character.
pub(crate) fn is_text(cell: &str) -> bool {
    !cell.contains(['\u{fffd}', '\0'])
}

/// Without the spaces and marks around it.
pub(crate) fn trimmed(cell: &str) -> &str {
    cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
}

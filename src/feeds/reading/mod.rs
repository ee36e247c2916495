//! What was sent, as a table: headings, and rows that know their line. Nothing here knows what a
//! heading means. A row that cannot be told apart into cells says why and hurts no other.

mod decode;
mod json;
mod sheet;

use crate::fault::Fault;
use csv::StringRecord;

/// How a feed is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    Json,
}

/// Rows under headings. A row has a cell for every heading.
#[derive(Clone, Debug)]
pub struct Table {
    pub headings: Vec<String>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Row {
    /// The line of a CSV file on which the row begins, as an editor counts; the number of a JSON
    /// row, from 1.
    pub line: i32,
    /// The cells, or what is wrong with the row.
    pub cells: Result<StringRecord, String>,
}

/// The form of a file that does not say: JSON begins with a bracket, a heading does not.
pub fn form_of(bytes: &[u8]) -> Form {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match text.iter().find(|byte| !byte.is_ascii_whitespace()) {
        Some(b'[' | b'{') => Form::Json,
        _ => Form::Csv,
    }
}

/// Reads the whole of it; it is refused as a whole only where it has no rows under headings.
pub fn read(bytes: &[u8], form: Form) -> Result<Table, Fault> {
    let text = decode::text(bytes);
    match form {
        Form::Csv => sheet::read(&text),
        Form::Json => json::read(&text),
    }
}

//! A file as a table: headings, and rows that know their line. Every reader of files goes through
//! here, so there is one idea of a line, of a quote and of a letter. Rows are read one after the
//! other; a row that cannot be split into cells says why and does not affect the others, so that
//! every line of a file is answered. What a heading means is not known here.

pub(crate) mod decode;
pub(crate) mod json;
pub(crate) mod row;
pub(crate) mod sheet;

pub(crate) use decode::text;
use json::JsonRows;
pub(crate) use row::{
    MOST_HEADINGS, MOST_ROWS, NOT_TEXT, Row, Unreadable, check_headings, is_text, trimmed, twice,
};
pub(crate) use sheet::Sheet;

/// How a feed is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Csv,
    Json,
}

/// A file of either form, opened.
pub(crate) struct Table<'a> {
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
    pub(crate) fn open(text: &'a str, form: Form) -> Result<Table<'a>, Unreadable> {
        let table = match form {
            Form::Csv => {
                let sheet = Sheet::open(text)?;
                let count = sheet.rows().take(MOST_ROWS + 1).count();
                Table { headings: sheet.headings.clone(), count, rows: WrittenCell::Csv(sheet) }
            }
            Form::Json => {
                let (headings, rows) = json::open(text)?;
                Table { headings, count: rows.count(), rows: WrittenCell::Json(rows) }
            }
        };
        if table.count > MOST_ROWS {
            let what = format!("A file may have {MOST_ROWS} rows. Send it in parts.");
            return Err(Unreadable::new(1, what));
        }
        Ok(table)
    }

    pub(crate) fn rows(&self) -> Box<dyn Iterator<Item = Row> + '_> {
        match &self.rows {
            WrittenCell::Csv(sheet) => Box::new(sheet.rows()),
            WrittenCell::Json(rows) => Box::new(rows.rows(&self.headings)),
        }
    }
}

/// The form of a file that does not say: JSON begins with a bracket, a heading does not.
pub(crate) fn form_of(bytes: &[u8]) -> Form {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut marks = text.iter().filter(|byte| !byte.is_ascii_whitespace() && **byte != 0);
    match marks.find(|byte| !matches!(byte, 0xfe | 0xff)) {
        Some(b'[' | b'{') => Form::Json,
        _ => Form::Csv,
    }
}

/// At least the number of rows in a file, before it is read: counts line ends, or what begins an
/// object.
pub(crate) fn most_rows(bytes: &[u8]) -> usize {
    let after = bytes.iter().skip(1).chain([&b' ']);
    let is_end = |(byte, next): &(&u8, &u8)| **byte == b'\n' || **byte == b'\r' && **next != b'\n';
    let ends = bytes.iter().zip(after).filter(is_end).count();
    ends.max(bytes.iter().filter(|byte| **byte == b'{').count())
}

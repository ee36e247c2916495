//! A CSV file by its headings. Publishers write one heading in many ways (`LSOA11CD`,
//! `lsoa11_code`, `LSOA code (2011)`): it is compared by its letters, and its digits tell the
//! vintage. Byte-order marks, CRLF, quotes and bytes that are not UTF-8 are taken as they come.

use super::{RefusedLine, Unfit};
use csv::{ByteRecord, ReaderBuilder, Trim};
use std::borrow::Cow;

pub struct Sheet<'a> {
    text: &'a [u8],
    pub headings: Vec<Heading>,
    headed: bool,
}

/// A heading as it is shown, and what is compared.
pub struct Heading {
    shown: String,
    pub letters: String,
    pub digits: String,
}

impl Heading {
    fn new(shown: &str) -> Heading {
        let lower = shown.to_lowercase();
        // "(where 1 is most deprived)"
        let key = lower.split_once("(where").map_or(lower.as_str(), |(key, _)| key);
        let letters = key.chars().filter(|c| c.is_alphabetic()).collect();
        let digits = key.chars().filter(char::is_ascii_digit).collect();
        Heading { shown: shown.trim().to_owned(), letters, digits }
    }

    pub fn shown(&self) -> &str {
        &self.shown
    }
}

impl<'a> Sheet<'a> {
    pub fn open(bytes: &'a [u8]) -> Sheet<'a> {
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut sheet = Sheet { text, headings: Vec::new(), headed: true };
        let mut first = ByteRecord::new();
        // What cannot be read at all has no headings, and is refused for that.
        if sheet.reader(false).read_byte_record(&mut first).is_ok_and(|read| read) {
            sheet.headings = first.iter().map(|cell| Heading::new(&text_of(cell))).collect();
        }
        sheet
    }

    /// The same file where its first line is none of headings.
    pub fn without_headings(self) -> Sheet<'a> {
        Sheet { headed: false, ..self }
    }

    fn reader(&self, headed: bool) -> csv::Reader<&'a [u8]> {
        let mut builder = ReaderBuilder::new();
        builder.trim(Trim::All).flexible(true).has_headers(headed).from_reader(self.text)
    }

    /// The first column with one of these letters, tried in their order.
    pub fn column(&self, letters: &[&str]) -> Option<usize> {
        letters.iter().find_map(|wanted| self.headings.iter().position(|h| h.letters == *wanted))
    }

    /// The first column whose letters hold one of these, tried in their order.
    pub fn column_with(&self, letters: &[&str]) -> Option<usize> {
        let holds = |wanted: &str| self.headings.iter().position(|h| h.letters.contains(wanted));
        letters.iter().find_map(|wanted| holds(wanted))
    }

    /// The refusal of a file that is not what it was given as.
    pub fn unfit(&self, what: &str, looked_for: &str) -> Unfit {
        let shown: Vec<&str> = self.headings.iter().map(|h| h.shown.as_str()).collect();
        let found = match shown.join(", ") {
            none if none.is_empty() => "no headings at all".to_owned(),
            // A file that is no table may have a first line without an end.
            found if found.chars().count() > 500 => {
                found.chars().take(500).chain("…".chars()).collect()
            }
            found => found,
        };
        Unfit(format!("This is no file of {what}: looked for {looked_for}. Found: {found}."))
    }

    /// Every line through `read`: `None` is left out, an error is that line's refusal.
    pub fn read<R>(&self, mut read: impl FnMut(&Cells) -> Result<Option<R>, String>) -> Lines<R> {
        let mut lines = Lines { rows: Vec::new(), left_out: 0, refused: Vec::new() };
        let mut reader = self.reader(self.headed);
        let mut cells = Cells(ByteRecord::new());
        loop {
            match reader.read_byte_record(&mut cells.0) {
                Ok(false) => return lines,
                Ok(true) if cells.0.iter().all(<[u8]>::is_empty) => continue,
                Ok(true) => {}
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    let what = "cannot be read as CSV; check its quotes".to_owned();
                    lines.refused.push(RefusedLine { line, what });
                    return lines;
                }
            }
            match read(&cells) {
                Ok(Some(row)) => lines.rows.push(row),
                Ok(None) => lines.left_out += 1,
                Err(what) => {
                    let line = cells.0.position().map_or(0, csv::Position::line);
                    lines.refused.push(RefusedLine { line, what });
                }
            }
        }
    }
}

/// What came of a sheet's lines.
pub struct Lines<R> {
    pub rows: Vec<R>,
    pub left_out: usize,
    pub refused: Vec<RefusedLine>,
}

/// One line's cells.
pub struct Cells(ByteRecord);

impl Cells {
    /// Empty where the line is too short.
    pub fn text(&self, column: usize) -> Cow<'_, str> {
        text_of(self.0.get(column).unwrap_or_default())
    }

    /// The cell of a column the file may not have; `None` where it is empty.
    pub fn maybe(&self, column: Option<usize>) -> Option<String> {
        Some(self.text(column?).into_owned()).filter(|text| !text.is_empty())
    }

    /// A whole number, as "29,199"; `None` where the cell is empty.
    pub fn number(&self, column: usize) -> Result<Option<i32>, String> {
        let text = self.text(column);
        let bare: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
        let bare = bare.strip_suffix(".0").unwrap_or(&bare);
        if bare.is_empty() {
            return Ok(None);
        }
        bare.parse().map(Some).map_err(|_| format!("\"{text}\" is no whole number"))
    }
}

/// UTF-8, else one character for each byte, as older spreadsheets write them.
fn text_of(cell: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(cell) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(cell.iter().map(|byte| char::from(*byte)).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_heading_in_its_many_ways_is_one() {
        for (shown, letters, digits) in [
            ("LSOA11CD", "lsoacd", "11"),
            ("lsoa21_code", "lsoacode", "21"),
            ("LSOA code (2011)", "lsoacode", "2011"),
            ("PostcodeNatural", "postcodenatural", ""),
            (" IMD Rank (where 1 is most deprived)", "imdrank", ""),
        ] {
            let heading = Heading::new(shown);
            assert_eq!((heading.letters.as_str(), heading.digits.as_str()), (letters, digits));
        }
    }

    #[test]
    fn numbers_are_read_as_spreadsheets_write_them() {
        let sheet = Sheet::open(b"\xef\xbb\xbfa\r\n\"29,199\"\r\n7.0\r\n\r\nten\r\n");
        assert_eq!(sheet.headings[0].shown, "a");
        let lines = sheet.read(|cells| cells.number(0));
        assert_eq!(lines.rows, [29_199, 7]);
        assert_eq!(lines.refused[0].what, "\"ten\" is no whole number");
    }

    #[test]
    fn bytes_that_are_not_utf_8_are_read_as_latin_1() {
        let sheet = Sheet::open(b"name\nM\xf4n\n");
        assert_eq!(sheet.read(|cells| Ok(cells.maybe(Some(0)))).rows, ["Môn"]);
    }
}

//! A CSV file by its headings. Publishers write one heading in many ways (`LSOA11CD`,
//! `lsoa11_code`, `LSOA code (2011)`): only the letters are compared, and the digits give the
//! vintage.

use super::{Part, Read, RefusedLine, wrong};
use crate::areas::{LsoaCode, Vintage};
use crate::base::fault::{Fault, Result};
use crate::base::table;
use csv::StringRecord;
use std::collections::BTreeSet;

pub(crate) struct AreaSheet<'a> {
    table: table::Sheet<'a>,
    pub headings: Vec<Heading>,
}

/// A heading as shown, and the form that is compared.
pub(crate) struct Heading {
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

    pub(crate) fn shown(&self) -> &str {
        &self.shown
    }
}

impl<'a> AreaSheet<'a> {
    pub(crate) fn open(text: &'a str) -> Result<AreaSheet<'a>> {
        let table = table::Sheet::open(text)
            .map_err(|why| wrong(format!("Line {}: {}", why.line, why.what)))?;
        let headings = table.headings.iter().map(|cell| Heading::new(cell)).collect();
        Ok(AreaSheet { table, headings })
    }

    /// The same file if its first line is not headings.
    pub(crate) fn without_headings(self) -> AreaSheet<'a> {
        AreaSheet { table: self.table.without_headings(), ..self }
    }

    /// The columns that are not read. A file in which a column that is read appears twice is
    /// refused: it is unclear which one is meant.
    pub(crate) fn unread(&self, read: impl IntoIterator<Item = usize>) -> Result<Vec<String>> {
        let read: BTreeSet<usize> = read.into_iter().collect();
        let of = |at: &usize| self.headings.get(*at).map(|one| (&one.letters, &one.digits));
        for at in &read {
            let same = |(other, heading): &(usize, &Heading)| {
                other != at && of(at) == Some((&heading.letters, &heading.digits))
            };
            if let Some((_, twice)) = self.headings.iter().enumerate().find(same) {
                let shown = &twice.shown;
                let what = format!("Two columns are called \"{shown}\". Remove one of them.");
                return Err(wrong(what));
            }
        }
        let left = self.headings.iter().enumerate().filter(|(at, _)| !read.contains(at));
        let shown = left.map(|(_, heading)| heading.shown.clone());
        Ok(shown.filter(|shown| !shown.is_empty()).collect())
    }

    /// The first column with one of these headings (letters only), tried in order.
    pub(crate) fn column(&self, letters: &[&str]) -> Option<usize> {
        letters.iter().find_map(|wanted| self.headings.iter().position(|h| h.letters == *wanted))
    }

    /// The first column whose heading contains one of these, tried in order.
    pub(crate) fn column_with(&self, letters: &[&str]) -> Option<usize> {
        let holds = |wanted: &str| self.headings.iter().position(|h| h.letters.contains(wanted));
        letters.iter().find_map(|wanted| holds(wanted))
    }

    /// The error for a file that is not of the expected kind.
    pub(crate) fn unfit(&self, what: &str, looked_for: &str) -> Fault {
        let shown: Vec<&str> = self.headings.iter().map(|h| h.shown.as_str()).collect();
        let found = match shown.join(", ") {
            none if none.is_empty() => "no headings at all".to_owned(),
            // A file that is not a table may have an endless first line.
            found if found.chars().count() > 500 => {
                found.chars().take(500).chain("…".chars()).collect()
            }
            found => found,
        };
        wrong(format!("This is not a file of {what}. Expected {looked_for}. Found: {found}."))
    }

    /// Reads every line with `read`: `None` leaves a line out, an error refuses it.
    pub(crate) fn read<R>(
        &self,
        mut read: impl FnMut(&Cells) -> Result<Option<R>, String>,
    ) -> AreaLines<R> {
        let mut lines = AreaLines { rows: Vec::new(), left_out: 0, refused: Vec::new() };
        for row in self.table.rows() {
            match row.cells.and_then(|cells| read(&Cells(cells))) {
                Ok(Some(row)) => lines.rows.push(row),
                Ok(None) => lines.left_out += 1,
                Err(what) => lines.refused.push(RefusedLine { line: row.line, what }),
            }
        }
        lines
    }
}

/// The results of reading a sheet's lines.
pub(crate) struct AreaLines<R> {
    pub rows: Vec<R>,
    pub left_out: usize,
    pub refused: Vec<RefusedLine>,
}

impl<R> AreaLines<R> {
    /// A file of one part.
    pub(crate) fn of_one(self, said: Option<Vintage>, unread: Vec<String>) -> Read<R> {
        let AreaLines { rows, left_out, refused } = self;
        Read { parts: vec![Part { said, rows }], left_out, refused, unread }
    }
}

/// One line's cells.
pub(crate) struct Cells(StringRecord);

impl Cells {
    pub(crate) fn text(&self, column: usize) -> &str {
        self.0.get(column).unwrap_or_default()
    }

    /// The cell of an optional column; `None` if empty.
    pub(crate) fn maybe(&self, column: Option<usize>) -> Option<String> {
        Some(self.text(column?).to_owned()).filter(|text| !text.is_empty())
    }

    pub(crate) fn lsoa(&self, column: usize) -> Result<LsoaCode, String> {
        let text = self.text(column);
        LsoaCode::parse(text).ok_or_else(|| format!("\"{text}\" is not an LSOA code"))
    }

    /// A whole number such as "29,199"; `None` if the cell is empty.
    pub(crate) fn number(&self, column: usize) -> Result<Option<i32>, String> {
        let text = self.text(column);
        let bare: String = text.chars().filter(|c| !matches!(c, ',' | ' ')).collect();
        let bare = bare.strip_suffix(".0").unwrap_or(&bare);
        if bare.is_empty() {
            return Ok(None);
        }
        bare.parse().map(Some).map_err(|_| format!("\"{text}\" is not a whole number"))
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
        let sheet = AreaSheet::open("\u{feff}a\r\n\"29,199\"\r\n7.0\r\n\r\nten\r\n").unwrap();
        assert_eq!(sheet.headings[0].shown, "a");
        let lines = sheet.read(|cells| cells.number(0));
        assert_eq!(lines.rows, [29_199, 7]);
        assert_eq!(
            (lines.refused[0].line, lines.refused[0].what.as_str()),
            (5, "\"ten\" is not a whole number")
        );
    }

    #[test]
    fn columns_that_are_not_read_are_named_and_none_that_is_stands_twice() {
        let sheet = AreaSheet::open("pcds,doterm,ward,Ward,\nM31 4FL,,,,\n").unwrap();
        assert_eq!(sheet.unread([0, 1]).unwrap(), ["ward", "Ward"]);
        assert!(sheet.unread([0, 2]).unwrap_err().detail().contains("Two columns"));
    }
}

//! CSV as spreadsheets and old systems write it: commas, semicolons or tabs, quotes, CRLF, empty
//! rows, the `sep=` line that Excel puts first.

use super::{Row, Table};
use crate::fault::Fault;
use csv::{ReaderBuilder, StringRecord, Trim};

pub fn read(text: &str) -> Result<Table, Fault> {
    let (skipped, text) = without_separator_line(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .trim(Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let headings: Vec<String> = match reader.headers() {
        Ok(headings) => headings.iter().map(str::to_owned).collect(),
        Err(_) => Vec::new(),
    };
    if headings.iter().all(String::is_empty) {
        return Err(Fault::invalid("", "The file is empty. Its first line must hold headings."));
    }

    let mut lines = Lines { text: text.as_bytes(), at: 0, line: 1 + skipped };
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) if record.iter().all(str::is_empty) => {}
            Ok(record) => {
                let byte = record.position().map_or(0, csv::Position::byte);
                rows.push(Row { line: lines.of(byte), cells: fitted(record, headings.len()) });
            }
            Err(error) => {
                let byte = error.position().map_or(0, csv::Position::byte);
                let what = "This cannot be read as CSV. Check its quotes.".to_owned();
                rows.push(Row { line: lines.of(byte), cells: Err(what) });
            }
        }
    }
    Ok(Table { headings, rows })
}

/// Excel's own first line, and how many lines that is.
fn without_separator_line(text: &str) -> (i32, &str) {
    match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() <= 5 && first.starts_with("sep=") => {
            (1, rest)
        }
        _ => (0, text),
    }
}

/// What stands most often between the headings.
fn delimiter(text: &str) -> u8 {
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |mark: &u8| heading.bytes().filter(|byte| byte == mark).count();
    // The last of equals: a comma, where there is but one column.
    b"\t;,".iter().copied().max_by_key(count).unwrap_or(b',')
}

fn fitted(record: StringRecord, columns: usize) -> Result<StringRecord, String> {
    if record.len() == columns {
        return Ok(record);
    }
    if record.len() > columns && record.iter().skip(columns).all(str::is_empty) {
        let mut record = record;
        record.truncate(columns);
        return Ok(record);
    }
    Err(format!(
        "This has {} columns where the heading has {columns}. Put quotes around a text that holds \
         the separator.",
        record.len()
    ))
}

/// Finds a record's line. The reader's own count stops before the line ends and empty lines that
/// precede a record.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: i32,
}

impl Lines<'_> {
    fn of(&mut self, byte: u64) -> i32 {
        let start = usize::try_from(byte).unwrap_or(usize::MAX).min(self.text.len());
        let rest = self.text.get(start..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let to = start + blank;
        let between = self.text.get(self.at..to).unwrap_or_default();
        // A line ends with either sign, or with both as one.
        let follows = between.iter().skip(1).chain([&b' ']);
        let ends = between.iter().zip(follows);
        let ends = ends.filter(|(end, next)| **end == b'\n' || **end == b'\r' && **next != b'\n');
        self.line += i32::try_from(ends.count()).unwrap_or(i32::MAX);
        self.at = to.max(self.at);
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(table: &Table) -> Vec<(i32, Vec<String>)> {
        let row = |row: &Row| {
            let cells = row.cells.as_ref().expect("a row that can be read");
            (row.line, cells.iter().map(str::to_owned).collect())
        };
        table.rows.iter().map(row).collect()
    }

    fn row(line: i32, name: &str, town: &str) -> (i32, Vec<String>) {
        (line, vec![name.to_owned(), town.to_owned()])
    }

    #[test]
    fn commas_semicolons_and_tabs_read_the_same() {
        for text in [
            "name,town\nAda,Sale\n",
            "name;town\r\nAda;Sale\r\n",
            "name\ttown\r\nAda\tSale",
            "sep=;\r\nname;town\r\nAda;Sale",
        ] {
            let table = read(text).expect("a table");
            assert_eq!(table.headings, ["name", "town"], "{text}");
            assert_eq!(cells(&table)[0].1, ["Ada", "Sale"], "{text}");
        }
    }

    #[test]
    fn a_line_is_counted_as_an_editor_counts_it() {
        let text =
            "name,town\r\n\r\nAda,Sale\r\n,\r\n\"Bea\r\nMarie\",\"Sale, Cheshire\"\r\nCy,Hale";
        let table = read(text).expect("a table");

        assert_eq!(
            cells(&table),
            [row(3, "Ada", "Sale"), row(5, "Bea\r\nMarie", "Sale, Cheshire"), row(7, "Cy", "Hale")]
        );
    }

    #[test]
    fn every_row_has_a_line_of_its_own_however_lines_end() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["name,town", "Ada,Sale", "", "Bea,Hale", "Cy,Sale"].join(end);
            let table = read(&text).expect("a table");
            let lines: Vec<i32> = table.rows.iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 4, 5], "{end:?}");
        }
    }

    #[test]
    fn a_comma_without_quotes_spoils_its_own_row_only() {
        let table = read("name,town\nAda,Sale, Cheshire\nBea,Sale,,\nCy\n").expect("a table");

        let good: Vec<bool> = table.rows.iter().map(|row| row.cells.is_ok()).collect();
        assert_eq!(good, [false, true, false]);
        let said = table.rows[0].cells.as_ref().expect_err("a refusal");
        assert!(said.contains("3 columns where the heading has 2"), "{said}");
    }

    #[test]
    fn an_empty_file_is_refused() {
        for text in ["", "\r\n\r\n", ",,\n"] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }
}

//! CSV as spreadsheets and old systems write it: commas, semicolons, tabs or bars, quotes, lines
//! that end with CR, LF or both, empty rows, the `sep=` line that Excel puts first. A quoted text
//! may hold line ends. Where a quote is not closed, or closed by one that opens another cell, the
//! line it stands on is refused and the next is read as a line: no row swallows another.

#[cfg(test)]
mod tests;

use super::{NOT_TEXT, Row, Unreadable, check_headings, is_text, trimmed};
use csv::StringRecord;

/// Lines that one row may have.
const MOST_LINES: i32 = 50;

pub(crate) struct Sheet<'a> {
    pub headings: Vec<String>,
    /// The line of the headings.
    pub line: i32,
    lines: Lines<'a>,
}

impl<'a> Sheet<'a> {
    pub(crate) fn open(text: &'a str) -> Result<Sheet<'a>, Unreadable> {
        if text.starts_with("PK\u{3}\u{4}") || text.starts_with("\u{d0}\u{cf}\u{11}\u{e0}") {
            let what = "This is a spreadsheet's own file. Save it as CSV UTF-8, and send that.";
            return Err(Unreadable::new(1, what));
        }
        let mut lines = Lines { text, at: 0, line: 1, mark: b',' };
        let said = lines.separator_line();
        lines.skip_empty();
        lines.mark = said.unwrap_or_else(|| usual_mark(lines.rest()));

        let line = lines.line;
        let found = match lines.is_at_end() {
            true => return Err(Unreadable::new(1, "The file is empty.")),
            false => lines.record(),
        };
        let found = found.map_err(|what| Unreadable::new(line, what))?;
        let headings: Vec<String> = found.cells.iter().map(str::to_owned).collect();
        check_headings(&headings, line)?;
        lines.pass(&found);
        Ok(Sheet { headings, line, lines })
    }

    /// The same file if its first line holds no headings.
    pub(crate) fn without_headings(&self) -> Sheet<'a> {
        let mut lines = Lines { at: 0, line: 1, ..self.lines };
        lines.separator_line();
        Sheet { headings: self.headings.clone(), line: 1, lines }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = Row> + use<'a, '_> {
        let mut lines = self.lines;
        std::iter::from_fn(move || {
            lines.skip_empty();
            match lines.is_at_end() {
                true => None,
                false => Some(self.row(&mut lines)),
            }
        })
        .filter(|row| !row.cells.as_ref().is_ok_and(|cells| cells.iter().all(str::is_empty)))
    }

    /// The row that begins here. A row over several lines must be complete; else its first line is
    /// refused and what follows is a line of its own.
    fn row(&self, lines: &mut Lines<'a>) -> Row {
        let line = lines.line;
        let columns = self.headings.len();
        let record = lines.record();
        let is_many = record.as_ref().is_ok_and(|record| record.ends > 1);
        let cells = match record {
            Ok(record) if is_many && self.swallows(lines, &record) => {
                lines.pass_line();
                Err(NOT_CLOSED.to_owned())
            }
            Ok(record) => match fitted(record.cells.clone(), columns) {
                Err(_) if is_many => {
                    lines.pass_line();
                    Err(NOT_CLOSED.to_owned())
                }
                fitted => {
                    lines.pass(&record);
                    fitted.and_then(|cells| self.checked(cells))
                }
            },
            Err(what) => {
                lines.pass_line();
                Err(what.to_owned())
            }
        };
        Row { line, cells }
    }

    /// Whether a line within a quoted text is a whole row by itself: then the quote was a slip.
    fn swallows(&self, lines: &Lines<'a>, record: &Record) -> bool {
        let columns = self.headings.len();
        let mut inner = *lines;
        inner.pass_line();
        while inner.at < record.end {
            let alone = inner.record();
            if columns > 2 && alone.is_ok_and(|one| one.ends == 1 && one.cells.len() == columns) {
                return true;
            }
            inner.pass_line();
        }
        false
    }

    fn checked(&self, cells: StringRecord) -> Result<StringRecord, String> {
        if !cells.iter().all(is_text) {
            return Err(NOT_TEXT.to_owned());
        }
        let again = |(cell, heading): (&str, &String)| cell.eq_ignore_ascii_case(heading);
        if self.line < self.lines.line && cells.iter().zip(&self.headings).all(again) {
            return Err("This is the heading again. Take the line out.".to_owned());
        }
        Ok(cells)
    }
}

const NOT_CLOSED: &str = "A text begins with a quote here, and no quote ends it. Close it, or take \
                          the quote out.";
const AFTER_QUOTE: &str = "A quote stands within a text. Write it twice within a text in quotes, or \
                           take it out.";

/// The cells of a row, and where it ends.
struct Record {
    cells: StringRecord,
    end: usize,
    /// Line ends within it and after it.
    ends: i32,
}

/// A place in a text, and its line as an editor counts: a line ends with either sign, or with both
/// as one.
#[derive(Clone, Copy)]
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: i32,
    mark: u8,
}

impl<'a> Lines<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Where the line end at this position leads to; none if no line ends there.
    fn after_end(&self, at: usize) -> Option<usize> {
        match (self.byte(at), self.byte(at + 1)) {
            (Some(b'\r'), Some(b'\n')) => Some(at + 2),
            (Some(b'\r' | b'\n'), _) => Some(at + 1),
            _ => None,
        }
    }

    fn pass(&mut self, record: &Record) {
        self.at = record.end;
        self.line = self.line.saturating_add(record.ends);
    }

    fn pass_line(&mut self) {
        let rest = self.rest().as_bytes();
        let length = rest.iter().take_while(|byte| !matches!(byte, b'\r' | b'\n')).count();
        let end = self.at + length;
        self.at = self.after_end(end).unwrap_or(end);
        self.line = self.line.saturating_add(1);
    }

    fn skip_empty(&mut self) {
        while let Some(after) = self.after_end(self.at) {
            self.at = after;
            self.line = self.line.saturating_add(1);
        }
    }

    /// Skips Excel's own first line, and returns what it says.
    fn separator_line(&mut self) -> Option<u8> {
        let first = self.rest().split(['\r', '\n']).next().unwrap_or_default();
        let said = trimmed_quotes(first).strip_prefix("sep=")?;
        match said.as_bytes() {
            [mark] => {
                self.pass_line();
                Some(*mark)
            }
            [] => {
                self.pass_line();
                None
            }
            _ => None,
        }
    }

    /// The row that begins here, over as many lines as its quotes hold together.
    fn record(&self) -> Result<Record, &'static str> {
        let (mut cells, mut at, mut ends) = (StringRecord::new(), self.at, 0);
        loop {
            let begins = self.after_spaces(at);
            let cell_end = match self.byte(begins) {
                Some(b'"') => {
                    let quoted = self.quoted(begins + 1)?;
                    ends += quoted.ends;
                    cells.push_field(trimmed(&quoted.text));
                    quoted.end
                }
                _ => {
                    let end = self.plain_end(at)?;
                    cells.push_field(trimmed(self.text.get(at..end).unwrap_or_default()));
                    end
                }
            };
            if ends >= MOST_LINES {
                return Err(NOT_CLOSED);
            }
            match self.byte(cell_end) {
                Some(byte) if byte == self.mark => at = cell_end + 1,
                _ => {
                    let end = self.after_end(cell_end).unwrap_or(cell_end);
                    return Ok(Record { cells, end, ends: ends + 1 });
                }
            }
        }
    }

    /// Spaces, and a mark that a second file brought, may precede a quote.
    fn after_spaces(&self, at: usize) -> usize {
        let is_space = |byte: &u8| *byte == b' ' || *byte == b'\t' && self.mark != b'\t';
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let rest = rest.strip_prefix("\u{feff}".as_bytes()).unwrap_or(rest);
        self.text.len() - rest.len() + rest.iter().take_while(|byte| is_space(byte)).count()
    }

    fn plain_end(&self, from: usize) -> Result<usize, &'static str> {
        let rest = self.text.as_bytes().get(from..).unwrap_or_default();
        let ends = |byte: &u8| *byte == self.mark || matches!(byte, b'\r' | b'\n' | b'"');
        let end = from + rest.iter().position(ends).unwrap_or(rest.len());
        match self.byte(end) {
            Some(b'"') => Err(AFTER_QUOTE),
            _ => Ok(end),
        }
    }

    /// A text in quotes, from after the first of them.
    fn quoted(&self, from: usize) -> Result<Quoted, &'static str> {
        let (mut text, mut at, mut ends) = (String::new(), from, 0);
        loop {
            let rest = self.text.as_bytes().get(at..).unwrap_or_default();
            let stop = rest.iter().position(|byte| matches!(byte, b'"' | b'\r' | b'\n'));
            let stop = at + stop.ok_or(NOT_CLOSED)?;
            if let Some(after) = self.after_end(stop) {
                text.push_str(self.text.get(at..after).unwrap_or_default());
                (at, ends) = (after, ends + 1);
                if ends >= MOST_LINES {
                    return Err(NOT_CLOSED);
                }
                continue;
            }
            text.push_str(self.text.get(at..stop).unwrap_or_default());
            if self.byte(stop + 1) == Some(b'"') {
                text.push('"');
                at = stop + 2;
                continue;
            }
            let end = self.after_spaces(stop + 1);
            return match self.byte(end) {
                Some(byte) if byte != self.mark && !matches!(byte, b'\r' | b'\n') => {
                    Err(if ends > 0 { NOT_CLOSED } else { AFTER_QUOTE })
                }
                _ => Ok(Quoted { text, end, ends }),
            };
        }
    }
}

struct Quoted {
    text: String,
    end: usize,
    ends: i32,
}

fn trimmed_quotes(text: &str) -> &str {
    trimmed(text).trim_matches('"')
}

/// What stands most often between the headings, outside quotes.
fn usual_mark(text: &str) -> u8 {
    let heading = text.split(['\r', '\n']).next().unwrap_or_default();
    let outside: String = heading.split('"').step_by(2).collect();
    let count = |mark: &u8| outside.bytes().filter(|byte| byte == mark).count();
    // The last of equals: a comma, where there is but one column.
    b"|\t;,".iter().copied().max_by_key(count).unwrap_or(b',')
}

/// An extra empty cell is refused too: a separator within a text may have pushed it there.
fn fitted(record: StringRecord, columns: usize) -> Result<StringRecord, String> {
    if record.len() == columns || record.iter().all(str::is_empty) {
        return Ok(record);
    }
    Err(format!(
        "This has {} columns where the heading has {columns}. Put quotes around a text that holds \
         the separator.",
        record.len()
    ))
}

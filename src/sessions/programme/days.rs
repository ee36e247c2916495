//! Terms and closures as files: `name,from,to` and `from,to,reason`, both days included. Such a
//! file is taken whole or not at all, since a closure overlooked is a session nobody holds.

use super::sheet::{line_of, without_mark};
use crate::calendar::{Closure, Term};
use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord, Trim};

/// Reads a file of terms; the fault names the line.
pub fn terms(bytes: &[u8]) -> Result<Vec<Term>, String> {
    read(bytes, ["name", "from", "to"])?
        .into_iter()
        .map(|(line, [name, from, to])| {
            let (first_day, last_day) = span(line, &from, &to)?;
            Ok(Term { name, first_day, last_day })
        })
        .collect()
}

/// Reads a file of closures; the fault names the line.
pub fn closures(bytes: &[u8]) -> Result<Vec<Closure>, String> {
    read(bytes, ["from", "to", "reason"])?
        .into_iter()
        .map(|(line, [from, to, reason])| {
            let (first_day, last_day) = span(line, &from, &to)?;
            Ok(Closure { reason, first_day, last_day })
        })
        .collect()
}

type Row = (u64, [String; 3]);

fn read(bytes: &[u8], columns: [&str; 3]) -> Result<Vec<Row>, String> {
    let text = without_mark(bytes);
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(text);
    let headings = reader.headers().map_err(|_| not_a_table(1))?.clone();
    let at = |name: &str| headings.iter().position(|h| h.eq_ignore_ascii_case(name));
    let [Some(a), Some(b), Some(c)] = columns.map(at) else {
        return Err(format!("line 1: the heading must be {}", columns.join(",")));
    };

    reader
        .records()
        .map(|record| {
            let record = record.map_err(|error| not_a_table(line_of(text, error.position())))?;
            let line = line_of(text, record.position());
            let cells = [a, b, c].map(|at| cell(&record, at));
            if cells.iter().any(String::is_empty) {
                return Err(format!("line {line}: {} must all be given", columns.join(", ")));
            }
            Ok((line, cells))
        })
        .collect()
}

fn not_a_table(line: u64) -> String {
    format!("line {line}: cannot be read as CSV; save the file as CSV UTF-8")
}

fn cell(record: &StringRecord, at: usize) -> String {
    record.get(at).unwrap_or("").to_owned()
}

fn span(line: u64, from: &str, to: &str) -> Result<(NaiveDate, NaiveDate), String> {
    let day = |text: &str| {
        text.parse::<NaiveDate>()
            .map_err(|_| format!("line {line}: \"{text}\": write the date as 2014-04-14"))
    };
    let (first, last) = (day(from)?, day(to)?);
    if first > last {
        return Err(format!("line {line}: {first} is after {last}; turn them round"));
    }
    Ok((first, last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_read_whole() {
        let read =
            closures(b"\xef\xbb\xbffrom,to,reason\r\n2014-04-14,2014-04-21,deep cleaning\r\n");
        assert_eq!(read.unwrap()[0].reason, "deep cleaning");
        let read = terms(b"name,from,to\nSpring,2014-01-06,2014-04-04\n");
        assert_eq!(read.unwrap()[0].last_day.to_string(), "2014-04-04");
    }

    #[test]
    fn a_mistake_refuses_the_file_and_names_the_line() {
        for text in [
            "from,to,reason\n2014-04-14,2014-04-21,ok\n14/4/2014,2014-04-21,deep cleaning",
            "from,to,reason\n2014-04-14,2014-04-21,ok\n2014-04-22,2014-04-21,turned round",
            "from,to,reason\n2014-04-14,2014-04-21,ok\n2014-04-22,2014-04-23,",
            "from,to,reason\n2014-04-14,2014-04-21,ok\n2014-04-22,2014-04-23",
        ] {
            assert!(closures(text.as_bytes()).unwrap_err().starts_with("line 3"), "{text}");
        }
        assert!(closures(b"name,from,to\n").unwrap_err().starts_with("line 1"));
    }
}

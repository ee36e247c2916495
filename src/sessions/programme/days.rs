//! Terms and closures as files: `name,from,to` and `from,to,reason`, both days included. Such a
//! file is taken as a whole or not at all, because a missed closure is a session that nobody holds.

use crate::base::calendar::{Closure, Term, day_of_moment};
use crate::base::table::{self, Sheet, twice};
use chrono::NaiveDate;

/// Reads a file of terms; the fault names the line.
pub(crate) fn terms(bytes: &[u8]) -> Result<Vec<Term>, String> {
    read(bytes, ["name", "from", "to"])?
        .into_iter()
        .map(|(line, [name, from, to])| {
            let (first_day, last_day) = span(line, &from, &to)?;
            Ok(Term { name, first_day, last_day })
        })
        .collect()
}

/// Reads a file of closures; the fault names the line.
pub(crate) fn closures(bytes: &[u8]) -> Result<Vec<Closure>, String> {
    read(bytes, ["from", "to", "reason"])?
        .into_iter()
        .map(|(line, [from, to, reason])| {
            let (first_day, last_day) = span(line, &from, &to)?;
            Ok(Closure { reason, first_day, last_day })
        })
        .collect()
}

type Cells = (i32, [String; 3]);

fn read(bytes: &[u8], columns: [&str; 3]) -> Result<Vec<Cells>, String> {
    let text = table::text(bytes);
    let sheet = Sheet::open(&text).map_err(|why| format!("line {}: {}", why.line, why.what))?;
    let headings: Vec<String> = sheet.headings.iter().map(|h| h.to_lowercase()).collect();
    let at = |name: &str| headings.iter().position(|heading| heading == name);
    let [Some(a), Some(b), Some(c)] = columns.map(at) else {
        return Err(format!("line {}: the heading must be {}", sheet.line, columns.join(",")));
    };
    let read = headings.iter().map(String::as_str).filter(|name| columns.contains(name));
    if let Some(name) = twice(read) {
        return Err(format!("line {}: two columns are called \"{name}\"", sheet.line));
    }

    sheet
        .rows()
        .map(|row| {
            let line = row.line;
            let record = row.cells.map_err(|what| format!("line {line}: {what}"))?;
            let cells = [a, b, c].map(|at| record.get(at).unwrap_or_default().to_owned());
            if cells.iter().any(String::is_empty) {
                return Err(format!("line {line}: {} must all be given", columns.join(", ")));
            }
            Ok((line, cells))
        })
        .collect()
}

fn span(line: i32, from: &str, to: &str) -> Result<(NaiveDate, NaiveDate), String> {
    let day = |text: &str| {
        let day = text.parse().ok().or_else(|| day_of_moment(text));
        day.ok_or_else(|| format!("line {line}: \"{text}\": write the date as 2014-04-14"))
    };
    let (first, last) = (day(from)?, day(to)?);
    if first > last {
        return Err(format!("line {line}: {first} is after {last}; swap them"));
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
        let read = terms(b"name;from;to\rSpring;2014-01-06 00:00:00;2014-04-04T00:00:00Z\r");
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
        let twice = closures(b"from,to,reason,To\n2014-04-14,2014-04-21,ok,2014-04-22\n");
        assert!(twice.unwrap_err().starts_with("line 1"));
        assert!(closures(b"name,from,to\n").unwrap_err().starts_with("line 1"));
    }
}

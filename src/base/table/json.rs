//! Rows as JSON: a list of objects, or an object whose `rows` is one. Their members are headings,
//! in the order they first appear. Of the list only the place of each row is kept, and no more than
//! one row is held in memory.

use super::{
    MOST_HEADINGS, MOST_ROWS, NOT_TEXT, Row, Unreadable, check_headings, is_text, trimmed,
};
use csv::StringRecord;
use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_json::error::Category;
use serde_json::value::RawValue;
use std::collections::{HashMap, HashSet};
use std::fmt;

const NO_ROWS: &str = "Send a list of rows, or an object with a list \"rows\".";

/// The rows, each as it is written.
pub(crate) struct JsonRows<'a>(Vec<&'a RawValue>);

#[derive(Deserialize)]
struct InObject<'a> {
    #[serde(borrow)]
    rows: JsonRows<'a>,
}

impl<'de: 'a, 'a> Deserialize<'de> for JsonRows<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<JsonRows<'a>, D::Error> {
        deserializer.deserialize_seq(UpToMost).map(JsonRows)
    }
}

/// Keeps one row more than a file may have, which shows that there are too many, and skips the rest.
struct UpToMost;

impl<'de> Visitor<'de> for UpToMost {
    type Value = Vec<&'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of rows")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
        let mut rows = Vec::new();
        while rows.len() <= MOST_ROWS {
            match all.next_element()? {
                Some(row) => rows.push(row),
                None => return Ok(rows),
            }
        }
        while all.next_element::<IgnoredAny>()?.is_some() {}
        Ok(rows)
    }
}

/// Reads the whole once: its headings, and that it is JSON to its end.
pub(crate) fn open(text: &str) -> Result<(Vec<String>, JsonRows<'_>), Unreadable> {
    let rows = match text.trim_start().chars().next() {
        Some('[') => serde_json::from_str::<JsonRows<'_>>(text),
        Some('{') => serde_json::from_str(text).map(|InObject { rows }| rows),
        None => return Err(Unreadable::new(1, "The file is empty.")),
        Some(_) => return Err(Unreadable::new(1, NO_ROWS)),
    };
    let rows = rows.map_err(|error| unreadable(&error))?;

    let (mut headings, mut known) = (Vec::new(), HashSet::new());
    for row in rows.0.iter().take(MOST_ROWS) {
        for (name, _) in members(row).unwrap_or_default() {
            if known.insert(name.clone()) {
                headings.push(name);
            }
        }
        if headings.len() > MOST_HEADINGS {
            break;
        }
    }
    check_headings(&headings, 1)?;
    Ok((headings, rows))
}

fn unreadable(error: &serde_json::Error) -> Unreadable {
    let what = match error.classify() {
        Category::Eof => "The body is not JSON: it ends too early.",
        Category::Syntax | Category::Io => "The body is not JSON. Check its quotes and commas.",
        Category::Data => NO_ROWS,
    };
    Unreadable::new(i32::try_from(error.line()).unwrap_or(i32::MAX).max(1), what)
}

impl JsonRows<'_> {
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn rows<'r>(&'r self, headings: &'r [String]) -> impl Iterator<Item = Row> + 'r {
        let places: HashMap<&str, usize> =
            headings.iter().zip(0..).map(|(name, at)| (name.as_str(), at)).collect();
        self.0.iter().zip(1..).map(move |(row, line)| Row { line, cells: cells(row, &places) })
    }
}

fn cells(row: &RawValue, places: &HashMap<&str, usize>) -> Result<StringRecord, String> {
    let mut cells: Vec<Option<String>> = vec![None; places.len()];
    for (name, value) in members(row)? {
        let value = cell(value).map_err(|what| format!("\"{name}\": {what}"))?;
        let cell = places.get(name.as_str()).and_then(|at| cells.get_mut(*at));
        if let Some(cell) = cell
            && cell.replace(value).is_some()
        {
            return Err(format!("\"{name}\" is there twice in this row. Leave one out."));
        }
    }
    Ok(cells.iter().map(|cell| trimmed(cell.as_deref().unwrap_or_default())).collect())
}

/// A value as the text of a cell.
fn cell(value: Value) -> Result<String, &'static str> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) if is_text(&text) => Ok(text),
        Value::String(_) => Err(NOT_TEXT),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(true) => Ok("yes".to_owned()),
        Value::Bool(false) => Ok("no".to_owned()),
        Value::Array(_) | Value::Object(_) => Err("Send a text, a number or a yes or no."),
    }
}

/// What a row holds, in its order and with what is there twice.
fn members(row: &RawValue) -> Result<Vec<(String, Value)>, &'static str> {
    serde_json::from_str(row.get()).map(|Members(members)| members).map_err(|error| {
        match error.is_data() {
            true => "A row must be an object.",
            false => "This row is not JSON. Check its letters and numbers.",
        }
    })
}

struct Members(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Members, D::Error> {
        struct InOrder;

        impl<'de> Visitor<'de> for InOrder {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        from.deserialize_map(InOrder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(Vec<String>, Vec<Row>), Unreadable> {
        let (headings, rows) = open(text)?;
        let rows = rows.rows(&headings).collect();
        Ok((headings, rows))
    }

    #[test]
    fn rows_come_under_the_headings_of_all_of_them() {
        for text in [
            r#"[{"name": " Ada ", "nhs": 9434765919}, {"town": "Sale", "name": "Bea"}]"#,
            r#"{"rows": [{"name": "Ada", "nhs": "9434765919"}, {"town": "Sale", "name": "Bea"}]}"#,
            r#"{"of": {"a": [1]}, "rows": [{"name": "Ada", "nhs": "9434765919"},
                {"town": "Sale", "name": "Bea"}], "to": 3 } "#,
        ] {
            let (headings, rows) = read(text).expect("a table");
            assert_eq!(headings, ["name", "nhs", "town"]);
            let rows: Vec<Vec<&str>> = rows
                .iter()
                .map(|row| row.cells.as_ref().expect("cells").iter().collect())
                .collect();
            assert_eq!(rows, [["Ada", "9434765919", ""], ["Bea", "", "Sale"]]);
        }
    }

    #[test]
    fn what_is_no_list_of_rows_is_refused_with_its_line() {
        for (text, line) in [
            ("", 1),
            ("{}", 1),
            ("3", 1),
            (r#"{"rows": 3}"#, 1),
            ("[{\"a\": 1},\n{\"a\": 2}", 2),
            ("[{\"a\": 1},\n{\"a\" 2}]", 2),
            ("[{\"a\": 1}\n\n{\"a\": 2}]", 3),
            ("[{\"a\": 1},\n]", 2),
            ("[{\"a\": 1}]\n[]", 2),
            ("{\"rows\": [{\"a\": 1}],\n\"rows\": []}", 2),
            ("[]", 1),
        ] {
            assert_eq!(read(text).expect_err(text).line, line, "{text}");
        }
    }

    #[test]
    fn a_row_that_is_wrong_hurts_no_other() {
        let text = r#"[3, {"name": ["Ada"]}, {"name": "Ada", "name": "Bea"}, "x", null, [1],
            {"name": "Zo\ufffd"}, {"name": "Cy"}]"#;
        let (_, rows) = read(text).expect("a table");
        let good: Vec<i32> = rows.iter().filter(|r| r.cells.is_ok()).map(|r| r.line).collect();
        assert_eq!((rows.len(), good), (8, vec![8]));
    }

    #[test]
    fn there_are_not_more_headings_than_a_list_has() {
        let rows: Vec<String> =
            (0..MOST_HEADINGS + 1).map(|n| format!("{{\"k{n}\": 1}}")).collect();
        let said = read(&format!("[{}]", rows.join(","))).expect_err("too many");
        assert!(said.what.contains("columns"), "{}", said.what);
        assert!(read(&format!("[{}]", rows[1..].join(","))).is_ok());
        let long = format!("[{{\"{}\": 1}}]", "x".repeat(301));
        assert!(read(&long).is_err());
    }
}

//! Rows as JSON: a list of objects, or an object whose `rows` is one. Their members are headings,
//! in the order they are first met.

use super::{Row, Table};
use crate::fault::{Code, Fault};
use csv::StringRecord;
use serde_json::{Map, Value};
use std::collections::HashMap;

pub fn read(text: &str) -> Result<Table, Fault> {
    let sent: Value = serde_json::from_str(text).map_err(|error| {
        let (line, column) = (error.line(), error.column());
        let detail = format!("The body is not JSON (line {line}, column {column}).");
        Fault::new(Code::MalformedRequest, detail)
    })?;
    let rows = rows_of(sent)?;

    let mut headings = Vec::new();
    let mut places = HashMap::new();
    for name in rows.iter().filter_map(Value::as_object).flat_map(Map::keys) {
        if !places.contains_key(name) {
            places.insert(name.clone(), headings.len());
            headings.push(name.clone());
        }
    }
    let rows = rows.iter().zip(1..).map(|(row, line)| Row { line, cells: cells(row, &headings) });
    Ok(Table { rows: rows.collect(), headings })
}

fn rows_of(sent: Value) -> Result<Vec<Value>, Fault> {
    let rows = match sent {
        Value::Object(mut members) => members.remove("rows"),
        other => Some(other),
    };
    match rows {
        Some(Value::Array(rows)) => Ok(rows),
        _ => Err(Fault::invalid("", "Send a list of rows, or an object with a list \"rows\".")),
    }
}

fn cells(row: &Value, headings: &[String]) -> Result<StringRecord, String> {
    let members = row.as_object().ok_or("A row must be an object.")?;
    headings.iter().map(|heading| cell(heading, members.get(heading))).collect()
}

fn cell(heading: &str, value: Option<&Value>) -> Result<String, String> {
    match value {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) => Ok(text.trim().to_owned()),
        Some(Value::Number(number)) => Ok(number.to_string()),
        Some(Value::Bool(true)) => Ok("yes".to_owned()),
        Some(Value::Bool(false)) => Ok("no".to_owned()),
        Some(Value::Array(_) | Value::Object(_)) => {
            Err(format!("\"{heading}\": Send a text, a number or a yes or no."))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_under_the_headings_of_all_of_them() {
        for text in [
            r#"[{"name": " Ada ", "nhs": 9434765919}, {"town": "Sale", "name": "Bea"}]"#,
            r#"{"rows": [{"name": "Ada", "nhs": "9434765919"}, {"town": "Sale", "name": "Bea"}]}"#,
        ] {
            let table = read(text).expect("a table");
            assert_eq!(table.headings, ["name", "nhs", "town"]);
            let rows: Vec<Vec<&str>> = table
                .rows
                .iter()
                .map(|row| row.cells.as_ref().expect("cells").iter().collect())
                .collect();
            assert_eq!(rows, [["Ada", "9434765919", ""], ["Bea", "", "Sale"]]);
        }
    }

    #[test]
    fn what_is_no_row_is_said() {
        for text in ["", "{}", "3", r#"{"rows": 3}"#] {
            assert!(read(text).is_err(), "{text}");
        }
        let table = read(r#"[3, {"name": ["Ada"]}]"#).expect("a table");
        assert!(table.rows.iter().all(|row| row.cells.is_err()));
    }
}

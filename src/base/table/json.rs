//! Rows as JSON: a list of objects, or an object whose `rows` is one. Their members are headings,
//! in the order they first appear. The list is read twice, once for its headings and once for its
//! rows, and no more than one row is held in memory.

use super::{
    MOST_HEADINGS, MOST_ROWS, NOT_TEXT, Row, Unreadable, check_headings, is_text, trimmed,
};
use csv::StringRecord;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, de};
use std::collections::{HashMap, HashSet};
use std::fmt;

/// The list of rows, found in its text.
pub struct JsonRows<'a> {
    text: &'a str,
    /// Where the first row is looked for.
    from: usize,
    pub count: usize,
}

/// Reads the whole once: its headings, and that it is JSON to its end.
pub fn open(text: &str) -> Result<(Vec<String>, JsonRows<'_>), Unreadable> {
    let mut reader = Reader { text, at: 0 };
    let in_object = reader.enter()?;
    let mut rows = JsonRows { text, from: reader.at, count: 0 };

    let mut headings = Vec::new();
    let mut known = HashSet::new();
    while let Some(row) = reader.row()? {
        for (name, _) in row.members() {
            if !known.contains(name) {
                known.insert(name.clone());
                headings.push(name.clone());
            }
        }
        rows.count += 1;
        if headings.len() > MOST_HEADINGS || rows.count > MOST_ROWS {
            // What follows makes no difference.
            check_headings(&headings, 1)?;
            return Ok((headings, rows));
        }
    }
    check_headings(&headings, 1)?;
    reader.leave(in_object)?;
    Ok((headings, rows))
}

impl<'a> JsonRows<'a> {
    pub fn rows<'r>(&'r self, headings: &'r [String]) -> impl Iterator<Item = Row> + 'r {
        let places: HashMap<&str, usize> =
            headings.iter().zip(0..).map(|(name, at)| (name.as_str(), at)).collect();
        let mut reader = Reader { text: self.text, at: self.from };
        // Text that is not JSON was refused when the file was opened.
        let rows = std::iter::from_fn(move || reader.row().ok().flatten());
        rows.zip(1..).map(move |(row, line)| Row { line, cells: row.cells(&places) })
    }
}

/// Goes through the text value by value.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// Goes to the first row; whether the list is a member of an object.
    fn enter(&mut self) -> Result<bool, Unreadable> {
        match self.next_sign() {
            Some(b'[') => {
                self.at += 1;
                Ok(false)
            }
            Some(b'{') => {
                self.at += 1;
                self.find_rows().map(|()| true)
            }
            None => Err(self.wrong("The file is empty.")),
            Some(_) => Err(self.wrong(NO_ROWS)),
        }
    }

    fn find_rows(&mut self) -> Result<(), Unreadable> {
        loop {
            if self.next_sign() == Some(b'}') {
                return Err(self.wrong(NO_ROWS));
            }
            let name: String = self.value()?;
            self.pass(b':')?;
            if name == "rows" {
                return match self.next_sign() {
                    Some(b'[') => {
                        self.at += 1;
                        Ok(())
                    }
                    _ => Err(self.wrong(NO_ROWS)),
                };
            }
            self.value::<IgnoredAny>()?;
            if self.next_sign() == Some(b',') {
                self.at += 1;
            }
        }
    }

    /// The next row; none at the end of the list, which is then passed.
    fn row(&mut self) -> Result<Option<JsonRow>, Unreadable> {
        if self.next_sign() == Some(b']') {
            self.at += 1;
            return Ok(None);
        }
        let row = self.value()?;
        if self.next_sign() != Some(b']') {
            self.pass(b',')?;
            if self.next_sign() == Some(b']') {
                return Err(self.wrong("A comma must be followed by a row."));
            }
        }
        Ok(Some(row))
    }

    /// What stands after the list.
    fn leave(&mut self, in_object: bool) -> Result<(), Unreadable> {
        while in_object && self.next_sign() != Some(b'}') {
            self.pass(b',')?;
            let name: String = self.value()?;
            if name == "rows" {
                return Err(self.wrong("\"rows\" is there twice. Send one list."));
            }
            self.pass(b':')?;
            self.value::<IgnoredAny>()?;
        }
        self.at += usize::from(in_object);
        match self.next_sign() {
            None => Ok(()),
            Some(_) => Err(self.wrong("Something follows the list of rows.")),
        }
    }

    fn value<T: Deserialize<'a>>(&mut self) -> Result<T, Unreadable> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<T>();
        match values.next() {
            Some(Ok(value)) => {
                self.at += values.byte_offset();
                Ok(value)
            }
            Some(Err(error)) => {
                let before = self.line() - 1;
                let line = i32::try_from(error.line()).unwrap_or(i32::MAX).saturating_add(before);
                Err(Unreadable::new(line, "The body is not JSON. Check its quotes and commas."))
            }
            None => Err(self.wrong("The body is not JSON: it ends too early.")),
        }
    }

    fn pass(&mut self, sign: u8) -> Result<(), Unreadable> {
        if self.next_sign() != Some(sign) {
            let what = format!("The body is not JSON: \"{}\" is missing.", char::from(sign));
            return Err(self.wrong(&what));
        }
        self.at += 1;
        Ok(())
    }

    /// Skips spaces, and returns the next character.
    fn next_sign(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let spaces = rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.at += spaces;
        rest.get(spaces).copied()
    }

    fn line(&self) -> i32 {
        let before = self.text.as_bytes().get(..self.at).unwrap_or_default();
        let ends = before.iter().filter(|byte| **byte == b'\n').count();
        i32::try_from(ends + 1).unwrap_or(i32::MAX)
    }

    fn wrong(&self, what: &str) -> Unreadable {
        Unreadable::new(self.line(), what)
    }
}

const NO_ROWS: &str = "Send a list of rows, or an object with a list \"rows\".";

/// One row of the list, as its members or as something else.
enum JsonRow {
    Members(Vec<(String, Result<String, &'static str>)>),
    Other,
}

impl JsonRow {
    fn members(&self) -> &[(String, Result<String, &'static str>)] {
        match self {
            JsonRow::Members(members) => members,
            JsonRow::Other => &[],
        }
    }

    fn cells(self, places: &HashMap<&str, usize>) -> Result<StringRecord, String> {
        let JsonRow::Members(members) = self else {
            return Err("A row must be an object.".to_owned());
        };
        let mut cells: Vec<Option<String>> = vec![None; places.len()];
        for (name, value) in members {
            let value = value.map_err(|what| format!("\"{name}\": {what}"))?;
            if !is_text(&value) {
                return Err(format!("\"{name}\": {NOT_TEXT}"));
            }
            let cell = places.get(name.as_str()).and_then(|at| cells.get_mut(*at));
            if let Some(cell) = cell
                && cell.replace(value).is_some()
            {
                return Err(format!("\"{name}\" is there twice in this row. Leave one out."));
            }
        }
        Ok(cells.iter().map(|cell| trimmed(cell.as_deref().unwrap_or_default())).collect())
    }
}

impl<'de> Deserialize<'de> for JsonRow {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<JsonRow, D::Error> {
        from.deserialize_any(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = JsonRow;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a row")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<JsonRow, A::Error> {
        let mut members = Vec::new();
        while let Some((name, JsonCell(value))) = map.next_entry()? {
            members.push((name, value));
        }
        Ok(JsonRow::Members(members))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<JsonRow, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(JsonRow::Other)
    }

    fn visit_unit<E: de::Error>(self) -> Result<JsonRow, E> {
        Ok(JsonRow::Other)
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<JsonRow, E> {
        Ok(JsonRow::Other)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<JsonRow, E> {
        Ok(JsonRow::Other)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<JsonRow, E> {
        Ok(JsonRow::Other)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<JsonRow, E> {
        Ok(JsonRow::Other)
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<JsonRow, E> {
        Ok(JsonRow::Other)
    }
}

/// A value as the text of a cell.
struct JsonCell(Result<String, &'static str>);

impl<'de> Deserialize<'de> for JsonCell {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<JsonCell, D::Error> {
        use serde_json::Value;
        let value = Value::deserialize(from)?;
        Ok(JsonCell(match value {
            Value::Null => Ok(String::new()),
            Value::String(text) => Ok(text),
            Value::Number(number) => Ok(number.to_string()),
            Value::Bool(true) => Ok("yes".to_owned()),
            Value::Bool(false) => Ok("no".to_owned()),
            Value::Array(_) | Value::Object(_) => Err("Send a text, a number or a yes or no."),
        }))
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

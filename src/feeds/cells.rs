//! A row's cells by their meaning, and what was found wrong with them: each is said under its
//! heading, and never repeats the value.

use super::fields::{Column, Columns, Field};
use super::values;
use crate::fault::Fault;
use crate::text;
use csv::StringRecord;

/// The cells of a row by their meaning, and what was found wrong with them.
pub struct Cells<'a> {
    columns: &'a [Column],
    record: &'a StringRecord,
    pub wrong: Vec<String>,
}

impl<'a> Cells<'a> {
    pub fn of(columns: &'a Columns, record: &'a StringRecord) -> Cells<'a> {
        Cells { columns: &columns.read, record, wrong: Vec::new() }
    }

    /// The cells of a meaning that hold something, in the order of the columns.
    pub fn filled(&self, field: Field) -> Vec<(&'a Column, &'a str)> {
        let of_field = self.columns.iter().filter(|column| column.field == field);
        let text = |column: &'a Column| (column, self.record.get(column.at).unwrap_or_default());
        of_field.map(text).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The first of them, read; `None` where there is none or it is wrong.
    pub fn value<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let (column, text) = self.filled(field).first().copied()?;
        match read(text) {
            Ok(value) => Some(value),
            Err(what) => {
                self.wrong.push(format!("\"{}\": {what}", column.heading));
                None
            }
        }
    }

    /// The same with a reader that refuses with a fault.
    pub fn take<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Option<T> {
        self.value(field, |text| read(text).map_err(|fault| fault.detail().to_owned()))
    }

    /// Says that something is not there, under the heading it could stand under.
    pub fn missing(&mut self, field: Field, what: &str) {
        let heading = self.columns.iter().find(|column| column.field == field);
        let name = heading.map_or(field.as_str(), |column| column.heading.as_str());
        self.wrong.push(format!("\"{name}\": {what}"));
    }

    /// A name in one column, or in two.
    pub fn name(&mut self, whole: Field, forename: Field, surname: Field) -> Option<String> {
        if let Some(name) = self.take(whole, |text| text::name("", &values::name(text))) {
            return Some(name);
        }
        let first = self.take(forename, |text| text::name("", text))?;
        let last = self.take(surname, |text| text::name("", text));
        let last = last.unwrap_or_default();
        Some(values::name(&format!("{first} {last}").replace(',', " ")))
    }
}

//! A row's cells by meaning, and the errors found in them: each error names the heading and never
//! repeats the value.

use super::fields::{Column, FeedColumns, Field};
use super::headings::bare;
use super::values;
use crate::base::calendar::{BirthDate, completed_months};
use crate::base::fault::Result;
use crate::base::text;
use chrono::NaiveDate;
use csv::StringRecord;

/// The cells of a row by meaning, and the errors found in them.
pub(crate) struct FeedCells<'a> {
    columns: &'a [Column],
    record: &'a StringRecord,
    pub wrong: Vec<String>,
}

impl<'a> FeedCells<'a> {
    pub(crate) fn of(columns: &'a FeedColumns, record: &'a StringRecord) -> FeedCells<'a> {
        FeedCells { columns: &columns.read, record, wrong: Vec::new() }
    }

    /// The non-empty cells of a field, in column order.
    pub(crate) fn filled(&self, field: Field) -> Vec<(&'a Column, &'a str)> {
        let of_field = self.columns.iter().filter(|column| column.field == field);
        let text = |column: &'a Column| (column, self.record.get(column.at).unwrap_or_default());
        of_field.map(text).filter(|(_, text)| !text.is_empty()).collect()
    }

    /// The first of them, parsed; `None` if there is none or it is invalid.
    pub(crate) fn value<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<T> {
        let filled = self.filled(field);
        let (column, text) = filled.first().copied()?;
        let differs = |(_, other): &&(&Column, &str)| bare(other) != bare(text);
        if !field.may_be_several()
            && let Some((other, _)) = filled.iter().find(differs)
        {
            let what = format!(
                "\"{}\" and \"{}\" say different things. Correct one.",
                column.heading, other.heading
            );
            self.wrong.push(what);
            return None;
        }
        match read(text) {
            Ok(value) => Some(value),
            Err(what) => {
                let said = format!("\"{}\": {what}", column.heading);
                // A cell that is read twice is reported once.
                if !self.wrong.contains(&said) {
                    self.wrong.push(said);
                }
                None
            }
        }
    }

    /// The same with a parser that returns a fault.
    pub(crate) fn take<T>(
        &mut self,
        field: Field,
        read: impl FnOnce(&str) -> Result<T>,
    ) -> Option<T> {
        self.value(field, |text| read(text).map_err(|fault| fault.detail().to_owned()))
    }

    /// Reports a missing value, under the heading where it would be.
    pub(crate) fn missing(&mut self, field: Field, what: &str) {
        let heading = self.columns.iter().find(|column| column.field == field);
        let name = heading.map_or(field.as_str(), |column| column.heading.as_str());
        self.wrong.push(format!("\"{name}\": {what}"));
    }

    /// A name in one column or two. A person with a single name may have it in either.
    pub(crate) fn name(&mut self, whole: Field, forename: Field, surname: Field) -> Option<String> {
        if let Some(name) = self.take(whole, |text| text::name("", &values::name(text))) {
            return Some(name);
        }
        let parts = [forename, surname].map(|part| self.take(part, |text| text::name("", text)));
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        Some(values::name(&name.replace(',', " "))).filter(|name| !name.is_empty())
    }

    /// A child's name. In the first year a surname alone is not a name: the child has no forename
    /// yet.
    pub(crate) fn child_name(
        &mut self,
        birth: Option<BirthDate>,
        today: NaiveDate,
    ) -> Option<String> {
        let given = [Field::ChildName, Field::ChildForename];
        let is_named = given.iter().any(|field| !self.filled(*field).is_empty());
        // Only if the file has a forename column.
        let asks = self.columns.iter().any(|column| column.field == Field::ChildForename);
        let is_past_a_year = birth.is_some_and(|birth| completed_months(birth, today) >= 12);
        match is_named || (asks && is_past_a_year) {
            true => self.name(Field::ChildName, Field::ChildForename, Field::ChildSurname),
            false => None,
        }
    }
}

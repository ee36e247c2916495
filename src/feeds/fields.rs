//! What a column means: from the known headings of births lists and old systems' exports, or from a
//! saved mapping. Each field belongs to an item that an agreement may cover.

pub(crate) use super::field::Field;
use super::headings::{KNOWN, Known, bare};
use super::mapping::Mapping;
use crate::base::fault::{Fault, Result};
use crate::base::table;
use crate::partners::agreements::Item;

/// One column that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub at: usize,
    pub heading: String,
    pub field: Field,
}

/// The columns of a file: read, not recognised, or not covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct FeedColumns {
    pub read: Vec<Column>,
    /// Headings that are not recognised.
    pub unknown: Vec<String>,
    /// Headings that the agreement does not cover.
    pub not_covered: Vec<String>,
}

/// Sorts the columns. `items` are covered by the agreement; `None` means all. A file without the
/// columns every family needs is refused.
pub(crate) fn columns(
    headings: &[String],
    mapping: &Mapping,
    items: Option<&[Item]>,
) -> Result<FeedColumns> {
    let of_family = |field: Field| !field.is_of_contact();
    let mut columns = FeedColumns::sorted(headings, mapping, &[KNOWN], of_family)?;
    columns.of_the_mother();
    columns.must_hold_a_family()?;
    columns.keep_to(items);
    columns.must_hold_a_family().map_err(|_| {
        let detail = format!(
            "The agreement does not cover what a family record needs: {}.",
            columns.not_covered.join(", ")
        );
        Fault::invalid("", detail)
    })?;
    Ok(columns)
}

impl FeedColumns {
    /// Uses the mapping, else the known headings. Unwanted fields count as not recognised.
    pub(crate) fn sorted(
        headings: &[String],
        mapping: &Mapping,
        known: &[Known],
        wanted: impl Fn(Field) -> bool,
    ) -> Result<FeedColumns> {
        let mut columns = FeedColumns::default();
        for (heading, at) in headings.iter().zip(0..) {
            match mapping.field(heading).or_else(|| Field::of_heading(heading, known)) {
                Some(Field::Ignored) => {}
                Some(field) if wanted(field) => {
                    columns.read.push(Column { at, heading: heading.clone(), field });
                }
                Some(_) | None => columns.unknown.push(heading.clone()),
            }
        }
        columns.unknown.retain(|heading| !heading.is_empty());
        columns.must_be_told_apart()?;
        Ok(columns)
    }

    /// Two columns with the same heading are ambiguous, except address lines, which have an order.
    fn must_be_told_apart(&self) -> Result<()> {
        let single = self.read.iter().filter(|column| column.field != Field::Address);
        let bare: Vec<String> = single.map(|column| bare(&column.heading)).collect();
        match table::twice(bare.iter().map(String::as_str)) {
            None => Ok(()),
            Some(twice) => {
                let same = self.read.iter().find(|column| bare_is(column, twice));
                let heading = same.map_or(twice, |column| column.heading.as_str());
                Err(Fault::invalid(
                    "",
                    format!("Two columns are called \"{heading}\". Rename or remove one."),
                ))
            }
        }
    }

    pub(crate) fn has(&self, fields: &[Field]) -> bool {
        self.read.iter().any(|column| fields.contains(&column.field))
    }

    /// A midwife's list names only the mother, so the name and number are hers.
    fn of_the_mother(&mut self) {
        let carer = [Field::CarerName, Field::CarerForename, Field::CarerSurname];
        let expected = self.has(&[Field::DueDate]) && !self.has(&[Field::BirthDate]);
        if !expected || self.has(&carer) {
            return;
        }
        self.read.retain(|column| column.field != Field::NhsNumber);
        for column in &mut self.read {
            column.field = match column.field {
                Field::ChildName => Field::CarerName,
                Field::ChildForename => Field::CarerForename,
                Field::ChildSurname => Field::CarerSurname,
                other => other,
            };
        }
    }

    fn must_hold_a_family(&self) -> Result<()> {
        let child = [Field::ChildName, Field::ChildForename, Field::ChildSurname, Field::DueDate];
        let carer = [Field::CarerName, Field::CarerForename, Field::CarerSurname];
        for (fields, what, such_as) in [
            (&child[..], "the child's name", "Forename"),
            (&[Field::BirthDate, Field::DueDate], "the birth date", "Date of birth"),
            (&carer, "an adult's name", "Mother's name"),
        ] {
            if !self.has(fields) {
                let detail = format!(
                    "There is no column for {what}. Name one \"{such_as}\", or save a mapping that \
                     says which it is."
                );
                return Err(Fault::invalid("", detail));
            }
        }
        Ok(())
    }

    /// Drops what the agreement does not cover, before any value is read.
    pub(crate) fn keep_to(&mut self, items: Option<&[Item]>) {
        let Some(items) = items else { return };
        let covered = |field: Field| field.item().is_none_or(|item| items.contains(&item));
        let dropped = self.read.iter().filter(|column| !covered(column.field));
        self.not_covered = dropped.map(|column| column.heading.clone()).collect();
        self.read.retain(|column| covered(column.field));
    }
}

fn bare_is(column: &Column, name: &str) -> bool {
    bare(&column.heading) == name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(headings: &str, items: Option<&[Item]>) -> Result<FeedColumns> {
        let headings: Vec<String> = headings.split(',').map(str::to_owned).collect();
        columns(&headings, &Mapping::default(), items)
    }

    fn fields(headings: &str) -> Vec<Field> {
        let columns = sorted(headings, None).expect("a family's columns");
        columns.read.iter().map(|column| column.field).collect()
    }

    #[test]
    fn a_births_list_is_recognised() {
        let headings = "NHS Number,Surname,Forename,D.O.B.,Mother's Name,Address 1,Address 2,\
                        Post Code,Tel No,E-mail,GP practice";
        assert_eq!(
            fields(headings),
            [
                Field::NhsNumber,
                Field::ChildSurname,
                Field::ChildForename,
                Field::BirthDate,
                Field::CarerName,
                Field::Address,
                Field::Address,
                Field::Postcode,
                Field::Phone,
                Field::Email
            ]
        );
        assert_eq!(sorted(headings, None).expect("columns").unknown, ["GP practice"]);
    }

    #[test]
    fn a_midwifes_list_names_the_mother() {
        assert_eq!(
            fields("NHS Number,Forename,Surname,EDD,Postcode"),
            [Field::CarerForename, Field::CarerSurname, Field::DueDate, Field::Postcode]
        );
    }

    #[test]
    fn a_file_without_a_family_says_which_column_is_missing() {
        for (headings, missing) in [
            ("name,mother", "birth date"),
            ("dob,mother", "child's name"),
            ("name,dob,postcode", "adult's name"),
        ] {
            let fault = sorted(headings, None).expect_err("a refusal");
            assert!(fault.detail().contains(missing), "{}", fault.detail());
        }
    }

    #[test]
    fn two_columns_of_one_heading_are_refused() {
        for headings in ["name,dob,mother,D.O.B.", "name,dob,mother,Name", "name,dob,mother,mother"]
        {
            let fault = sorted(headings, None).expect_err("which is it?");
            assert!(fault.detail().contains("Two columns are called"), "{}", fault.detail());
        }
        assert!(sorted("name,dob,mother,address,address,ward,ward", None).is_ok());
    }

    #[test]
    fn what_the_agreement_does_not_cover_is_not_read() {
        let items = [Item::ChildName, Item::BirthDate, Item::CarerName, Item::Postcode];
        let columns = sorted("name,dob,mother,postcode,phone", Some(&items)).expect("columns");
        assert_eq!(columns.not_covered, ["phone"]);
        assert!(columns.read.iter().all(|column| column.field != Field::Phone));

        assert!(sorted("name,dob,mother", Some(&items[..2])).is_err());
    }
}

//! What a column means: from the known headings of births lists and old systems' exports, or from a
//! saved mapping. Each field belongs to an item that an agreement may cover.

use super::headings::{KNOWN, Known, bare};
use super::mapping::Mapping;
use crate::base::fault::Fault;
use crate::base::id::words;
use crate::base::table;
use crate::partners::agreements::Item;

words! {
    /// What a column of a feed means.
    Field {
        /// The number an old system gave the family.
        FamilyReference = "family_reference",
        ChildName = "child_name",
        ChildForename = "child_forename",
        ChildSurname = "child_surname",
        BirthDate = "birth_date",
        /// The due date of an expected child.
        DueDate = "due_date",
        NhsNumber = "nhs_number",
        CarerName = "carer_name",
        CarerForename = "carer_forename",
        CarerSurname = "carer_surname",
        Email = "email",
        Phone = "phone",
        /// A line of the address; several columns may be lines, in order.
        Address = "address",
        Postcode = "postcode",
        /// The day an old system registered the family.
        RegisteredOn = "registered_on",
        MainLanguage = "main_language",
        /// Whether an interpreter is needed: yes or no.
        Interpreter = "interpreter",
        /// What a contact was.
        ContactKind = "contact_kind",
        /// The day it took place; for a nursery or school place, its first day.
        OnDay = "on_day",
        /// A place's last day.
        UntilDay = "until_day",
        /// The kind of place: funded for a two-year-old, paid, …
        Place = "place",
        /// The nursery, childminder or school of a place.
        Setting = "setting",
        /// The title of a session that was held.
        SessionTitle = "session_title",
        /// Whether the child came: yes or no.
        Came = "came",
        /// The centre it took place at.
        Centre = "centre",
        /// Whether the family took up what it was signposted to.
        TakenUp = "taken_up",
        /// The sender's own number of a contact.
        ContactReference = "contact_reference",
        /// The family's membership number, with its check digit.
        MembershipNumber = "membership_number",
        /// The number of adults who came, in a row that names no child.
        Adults = "adults",
        /// The number of children who came, without names.
        Children = "children",
        /// The number who came, adults and children together.
        HeadCount = "head_count",
        /// Where it was held, if not at a centre: a library, a park.
        Venue = "venue",
        /// When it began.
        StartTime = "start_time",
        Ignored = "ignored",
    }
}

impl Field {
    /// The item that an agreement must cover for this column to be used.
    pub fn item(self) -> Option<Item> {
        match self {
            // Ignored in a partner's list.
            Field::FamilyReference | Field::RegisteredOn | Field::Ignored => None,
            // Covered by any agreement for contacts.
            Field::ContactKind
            | Field::OnDay
            | Field::UntilDay
            | Field::Place
            | Field::Setting
            | Field::SessionTitle
            | Field::Came
            | Field::Centre
            | Field::TakenUp
            | Field::ContactReference
            | Field::Adults
            | Field::Children
            | Field::HeadCount
            | Field::Venue
            | Field::StartTime => None,
            // The number comes from us: we gave it to the sender.
            Field::MembershipNumber => None,
            Field::ChildName | Field::ChildForename | Field::ChildSurname => Some(Item::ChildName),
            Field::BirthDate | Field::DueDate => Some(Item::BirthDate),
            Field::NhsNumber => Some(Item::NhsNumber),
            Field::CarerName | Field::CarerForename | Field::CarerSurname => Some(Item::CarerName),
            Field::Email => Some(Item::Email),
            Field::Phone => Some(Item::Phone),
            Field::Address => Some(Item::Address),
            Field::Postcode => Some(Item::Postcode),
            Field::MainLanguage | Field::Interpreter => Some(Item::Language),
        }
    }

    /// Whether it describes a contact, or is only read for contacts.
    pub fn is_of_contact(self) -> bool {
        matches!(
            self,
            Field::ContactKind
                | Field::OnDay
                | Field::UntilDay
                | Field::Place
                | Field::Setting
                | Field::SessionTitle
                | Field::Came
                | Field::Centre
                | Field::TakenUp
                | Field::ContactReference
                | Field::MembershipNumber
                | Field::Adults
                | Field::Children
                | Field::HeadCount
                | Field::Venue
                | Field::StartTime
        )
    }

    /// Whether several columns may hold it: address lines, a second telephone, another adult's
    /// name. For all other fields, two different values cannot both be right.
    pub fn may_be_several(self) -> bool {
        matches!(
            self,
            Field::Address
                | Field::Phone
                | Field::Email
                | Field::ChildName
                | Field::ChildForename
                | Field::ChildSurname
                | Field::CarerName
                | Field::CarerForename
                | Field::CarerSurname
        )
    }

    /// What a heading means without a mapping, from the first list that knows it.
    fn of_heading(heading: &str, known: &[Known]) -> Option<Field> {
        let bare = bare(heading);
        let mut lists = known.iter().flat_map(|list| list.iter());
        lists.find(|(_, names)| names.contains(&bare.as_str())).map(|(field, _)| *field)
    }
}

/// One column that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub at: usize,
    pub heading: String,
    pub field: Field,
}

/// The columns of a file: read, not recognised, or not covered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedColumns {
    pub read: Vec<Column>,
    /// Headings that are not recognised.
    pub unknown: Vec<String>,
    /// Headings that the agreement does not cover.
    pub not_covered: Vec<String>,
}

/// Sorts the columns. `items` are covered by the agreement; `None` means all. A file without the
/// columns every family needs is refused.
pub fn columns(
    headings: &[String],
    mapping: &Mapping,
    items: Option<&[Item]>,
) -> Result<FeedColumns, Fault> {
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
    pub fn sorted(
        headings: &[String],
        mapping: &Mapping,
        known: &[Known],
        wanted: impl Fn(Field) -> bool,
    ) -> Result<FeedColumns, Fault> {
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
    fn must_be_told_apart(&self) -> Result<(), Fault> {
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

    pub fn has(&self, fields: &[Field]) -> bool {
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

    fn must_hold_a_family(&self) -> Result<(), Fault> {
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
    pub fn keep_to(&mut self, items: Option<&[Item]>) {
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

    fn sorted(headings: &str, items: Option<&[Item]>) -> Result<FeedColumns, Fault> {
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

//! The columns of a feed of contacts: headings known without a mapping, and required columns. A row
//! identifies a child by its columns, or a family by its number.

use crate::base::fault::{Fault, Result};
use crate::feeds::fields::{FeedColumns, Field};
use crate::feeds::headings::{KNOWN, Known, bare};
use crate::feeds::mapping::Mapping;
use crate::partners::agreements::Item;

/// Known headings of registers and of universal services' reports.
const OF_CONTACTS: Known = &[
    (Field::ContactKind, "kind type contacttype contactkind category eventcategory reviewtype"),
    (
        Field::OnDay,
        "date day onday contactdate dateofcontact sessiondate eventdate attendancedate \
         dateattended reviewdate dateofreview visitdate dateofvisit startdate placestart firstday",
    ),
    (Field::UntilDay, "enddate placeend untilday leavingdate lastday"),
    (Field::Place, "place placetype funding fundingtype entitlement"),
    (
        Field::Setting,
        "setting settingname nursery nurseryname school schoolname provider providername",
    ),
    (
        Field::SessionTitle,
        "session sessiontitle sessionname event eventname eventtitle activity activityname",
    ),
    (Field::Came, "came attended attendance present"),
    (Field::Centre, "centre centrename hub hubname site"),
    (Field::TakenUp, "takenup takeup"),
    (Field::ContactReference, "reference contactreference contactid eventid attendanceid recordid"),
    (
        Field::MembershipNumber,
        "membershipnumber membershipno membership membernumber memberno cardnumber cardno",
    ),
    (Field::Adults, "adults adultscame adultsattended numberofadults noofadults"),
];

fn is_wanted(field: Field) -> bool {
    let of_child = [
        Field::FamilyReference,
        Field::ChildName,
        Field::ChildForename,
        Field::ChildSurname,
        Field::BirthDate,
        Field::NhsNumber,
        Field::Postcode,
    ];
    field.is_of_contact() || of_child.contains(&field)
}

/// Sorts the columns; all others in the file are ignored and not read.
pub(crate) fn columns(
    headings: &[String],
    mapping: &Mapping,
    items: Option<&[Item]>,
) -> Result<FeedColumns> {
    let mut columns = FeedColumns::sorted(headings, mapping, &[OF_CONTACTS, KNOWN], is_wanted)?;
    must_not_be_of_events(headings, &columns)?;
    must_hold_a_contact(&columns)?;
    must_tell_who(&columns)?;
    columns.keep_to(items);
    must_hold_a_contact(&columns).map_err(|_| {
        let dropped = columns.not_covered.join(", ");
        let detail = format!("The agreement does not cover what a contact needs: {dropped}.");
        Fault::invalid("", detail)
    })?;
    Ok(columns)
}

fn must_hold_a_contact(columns: &FeedColumns) -> Result<()> {
    let child = columns.has(&[Field::NhsNumber, Field::ChildName, Field::ChildForename]);
    let family = columns.has(&[Field::MembershipNumber, Field::FamilyReference])
        && columns.has(&[Field::BirthDate, Field::Adults]);
    let needed = "the child's NHS number or name, or the family's number with a birth date or the \
                adults who came";
    for (is_there, what, such_as) in
        [(columns.has(&[Field::OnDay]), "the day", "Date"), (child || family, needed, "NHS number")]
    {
        if !is_there {
            let detail = format!(
                "There is no column for {what}. Name one \"{such_as}\", or save a mapping that \
                 says which it is."
            );
            return Err(Fault::invalid("", detail));
        }
    }
    Ok(())
}

/// Fields that identify a child or a family.
const TELLS: [Field; 5] = [
    Field::NhsNumber,
    Field::BirthDate,
    Field::Postcode,
    Field::MembershipNumber,
    Field::FamilyReference,
];

/// A list with day, title and attendance but nothing about children is imported as head-counts.
fn must_not_be_of_events(headings: &[String], columns: &FeedColumns) -> Result<()> {
    let names = columns.read.iter().filter(|column| column.field == Field::ChildName);
    let of_child = |heading: &str| !["name", "fullname"].contains(&bare(heading).as_str());
    let is_of_child = columns.has(&TELLS)
        || columns.has(&[Field::ChildForename, Field::ChildSurname])
        || names.into_iter().any(|column| of_child(&column.heading));
    let is_titled = columns.has(&[Field::ChildName, Field::SessionTitle])
        || headings.iter().any(|heading| bare(heading) == "title");
    if is_of_child || !is_titled || !columns.has(&[Field::OnDay]) {
        return Ok(());
    }
    Err(Fault::invalid(
        "",
        "This is a list of events: nothing in it identifies a child. Send attendance as \
         head-counts: POST /feeds/head-counts, or firstplace import head-counts.",
    ))
}

/// A name alone does not identify a child.
fn must_tell_who(columns: &FeedColumns) -> Result<()> {
    match columns.has(&TELLS) {
        true => Ok(()),
        false => Err(Fault::invalid(
            "",
            "A name alone does not identify a child. Add a column of birth dates, postcodes, NHS \
             numbers or membership numbers.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(headings: &str, items: Option<&[Item]>) -> Result<FeedColumns> {
        let headings: Vec<String> = headings.split(',').map(str::to_owned).collect();
        columns(&headings, &Mapping::default(), items)
    }

    #[test]
    fn an_old_register_is_recognised() {
        let columns = sorted("Family ID,Child name,DOB,Session,Session date,Attended,Carer", None);
        let columns = columns.expect("columns");
        let fields: Vec<Field> = columns.read.iter().map(|column| column.field).collect();
        assert_eq!(
            fields,
            [
                Field::FamilyReference,
                Field::ChildName,
                Field::BirthDate,
                Field::SessionTitle,
                Field::OnDay,
                Field::Came
            ]
        );
        assert_eq!(columns.unknown, ["Carer"], "of a contact nobody needs the adult's name");
    }

    #[test]
    fn a_file_without_a_child_or_a_day_is_refused_whole() {
        assert!(sorted("NHS number,Kind", None).is_err());
        assert!(sorted("Date,Kind,Postcode", None).is_err());
        assert!(sorted("Membership number,Date", None).is_err(), "of whom in the family?");
        assert!(sorted("Membership number,DOB,Date", None).is_ok());
        assert!(sorted("Family ID,Adults,Date", None).is_ok());
        let events = sorted("Date,Name,Attendance", None).expect_err("a list of events");
        assert!(events.detail().contains("POST /feeds/head-counts"), "{}", events.detail());
        for headings in
            ["Date,Title,Number", "Event,Date,Attendance,Library", "Date,Session,Attended"]
        {
            let events = sorted(headings, None).expect_err("a list of events");
            assert!(events.detail().contains("This is a list of events"), "{headings}");
        }
        let names = sorted("Date,Child name,Attended", None).expect_err("names alone");
        assert!(names.detail().contains("birth dates"), "{}", names.detail());
        let items = [Item::ChildName, Item::BirthDate];
        assert!(sorted("NHS number,Date", Some(&items)).is_err(), "the number is not covered");
        assert!(sorted("Name,DOB,Date", Some(&items)).is_ok());
    }

    #[test]
    fn no_heading_means_two_things() {
        let mut all: Vec<&str> =
            OF_CONTACTS.iter().flat_map(|(_, names)| names.split(' ')).collect();
        assert!(all.iter().all(|name| bare(name) == *name));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}

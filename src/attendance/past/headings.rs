//! Which columns a list of head-counts has, and how to tell that a list names people.

use crate::base::fault::{Fault, Result};
use crate::feeds::fields::{FeedColumns, Field};
use crate::feeds::headings::{KNOWN, Known};
use crate::feeds::mapping::Mapping;

/// Known headings of lists of events.
const OF_HEAD_COUNTS: Known = &[
    (Field::OnDay, "date day onday sessiondate eventdate attendancedate dateofevent"),
    (
        Field::SessionTitle,
        "title name event eventname eventtitle session sessionname sessiontitle activity \
         activityname group",
    ),
    (
        Field::HeadCount,
        "attendance totalattendance attended attendees headcount headcounts count number \
         numberattended numberattending noattended total people visitors",
    ),
    (Field::Children, "children childrenattended numberofchildren noofchildren"),
    (Field::Adults, "adults adultsattended numberofadults noofadults"),
    (Field::Venue, "place venue location library branch where"),
    (Field::Centre, "centre centrename hub hubname site"),
    (Field::StartTime, "time start starts starttime startsat"),
];

/// Headings that no list of events has.
const OF_PEOPLE: [Field; 8] = [
    Field::ChildForename,
    Field::ChildSurname,
    Field::BirthDate,
    Field::DueDate,
    Field::NhsNumber,
    Field::CarerName,
    Field::CarerForename,
    Field::CarerSurname,
];

/// Sorts the columns; any other column is not read.
pub(crate) fn columns(headings: &[String], mapping: &Mapping) -> Result<FeedColumns> {
    must_not_be_of_people(headings, mapping)?;
    let wanted = |field: Field| OF_HEAD_COUNTS.iter().any(|(known, _)| *known == field);
    let columns = FeedColumns::sorted(headings, mapping, &[OF_HEAD_COUNTS], wanted)?;
    for (fields, what, such_as) in [
        (&[Field::OnDay][..], "the day", "Date"),
        (&[Field::SessionTitle], "the title of the session or event", "Title"),
        (&[Field::HeadCount, Field::Children, Field::Adults], "how many came", "Attendance"),
    ] {
        if !columns.has(fields) {
            let detail = format!(
                "No column holds {what}. Name one \"{such_as}\", or save a mapping that says \
                 which it is."
            );
            return Err(Fault::invalid("", detail));
        }
    }
    Ok(columns)
}

fn must_not_be_of_people(headings: &[String], mapping: &Mapping) -> Result<()> {
    let of_people = |field: Field| OF_PEOPLE.contains(&field);
    if FeedColumns::sorted(headings, mapping, &[KNOWN], of_people)?.read.is_empty() {
        return Ok(());
    }
    let detail = "This list names people. Send who came to what as contacts: POST \
                  /feeds/contacts, or firstplace import contacts.";
    Err(Fault::invalid("", detail))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feeds::headings::bare;

    fn sorted(headings: &str) -> Result<FeedColumns> {
        let headings: Vec<String> = headings.split(',').map(str::to_owned).collect();
        columns(&headings, &Mapping::default())
    }

    #[test]
    fn a_list_of_events_is_recognised_and_one_of_people_refused() {
        let columns = sorted("Date,Name,Attendance,Library,Weather").expect("columns");
        let fields: Vec<Field> = columns.read.iter().map(|column| column.field).collect();
        assert_eq!(fields, [Field::OnDay, Field::SessionTitle, Field::HeadCount, Field::Venue]);
        assert_eq!(columns.unknown, ["Weather"]);
        for (headings, says) in [
            ("Date,Name,DOB,Attendance", "names people"),
            ("Date,Forename,Surname,Attendance", "names people"),
            ("Date,Title,Mother's name,Attendance", "names people"),
            ("Title,Attendance", "the day"),
            ("Date,Attendance", "the title"),
            ("Date,Title", "how many came"),
            ("Date,Title,Title,Attendance", "Two columns"),
        ] {
            let fault = sorted(headings).expect_err("a refusal");
            assert!(fault.detail().contains(says), "{headings}: {}", fault.detail());
        }
    }

    #[test]
    fn no_heading_means_two_things() {
        let mut all: Vec<&str> =
            OF_HEAD_COUNTS.iter().flat_map(|(_, names)| names.split(' ')).collect();
        assert!(all.iter().all(|name| bare(name) == *name));
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}

//! A parsed row: the contact, and who it is with: a child, or adults of a family by its number. An
//! error names the heading and never repeats the value.

use super::words;
use crate::base::calendar::BirthDate;
use crate::base::fault::Fault;
use crate::base::text::{self, sort_name};
use crate::contacts::fit::{self, ContactParty, ContactSaid};
use crate::contacts::{Kind, Place};
use crate::families::Child;
use crate::families::lives::Lives;
use crate::feeds::cells::FeedCells;
use crate::feeds::entry::UnfitEntry;
use crate::feeds::fields::{FeedColumns, Field};
use crate::feeds::values;
use crate::membership::number::Number;
use chrono::{Datelike, NaiveDate};
use csv::StringRecord;

/// A contact as described by a feed.
#[derive(Clone, Debug)]
pub(crate) struct ContactLine {
    pub said: ContactSaid,
    pub came: Came,
    pub party: ContactParty,
    pub told: LineTold,
    pub setting: Option<String>,
    pub session_title: Option<String>,
    pub centre: Option<String>,
    pub reference: Option<String>,
}

/// Whether it took place: a register also lists absences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Came {
    Came,
    StayedAway,
}

/// The details that identify a child or a family.
#[derive(Clone, Debug, Default)]
pub(crate) struct LineTold {
    pub nhs_number: Option<String>,
    /// As it is matched.
    pub sort_name: Option<String>,
    pub born_on: Option<NaiveDate>,
    /// The first of the month, if only the month is given.
    pub born_in: Option<NaiveDate>,
    pub postcode: Option<String>,
    /// The family's membership number.
    pub member: Option<Number>,
    /// The family's number in an old system.
    pub family: Option<String>,
}

impl LineTold {
    /// Whether it identifies a child.
    fn names_a_child(&self) -> bool {
        self.nhs_number.is_some()
            || self.sort_name.is_some()
            || (self.member.is_some() && self.born_on.or(self.born_in).is_some())
    }

    /// Matches a child in the family with this membership number, by first name or birth date.
    pub(crate) fn is_in_family(&self, child: &Child) -> bool {
        let first = |name: &str| name.split(' ').next().map(str::to_owned);
        let name = self.sort_name.as_deref().map(|name| first(name) == first(&child.sort_name));
        let month = |day: NaiveDate| (day.year(), day.month());
        let by_day = self.born_on.map(|day| child.born_on == Some(day));
        let by_month = self.born_in.map(|day| child.born_on.map(month) == Some(month(day)));
        let birth = by_day.or(by_month);
        let says = name.is_some() || birth.is_some();
        says && name != Some(false) && birth != Some(false) && !self.is_another_number(child)
    }

    /// An old system's number has no check digit, so the whole name has to fit.
    pub(crate) fn is_by_old_number(&self, child: &Child) -> bool {
        self.sort_name.as_deref() == Some(child.sort_name.as_str()) && self.is_in_family(child)
    }

    pub(crate) fn is_another_number(&self, child: &Child) -> bool {
        let numbers = self.nhs_number.as_ref().zip(child.nhs_number.as_ref());
        numbers.is_some_and(|(one, other)| one != other)
    }
}

/// How to read the rows of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading<'a> {
    pub columns: &'a FeedColumns,
    /// The kind of rows that do not say.
    pub kind: Option<Kind>,
    pub today: NaiveDate,
}

pub(crate) fn read(reading: &Reading, record: &StringRecord) -> Result<ContactLine, UnfitEntry> {
    let mut cells = FeedCells::of(reading.columns, record);
    let told = told(&mut cells, reading.today);
    let party = party(&mut cells, &told);
    let said = said(&mut cells, reading, party.unwrap_or(ContactParty::Children));
    let came = match cells.value(Field::Came, values::yes) {
        Some(false) => Came::StayedAway,
        Some(true) | None => Came::Came,
    };
    let line = |cells: &mut FeedCells, field| cells.take(field, |text| text::line("", text, 120));
    let setting = line(&mut cells, Field::Setting);
    let session_title = line(&mut cells, Field::SessionTitle);
    let centre = line(&mut cells, Field::Centre);
    let reference = line(&mut cells, Field::ContactReference);
    match (said, party) {
        (Some(said), Some(party)) if cells.wrong.is_empty() => {
            Ok(ContactLine { said, came, party, told, setting, session_title, centre, reference })
        }
        _ => Err(UnfitEntry::Wrong(cells.wrong.join(" "))),
    }
}

fn told(cells: &mut FeedCells, today: NaiveDate) -> LineTold {
    let birth = cells.value(Field::BirthDate, |text| values::birth_date(text, today));
    let name = cells.child_name(birth, today);
    let lives = cells.take(Field::Postcode, |text| Lives::read("", text));
    let (born_on, born_in) = match birth {
        Some(BirthDate::Day(day)) => (Some(day), None),
        Some(BirthDate::MonthOf(month)) => (None, Some(month)),
        None => (None, None),
    };
    LineTold {
        nhs_number: cells.value(Field::NhsNumber, values::nhs_number).flatten(),
        sort_name: name.as_deref().map(sort_name),
        born_on,
        born_in,
        postcode: lives.as_ref().and_then(Lives::postcode),
        member: cells.take(Field::MembershipNumber, Number::parse),
        family: cells.take(Field::FamilyReference, |text| text::line("", text, 60)),
    }
}

/// Who a row is about: a child, else adults of a family given by number.
fn party(cells: &mut FeedCells, told: &LineTold) -> Option<ContactParty> {
    let whole = |text: &str| text.parse().map_err(|_| "Write a whole number.".to_owned());
    let adults = cells.value(Field::Adults, whole);
    if told.names_a_child() {
        return Some(ContactParty::Children);
    }
    let has_number = told.member.is_some() || told.family.is_some();
    if let Some(adults) = adults.filter(|_| has_number) {
        return Some(ContactParty::Adults(adults));
    }
    if cells.wrong.is_empty() {
        let what = "Give the child's NHS number, or its name; or the family's number with the \
                    adults who came.";
        cells.missing(Field::NhsNumber, what);
    }
    None
}

fn said(cells: &mut FeedCells, reading: &Reading, party: ContactParty) -> Option<ContactSaid> {
    let today = reading.today;
    let named = cells.value(Field::ContactKind, words::kind);
    let of_register = reading.columns.has(&[Field::SessionTitle, Field::Came]);
    let assumed = reading.kind.or(of_register.then_some(Kind::Attendance));
    let on_day = cells.value(Field::OnDay, |text| values::day(text, today));
    let until_day = cells.value(Field::UntilDay, |text| values::day(text, today));
    let place: Option<Place> = cells.value(Field::Place, words::place);
    let taken_up = cells.value(Field::TakenUp, values::yes);
    if !cells.wrong.is_empty() {
        return None;
    }
    let Some(kind) = named.or(assumed) else {
        cells.missing(
            Field::ContactKind,
            "Say what kind of contact it was, or send the feed with ?kind=.",
        );
        return None;
    };
    let Some(on_day) = on_day else {
        cells.missing(Field::OnDay, "Give the day.");
        return None;
    };
    let said = ContactSaid { kind, on_day, place, until_day, taken_up };
    match fit::check(&said, party, today) {
        Ok(said) => Some(said),
        Err(fault) => {
            let (field, what) = under(&fault);
            cells.missing(field, &what);
            None
        }
    }
}

/// The column that an error is about.
pub(crate) fn under(fault: &Fault) -> (Field, String) {
    let field = match fault.pointer().unwrap_or_default() {
        "/on_day" => Field::OnDay,
        "/until_day" => Field::UntilDay,
        "/place" => Field::Place,
        "/taken_up" => Field::TakenUp,
        "/partner_id" => Field::Setting,
        "/centre_id" => Field::Centre,
        "/adults" => Field::Adults,
        "/title" => Field::SessionTitle,
        _ => Field::ContactKind,
    };
    (field, fault.detail().to_owned())
}

/// The heading that an error is reported under.
pub(crate) fn wrong(columns: &FeedColumns, fault: &Fault) -> String {
    let (field, what) = under(fault);
    let heading = columns.read.iter().find(|column| column.field == field);
    let name = heading.map_or(field.as_str(), |column| column.heading.as_str());
    format!("\"{name}\": {what}")
}

impl ContactLine {
    /// Recognises the same contact sent again: by the sender's number, else by its content.
    pub(crate) fn known_by(&self) -> String {
        if let Some(reference) = &self.reference {
            return format!("number {}", reference.to_uppercase());
        }
        let what = self.session_title.as_ref().or(self.setting.as_ref());
        let what = what.map(|text| text.to_lowercase()).unwrap_or_default();
        format!("{} {} {what}", self.said.kind.as_str(), self.said.on_day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contacts::feed::headings::columns;
    use crate::feeds::mapping::Mapping;

    fn row(headings: &str, cells: &str, kind: Option<Kind>) -> Result<ContactLine, UnfitEntry> {
        let headings: Vec<String> = headings.split(',').map(str::to_owned).collect();
        let columns = columns(&headings, &Mapping::default(), None).expect("columns");
        let today = "2026-11-16".parse().expect("a day");
        let record: StringRecord = cells.split(',').collect();
        read(&Reading { columns: &columns, kind, today }, &record)
    }

    fn refused(headings: &str, cells: &str) -> String {
        match row(headings, cells, None) {
            Err(UnfitEntry::Wrong(said)) => said,
            other => panic!("not refused: {other:?}"),
        }
    }

    #[test]
    fn a_register_of_an_old_system_is_attendance() {
        let line = row(
            "Child,DOB,Session,Date,Attended".replace("Child", "Child name").as_str(),
            "Ada Byrne,14/02/2024,Messy Mondays,03/11/2025,Y",
            None,
        );
        let line = line.expect("a line");
        assert_eq!(line.said.kind, Kind::Attendance);
        assert_eq!(line.came, Came::Came);
        assert_eq!(line.known_by(), "attendance 2025-11-03 messy mondays");
        let away = row("Name,DOB,Session,Date,Attended", "Ada,14/02/2024,Play,03/11/2025,no", None);
        assert_eq!(away.expect("a line").came, Came::StayedAway);
    }

    #[test]
    fn what_is_wrong_is_said_under_its_heading() {
        let headings = "NHS number,Kind,Review date,Funding";
        for (cells, says) in [
            ("943 476 5919,health review,31/02/2026,", "\"Review date\": There is no 31 February"),
            ("943 476 5918,health review,01/02/2026,", "\"NHS number\""),
            ("943 476 5919,tea,01/02/2026,", "\"Kind\": Write one of"),
            ("943 476 5919,,01/02/2026,", "\"Kind\": Say what kind of contact it was"),
            ("943 476 5919,nursery,01/02/2026,", "\"Funding\": Say what kind of place"),
            (
                "943 476 5919,health review,17/11/2026,",
                "\"Review date\": This date is in the future",
            ),
            (",health review,01/02/2026,", "\"NHS number\": Give the child's"),
        ] {
            let said = refused(headings, cells);
            assert!(said.contains(says), "{cells}: {said}");
            assert!(!said.contains("943"), "{said}");
        }
        let adults = "Membership number,Adults,Date,Kind";
        for (cells, says) in [
            ("4821 0935,2,01/02/2026,call", "\"Membership number\": A digit"),
            (",2,01/02/2026,call", "Give the child's"),
            ("4821 0934,,01/02/2026,call", "Give the child's"),
            ("4821 0934,two,01/02/2026,call", "\"Adults\": Write a whole number"),
            ("4821 0934,0,01/02/2026,call", "\"Adults\": Use 1 to 20"),
            ("4821 0934,1,01/02/2026,review", "\"Kind\": Say which child this is about"),
        ] {
            let said = refused(adults, cells);
            assert!(said.contains(says), "{cells}: {said}");
        }
        let assumed = row("NHS number,Date", "943 476 5919,01/02/2026", Some(Kind::HealthReview));
        assert_eq!(assumed.expect("a line").said.kind, Kind::HealthReview);
    }
}

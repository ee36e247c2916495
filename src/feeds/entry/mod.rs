//! A parsed row: the family it describes. An error names the heading and says what to do, and never
//! repeats the value.

use super::cells::FeedCells;
use super::fields::{FeedColumns, Field};
use super::values;
use crate::base::calendar::{BirthDate, completed_months, may_be_due};
use crate::base::text::{self, sort_name};
use crate::families::PostcodeReason::{self, NoFixedAddress, NotGiven};
use crate::families::add::{Birth, UNNAMED};
use crate::families::answers::{AnswerSaid, Question};
use crate::families::lives::Lives;
use chrono::NaiveDate;
use csv::StringRecord;

/// Which children a list covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ContactReach {
    /// Children served now.
    Served,
    /// Also children served in earlier years: an old system's list covers its past.
    Past,
}

impl ContactReach {
    /// Children are read up to this age, in months.
    fn months(self) -> i32 {
        match self {
            ContactReach::Served => 60,
            ContactReach::Past => 120,
        }
    }
}

/// A family as described by a feed: one adult, one child.
#[derive(Clone, Debug)]
pub(crate) struct FeedEntry {
    /// The number an old system gave the family.
    pub reference: Option<String>,
    pub child_name: String,
    pub birth: Birth,
    pub nhs_number: Option<String>,
    pub carer_name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    /// Lines of the address, without the postcode.
    pub address: Option<String>,
    pub postcode: Option<String>,
    pub postcode_reason: Option<PostcodeReason>,
    /// When an old system registered the family.
    pub registered_on: Option<NaiveDate>,
    pub answers: Vec<AnswerSaid>,
}

/// Why a row creates nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum UnfitEntry {
    /// Something is wrong with it.
    Wrong(String),
    /// The child is too old.
    TooOld,
}

/// Reads a row by its columns; `today` is the centre's date.
pub(crate) fn read(
    columns: &FeedColumns,
    record: &StringRecord,
    today: NaiveDate,
    reach: ContactReach,
) -> Result<FeedEntry, UnfitEntry> {
    let mut cells = FeedCells::of(columns, record);
    let birth = cells.birth(today);
    let child_name = cells.child_name(birth.and_then(Birth::date), today);
    let carer_name = cells.name(Field::CarerName, Field::CarerForename, Field::CarerSurname);
    let lives = cells.take(Field::Postcode, |text| Lives::read("", text));
    let entry = FeedEntry {
        reference: cells.take(Field::FamilyReference, |text| text::line("", text, 60)),
        child_name: child_name.unwrap_or_else(|| cells.unnamed(birth)),
        birth: birth.unwrap_or(Birth::Born(today)),
        nhs_number: cells.value(Field::NhsNumber, values::nhs_number).flatten(),
        carer_name: carer_name.unwrap_or_else(|| {
            cells.missing(Field::CarerName, "Give the name of an adult in the family.");
            String::new()
        }),
        email: cells.take(Field::Email, |text| text::email("", text)),
        phone: cells.take(Field::Phone, |text| text::phone("", text)),
        // Without a fixed address, no post can arrive.
        address: cells.address().filter(|_| lives != Some(Lives::Without(NoFixedAddress))),
        postcode: lives.as_ref().and_then(Lives::postcode),
        postcode_reason: lives.unwrap_or(Lives::Without(NotGiven)).reason(),
        registered_on: cells.registered_on(today),
        answers: cells.answers(),
    };
    if entry.email.is_none() && entry.phone.is_none() && !entry.has_postal_address() {
        cells.missing(Field::Phone, "Give one way to reach the family: mail, phone or address.");
    }

    if !cells.wrong.is_empty() {
        return Err(UnfitEntry::Wrong(cells.wrong.join(" ")));
    }
    match birth.and_then(Birth::date) {
        Some(birth) if is_too_old(birth, today, reach) => Err(UnfitEntry::TooOld),
        _ => Ok(entry),
    }
}

fn is_too_old(birth: BirthDate, today: NaiveDate, reach: ContactReach) -> bool {
    completed_months(birth, today) >= reach.months()
}

impl FeedEntry {
    fn has_postal_address(&self) -> bool {
        self.address.is_some() && self.postcode.is_some()
    }

    pub(crate) fn born_on(&self) -> Option<NaiveDate> {
        match self.birth {
            Birth::Born(day) => Some(day),
            Birth::BornIn(_) | Birth::Due(_) => None,
        }
    }

    /// Recognises the same row sent again, whatever has changed here meanwhile.
    pub(crate) fn fingerprint(&self) -> String {
        let birth = match self.birth {
            Birth::Born(day) | Birth::BornIn(day) | Birth::Due(day) => day,
        };
        let (child, carer) = (sort_name(&self.child_name), sort_name(&self.carer_name));
        let postcode = self.postcode.as_deref().unwrap_or_default();
        let number = self.nhs_number.as_deref().unwrap_or_default();
        format!("{child}|{birth}|{carer}|{postcode}|{number}")
    }

    /// What siblings in one file share: the adult and contact details. `None` if only a name and a
    /// postcode are given, which two families may share.
    pub(crate) fn household(&self) -> Option<String> {
        let ways = [&self.address, &self.phone, &self.email];
        if ways.iter().all(|way| way.is_none()) {
            return None;
        }
        let carer = sort_name(&self.carer_name);
        let place = [&self.postcode, &self.address, &self.phone, &self.email];
        let place: Vec<&str> = place.map(|text| text.as_deref().unwrap_or_default()).into();
        Some(format!("{carer}|{}", place.join("|")))
    }
}

impl FeedCells<'_> {
    /// A child without a forename yet is "Baby" with its surname, or its mother's.
    fn unnamed(&mut self, birth: Option<Birth>) -> String {
        let mut surname = |field| self.take(field, |text| text::name("", text));
        let surname = surname(Field::ChildSurname).or_else(|| surname(Field::CarerSurname));
        match (surname, birth) {
            (Some(surname), _) => format!("Baby {surname}"),
            (None, Some(Birth::Due(_))) => UNNAMED.to_owned(),
            (None, _) => {
                self.missing(Field::ChildName, "Give the child's name.");
                String::new()
            }
        }
    }

    fn birth(&mut self, today: NaiveDate) -> Option<Birth> {
        let before = self.wrong.len();
        let born = self.value(Field::BirthDate, |text| {
            let birth = values::birth_date(text, today)?;
            match birth.earliest() > today {
                false => Ok(Birth::of(birth)),
                true => Err("This date is in the future. Use today or earlier.".to_owned()),
            }
        });
        let due = self.value(Field::DueDate, |text| {
            let day = values::day(text, today)?;
            match may_be_due(day, today) {
                true => Ok(Birth::Due(day)),
                false => Err("Use a due date from 60 days ago to 310 days ahead.".to_owned()),
            }
        });
        if born.is_none() && due.is_none() && self.wrong.len() == before {
            self.missing(Field::BirthDate, "Give the birth date or the due date.");
        }
        born.or(due)
    }

    fn registered_on(&mut self, today: NaiveDate) -> Option<NaiveDate> {
        self.value(Field::RegisteredOn, |text| {
            let day = values::day(text, today)?;
            match day > today {
                false => Ok(day),
                true => Err("This date is in the future. Use today or earlier.".to_owned()),
            }
        })
    }

    fn address(&mut self) -> Option<String> {
        let lines: Vec<&str> = self.filled(Field::Address).iter().map(|(_, line)| *line).collect();
        let address = lines.join("\n").replace("\r\n", "\n");
        if address.chars().count() > 400 {
            self.missing(Field::Address, "Use at most 400 characters.");
            return None;
        }
        Some(address).filter(|address| !address.is_empty())
    }

    fn answers(&mut self) -> Vec<AnswerSaid> {
        let language = self.take(Field::MainLanguage, |text| text::line("", text, 60));
        let needed = self.value(Field::Interpreter, values::yes);
        let mut answers = Vec::new();
        if needed == Some(true) {
            let value = language.clone().unwrap_or_else(|| "yes".to_owned());
            answers.push(AnswerSaid { question: Question::Interpreter, value });
        }
        let spoken = language.map(|value| AnswerSaid { question: Question::MainLanguage, value });
        answers.extend(spoken);
        answers
    }
}

#[cfg(test)]
mod tests;

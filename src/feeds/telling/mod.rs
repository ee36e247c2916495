//! Telling listed families: a family known only from a feed is told that it is a member, what data
//! is kept and why, and how to opt out; by mail, else by letter, else in person. Until then it is
//! on the list of families to tell and gets nothing else.

pub(crate) mod letter;
pub mod service;
pub(crate) mod store;

use crate::base::id::{CentreId, FamilyId};
use crate::base::text_enum::text_enum;
use crate::membership::number::Number;
use chrono::NaiveDate;

text_enum! {
    /// How a listed family can be told.
    Way {
        /// A message is queued, or was sent and is about to be noted.
        Mail = "mail",
        Letter = "letter",
        /// Neither: by telephone or when somebody meets the family.
        InPerson = "in_person",
    }
}

/// A family that has to be told.
#[derive(Clone, Debug)]
pub struct ToTell {
    pub number: Number,
    pub family_id: FamilyId,
    pub centre_id: Option<CentreId>,
    pub listed_on: NaiveDate,
    pub tell_by: NaiveDate,
    pub way: Way,
}

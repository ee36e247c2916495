//! Listed until told: a family known only from a feed is told that it is a member, with what is
//! kept of it, why, and how to say no; by mail, else by a letter, else by whoever meets it. Until
//! then it gets nothing else, and is on the list of those to tell.

pub mod http;
pub mod letter;
pub mod service;
pub mod store;

use crate::id::{CentreId, FamilyId, words};
use crate::membership::number::Number;
use chrono::NaiveDate;

words! {
    /// How a listed family can be told.
    Way {
        /// A message is on its way, or has left and is about to be noted.
        Mail = "mail",
        Letter = "letter",
        /// Neither: when somebody rings or meets it.
        InPerson = "in_person",
    }
}

/// A family that is to be told.
#[derive(Clone, Debug)]
pub struct ToTell {
    pub number: Number,
    pub family_id: FamilyId,
    pub centre_id: Option<CentreId>,
    pub listed_on: NaiveDate,
    pub tell_by: NaiveDate,
    pub way: Way,
}

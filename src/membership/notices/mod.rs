//! What families are told about their information: texts with a version, in English and in the
//! languages a person has confirmed. A version never changes once anyone may have been shown it;
//! different wording is another version.

pub mod service;
pub(crate) mod store;
pub(crate) mod words;

use crate::base::moment::Moment;
use crate::db::schema::notices;
use diesel::prelude::*;

/// The language that every version is written in first.
pub const ENGLISH: &str = "en";

/// One version in one language.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = notices)]
pub struct Notice {
    pub version: i32,
    pub language: String,
    pub title: String,
    /// Paragraphs, with an empty line between.
    pub body: String,
    /// The same in a few sentences, for the back of a card.
    pub card_text: String,
    pub written_at: Moment,
    /// The person who read a translation and says that it is right.
    pub confirmed_by: Option<String>,
    pub confirmed_at: Option<Moment>,
}

impl Notice {
    /// Whether families may be shown it: English, and what a person has confirmed.
    pub fn counts(&self) -> bool {
        self.language == ENGLISH || self.confirmed_at.is_some()
    }
}

//! What a form sent, by name: what was left out is empty, and what may be ticked several times is a
//! list.

use crate::web::form::typed_adults;

/// The fields of a form, as they came.
#[derive(Clone, Default)]
pub(super) struct Sent(Vec<(String, String)>);

impl Sent {
    pub(super) fn of(fields: Vec<(String, String)>) -> Sent {
        Sent(fields)
    }

    /// Without the space around it.
    pub(super) fn one<'a>(&'a self, name: &str) -> &'a str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    pub(super) fn filled(&self, name: &str) -> Option<String> {
        Some(self.one(name).to_owned()).filter(|text| !text.is_empty())
    }

    pub(super) fn is_on(&self, name: &str) -> bool {
        !self.one(name).is_empty()
    }

    /// How many adults come: one where nothing was said, `None` for what is no number of them.
    pub(super) fn adults(&self) -> Option<i32> {
        match self.one("adults") {
            "" => Some(1),
            typed => typed_adults(typed),
        }
    }

    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.trim())
    }
}

//! What every list is made of: a row is somebody to ring or to see to, why, when it was last tried,
//! and what may be done about it.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::{CentreId, FamilyId};
use crate::db::Tx;
use crate::families::follow_up::ToRing;
use crate::pages::task_lines::ToDial;

pub(crate) struct Row {
    /// What a deed names it by.
    pub id: String,
    /// The record to open, where the reader may.
    pub family: Option<FamilyId>,
    pub who: String,
    pub numbers: Vec<ToDial>,
    pub why: String,
    /// When and how it was last tried; empty where it was not.
    pub last_try: String,
    /// What a button sends, and what stands on it.
    pub deeds: Vec<(&'static str, &'static str)>,
}

/// A page of a list.
pub(crate) struct Listed {
    pub rows: Vec<Row>,
    pub next: Option<String>,
}

/// Which page.
pub(crate) struct Wanted<'a> {
    /// Where the page before ended.
    pub after: &'a str,
    pub rows: usize,
    /// The centre whose list it is, where each has its own.
    pub centre: Option<&'a CentreId>,
}

/// One list.
pub(crate) struct ListKind {
    /// Its name in the address.
    pub name: &'static str,
    pub title: &'static str,
    /// What it is for, in a sentence.
    pub about: &'static str,
    /// Who may read it.
    pub act: Act,
    /// Who may press its buttons.
    pub deed: Act,
    pub logged: Event,
    /// Each centre has its own.
    pub of_a_centre: bool,
    /// A deed that is done for all rows of a page at once.
    pub for_all: Option<(&'static str, &'static str)>,
    pub load: fn(&mut Tx, &Wanted) -> Result<Listed>,
    /// Does what a button asks for; false where there is no such deed.
    pub settle: fn(&mut Tx, &str, &str) -> Result<bool>,
}

/// The adults of a family that the reader may open, and their numbers; else what else it is known by.
pub(crate) fn to_dial(of: Option<&ToRing>, or: &str) -> (String, Vec<ToDial>) {
    let Some(of) = of else { return (or.to_owned(), Vec::new()) };
    let names: Vec<&str> = of.carers.iter().map(|carer| carer.name.as_str()).collect();
    let dial = of.carers.iter().filter_map(|carer| {
        let phone = carer.phone.clone()?;
        Some(ToDial { name: carer.name.clone(), phone, no_voicemail: carer.no_voicemail })
    });
    (names.join(", "), dial.collect())
}

/// As many rows as were asked for, and the place of the last where there are more.
pub(crate) fn paged<T>(
    mut found: Vec<T>,
    rows: usize,
    place: impl Fn(&T) -> String,
) -> (Vec<T>, Option<String>) {
    let more = found.len() > rows;
    found.truncate(rows);
    let next = found.last().map(place).filter(|_| more);
    (found, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_last_row_only_where_there_is_another() {
        let place = |row: &i32| row.to_string();
        assert_eq!(paged(vec![1, 2, 3], 2, place), (vec![1, 2], Some("2".to_owned())));
        assert_eq!(paged(vec![1, 2], 2, place), (vec![1, 2], None));
        assert_eq!(paged(Vec::new(), 2, place), (vec![], None));
    }
}

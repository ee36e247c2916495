//! When a membership ends by itself: when no child of the family is served any more and none is
//! expected. A family that grew out of it gets a farewell; if a child died or a pregnancy ended,
//! nothing is said.

pub(crate) mod service;
pub(crate) mod store;

use crate::base::calendar::{BirthDate, birthday};
use crate::base::id::ChildId;
use crate::families::{Child, SERVED_YEARS};
use crate::membership::renewal::is_served;
use chrono::NaiveDate;

/// A child of the family, as far as this needs it.
pub struct Grown {
    pub id: ChildId,
    /// `None` for a child that is expected.
    pub born: Option<BirthDate>,
    /// It died, or the pregnancy ended.
    pub silenced: bool,
}

impl Grown {
    pub fn of(child: &Child) -> Grown {
        Grown { id: child.id.clone(), born: child.born(), silenced: !child.is_spoken_of() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The youngest has its fifth birthday behind it, on this day.
    AgedOut { child: ChildId, on: NaiveDate },
    /// Nobody is left to serve, and there is nothing to say.
    Silent,
}

/// Whether, and how, a membership with these children has ended by this day. A family without any
/// child on record is left to staff.
pub fn ending(children: &[Grown], on: NaiveDate) -> Option<Ending> {
    let goes_on = |child: &Grown| {
        !child.silenced && child.born.is_none_or(|born| is_served(born, on) || born_after(born, on))
    };
    if children.is_empty() || children.iter().any(goes_on) {
        return None;
    }
    if children.iter().any(|child| child.silenced) {
        return Some(Ending::Silent);
    }
    let five = |child: &Grown| Some((birthday(child.born?, SERVED_YEARS), child.id.clone()));
    let (on, child) = children.iter().filter_map(five).max()?;
    Some(Ending::AgedOut { child, on })
}

fn born_after(born: BirthDate, on: NaiveDate) -> bool {
    born.counted_from() > on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn child(born_on: Option<&str>, silenced: bool) -> Grown {
        let born = born_on.map(|day| BirthDate::Day(day.parse().expect("a day")));
        Grown { id: ChildId::from(born_on.unwrap_or("expected")), born, silenced }
    }

    fn ends(children: &[Grown]) -> Option<Ending> {
        ending(children, "2026-11-17".parse().expect("a day"))
    }

    fn aged_out(born_on: &str, on: &str) -> Option<Ending> {
        Some(Ending::AgedOut { child: ChildId::from(born_on), on: on.parse().expect("a day") })
    }

    #[test]
    fn it_ends_on_the_fifth_birthday_of_the_youngest() {
        let (big, five) = (child(Some("2019-01-01"), false), child(Some("2021-11-17"), false));
        assert_eq!(ends(&[big, five]), aged_out("2021-11-17", "2026-11-17"));
        assert_eq!(ends(&[child(Some("2021-11-18"), false)]), None, "five tomorrow");
        assert_eq!(ends(&[child(Some("2020-02-29"), false)]), aged_out("2020-02-29", "2025-03-01"));
    }

    #[test]
    fn a_younger_or_expected_child_keeps_it() {
        for other in [child(Some("2026-11-01"), false), child(None, false)] {
            assert_eq!(ends(&[child(Some("2019-01-01"), false), other]), None);
        }
        assert_eq!(ends(&[]), None);
    }

    #[test]
    fn a_loss_ends_it_without_a_word() {
        for lost in [child(Some("2025-01-01"), true), child(None, true)] {
            assert_eq!(ends(&[child(Some("2019-01-01"), false), lost]), Some(Ending::Silent));
        }
        let living = child(Some("2025-06-01"), false);
        assert_eq!(ends(&[child(None, true), living]), None, "another child is served");
    }
}

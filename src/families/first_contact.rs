//! Decides whether a described child is a child on record: the same, a near match, or another. Pure
//! functions.

use super::likeness::{NEAR, SAME, first_names, is_unnamed, names};
use super::statements::SaidChild;
use super::{Child, Household};
use crate::base::text::sort_name;
use chrono::NaiveDate;

/// The same folded name, or none if only a card was shown; and the same birth day, the same month
/// if neither gives a day, or the same due date.
fn is_same(said: &SaidChild, known: &Child) -> bool {
    let named = said
        .name
        .as_deref()
        .is_none_or(|name| sort_name(name) == known.sort_name || names(name, &known.name) == SAME);
    let born = said.born_on.is_some()
        && (said.born_on, said.month_only) == (known.born_on, known.born_month_only);
    named && (born || (said.due_on.is_some() && said.due_on == known.due_on))
}

/// A similarly spelt first name and the same birth date. Enough if contact details match too; a
/// name that only sounds alike is not enough, nor a different first name.
pub fn is_near(name: &str, born_on: NaiveDate, known: &Child) -> bool {
    let unnamed = [name, known.name.as_str()].into_iter().any(is_unnamed);
    let name = if unnamed { names(name, &known.name) } else { first_names(name, &known.name) };
    name >= NEAR && known.born_on == Some(born_on) && !known.born_month_only
}

/// For each described child, by position, the child of a known family that it is; each child at
/// most once.
pub fn paired<'a>(described: &[SaidChild], known: &'a [Child]) -> Vec<Option<&'a Child>> {
    let mut pairs: Vec<Option<&Child>> = vec![None; described.len()];
    let nearly = |said: &SaidChild, child: &Child| {
        let born_on = said.born_on.filter(|_| !said.month_only);
        said.name.as_deref().zip(born_on).is_some_and(|(name, day)| is_near(name, day, child))
    };
    let fits: [fn(&SaidChild, &Child) -> bool; 2] = [is_same, nearly];
    for fits in fits {
        for (at, said) in described.iter().enumerate() {
            let free = |child: &&Child| {
                !pairs.iter().flatten().any(|taken| taken.id == child.id) && fits(said, child)
            };
            let found = known.iter().find(free);
            if let Some(place) = pairs.get_mut(at).filter(|place| place.is_none()) {
                *place = found;
            }
        }
    }
    pairs
}

/// Whether any of these contact details belongs to the household.
pub fn is_reached_by(household: &Household, emails: &[String], phones: &[String]) -> bool {
    household.carers.iter().any(|carer| {
        let by_mail = carer.email.as_ref().is_some_and(|email| emails.contains(email));
        by_mail || carer.phone_digits.as_ref().is_some_and(|digits| phones.contains(digits))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::moment::Moment;

    fn said(name: &str, born_on: &str) -> SaidChild {
        let born_on = Some(born_on.parse().expect("a day"));
        SaidChild { name: Some(name.to_owned()), born_on, month_only: false, due_on: None }
    }

    fn child(id: &str, name: &str, born_on: &str) -> Child {
        let now = Moment::parse("2026-11-16T10:00:00Z").expect("a moment");
        said(name, born_on).as_described(id.into(), now)
    }

    #[test]
    fn a_first_name_nearly_so_is_the_child_and_a_twin_or_a_baby_without_a_name_is_not() {
        let born_on = "2025-05-14";
        let day = born_on.parse().expect("a day");
        for (known, name, near) in [
            ("Yusuf Khan", "Yusef Malik", true),
            ("Anne-Marie Low", "Annemarie Low", true),
            ("Hassan Ali", "Hussain Ali", false),
            ("Baby Khan", "Baby Malik", false),
            ("Baby Khan", "Baby Kahn", true),
            ("Ada Byrne", "Leo Byrne", false),
        ] {
            assert_eq!(is_near(name, day, &child("c", known, born_on)), near, "{known} {name}");
        }
        assert!(!is_near("Yusuf Khan", day, &child("c", "Yusuf Khan", "2025-05-15")));
    }

    #[test]
    fn each_child_is_one_of_the_described_and_the_same_name_comes_before_a_near_one() {
        let known = [child("a", "Sara Low", "2025-05-14"), child("b", "Sarah Low", "2025-05-14")];
        let described = [said("Sarah Low", "2025-05-14"), said("Sara Low", "2025-05-14")];
        let pairs = paired(&described, &known);
        let ids: Vec<&str> = pairs.into_iter().flatten().map(|child| child.id.as_str()).collect();
        assert_eq!(ids, ["b", "a"]);
        let described = [said("Leo Low", "2025-05-14"), said("Sara Low", "2025-05-14")];
        assert_eq!(paired(&described, &known).iter().filter(|one| one.is_some()).count(), 1);
    }
}

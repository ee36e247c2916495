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
pub(crate) fn is_near(name: &str, born_on: NaiveDate, known: &Child) -> bool {
    let unnamed = [name, known.name.as_str()].into_iter().any(is_unnamed);
    let name = if unnamed { names(name, &known.name) } else { first_names(name, &known.name) };
    name >= NEAR && known.born_on == Some(born_on) && !known.born_month_only
}

/// For each described child, by position, the child of a known family that it is; each child at
/// most once.
pub(crate) fn paired<'a>(described: &[SaidChild], known: &'a [Child]) -> Vec<Option<&'a Child>> {
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
pub(crate) fn is_reached_by(household: &Household, emails: &[String], phones: &[String]) -> bool {
    household.carers.iter().any(|carer| {
        let by_mail = carer.email.as_ref().is_some_and(|email| emails.contains(email));
        by_mail || carer.phone_digits.as_ref().is_some_and(|digits| phones.contains(digits))
    })
}

pub(crate) mod service {
    //! A first contact with a known family creates no second record: this finds the existing one,
    //! for every channel and spelling. Likely matches go on the list of possible duplicates.

    use super::store as known_ways;
    use super::{is_near, is_reached_by, paired};
    use crate::base::fault::Result;
    use crate::base::id::{ChildId, FamilyId};
    use crate::base::text::{phone_digits, sort_name};
    use crate::db::Tx;
    use crate::families;
    use crate::families::Household;
    use crate::families::add::{AddChild, AddFamily, Birth};
    use crate::families::statements::StatementSaid;
    use crate::families::store::Described;
    use chrono::NaiveDate;

    /// A known family, and which of its children each described child is.
    #[derive(Clone, Debug)]
    pub(crate) struct KnownHousehold {
        pub household: Household,
        pub children: Vec<Option<ChildId>>,
    }

    /// Finds the described family: by a child's name, birth date and postcode; or by a similar
    /// first name, the birth date and a contact detail.
    pub(crate) fn known(tx: &mut Tx, add: &AddFamily) -> Result<Option<KnownHousehold>> {
        let emails = add.carers.iter().filter_map(|carer| carer.email.as_deref());
        let phones = add.carers.iter().filter_map(|carer| carer.phone.as_deref());
        let emails: Vec<String> = emails.map(str::to_lowercase).collect();
        let phones: Vec<String> = phones.map(phone_digits).collect();
        let mut found: Vec<FamilyId> = Vec::new();
        for child in &add.children {
            let AddChild::New { name, birth: Birth::Born(day), nhs_number, .. } = child else {
                continue;
            };
            let described = Described {
                postcode: add.postcode.as_deref(),
                sort_name: &sort_name(name),
                born_on: Some(*day),
                nhs_number: nhs_number.as_deref(),
            };
            let number = nhs_number.as_deref();
            for (family, child) in families::store::exact(tx, &described)? {
                let child = families::store::child(tx, &child)?;
                if child.is_none_or(|child| !are_two(number, child.nhs_number.as_deref())) {
                    found.push(family);
                }
            }
            found.extend(near(tx, (name.as_str(), *day), number, (&emails, &phones))?);
        }
        found.sort();
        found.dedup();

        let mut best: Option<Household> = None;
        for id in found {
            let household = families::store::household(tx, &id)?;
            if household.family.guest || household.family.erased_at.is_some() {
                continue;
            }
            // If the child has two homes, the one with these contact details.
            if is_reached_by(&household, &emails, &phones) {
                best = Some(household);
                break;
            }
            best.get_or_insert(household);
        }
        let Some(household) = best else { return Ok(None) };
        let children = match StatementSaid::of(add) {
            Some(said) => paired(&said.children, &household.children)
                .into_iter()
                .map(|child| child.map(|child| child.id.clone()))
                .collect(),
            None => Vec::new(),
        };
        Ok(Some(KnownHousehold { household, children }))
    }

    fn near(
        tx: &mut Tx,
        (name, born_on): (&str, NaiveDate),
        nhs_number: Option<&str>,
        (emails, phones): (&[String], &[String]),
    ) -> Result<Vec<FamilyId>> {
        if emails.is_empty() && phones.is_empty() {
            return Ok(Vec::new());
        }
        let reached = known_ways::born_and_reached(tx, born_on, emails, phones)?;
        let same = reached.into_iter().filter(|(_, child)| {
            is_near(name, born_on, child) && !are_two(nhs_number, child.nhs_number.as_deref())
        });
        Ok(same.map(|(family, _)| family).collect())
    }

    /// Different NHS numbers mean different children, whatever their names: twins may both be
    /// "Baby".
    fn are_two(one: Option<&str>, other: Option<&str>) -> bool {
        one.zip(other).is_some_and(|(one, other)| one != other)
    }
}

pub(crate) mod store {
    //! Queries for first contacts.

    use crate::base::fault::Result;
    use crate::base::id::FamilyId;
    use crate::db::Tx;
    use crate::db::schema::{carers, children, families, family_children};
    use crate::families::Child;
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// Children born on a day in families where an adult has one of these contact details.
    pub(crate) fn born_and_reached(
        tx: &mut Tx,
        born_on: NaiveDate,
        emails: &[String],
        phones: &[String],
    ) -> Result<Vec<(FamilyId, Child)>> {
        let by_mail =
            carers::table.filter(carers::email.eq_any(emails)).select(carers::family_id).distinct();
        let mut reached: Vec<FamilyId> = by_mail.load(tx.conn())?;
        let by_phone = carers::table
            .filter(carers::phone_digits.eq_any(phones))
            .select(carers::family_id)
            .distinct();
        reached.extend(by_phone.load::<FamilyId>(tx.conn())?);
        Ok(children::table
            .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
            .inner_join(families::table.on(families::id.eq(family_children::family_id)))
            .filter(families::id.eq_any(reached))
            .filter(families::guest.eq(false))
            .filter(families::joined_into.is_null())
            .filter(families::erased_at.is_null())
            .filter(children::born_on.eq(born_on))
            .filter(children::born_month_only.eq(false))
            .order((families::id, children::id))
            .select((families::id, Child::as_select()))
            .load(tx.conn())?)
    }
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

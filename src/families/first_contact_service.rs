//! A first contact with a known family creates no second record: this finds the existing one, for
//! every channel and spelling. Likely matches go on the list of possible duplicates.

use super::first_contact::{is_near, is_reached_by, paired};
use super::service::{AddChild, AddFamily, Birth};
use super::statements::Said;
use super::store::{self, Described};
use super::{Household, first_contact_store};
use crate::base::fault::Fault;
use crate::base::id::{ChildId, FamilyId};
use crate::base::text::{phone_digits, sort_name};
use crate::db::Tx;
use chrono::NaiveDate;

/// A known family, and which of its children each described child is.
#[derive(Clone, Debug)]
pub struct Known {
    pub household: Household,
    pub children: Vec<Option<ChildId>>,
}

/// Finds the described family: by a child's name, birth date and postcode; or by a similar first
/// name, the birth date and a contact detail.
pub fn known(tx: &mut Tx, add: &AddFamily) -> Result<Option<Known>, Fault> {
    let ways = Ways::of(add);
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
        for (family, child) in store::exact(tx, &described)? {
            let child = store::child(tx, &child)?;
            if child.is_none_or(|child| !are_two(number, child.nhs_number.as_deref())) {
                found.push(family);
            }
        }
        found.extend(near(tx, (name.as_str(), *day), number, &ways)?);
    }
    found.sort();
    found.dedup();

    let mut best: Option<Household> = None;
    for id in found {
        let household = store::household(tx, &id)?;
        if household.family.guest || household.family.erased_at.is_some() {
            continue;
        }
        // If the child has two homes, the one with these contact details.
        if is_reached_by(&household, &ways.emails, &ways.phones) {
            best = Some(household);
            break;
        }
        best.get_or_insert(household);
    }
    let Some(household) = best else { return Ok(None) };
    let children = match Said::of(add) {
        Some(said) => paired(&said.children, &household.children)
            .into_iter()
            .map(|child| child.map(|child| child.id.clone()))
            .collect(),
        None => Vec::new(),
    };
    Ok(Some(Known { household, children }))
}

struct Ways {
    emails: Vec<String>,
    phones: Vec<String>,
}

impl Ways {
    fn of(add: &AddFamily) -> Ways {
        let emails = add.carers.iter().filter_map(|carer| carer.email.as_deref());
        let phones = add.carers.iter().filter_map(|carer| carer.phone.as_deref());
        Ways {
            emails: emails.map(str::to_lowercase).collect(),
            phones: phones.map(phone_digits).collect(),
        }
    }
}

fn near(
    tx: &mut Tx,
    (name, born_on): (&str, NaiveDate),
    nhs_number: Option<&str>,
    ways: &Ways,
) -> Result<Vec<FamilyId>, Fault> {
    if ways.emails.is_empty() && ways.phones.is_empty() {
        return Ok(Vec::new());
    }
    let reached = first_contact_store::born_and_reached(tx, born_on, &ways.emails, &ways.phones)?;
    let same = reached.into_iter().filter(|(_, child)| {
        is_near(name, born_on, child) && !are_two(nhs_number, child.nhs_number.as_deref())
    });
    Ok(same.map(|(family, _)| family).collect())
}

/// Different NHS numbers mean different children, whatever their names: twins may both be "Baby".
fn are_two(one: Option<&str>, other: Option<&str>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one != other)
}

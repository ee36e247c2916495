//! What a family that opted out is recognised by: several facts, each of which is kept only as a
//! keyed hash, so that a feed or a form that brings the family again under another surname, or from
//! another address, still meets one of them.

use super::service::{AddChild, AddFamily, Birth};
use super::{Child, Household};
use crate::calendar::{BirthDate, birthday};
use crate::text::{phone_digits, sort_name};
use chrono::NaiveDate;

/// The facts of a household that is known.
pub fn of_household(household: &Household) -> Vec<String> {
    let mut facts = Vec::new();
    for child in &household.children {
        let born = child.born_on.filter(|_| !child.born_month_only);
        let postcode = household.family.postcode.as_deref();
        of_child(&mut facts, &child.name, born, postcode, child.nhs_number.as_deref());
    }
    for carer in &household.carers {
        of_carer(&mut facts, carer.email.as_deref(), carer.phone.as_deref());
    }
    tidy(facts)
}

/// What a family is counted by that asks again and again: its ways of contact, and each child by
/// its whole name and birth date.
pub fn identifiers(add: &AddFamily) -> Vec<String> {
    of_sent(add).into_iter().filter(|fact| !fact.starts_with("first ")).collect()
}

/// The facts of a family that somebody sends.
pub fn of_sent(add: &AddFamily) -> Vec<String> {
    let mut facts = Vec::new();
    for child in &add.children {
        if let AddChild::New { name, birth, nhs_number, .. } = child {
            let born = match birth {
                Birth::Born(day) => Some(*day),
                Birth::BornIn(_) | Birth::Due(_) => None,
            };
            of_child(&mut facts, name, born, add.postcode.as_deref(), nhs_number.as_deref());
        }
    }
    for carer in &add.carers {
        of_carer(&mut facts, carer.email.as_deref(), carer.phone.as_deref());
    }
    tidy(facts)
}

/// Of a child: its NHS number; its first name and birth date with the postcode, so that another
/// surname matches; and its whole name and birth date, so that another address does.
fn of_child(
    facts: &mut Vec<String>,
    name: &str,
    born: Option<NaiveDate>,
    postcode: Option<&str>,
    nhs_number: Option<&str>,
) {
    facts.extend(nhs_number.map(|number| format!("nhs {number}")));
    let Some(born) = born else { return };
    let name = sort_name(name);
    facts.push(format!("child {name} {born}"));
    if let (Some(postcode), Some(first)) = (postcode, name.split(' ').next()) {
        facts.push(format!("first {first} {born} {postcode}"));
    }
}

fn of_carer(facts: &mut Vec<String>, email: Option<&str>, phone: Option<&str>) {
    facts.extend(email.map(|email| format!("email {}", email.to_lowercase())));
    facts.extend(phone.map(|phone| format!("phone {}", phone_digits(phone))));
}

fn tidy(mut facts: Vec<String>) -> Vec<String> {
    facts.sort();
    facts.dedup();
    facts
}

/// Until when they are kept: the youngest child's birthday of this age; for one that is expected,
/// counted from the day it is due.
pub fn until(children: &[Child], served_years: i32, today: NaiveDate) -> NaiveDate {
    let begins = children.iter().filter_map(|child| child.born_on.or(child.due_on));
    let youngest = begins.max().unwrap_or(today);
    birthday(BirthDate::Day(youngest), served_years)
}

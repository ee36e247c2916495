//! What a family that opted out is recognised by: several facts, each of which is kept only as a
//! keyed hash, so that a feed or a form that brings the family again under another surname, or from
//! another address, still meets one of them. Each is of a child together with something else: an
//! address or a number alone is shared by hostels and grandparents, and shuts strangers out.

use super::service::{AddChild, AddFamily, Birth};
use super::{Carer, Child, Household};
use crate::calendar::{BirthDate, birthday};
use crate::text::{phone_digits, sort_name};
use chrono::NaiveDate;

/// The facts of a household that is known. Of its ways of contact only those count that their
/// holder confirmed by a link, a code or a recorded call.
pub fn of_household(household: &Household) -> Vec<String> {
    let contacts: Vec<String> = household.carers.iter().flat_map(proved).collect();
    let mut facts = Vec::new();
    for child in &household.children {
        let born = child.born_on.filter(|_| !child.born_month_only);
        let postcode = household.family.postcode.as_deref();
        of_child(&mut facts, (&child.name, born), postcode, &contacts);
    }
    tidy(facts)
}

/// The facts of a family that somebody sends: what it would have been remembered by.
pub fn of_sent(add: &AddFamily) -> Vec<String> {
    let contacts: Vec<String> = add
        .carers
        .iter()
        .flat_map(|carer| {
            let phone = carer.phone.as_deref().map(by_phone);
            carer.email.as_deref().map(by_email).into_iter().chain(phone)
        })
        .collect();
    let mut facts = Vec::new();
    for child in born(add) {
        of_child(&mut facts, child, add.postcode.as_deref(), &contacts);
    }
    tidy(facts)
}

/// The facts of a family that a partner describes: of its ways of contact none was confirmed.
pub fn of_described(add: &AddFamily) -> Vec<String> {
    let mut facts = Vec::new();
    for child in born(add) {
        of_child(&mut facts, child, add.postcode.as_deref(), &[]);
    }
    tidy(facts)
}

/// The facts of a family that somebody sends with one way of contact that was confirmed.
pub fn of_contact(add: &AddFamily, contact: &str) -> Vec<String> {
    let mut facts = Vec::new();
    for child in born(add) {
        of_child(&mut facts, child, None, &[contact.to_owned()]);
    }
    tidy(facts)
}

/// What a family is counted by that asks again and again: its ways of contact, and each child by
/// its whole name and birth date. What stands behind a plus in an address is left out: it is the
/// same mailbox.
pub fn identifiers(add: &AddFamily) -> Vec<String> {
    let mut facts = Vec::new();
    for carer in &add.carers {
        facts.extend(carer.email.as_deref().map(|email| by_email(&mailbox(email))));
        facts.extend(carer.phone.as_deref().map(by_phone));
    }
    for (name, born) in born(add) {
        facts.extend(born.map(|born| format!("child {} {born}", sort_name(name))));
    }
    tidy(facts)
}

/// An e-mail address as a fact.
pub fn by_email(email: &str) -> String {
    format!("email {}", email.to_lowercase())
}

/// A telephone number as a fact.
pub fn by_phone(phone: &str) -> String {
    format!("phone {}", phone_digits(phone))
}

fn proved(carer: &Carer) -> impl Iterator<Item = String> {
    let email = carer.email.as_deref().filter(|_| carer.email_proved_at.is_some()).map(by_email);
    let phone = carer.phone.as_deref().filter(|_| carer.phone_proved_at.is_some()).map(by_phone);
    email.into_iter().chain(phone)
}

fn born(add: &AddFamily) -> impl Iterator<Item = (&str, Option<NaiveDate>)> {
    add.children.iter().filter_map(|child| match child {
        AddChild::New { name, birth, .. } => Some((
            name.as_str(),
            match birth {
                Birth::Born(day) => Some(*day),
                Birth::BornIn(_) | Birth::Due(_) => None,
            },
        )),
        AddChild::Known(_) => None,
    })
}

/// Of a child, where its birth date is known: its whole name with the postcode; its first name with
/// the postcode, and with each way of contact, so that another surname matches.
fn of_child(
    facts: &mut Vec<String>,
    (name, born): (&str, Option<NaiveDate>),
    postcode: Option<&str>,
    contacts: &[String],
) {
    let Some(born) = born else { return };
    let name = sort_name(name);
    let first = name.split(' ').next().unwrap_or_default();
    if let Some(postcode) = postcode {
        facts.push(format!("child {name} {born} {postcode}"));
        facts.push(format!("first {first} {born} {postcode}"));
    }
    facts.extend(contacts.iter().map(|contact| format!("first {first} {born} {contact}")));
}

fn mailbox(email: &str) -> String {
    match email.split_once('@') {
        Some((local, domain)) => {
            format!("{}@{domain}", local.split('+').next().unwrap_or_default())
        }
        None => email.to_owned(),
    }
}

fn tidy(mut facts: Vec<String>) -> Vec<String> {
    facts.sort();
    facts.dedup();
    facts
}

/// Until when they are kept: the youngest child's birthday of this age; for one that is expected,
/// counted from the day it is due.
pub fn until(
    begins: impl Iterator<Item = NaiveDate>,
    served_years: i32,
    today: NaiveDate,
) -> NaiveDate {
    birthday(BirthDate::Day(begins.max().unwrap_or(today)), served_years)
}

/// From when a child counts: its birth, or the day it is due.
pub fn begins(child: &Child) -> Option<NaiveDate> {
    child.born_on.or(child.due_on)
}

/// The same of a child that somebody sends.
pub fn begins_sent(child: &AddChild) -> Option<NaiveDate> {
    match child {
        AddChild::New {
            birth: Birth::Born(day) | Birth::BornIn(day) | Birth::Due(day), ..
        } => Some(*day),
        AddChild::Known(_) => None,
    }
}

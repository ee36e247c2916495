//! How a family that opted out is recognised: several facts, each stored only as a keyed hash, so
//! that a feed or form with another surname or address still matches one of them. Each fact
//! combines a child with something else: an address or number alone may be shared by a hostel or
//! grandparents, and would shut out strangers.

pub(crate) mod service;
pub(crate) mod store;

use super::add::{AddChild, AddFamily, Birth};
use super::{Carer, Child, Household};
use crate::base::calendar::{BirthDate, birthday};
use crate::base::text::{phone_digits, sort_name};
use chrono::NaiveDate;

/// The facts of a known household. Only contact details confirmed by a link, a code or a recorded
/// call count.
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

/// The facts of a family as sent: those it would have been remembered by.
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

/// The facts of a family described by a partner: none of its contact details is confirmed.
pub fn of_described(add: &AddFamily) -> Vec<String> {
    let mut facts = Vec::new();
    for child in born(add) {
        of_child(&mut facts, child, add.postcode.as_deref(), &[]);
    }
    tidy(facts)
}

/// The facts of a family sent with one confirmed contact detail.
pub fn of_contact(add: &AddFamily, contact: &str) -> Vec<String> {
    let mut facts = Vec::new();
    for child in born(add) {
        of_child(&mut facts, child, None, &[contact.to_owned()]);
    }
    tidy(facts)
}

/// How repeated requests by one family are counted: by its contact details, and by each child's
/// full name and birth date. The part after a plus in an e-mail address is ignored: it is the same
/// mailbox.
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

/// For a child with a known birth date: its full name with the postcode; its first name with the
/// postcode, and with each contact detail, so that another surname still matches.
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

/// How long they are kept: until the youngest child's birthday of this age; for an expected child,
/// counted from its due date.
pub fn until(
    begins: impl Iterator<Item = NaiveDate>,
    served_years: i32,
    today: NaiveDate,
) -> NaiveDate {
    birthday(BirthDate::Day(begins.max().unwrap_or(today)), served_years)
}

/// A child's birth date or due date.
pub fn begins(child: &Child) -> Option<NaiveDate> {
    child.born_on.or(child.due_on)
}

/// The same for a child as sent.
pub fn begins_sent(child: &AddChild) -> Option<NaiveDate> {
    match child {
        AddChild::New {
            birth: Birth::Born(day) | Birth::BornIn(day) | Birth::Due(day), ..
        } => Some(*day),
        AddChild::Known(_) => None,
    }
}

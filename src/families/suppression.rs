//! How a family that opted out is recognised: several facts, each stored only as a keyed hash, so
//! that a feed or form with another surname or address still matches one of them. Each fact
//! combines a child with something else: an address or number alone may be shared by a hostel or
//! grandparents, and would shut out strangers.

use super::add::{AddChild, AddFamily, Birth};
use super::{Carer, Household};
use crate::base::text::{phone_digits, sort_name};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The facts of a known household. Only contact details confirmed by a link, a code or a recorded
/// call count.
fn of_household(household: &Household) -> BTreeSet<String> {
    let contacts: Vec<String> = household.carers.iter().flat_map(proved).collect();
    let children = household.children.iter();
    let born = children
        .map(|child| (child.name.as_str(), child.born_on.filter(|_| !child.born_month_only)));
    facts(born, household.family.postcode.as_deref(), &contacts)
}

/// The facts of a family as sent: those it would have been remembered by.
fn of_sent(add: &AddFamily) -> BTreeSet<String> {
    let contacts = add.carers.iter().flat_map(|carer| {
        let phone = carer.phone.as_deref().map(by_phone);
        carer.email.as_deref().map(by_email).into_iter().chain(phone)
    });
    facts(born(add), add.postcode.as_deref(), &contacts.collect::<Vec<String>>())
}

/// How repeated requests by one family are counted: by its contact details, and by each child's
/// full name and birth date. The part after a plus in an e-mail address is ignored: it is the same
/// mailbox.
pub(crate) fn identifiers(add: &AddFamily) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    for carer in &add.carers {
        facts.extend(carer.email.as_deref().map(|email| by_email(&mailbox(email))));
        facts.extend(carer.phone.as_deref().map(by_phone));
    }
    for (name, born) in born(add) {
        facts.extend(born.map(|born| format!("child {} {born}", sort_name(name))));
    }
    facts
}

/// An e-mail address as a fact.
pub(crate) fn by_email(email: &str) -> String {
    format!("email {}", email.to_lowercase())
}

/// A telephone number as a fact.
pub(crate) fn by_phone(phone: &str) -> String {
    format!("phone {}", phone_digits(phone))
}

fn proved(carer: &Carer) -> impl Iterator<Item = String> {
    let email = carer.email.as_deref().filter(|_| carer.email_proved_at.is_some()).map(by_email);
    let phone = carer.phone.as_deref().filter(|_| carer.phone_proved_at.is_some()).map(by_phone);
    email.into_iter().chain(phone)
}

fn born(add: &AddFamily) -> impl Iterator<Item = (&str, Option<NaiveDate>)> {
    add.children.iter().filter_map(|child| match child {
        AddChild::New { name, birth: Birth::Born(day), .. } => Some((name.as_str(), Some(*day))),
        AddChild::New { .. } | AddChild::Known(_) => None,
    })
}

/// For each child with a known birth date: its full name with the postcode; its first name with the
/// postcode, and with each contact detail, so that another surname still matches.
fn facts<'a>(
    children: impl Iterator<Item = (&'a str, Option<NaiveDate>)>,
    postcode: Option<&str>,
    contacts: &[String],
) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    for (name, born) in children {
        let Some(born) = born else { continue };
        let name = sort_name(name);
        let first = name.split(' ').next().unwrap_or_default();
        if let Some(postcode) = postcode {
            facts.insert(format!("child {name} {born} {postcode}"));
            facts.insert(format!("first {first} {born} {postcode}"));
        }
        facts.extend(contacts.iter().map(|contact| format!("first {first} {born} {contact}")));
    }
    facts
}

fn mailbox(email: &str) -> String {
    match email.split_once('@') {
        Some((local, domain)) => {
            format!("{}@{domain}", local.split('+').next().unwrap_or_default())
        }
        None => email.to_owned(),
    }
}

pub(crate) mod service {
    //! Families that opted out: remembered by keyed hashes, so that no feed or form adds them again.

    use super::{born, facts, of_household, of_sent, store};
    use crate::base::calendar::{BirthDate, birthday};
    use crate::base::fault::{Code, Fault, Result};
    use crate::base::id::SuppressionSetId;
    use crate::db::Tx;
    use crate::families::add::{AddChild, AddFamily};
    use crate::families::{Household, SERVED_YEARS};
    use chrono::NaiveDate;
    use std::collections::BTreeSet;

    pub(crate) fn suppress(tx: &mut Tx, household: &Household) -> Result<()> {
        let begins = household.children.iter().filter_map(|child| child.born_on.or(child.due_on));
        remember(tx, &of_household(household), begins)
    }

    /// The same for a family without a record: a partner described it and recorded that it opted
    /// out. None of its contact details is confirmed.
    pub(crate) fn suppress_described(tx: &mut Tx, add: &AddFamily) -> Result<()> {
        let begins = add.children.iter().filter_map(|child| match child {
            AddChild::New { birth, .. } => Some(birth.day()),
            AddChild::Known(_) => None,
        });
        remember(tx, &facts(born(add), add.postcode.as_deref(), &[]), begins)
    }

    /// Until the youngest child's last birthday of the served age; for an expected child, counted
    /// from its due date.
    fn remember(
        tx: &mut Tx,
        facts: &BTreeSet<String>,
        begins: impl Iterator<Item = NaiveDate>,
    ) -> Result<()> {
        let youngest = begins.max().unwrap_or(tx.today());
        let hashes = hashed(tx, facts)?;
        store::add(tx, &hashes, birthday(BirthDate::Day(youngest), SERVED_YEARS))
    }

    pub(crate) fn is_suppressed(tx: &mut Tx, add: &AddFamily) -> Result<bool> {
        Ok(!sets_of(tx, &of_sent(add))?.is_empty())
    }

    /// This is all the front desk sees; staff know that a family may ask to join again.
    pub(crate) fn refuse_suppressed(tx: &mut Tx, add: &AddFamily) -> Result<()> {
        if is_suppressed(tx, add)? {
            let detail = "Book this family as a guest: send guest: true.";
            return Err(Fault::new(Code::BookAsGuest, detail));
        }
        Ok(())
    }

    /// The family asked to join again.
    pub(crate) fn lift(tx: &mut Tx, add: &AddFamily) -> Result<()> {
        forget(tx, &of_sent(add))
    }

    /// The family asked to join again and confirmed a contact detail: only hashes that include that
    /// detail are deleted.
    pub(crate) fn lift_by_contact(tx: &mut Tx, add: &AddFamily, contact: &str) -> Result<()> {
        forget(tx, &facts(born(add), None, &[contact.to_owned()]))
    }

    /// The household itself asked to join again.
    pub(crate) fn lift_of(tx: &mut Tx, household: &Household) -> Result<()> {
        forget(tx, &of_household(household))
    }

    fn forget(tx: &mut Tx, facts: &BTreeSet<String>) -> Result<()> {
        let sets = sets_of(tx, facts)?;
        store::lift(tx, &sets)
    }

    fn sets_of(tx: &mut Tx, facts: &BTreeSet<String>) -> Result<Vec<SuppressionSetId>> {
        let (today, hashes) = (tx.today(), hashed(tx, facts)?);
        store::sets_of(tx, &hashes, today)
    }

    fn hashed(tx: &Tx, facts: &BTreeSet<String>) -> Result<Vec<String>> {
        facts.iter().map(|fact| tx.keyed_hash("suppression", fact)).collect()
    }
}

pub(crate) mod store {
    //! Queries about families that opted out: keyed hashes and their expiry.

    use crate::base::fault::Result;
    use crate::base::id::{SuppressionId, SuppressionSetId};
    use crate::db::schema::suppressions;
    use crate::db::{Run, Tx};
    use chrono::NaiveDate;
    use diesel::prelude::*;

    pub(crate) fn add(tx: &mut Tx, hashes: &[String], until: NaiveDate) -> Result<()> {
        let (set, now) = (SuppressionSetId::new(), tx.now());
        for hash in hashes {
            diesel::insert_into(suppressions::table)
                .values((
                    suppressions::id.eq(SuppressionId::new()),
                    suppressions::set_id.eq(set.as_str()),
                    suppressions::hash.eq(hash),
                    suppressions::until.eq(until),
                    suppressions::made_at.eq(now),
                ))
                .execute(tx.conn())?;
        }
        Ok(())
    }

    /// The sets that contain one of these hashes.
    pub(crate) fn sets_of(
        tx: &mut Tx,
        hashes: &[String],
        today: NaiveDate,
    ) -> Result<Vec<SuppressionSetId>> {
        Ok(suppressions::table
            .filter(suppressions::hash.eq_any(hashes.to_vec()))
            .filter(suppressions::until.gt(today))
            .select(suppressions::set_id)
            .distinct()
            .load(tx.conn())?)
    }

    pub(crate) fn lift(tx: &mut Tx, sets: &[SuppressionSetId]) -> Result<()> {
        diesel::delete(suppressions::table.filter(suppressions::set_id.eq_any(sets))).run(tx)
    }

    /// Deletes expired hashes.
    pub(crate) fn forget(tx: &mut Tx, today: NaiveDate) -> Result<usize> {
        Ok(diesel::delete(suppressions::table.filter(suppressions::until.le(today)))
            .execute(tx.conn())?)
    }
}

//! A day's birthdays: who would get what, and doing it. A page of children at a time, each page in
//! one transaction that locks the households it concerns.

pub(crate) mod letter;
pub(crate) mod print;
pub mod run;

use super::channel::Way;
use super::judge::{BirthdayChild, BirthdayRun, Verdict, judge};
use super::store::facts::{self, Born};
use super::store::{self, Renewal};
use super::{Card, CardKind, CardReason, days, decisions};
use crate::base::fault::Result;
use crate::base::id::{BirthdayCardId, CentreId, ChildId, FamilyId};
use crate::db::Tx;
use crate::membership::renewal::{RENEWS_AT, reaches};
use crate::{families, mail};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// What a birthday brings one household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PrintLine {
    pub family_id: FamilyId,
    pub child_id: ChildId,
    pub age: i32,
    pub channel: super::CardChannel,
    pub why: super::CardReason,
}

pub const PAGE_SIZE: usize = 50;

/// Some of the children whose birthday a day is.
pub struct PrintPage {
    pub lines: Vec<PrintLine>,
    /// Those with something left to do.
    pub pending: Vec<ChildId>,
    /// Where the next page begins; `None` after the last.
    pub next: Option<String>,
}

/// How many children a day's run will look at: more than have their birthday.
pub fn count(tx: &mut Tx, on: NaiveDate) -> Result<i64> {
    facts::count_born_on(tx, &days::births(on, RENEWS_AT))
}

/// Who would get what. Changes nothing.
pub fn look(tx: &mut Tx, on: NaiveDate, run: BirthdayRun, after: &str) -> Result<PrintPage> {
    let found = facts::born_on(tx, &days::births(on, RENEWS_AT), after, PAGE_SIZE as i64)?;
    let is_last = found.len() < PAGE_SIZE;
    let next = found.last().filter(|_| !is_last).map(|born| born.id.to_string());

    let judged = judged(tx, found, on, run)?;
    let ids: Vec<ChildId> = judged.iter().map(|(child, _)| child.id.clone()).collect();
    let renewed: HashSet<_> = store::renewed(tx, &ids)?.into_iter().collect();
    let is_left = |(child, verdicts): &&(BirthdayChild, Vec<Verdict>)| {
        verdicts.iter().any(|one| {
            let key = (one.family.clone(), child.id.clone(), child.age);
            one.is_card() || one.renews && !renewed.contains(&key)
        })
    };
    let pending = judged.iter().filter(is_left).map(|(child, _)| child.id.clone()).collect();
    Ok(PrintPage { lines: lines(&judged), pending, next })
}

/// Renews, and sends each child's card or records why not. What was done before is not done again.
pub fn celebrate(
    tx: &mut Tx,
    on: NaiveDate,
    run: BirthdayRun,
    children: &[ChildId],
) -> Result<Vec<PrintLine>> {
    let lives = facts::households(tx, children)?;
    let ids: Vec<FamilyId> = lives.into_iter().map(|one| one.family.id).collect();
    families::store::lock(tx, &ids)?;

    let born = facts::born_of(tx, children)?;
    let names: HashMap<ChildId, String> =
        born.iter().map(|born| (born.id.clone(), born.name.clone())).collect();
    let judged = judged(tx, born, on, run)?;
    tx.decided()?;

    let mut desk = letter::LetterDesk::new(on);
    for (child, verdicts) in &judged {
        for verdict in verdicts.iter().filter(|verdict| verdict.renews) {
            renew(tx, child, verdict)?;
            if verdict.is_card() {
                let name = names.get(&child.id).map(String::as_str).unwrap_or_default();
                send(tx, &mut desk, child, verdict, name)?;
            }
        }
    }
    Ok(lines(&judged))
}

fn judged(
    tx: &mut Tx,
    found: Vec<Born>,
    on: NaiveDate,
    run: BirthdayRun,
) -> Result<Vec<(BirthdayChild, Vec<Verdict>)>> {
    let reached: Vec<(Born, i32)> = found
        .into_iter()
        .filter_map(|born| reaches(born.birth, on).map(|age| (born, age)))
        .collect();
    if reached.is_empty() {
        return Ok(Vec::new());
    }
    let service = decisions::store::service(tx)?;
    let children = facts::birthday_children(tx, &reached, on)?;
    let with_verdicts = |child: BirthdayChild| {
        let verdicts = judge(&child, service, run);
        (child, verdicts)
    };
    Ok(children.into_iter().map(with_verdicts).collect())
}

fn lines(judged: &[(BirthdayChild, Vec<Verdict>)]) -> Vec<PrintLine> {
    let lines = judged.iter().flat_map(|(child, verdicts)| {
        verdicts.iter().map(|one| PrintLine {
            family_id: one.family.clone(),
            child_id: child.id.clone(),
            age: child.age,
            channel: one.way.channel,
            why: one.way.why,
        })
    });
    lines.collect()
}

fn renew(tx: &mut Tx, child: &BirthdayChild, verdict: &Verdict) -> Result<()> {
    let renewal = Renewal {
        family_id: verdict.family.clone(),
        child_id: child.id.clone(),
        age: child.age,
        due_on: child.due_on,
        centre_id: verdict.centre.clone(),
        renewed_at: tx.now(),
    };
    store::renew(tx, &renewal).map(drop)
}

fn send(
    tx: &mut Tx,
    desk: &mut letter::LetterDesk,
    child: &BirthdayChild,
    verdict: &Verdict,
    name: &str,
) -> Result<()> {
    let due = Due {
        kind: CardKind::Birthday,
        family: &verdict.family,
        child: &child.id,
        age: child.age,
        on: child.due_on,
        centre: verdict.centre.as_ref(),
    };
    let card = card(tx, &due, &verdict.way)?;
    if !store::add(tx, &card)? {
        return Ok(());
    }
    match &verdict.way.to {
        Some(to) => desk.birthday(tx, &card, name, to),
        None => Ok(()),
    }
}

/// What a card is for.
pub struct Due<'a> {
    pub kind: CardKind,
    pub family: &'a FamilyId,
    pub child: &'a ChildId,
    pub age: i32,
    pub on: NaiveDate,
    /// The home centre; a family without one is handled at the first centre.
    pub centre: Option<&'a CentreId>,
}

/// A card as decided, not recorded yet.
pub fn card(tx: &mut Tx, due: &Due, way: &Way) -> Result<Card> {
    let centre_id = match due.centre {
        Some(centre) => Some(centre.clone()),
        None => families::store::tasks::first_centre(tx)?,
    };
    Ok(Card {
        id: BirthdayCardId::new(),
        kind: due.kind,
        family_id: due.family.clone(),
        child_id: due.child.clone(),
        age: due.age,
        due_on: due.on,
        centre_id,
        channel: way.channel,
        why: way.why,
        carer_id: way.to.as_ref().map(|(carer, _)| carer.clone()),
        made_at: tx.now(),
        printed_at: None,
        printed_by: None,
        undelivered_at: None,
        undelivered_why: None,
        found_at: None,
    })
}

/// Takes back the messages to a family that have not begun to leave: its cards then say why.
pub fn withdraw(tx: &mut Tx, family: &FamilyId, why: CardReason) -> Result<()> {
    for card in store::messages_of(tx, family)? {
        if mail::service::withdraw(tx, card.as_str())? {
            store::unsent(tx, &card, why)?;
        }
    }
    Ok(())
}

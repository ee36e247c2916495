//! What lists from partners and old systems left to do.

use crate::base::fault::{Fault, Result};
use crate::base::id::{ContactProposalId, FamilyId};
use crate::contacts::feed::Proposal;
use crate::contacts::feed::service::proposals as decisions;
use crate::db::Tx;
use crate::families::follow_up::service::to_ring;
use crate::feeds::service::runs as files;
use crate::feeds::telling::service::{self as telling, ToTellScope};
use crate::feeds::telling::{ToTell, Way};
use crate::membership::ToldHow;
use crate::membership::number::Number;
use crate::pages::lists::rows::{Listed, Row, Wanted, paged, to_dial};
use crate::pages::team::{plainly, short_day, when};
use crate::partners;

fn more(wanted: &Wanted) -> i64 {
    i64::try_from(wanted.rows).unwrap_or(i64::MAX).saturating_add(1)
}

pub(crate) fn to_be_told(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let after = wanted.after.split_once('_');
    let after = after.and_then(|(day, number)| Some((day.parse().ok()?, number.to_owned())));
    let scope = ToTellScope { centre: None, overdue: false, after, rows: more(wanted) };
    let found = telling::to_tell(tx, &scope)?;
    let place = |row: &ToTell| format!("{}_{}", row.tell_by, row.number.as_str());
    let (found, next) = paged(found, wanted.rows, place);
    let ids: Vec<&FamilyId> = found.iter().map(|row| &row.family_id).collect();
    let of = to_ring(tx, &ids)?;
    let today = tx.today();
    let row = |row: ToTell| {
        let known = of.get(&row.family_id);
        let (who, numbers) = to_dial(known, &format!("Member {}", row.number));
        let way = match row.way {
            Way::Mail => "A message is on its way",
            Way::Letter => "By letter",
            Way::InPerson => "By phone or in person",
        };
        let late = if row.tell_by < today { ", overdue" } else { "" };
        Row {
            id: row.number.as_str().to_owned(),
            family: known.is_some().then_some(row.family_id),
            who,
            numbers,
            why: format!("Tell them by {}{late}. {way}", short_day(row.tell_by)),
            last_try: String::new(),
            deeds: vec![("in-person", "Told in person"), ("letter", "Letter posted")],
        }
    };
    Ok(Listed { rows: found.into_iter().map(row).collect(), next })
}

pub(crate) fn told(tx: &mut Tx, id: &str, deed: &str) -> Result<bool> {
    let how = match deed {
        "in-person" => ToldHow::InPerson,
        "letter" => ToldHow::Letter,
        _ => return Ok(false),
    };
    telling::told(tx, &Number::parse(id)?, how)?;
    Ok(true)
}

pub(crate) fn proposals(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let found = decisions::list(tx, wanted.after, more(wanted))?;
    let (found, next) = paged(found, wanted.rows, |one| one.id.to_string());
    let ids: Vec<&FamilyId> = found.iter().map(|one| &one.family_id).collect();
    let of = to_ring(tx, &ids)?;
    let row = |one: Proposal| {
        let known = of.get(&one.family_id);
        let child = known.and_then(|known| known.child(&one.child_id));
        let child = child.map_or("A child", |child| child.name.as_str());
        let (adults, numbers) = to_dial(known, "");
        let differs: Vec<String> = one.differs.split_whitespace().map(plainly).collect();
        let differs = match differs.is_empty() {
            true => String::new(),
            false => format!(". Differs: {}", differs.join(", ").to_lowercase()),
        };
        Row {
            id: one.id.to_string(),
            family: known.is_some().then_some(one.family_id),
            who: if adults.is_empty() { child.to_owned() } else { format!("{child} ({adults})") },
            numbers,
            why: format!(
                "{} on {}, likeness {} of 100{differs}",
                plainly(one.kind.as_str()),
                short_day(one.on_day),
                one.score
            ),
            last_try: String::new(),
            deeds: vec![("accept", "It is this child"), ("refuse", "It is another")],
        }
    };
    Ok(Listed { rows: found.into_iter().map(row).collect(), next })
}

pub(crate) fn decide(tx: &mut Tx, id: &str, deed: &str) -> Result<bool> {
    let id = ContactProposalId::from(id);
    match deed {
        "accept" => decisions::accept(tx, &id).map(|_| true),
        "refuse" => decisions::refuse(tx, &id).map(|()| true),
        _ => Ok(false),
    }
}

pub(crate) fn runs(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let found = files::list(tx, wanted.after, more(wanted))?;
    let (found, next) = paged(found, wanted.rows, |run| run.id.to_string());
    let mut rows = Vec::new();
    for run in found {
        let who = match &run.partner_id {
            Some(partner) => partners::store::partner(tx, partner)?.name,
            None => "Our own".to_owned(),
        };
        let ended = match run.ended_at {
            Some(ended) => format!("done {}", when(ended)),
            None => "not finished: send the same file again".to_owned(),
        };
        rows.push(Row {
            id: run.id.to_string(),
            family: None,
            who,
            numbers: Vec::new(),
            why: format!("{}, {} lines, {ended}", plainly(run.kind.as_str()), run.lines),
            last_try: when(run.started_at),
            deeds: Vec::new(),
        });
    }
    Ok(Listed { rows, next })
}

/// A list without buttons.
pub(crate) fn nothing(_: &mut Tx, _: &str, _: &str) -> Result<bool> {
    Err(Fault::not_found("list"))
}

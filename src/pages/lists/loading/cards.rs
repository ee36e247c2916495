//! Birthday cards that go on paper, and families whose card came back.

use crate::base::fault::{Fault, Result};
use crate::base::id::{BirthdayCardId, FamilyId};
use crate::db::Tx;
use crate::families::follow_up::service::to_ring;
use crate::membership::birthdays::service::print;
use crate::membership::birthdays::{lost, store as cards};
use crate::pages::lists::rows::{Listed, Row, Wanted, paged, to_dial};
use crate::pages::team::{plainly, short_day, when};

pub(crate) fn to_print(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let Some(centre) = wanted.centre else { return Ok(Listed { rows: Vec::new(), next: None }) };
    let after = wanted.after.split_once('_');
    let after = after.and_then(|(day, id)| Some((day.parse().ok()?, id.to_owned())));
    let (papers, next) = print::page(tx, centre, after.as_ref(), wanted.rows)?;
    let row = |paper: print::Paper| {
        let to = paper.address.iter().chain(&paper.postcode).cloned().collect::<Vec<_>>();
        Row {
            id: paper.card_id.to_string(),
            family: Some(paper.family_id),
            who: paper.addressee,
            numbers: Vec::new(),
            why: format!(
                "{} is {} on {}. To: {}",
                paper.child,
                paper.age,
                short_day(paper.due_on),
                if to.is_empty() { "no address".to_owned() } else { to.join(", ") }
            ),
            last_try: String::new(),
            deeds: vec![("printed", "Printed")],
        }
    };
    let next = next.map(|(day, id)| format!("{day}_{id}"));
    Ok(Listed { rows: papers.into_iter().map(row).collect(), next })
}

pub(crate) fn printed(tx: &mut Tx, id: &str, deed: &str) -> Result<bool> {
    if deed != "printed" {
        return Ok(false);
    }
    let id = BirthdayCardId::from(id);
    let centre = cards::card(tx, &id)?.and_then(|card| card.centre_id);
    let centre = centre.ok_or_else(|| Fault::not_found("card"))?;
    print::mark_printed(tx, &centre, &[id])?;
    Ok(true)
}

pub(crate) fn lost_touch(tx: &mut Tx, wanted: &Wanted) -> Result<Listed> {
    let rows = i64::try_from(wanted.rows).unwrap_or(i64::MAX).saturating_add(1);
    let found = lost::service::list(tx, None, wanted.after, rows)?;
    let (found, next) = paged(found, wanted.rows, |lost| lost.id.to_string());
    let ids: Vec<&FamilyId> = found.iter().map(|lost| &lost.family_id).collect();
    let of = to_ring(tx, &ids)?;
    let row = |lost: lost::store::Lost| {
        let known = of.get(&lost.family_id);
        let (who, numbers) = to_dial(known, &format!("Member {}", lost.number));
        let why = lost.undelivered_why.as_deref().map(plainly).unwrap_or_default();
        Row {
            id: lost.family_id.to_string(),
            family: known.is_some().then_some(lost.family_id),
            who,
            numbers,
            why: format!("Their card came back. {why}"),
            last_try: lost.undelivered_at.map(when).unwrap_or_default(),
            deeds: vec![("in-touch", "In touch again")],
        }
    };
    Ok(Listed { rows: found.into_iter().map(row).collect(), next })
}

pub(crate) fn in_touch(tx: &mut Tx, id: &str, deed: &str) -> Result<bool> {
    if deed != "in-touch" {
        return Ok(false);
    }
    lost::service::in_touch(tx, &FamilyId::from(id))?;
    Ok(true)
}

//! Keeps the history of what is known about each child. Code that writes a family notes it; at the
//! end of the transaction a new version is written for each child whose facts changed.

use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::{ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::bookings::auditor::Broken;
use crate::db::{Noted, Store, Tx};
use crate::reach::facts;
use crate::reach::facts::ChildFact;
use crate::reach::facts::store::TOGETHER;
use serde_json::json;

/// Ends every transaction that noted a family or child.
pub fn close(tx: &mut Tx, noted: &Noted) -> Result<()> {
    let children = facts::store::noted(tx, noted)?;
    for ids in children.chunks(TOGETHER) {
        bring_up(tx, ids)?;
    }
    Ok(())
}

fn bring_up(tx: &mut Tx, ids: &[ChildId]) -> Result<()> {
    let now = tx.now();
    let mut live = facts::store::live(tx, ids)?;
    for known in facts::store::known(tx, ids)? {
        let before = live.remove(&known.record.id);
        // A transaction that read the clock earlier may still commit later.
        let at = before.as_ref().map_or(now, |before| now.max(before.known_from));
        replace(tx, before, known.fact(at), at)?;
    }
    Ok(())
}

fn replace(
    tx: &mut Tx,
    before: Option<ChildFact>,
    mut wanted: Option<ChildFact>,
    at: Moment,
) -> Result<()> {
    if let Some(before) = &before {
        if wanted.as_ref().is_some_and(|wanted| before.says_the_same(wanted)) {
            return Ok(());
        }
        if let Some(wanted) = &mut wanted {
            wanted.inherit_place(before);
        }
        facts::store::end(tx, &before.id, at)?;
    }
    match wanted {
        Some(wanted) => facts::store::add_one(tx, &wanted),
        None => Ok(()),
    }
}

/// Writes the first version of every child without one, for rows inserted directly. They count as
/// known since they were created. Returns how many.
pub fn fill_all(database: &Store) -> Result<usize> {
    let (mut after, mut filled) = (String::new(), 0);
    loop {
        let from = after.clone();
        let done = database.write(crate::access::Actor::service(), move |tx| {
            let ids = facts::store::children_after(tx, &from, page())?;
            let live = facts::store::live(tx, &ids)?;
            let known = facts::store::known(tx, &ids)?;
            let missing = known.iter().filter(|known| !live.contains_key(&known.record.id));
            let facts: Vec<ChildFact> =
                missing.filter_map(|known| known.fact(known.record.created_at)).collect();
            let count = facts.len();
            facts::store::add(tx, facts)?;
            Ok((ids.last().map(ToString::to_string), count))
        })?;
        let (Some(last), count) = done else { return Ok(filled) };
        (after, filled) = (last, filled + count);
    }
}

fn page() -> i64 {
    i64::try_from(TOGETHER).unwrap_or(i64::MAX)
}

/// Keeps a family's children in their LSOAs and removes their postcodes. Called when a member's
/// record is erased.
pub fn erase_places(tx: &mut Tx, family: &FamilyId) -> Result<usize> {
    let erased = facts::store::erase_postcodes(tx, family)?;
    tx.audit(Event::ErasePlaces, family.as_str(), json!({ "versions": erased }))?;
    Ok(erased)
}

/// Children whose record differs from their history, and statements that cannot be about anybody.
pub fn audit(database: &Store) -> Result<Vec<Broken>> {
    database.read(crate::access::Actor::service(), |tx| {
        let wrong = facts::store::of_the_wrong(tx)?;
        let mut broken: Vec<Broken> = wrong.into_iter().map(of_the_wrong).collect();
        let mut after = String::new();
        loop {
            let ids = facts::store::children_after(tx, &after, page())?;
            let Some(last) = ids.last() else { return Ok(broken) };
            after = last.to_string();
            let live = facts::store::live(tx, &ids)?;
            for known in facts::store::known(tx, &ids)? {
                let of = known.record.id.clone();
                let said = live.get(&of);
                let is_right = match (said, known.fact(known.record.created_at)) {
                    (Some(said), Some(wanted)) => said.says_the_same(&wanted),
                    (None, None) => true,
                    _ => false,
                };
                if !is_right {
                    broken.push(differs(&of));
                }
            }
        }
    })
}

fn of_the_wrong(statement: String) -> Broken {
    Broken {
        rule: "a child's group names a child, and any other group names none",
        subject: statement,
        detail: "it names a child for a household's group, or none for a child's group".to_owned(),
    }
}

fn differs(child: &ChildId) -> Broken {
    Broken {
        rule: "a child's record is in its history",
        subject: child.to_string(),
        detail: "the current version differs from the record".to_owned(),
    }
}

//! Merging two records of one child in two households, and nothing else: neither household, nor
//! anything of it, is shown to the other. Also two records of one child in one household.

use super::against::{between, of_household, twice};
use super::moving::Moving;
use super::records::{become_one, open_both, remember};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::RecordJoinId;
use crate::db::Tx;
use crate::families::search::fold;
use crate::families::{Child, Household};
use crate::merge::{Against, JoinKind, Joined, Merge, refuse, store};
use serde_json::json;

/// What merging would do and what stands against it; nothing is changed.
pub(crate) fn preview(tx: &mut Tx, join: &Merge) -> Result<Joined> {
    tx.rehearse(|tx| {
        let (one, other) = open(tx, join)?;
        let against = against(tx, join, &one, &other)?;
        let moves = carry_out(tx, join)?.moves;
        Ok(Joined { id: None, moves, against })
    })
}

/// Makes each pair one child, who lives where both did.
pub(crate) fn join(tx: &mut Tx, join: &Merge) -> Result<Joined> {
    let (one, other) = open(tx, join)?;
    refuse(&against(tx, join, &one, &other)?)?;

    let moving = carry_out(tx, join)?;
    let joined = remember(tx, JoinKind::Children, join, moving)?;
    for (child, _) in &join.children {
        tx.audit(Event::JoinChildren, child.as_str(), json!({}))?;
    }
    Ok(joined)
}

fn open(tx: &mut Tx, join: &Merge) -> Result<(Household, Household)> {
    let (one, other) = open_both(tx, &join.kept, &join.other)?;
    if join.children.is_empty() {
        return Err(Fault::invalid("/children", "Name the children that are the same child."));
    }
    for ((child, another), at) in join.children.iter().zip(0..) {
        of_household(&one, child, &format!("/children/{at}/0"))?;
        of_household(&other, another, &format!("/children/{at}/1"))?;
        if child == another {
            let detail = "These are already the same child.";
            return Err(Fault::invalid(&format!("/children/{at}"), detail));
        }
    }
    Ok((one, other))
}

fn against(tx: &mut Tx, join: &Merge, one: &Household, other: &Household) -> Result<Vec<Against>> {
    let mut against = Vec::new();
    for (child, another) in &join.children {
        if join.kept != join.other && !written_alike(one.child(child), other.child(another)) {
            // Each household can read the child's name and birth date: they would learn the
            // other's.
            let detail = "The two records do not give the child the same name and birth date: \
                 correct one of them first.";
            against.push(Against::new(detail));
        }
        against.extend(between(tx, (one, child), (other, another))?);
    }
    Ok(against)
}

fn written_alike(one: Option<&Child>, other: Option<&Child>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return false };
    fold::words(&one.name) == fold::words(&other.name)
        && (one.born_on, one.due_on) == (other.born_on, other.due_on)
}

fn carry_out(tx: &mut Tx, join: &Merge) -> Result<Moving> {
    let mut moving = Moving::new(RecordJoinId::new());
    for (child, another) in &join.children {
        let pair = ((&join.kept, child), (&join.other, another));
        for (_, booking) in twice(tx, pair.0, pair.1)? {
            moving.leave_party(tx, &booking, another)?;
        }
        if join.kept == join.other {
            for booking in store::with_both(tx, child, another)? {
                moving.leave_party(tx, &booking, another)?;
            }
            moving.leave_home(tx, &join.other, another)?;
        }
        become_one(tx, &mut moving, child, another)?;
    }
    Ok(moving)
}

//! Merging two records of one family. One is kept; everything that led to the other leads to it,
//! and the other leads there itself. Where both have something that a family has only once (a
//! membership, an answer, a group), the kept record's stands, and the other's stays with the other
//! record, behind the kept one.

use super::against::{against, in_both, of_household, twice};
use super::moving::Moving;
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, ChildId, FamilyId, RecordJoinId, SessionId};
use crate::db::Tx;
use crate::families::search::service::index_homes;
use crate::families::service::scope_of;
use crate::families::{self, Household};
use crate::membership::{self, EndedWhy, Membership, Standing};
use crate::merge::store::threads::To;
use crate::merge::{JoinKind, Joined, Merge, RecordJoin, refuse, store};
use crate::sessions;
use serde_json::json;

/// What merging would do and what stands against it; nothing is changed.
pub(crate) fn preview(tx: &mut Tx, join: &Merge) -> Result<Joined> {
    let would = tx.rehearse(|tx| {
        let (kept, other) = open(tx, join)?;
        let against = against(tx, join, &kept, &other)?;
        let moves = carry_out(tx, join, &kept, &other)?.moves;
        Ok(Joined { id: None, moves, against })
    })?;
    let both = [join.kept.clone(), join.other.clone()];
    tx.audit_families(Event::PreviewJoin, join.kept.as_str(), &both, json!({}))?;
    Ok(would)
}

/// Merges the other record into the kept one.
pub(crate) fn join(tx: &mut Tx, join: &Merge) -> Result<Joined> {
    let (kept, other) = open(tx, join)?;
    refuse(&against(tx, join, &kept, &other)?)?;

    let moving = carry_out(tx, join, &kept, &other)?;
    let joined = remember(tx, JoinKind::Families, join, moving)?;
    tx.audit(Event::JoinRecords, join.kept.as_str(), json!({ "other": join.other }))?;
    tx.audit(Event::JoinedInto, join.other.as_str(), json!({ "kept": join.kept }))?;
    let now = tx.now();
    sessions::store::look_again(tx, &join.kept, now)?;
    Ok(joined)
}

/// Records a merge with everything it moved.
pub(crate) fn remember(
    tx: &mut Tx,
    kind: JoinKind,
    merge: &Merge,
    moving: Moving,
) -> Result<Joined> {
    let Moving { join: id, moves } = moving;
    let join = RecordJoin {
        id: id.clone(),
        kind,
        kept_family_id: merge.kept.clone(),
        other_family_id: merge.other.clone(),
        joined_at: tx.now(),
        joined_by: tx.actor().account_id.clone(),
        undone_at: None,
        undone_by: None,
    };
    store::add(tx, &join, &moves)?;
    // Parties grew, shrank and changed hands: what was kept of their sessions is read again.
    tx.move_generation();
    index_homes(tx, &[merge.kept.clone(), merge.other.clone()])?;
    Ok(Joined { id: Some(id), moves, against: Vec::new() })
}

/// Both records, locked after every session they are in, if the caller may merge them.
pub(crate) fn open_both(
    tx: &mut Tx,
    kept: &FamilyId,
    other: &FamilyId,
) -> Result<(Household, Household)> {
    let sessions: Vec<SessionId> =
        store::live(tx, &[kept, other])?.into_iter().map(|date| date.session).collect();
    sessions::store::lock(tx, &sessions)?;
    families::store::lock(tx, &[kept.clone(), other.clone()])?;
    // Sessions booked before the families were locked.
    let later = store::live(tx, &[kept, other])?.into_iter().map(|date| date.session);
    let later: Vec<SessionId> = later.filter(|session| !sessions.contains(session)).collect();
    sessions::store::lock(tx, &later)?;
    let mut both = Vec::new();
    for id in [kept, other] {
        let household = families::store::household(tx, id)?;
        let scope = scope_of(tx, &household.family)?;
        tx.allow(Act::JoinRecords, &scope, "family")?;
        both.push(household);
    }
    match (both.pop(), both.pop()) {
        (Some(other), Some(kept)) => Ok((kept, other)),
        _ => Err(Fault::not_found("family")),
    }
}

fn open(tx: &mut Tx, join: &Merge) -> Result<(Household, Household)> {
    if join.kept == join.other {
        return Err(Fault::invalid("/family_id", "This is the same record."));
    }
    let (kept, other) = open_both(tx, &join.kept, &join.other)?;
    for ((one, another), at) in join.children.iter().zip(0..) {
        of_household(&kept, one, &format!("/children/{at}/0"))?;
        of_household(&other, another, &format!("/children/{at}/1"))?;
    }
    for ((one, another), at) in join.carers.iter().zip(0..) {
        let known =
            |household: &Household, id: &CarerId| household.carers.iter().any(|of| of.id == *id);
        if !known(&kept, one) || !known(&other, another) {
            let detail = "Send an adult of the kept record, then one of the other.";
            return Err(Fault::invalid(&format!("/carers/{at}"), detail));
        }
    }
    Ok((kept, other))
}

fn carry_out(tx: &mut Tx, join: &Merge, kept: &Household, other: &Household) -> Result<Moving> {
    let mut moving = Moving::new(RecordJoinId::new());
    let (into, from) = (join.kept.as_str(), join.other.as_str());
    let dates = store::live(tx, &[&join.kept, &join.other])?;
    for (one, another) in &join.carers {
        moving.follow(tx, To::Carer, another.as_str(), one.as_str())?;
    }
    for (one, another) in &join.children {
        same_child(tx, &mut moving, (&join.kept, one), (&join.other, another))?;
    }
    for (one, another) in in_both(&dates, &join.kept, &join.other) {
        moving.merge_parties(tx, &one.booking, &another.booking)?;
    }
    people(tx, &mut moving, join, kept, other)?;
    careful(tx, &mut moving, kept, other)?;
    standing(tx, &mut moving, join)?;
    let stay: Vec<&str> = join.carers.iter().map(|(_, carer)| carer.as_str()).collect();
    moving.follow_but(tx, To::Family, (from, into), &stay)?;
    moving.set(tx, ("families", "joined_into"), from, (None, Some(into.to_owned())))?;
    Ok(moving)
}

/// Whatever protects either record protects the one that is left. Calendar feeds of both end, and
/// links that had ended stay so: an undone merge does not bring them back.
fn careful(tx: &mut Tx, moving: &mut Moving, kept: &Household, other: &Household) -> Result<()> {
    families::service::end_feeds(tx, kept)?;
    families::service::end_feeds(tx, other)?;
    let (kept, other) = (&kept.family, &other.family);
    if let Some(ended) = other.links_ended_at.filter(|at| Some(*at) > kept.links_ended_at) {
        families::store::end_links(tx, &kept.id, ended)?;
    }
    let yes = || (Some("false".to_owned()), Some("true".to_owned()));
    if other.restricted && !kept.restricted {
        moving.set(tx, ("families", "restricted"), kept.id.as_str(), yes())?;
    }
    if other.unsafe_address && !kept.unsafe_address {
        moving.set(tx, ("families", "unsafe_address"), kept.id.as_str(), yes())?;
    }
    Ok(())
}

/// The other child is the kept one from now on, in every household it lives in except the other.
fn same_child(
    tx: &mut Tx,
    moving: &mut Moving,
    (kept, one): (&FamilyId, &ChildId),
    (other, another): (&FamilyId, &ChildId),
) -> Result<()> {
    if one == another {
        return Ok(());
    }
    for (_, booking) in twice(tx, (kept, one), (other, another))? {
        moving.leave_party(tx, &booking, another)?;
    }
    moving.leave_home(tx, other, another)?;
    become_one(tx, moving, one, another)
}

/// Everything that leads to the second child leads to the first, who keeps their home.
pub(crate) fn become_one(
    tx: &mut Tx,
    moving: &mut Moving,
    one: &ChildId,
    another: &ChildId,
) -> Result<()> {
    let has_home = store::homes(tx, one)?.iter().any(|(_, _, is_home)| *is_home);
    for (family, _, is_home) in store::homes(tx, another)? {
        if is_home && has_home {
            moving.set_home(tx, &family, another, false)?;
        }
    }
    let known = families::store::child(tx, one)?.and_then(|child| child.nhs_number);
    let number = families::store::child(tx, another)?.and_then(|child| child.nhs_number);
    if known.is_none() && number.is_some() {
        moving.set(tx, ("children", "nhs_number"), one.as_str(), (None, number))?;
    }
    let into = (None, Some(one.to_string()));
    moving.set(tx, ("children", "joined_into"), another.as_str(), into)?;
    for child in [one, another] {
        tx.note_child(child);
    }
    moving.follow(tx, To::Child, another.as_str(), one.as_str())
}

/// Adults come after those of the kept record; an adult or child it already has is not added.
fn people(
    tx: &mut Tx,
    moving: &mut Moving,
    join: &Merge,
    kept: &Household,
    other: &Household,
) -> Result<()> {
    let all = kept.carers.iter().chain(&other.carers);
    let next = all.map(|carer| carer.position + 1).max().unwrap_or(0);
    let paired = |carer: &&families::Carer| join.carers.iter().any(|(_, of)| *of == carer.id);
    for (carer, position) in other.carers.iter().filter(|carer| !paired(carer)).zip(next..) {
        let values = (Some(carer.position.to_string()), Some(position.to_string()));
        moving.set(tx, ("carers", "position"), carer.id.as_str(), values)?;
    }
    for child in &kept.children {
        if moving.leave_home(tx, &join.other, &child.id)? {
            moving.set_home(tx, &join.kept, &child.id, true)?;
        }
    }
    Ok(())
}

/// The kept record is a member if either was; the other's number keeps working and leads here.
fn standing(tx: &mut Tx, moving: &mut Moving, join: &Merge) -> Result<()> {
    let kept = membership::store::of_family(tx, &join.kept)?;
    let other = membership::store::of_family(tx, &join.other)?;
    let (Some(kept), Some(other)) = (kept, other) else { return Ok(()) };
    let now = tx.now();
    let mut best = kept.clone();
    if other.status == Standing::Member && kept.status != Standing::Member {
        (best.status, best.status_at, best.ended_why) = (Standing::Member, now, None);
    }
    best.joined_on = [kept.joined_on, other.joined_on].into_iter().flatten().min();
    set_standing(tx, moving, &kept, &best)?;
    if other.status != Standing::OptedOut {
        let (status, ended_why) = (Standing::Ended, Some(EndedWhy::Joined));
        let gone = Membership { status, ended_why, status_at: now, ..other.clone() };
        set_standing(tx, moving, &other, &gone)?;
    }
    Ok(())
}

fn set_standing(
    tx: &mut Tx,
    moving: &mut Moving,
    before: &Membership,
    after: &Membership,
) -> Result<()> {
    let said = |of: &Membership| {
        json!({ "status": of.status, "status_at": of.status_at, "joined_on": of.joined_on,
            "ended_why": of.ended_why })
        .to_string()
    };
    if said(before) != said(after) {
        let values = (Some(said(before)), Some(said(after)));
        moving.set(tx, ("memberships", "standing"), before.number.as_str(), values)?;
    }
    Ok(())
}

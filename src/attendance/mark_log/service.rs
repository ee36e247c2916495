//! Taking marks in. Each is answered by itself; what they come to is worked out once, when the
//! whole batch is in, and written with the contacts that follow from it.

use crate::access::Act;
use crate::attendance::asked::{AskedMark, MarkRequest, Target, What, can_have_come};
use crate::attendance::register::RegisterDesk;
use crate::attendance::room::People;
use crate::attendance::service::keep::{Before, keep};
use crate::attendance::service::party::{PartyMember, party_member};
use crate::attendance::{HeadCount, Mark, MarkRow, merging, register};
use crate::audit::Event;
use crate::base::calendar::local_day;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, HeadCountId, MarkId, SessionId};
use crate::bookings::judge;
use crate::db::Tx;
use crate::membership;
use crate::sessions::Access;
use chrono::TimeDelta;
use serde_json::json;

/// How far a device's clock may be ahead of ours.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);
/// A walk-in marked longer ago is in the room already: it is recorded, not asked about.
const AT_THE_DOOR: TimeDelta = TimeDelta::minutes(5);

/// A batch of marks from one device. A mark that could not be read at all is already a fault.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    /// The device's own name; left out, the sign-in it comes with.
    pub device: Option<String>,
    pub marks: Vec<Result<MarkRequest, Unread>>,
}

/// A mark that could not be read, with its client id where that could be.
#[derive(Clone, Debug)]
pub(crate) struct Unread {
    pub client_id: Option<String>,
    pub fault: Fault,
}

/// What became of one mark.
#[derive(Clone, Debug)]
pub(crate) struct MarksTaken {
    pub client_id: Option<String>,
    /// Whether it had arrived before.
    pub known: Result<KnownMark>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KnownMark {
    Before,
    Now,
}

/// When marks arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// From somebody who has the register now.
    Now,
    /// From somebody who had it when they were made: a complete register takes them too, and shows
    /// staff that they came late.
    Late,
}

/// The desk as the batch leaves it, and an answer for each mark in its place.
pub(crate) fn take(
    tx: &mut Tx,
    id: &SessionId,
    batch: &Batch,
) -> Result<(RegisterDesk, Vec<MarksTaken>)> {
    let mut desk = register::service::lock(tx, id, Act::TakeRegister)?;
    let taken = take_locked(tx, &mut desk, batch, Arrival::Now)?;
    Ok((desk, taken))
}

/// The same on a desk that is locked, by somebody who may.
pub(crate) fn take_locked(
    tx: &mut Tx,
    desk: &mut RegisterDesk,
    batch: &Batch,
    arrival: Arrival,
) -> Result<Vec<MarksTaken>> {
    let before = Before::of(desk);
    let device = device(tx, batch);

    let mut taken = Vec::new();
    for asked in &batch.marks {
        let (client_id, known) = match asked {
            Err(unread) => (unread.client_id.clone(), Err(unread.fault.clone())),
            Ok(asked) => (Some(asked.client_id.clone()), one(tx, desk, asked, (&device, arrival))),
        };
        match &known {
            Err(fault) if fault.code() == Code::Internal => return Err(fault.clone()),
            _ => taken.push(MarksTaken { client_id, known }),
        }
    }

    keep(tx, desk, &before)?;
    let of = |what: fn(&MarksTaken) -> bool| taken.iter().filter(|one| what(one)).count();
    let detail = json!({
        "marks": taken.len(),
        "again": of(|one| matches!(one.known, Ok(KnownMark::Before))),
        "refused": of(|one| one.known.is_err()),
    });
    tx.audit(Event::TakeRegister, desk.planned.session.id.as_str(), detail)?;
    Ok(taken)
}

fn device(tx: &Tx, batch: &Batch) -> String {
    let actor = tx.actor();
    let session = actor.auth_session_id.as_ref().map(ToString::to_string);
    batch.device.clone().or(session).unwrap_or_default()
}

/// Puts one mark on the desk, unless it is there.
fn one(
    tx: &mut Tx,
    desk: &mut RegisterDesk,
    asked: &MarkRequest,
    (device, arrival): (&str, Arrival),
) -> Result<KnownMark> {
    let content = tx.keyed_hash("mark", &asked.content)?;
    if let Some(known) = desk.content_of(&asked.client_id) {
        if known == content {
            return Ok(KnownMark::Before);
        }
        let detail = "Another mark already has this client id. Give each mark its own.";
        return Err(Fault::new(Code::ClientIdReused, detail));
    }
    if desk.completed.is_some() && !desk.keeps && arrival == Arrival::Now {
        let detail = "This register is complete. Ask a member of staff to correct it.";
        return Err(Fault::new(Code::RegisterComplete, detail));
    }
    in_time(tx, desk, asked)?;
    let made = MarkResult { asked, content, device };
    match &asked.what {
        What::HeadCount(people) => {
            let row = head_count(tx, desk, &made, *people);
            fits(tx, desk, asked, &[], std::slice::from_ref(&row))?;
            desk.counts.push(row);
        }
        What::Mark(mark) => {
            // Only a family that is not known yet is written before the whole batch.
            let rows = if let Target::WalkIn(_) = &mark.target {
                tx.part(|tx| people(tx, desk, &made, mark))?
            } else {
                people(tx, desk, &made, mark)?
            };
            desk.rows.extend(rows);
        }
    }
    Ok(KnownMark::Now)
}

/// The rows of a mark, if who is meant may be let in.
fn people(
    tx: &mut Tx,
    desk: &RegisterDesk,
    made: &MarkResult,
    mark: &AskedMark,
) -> Result<Vec<MarkRow>> {
    let member = party_member(tx, desk, mark, made.device)?;
    let rows = rows(tx, desk, made, mark, &member);
    if !mark.mark.is_here() {
        return Ok(rows);
    }
    born(tx, desk, &member)?;
    if member.booking_id.is_none() {
        members_only(tx, desk, made.asked, &member)?;
    }
    // Once its room was given away, a booked party needs room that is left.
    if member.booking_id.is_none() || !desk.keeps_room {
        fits(tx, desk, made.asked, &rows, &[])?;
    }
    Ok(rows)
}

/// Refuses a mark ahead of our clock, a mark before the day, and a mark for a cancelled session.
fn in_time(tx: &mut Tx, desk: &RegisterDesk, asked: &MarkRequest) -> Result<()> {
    let session = &desk.planned.session;
    desk.must_be_held()?;
    let ahead = asked.at - tx.now();
    if ahead > CLOCKS_DIFFER {
        let detail = format!(
            "This was marked {} minutes from now. Set the clock of the tablet and mark again.",
            ahead.num_minutes()
        );
        return Err(Fault::invalid("/at", detail));
    }
    let said = match &asked.what {
        What::Mark(mark) => mark.mark,
        What::HeadCount(_) => Mark::Came,
    };
    let day = local_day(asked.at.utc(), desk.planned.centre.zone());
    if said != Mark::ToldUs && day < session.local_day {
        let detail = format!(
            "The session is on {}. Nobody can be marked before that day.",
            session.local_day
        );
        return Err(Fault::new(Code::NotYetBegun, detail));
    }
    Ok(())
}

/// Nobody can come before they are born. An expected child that is booked may be born by now.
fn born(tx: &mut Tx, desk: &RegisterDesk, member: &PartyMember) -> Result<()> {
    let seated = || desk.seated.iter().flat_map(|seated| &seated.children);
    let is_seated = |id: &ChildId| seated().any(|child| child.id == *id);
    let others: Vec<&ChildId> = member.children.iter().filter(|id| !is_seated(id)).collect();
    let others =
        if others.is_empty() { Vec::new() } else { register::store::children(tx, others)? };
    let meant =
        seated().filter(|child| member.children.contains(&child.id) && child.born().is_some());
    let (activity, day) = (&desk.planned.activity, desk.planned.session.local_day);
    if meant.chain(&others).all(|child| can_have_come(child, activity, day)) {
        return Ok(());
    }
    let detail = "A child was not born on the day of this session. Correct its birth date, or mark \
                  those who came one by one.";
    Err(Fault::invalid("/child_id", detail))
}

/// A session for members lets in nobody unknown at the door; somebody who is already in is
/// recorded.
fn members_only(
    tx: &mut Tx,
    desk: &RegisterDesk,
    asked: &MarkRequest,
    member: &PartyMember,
) -> Result<()> {
    let is_for_members = desk.planned.activity.access == Access::Members;
    if !is_for_members || tx.now() - asked.at > AT_THE_DOOR {
        return Ok(());
    }
    let membership = membership::store::of_family(tx, &member.family_id)?;
    let is_member = membership.is_some_and(|membership| membership.is_live());
    if is_member { Ok(()) } else { Err(judge::members_only()) }
}

/// Refuses a walk-in at the door who would fill the room beyond its safety limit. People who are
/// already in are recorded whatever the limit.
fn fits(
    tx: &mut Tx,
    desk: &RegisterDesk,
    asked: &MarkRequest,
    marks: &[MarkRow],
    counts: &[HeadCount],
) -> Result<()> {
    let Some(limit) = desk.limit else { return Ok(()) };
    if tx.now() - asked.at > AT_THE_DOOR {
        return Ok(());
    }
    let left = |marks: &[MarkRow], counts: &[HeadCount]| {
        let mut rows = [&desk.rows, marks].concat();
        let mut all_counts = [&desk.counts, counts].concat();
        merging::settle_all(&mut rows);
        merging::settle_counts(&mut all_counts);
        desk.filled_with(&rows, &all_counts).room_for(limit)
    };
    let (before, after) = (left(&[], &[]), left(marks, counts));
    if after >= 0 || after >= before {
        return Ok(());
    }
    let detail = format!(
        "The room holds {limit} people, and with those who booked there is room for {}.",
        before.max(0)
    );
    Err(Fault::new(Code::RoomFull, detail))
}

/// A mark with what its rows share.
struct MarkResult<'a> {
    asked: &'a MarkRequest,
    content: String,
    device: &'a str,
}

fn rows(
    tx: &mut Tx,
    desk: &RegisterDesk,
    made: &MarkResult,
    mark: &AskedMark,
    member: &PartyMember,
) -> Vec<MarkRow> {
    let (received_at, marked_by) = (tx.now(), tx.actor().account_id.clone());
    let row = |child_id, adults| MarkRow {
        id: MarkId::new(),
        session_id: desk.planned.session.id.clone(),
        client_id: made.asked.client_id.clone(),
        content: made.content.clone(),
        family_id: member.family_id.clone(),
        child_id,
        adults,
        booking_id: member.booking_id.clone(),
        walk_in_key: member.walk_in_key.clone(),
        mark: mark.mark,
        source: member.source,
        device: made.device.to_owned(),
        at: made.asked.at,
        corrects: made.asked.corrects.clone(),
        marked_by: marked_by.clone(),
        received_at,
        stands: false,
        disputed: false,
    };
    let children = member.children.iter().cloned().map(|child| row(Some(child), 0));
    let adults = member.adults.map(|adults| row(None, adults));
    children.chain(adults).collect()
}

fn head_count(tx: &mut Tx, desk: &RegisterDesk, made: &MarkResult, people: People) -> HeadCount {
    HeadCount {
        id: HeadCountId::new(),
        session_id: desk.planned.session.id.clone(),
        client_id: made.asked.client_id.clone(),
        content: made.content.clone(),
        adults: people.adults,
        children: people.children,
        device: made.device.to_owned(),
        at: made.asked.at,
        corrects: made.asked.corrects.clone(),
        counted_by: tx.actor().account_id.clone(),
        received_at: tx.now(),
        stands: false,
    }
}

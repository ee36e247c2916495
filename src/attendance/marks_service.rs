//! Taking marks in. Each is answered by itself; what they come to is worked out once, when all of
//! a batch are in, and written with the contacts that follow from it.

use super::asked::{Asked, AskedMark, What};
use super::register::Desk;
use super::whom_service::{Whom, whom};
use super::{HeadCount, Mark, MarkRow, marks_store, merging, register_service, seen_service};
use crate::access::Act;
use crate::calendar::local_day;
use crate::db::Tx;
use crate::fault::{Code, Fault};
use crate::id::{HeadCountId, MarkId, SessionId};
use crate::moment::Moment;
use chrono::TimeDelta;
use serde_json::json;

/// How far a device's clock may be ahead of ours.
const CLOCKS_DIFFER: TimeDelta = TimeDelta::minutes(5);
/// A walk-in marked longer ago is in the room already: it is recorded, not asked about.
const AT_THE_DOOR: TimeDelta = TimeDelta::minutes(5);

/// A batch of one device. What could not be read at all is a fault already.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The device's own name; left out, the sign-in it comes with.
    pub device: Option<String>,
    pub marks: Vec<Result<Asked, Unread>>,
}

/// Something that is no mark, and whose it was where that could be read.
#[derive(Clone, Debug)]
pub struct Unread {
    pub client_id: Option<String>,
    pub fault: Fault,
}

/// What came of one mark.
#[derive(Clone, Debug)]
pub struct Taken {
    pub client_id: Option<String>,
    /// Whether it had arrived before.
    pub known: Result<Known, Fault>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Before,
    Now,
}

/// The desk as the batch leaves it, and an answer for each mark in its place.
pub fn take(tx: &mut Tx, id: &SessionId, batch: &Batch) -> Result<(Desk, Vec<Taken>), Fault> {
    let mut desk = register_service::lock(tx, id, Act::TakeRegister)?;
    let device = device(tx, batch);

    let mut new = New::default();
    let mut taken = Vec::new();
    for asked in &batch.marks {
        let (client_id, known) = match asked {
            Err(unread) => (unread.client_id.clone(), Err(unread.fault.clone())),
            Ok(asked) => {
                let known = one(tx, &desk, &mut new, asked, &device);
                (Some(asked.client_id.clone()), known)
            }
        };
        if let Err(fault) = &known
            && fault.code() == Code::Internal
        {
            return Err(fault.clone());
        }
        taken.push(Taken { client_id, known });
    }

    let added = new.marks.len() + new.counts.len();
    keep(tx, &mut desk, new)?;
    let refused = taken.iter().filter(|one| one.known.is_err()).count();
    let detail = json!({ "marks": taken.len(), "added": added, "refused": refused });
    tx.audit("take_register", "session", id.as_str(), detail)?;
    Ok((desk, taken))
}

fn device(tx: &Tx, batch: &Batch) -> String {
    let actor = tx.actor();
    let session = actor.auth_session_id.as_ref().map(ToString::to_string);
    batch.device.clone().or(session).unwrap_or_default()
}

/// What a batch adds.
#[derive(Default)]
pub struct New {
    pub marks: Vec<MarkRow>,
    pub counts: Vec<HeadCount>,
}

fn one(
    tx: &mut Tx,
    desk: &Desk,
    new: &mut New,
    asked: &Asked,
    device: &str,
) -> Result<Known, Fault> {
    if let Some(content) = known(desk, new, &asked.client_id) {
        if content == tx.keyed_hash("mark", &asked.content)? {
            return Ok(Known::Before);
        }
        let detail = "Another mark has this client id. Give each mark one of its own.";
        return Err(Fault::new(Code::ClientIdReused, detail));
    }
    if desk.completed.is_some() && !desk.keeps {
        let detail = "This register is complete. Ask a member of staff to put it right.";
        return Err(Fault::new(Code::RegisterComplete, detail));
    }
    in_time(tx, desk, asked)?;
    match &asked.what {
        What::HeadCount { adults, children } => {
            let row = head_count(tx, desk, asked, device, (*adults, *children))?;
            fits(tx, desk, new, asked, &[], std::slice::from_ref(&row))?;
            new.counts.push(row);
        }
        What::Mark(mark) => {
            let rows = tx.part(|tx| {
                let whom = whom(tx, &with(desk, new), mark)?;
                let rows = rows(tx, desk, asked, mark, &whom, device)?;
                if mark.mark.is_here() && whom.booking_id.is_none() {
                    fits(tx, desk, new, asked, &rows, &[])?;
                }
                Ok(rows)
            })?;
            new.marks.extend(rows);
        }
    }
    Ok(Known::Now)
}

/// What was sent with a client id that is known.
fn known(desk: &Desk, new: &New, client_id: &str) -> Option<String> {
    let marks = desk.rows.iter().chain(&new.marks);
    let mark = marks.filter(|row| row.client_id == client_id).map(|row| row.content.clone()).next();
    let counts = desk.counts.iter().chain(&new.counts);
    mark.or_else(|| {
        counts.filter(|row| row.client_id == client_id).map(|row| row.content.clone()).next()
    })
}

/// The desk with what the batch has added so far.
fn with(desk: &Desk, new: &New) -> Desk {
    let mut desk = desk.clone();
    desk.rows.extend(new.marks.iter().cloned());
    desk
}

/// Not ahead of our clock, nobody has come before the day, and nobody comes to what is cancelled.
fn in_time(tx: &mut Tx, desk: &Desk, asked: &Asked) -> Result<(), Fault> {
    let session = &desk.planned.session;
    if session.cancelled_at.is_some() {
        let detail = "This session was cancelled, so it has no register.";
        return Err(Fault::new(Code::SessionCancelled, detail));
    }
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
        What::HeadCount { .. } => Mark::Came,
    };
    let day = local_day(asked.at.utc(), desk.planned.centre.zone());
    if said != Mark::ToldUs && day < session.local_day {
        let detail = format!("The session is on {}: nobody is marked before.", session.local_day);
        return Err(Fault::new(Code::NotYetBegun, detail));
    }
    Ok(())
}

/// Refuses who stands at the door and would fill the room beyond its safety limit. Those who are
/// in by now are recorded whatever the limit.
fn fits(
    tx: &mut Tx,
    desk: &Desk,
    new: &New,
    asked: &Asked,
    marks: &[MarkRow],
    counts: &[HeadCount],
) -> Result<(), Fault> {
    let Some(limit) = desk.limit else { return Ok(()) };
    if tx.now() - asked.at > AT_THE_DOOR {
        return Ok(());
    }
    let left = |marks: &[MarkRow], counts: &[HeadCount]| {
        let mut rows = [&desk.rows, new.marks.as_slice(), marks].concat();
        let mut all_counts = [&desk.counts, new.counts.as_slice(), counts].concat();
        merging::settle_all(&mut rows);
        merging::settle_counts(&mut all_counts);
        desk.filled_with(&rows, &all_counts).left(limit)
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

fn rows(
    tx: &mut Tx,
    desk: &Desk,
    asked: &Asked,
    mark: &AskedMark,
    whom: &Whom,
    device: &str,
) -> Result<Vec<MarkRow>, Fault> {
    let content = tx.keyed_hash("mark", &asked.content)?;
    let (received_at, marked_by) = (tx.now(), tx.actor().account_id.clone());
    let row = |child_id, adults| MarkRow {
        id: MarkId::new(),
        session_id: desk.planned.session.id.clone(),
        client_id: asked.client_id.clone(),
        content: content.clone(),
        family_id: whom.family_id.clone(),
        child_id,
        adults,
        booking_id: whom.booking_id.clone(),
        walk_in_key: whom.walk_in_key.clone(),
        mark: mark.mark,
        source: whom.source,
        device: device.to_owned(),
        at: asked.at,
        corrects: asked.corrects.clone(),
        marked_by: marked_by.clone(),
        received_at,
        stands: false,
        disputed: false,
    };
    let children = whom.children.iter().cloned().map(|child| row(Some(child), 0));
    let adults = whom.adults.map(|adults| row(None, adults));
    Ok(children.chain(adults).collect())
}

fn head_count(
    tx: &mut Tx,
    desk: &Desk,
    asked: &Asked,
    device: &str,
    (adults, children): (i32, i32),
) -> Result<HeadCount, Fault> {
    Ok(HeadCount {
        id: HeadCountId::new(),
        session_id: desk.planned.session.id.clone(),
        client_id: asked.client_id.clone(),
        content: tx.keyed_hash("mark", &asked.content)?,
        adults,
        children,
        device: device.to_owned(),
        at: asked.at,
        corrects: asked.corrects.clone(),
        counted_by: tx.actor().account_id.clone(),
        received_at: tx.now(),
        stands: false,
    })
}

/// Writes what was added and what changed by it: which marks stand, and who has been seen.
pub fn keep(tx: &mut Tx, desk: &mut Desk, new: New) -> Result<(), Fault> {
    if !new.marks.is_empty() {
        keep_marks(tx, desk, new.marks)?;
    }
    if !new.counts.is_empty() {
        keep_counts(tx, desk, new.counts)?;
    }
    Ok(())
}

fn keep_marks(tx: &mut Tx, desk: &mut Desk, added: Vec<MarkRow>) -> Result<(), Fault> {
    let before = desk.rows.clone();
    desk.rows.extend(added);
    desk.rows.sort_by(|a, b| order(a).cmp(&order(b)));
    merging::settle_all(&mut desk.rows);

    let old = |row: &&MarkRow| before.iter().find(|old| old.id == row.id);
    let changed: Vec<&MarkRow> =
        desk.rows.iter().filter(|row| old(row).is_some_and(|old| old != *row)).collect();
    let ids = |stands, disputed| {
        let same = |row: &&&MarkRow| row.stands == stands && row.disputed == disputed;
        changed.iter().filter(same).map(|row| &row.id).collect::<Vec<_>>()
    };
    // A person has one mark that stands: the old one gives way before the new one is written.
    marks_store::set(tx, &ids(false, false), false, false)?;
    let new: Vec<MarkRow> = desk.rows.iter().filter(|row| old(row).is_none()).cloned().collect();
    let seen = new.clone();
    marks_store::add(tx, new)?;
    marks_store::set(tx, &ids(true, false), true, false)?;
    marks_store::set(tx, &ids(true, true), true, true)?;
    seen_service::record(tx, desk, &seen)
}

fn order(row: &MarkRow) -> (Moment, &str, &MarkId) {
    (row.at, &row.client_id, &row.id)
}

fn keep_counts(tx: &mut Tx, desk: &mut Desk, added: Vec<HeadCount>) -> Result<(), Fault> {
    let before = desk.counts.clone();
    desk.counts.extend(added);
    merging::settle_counts(&mut desk.counts);
    let old = |row: &&HeadCount| before.iter().find(|old| old.id == row.id);
    let changed: Vec<&HeadCount> = desk
        .counts
        .iter()
        .filter(|row| old(row).is_some_and(|old| old.stands != row.stands))
        .collect();
    let new: Vec<HeadCount> =
        desk.counts.iter().filter(|row| old(row).is_none()).cloned().collect();
    for stands in [false, true] {
        let ids = changed.iter().filter(|row| row.stands == stands).map(|row| &row.id);
        marks_store::set_counts(tx, &ids.collect::<Vec<_>>(), stands)?;
    }
    marks_store::add_counts(tx, new)
}

//! Changing who comes: the same booking as another party. It is judged again as that party, and keeps
//! its place or its place in line; more people need room for the rest of them.

use super::place::fits;
use super::request::{diary_of, lock_party, lock_sessions};
use super::settle::{Since, for_newcomer, settle};
use super::{allow, clash, made_as, scope_of, tell};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, ChildId};
use crate::bookings::judge::{self, Asker, Party};
use crate::bookings::waitlist::Size;
use crate::bookings::{Booking, Status, store};
use crate::db::Tx;
use crate::families::Child;
use crate::sessions::{self, Planned};
use serde_json::json;
use std::collections::BTreeSet;

/// Those who are to come from now on.
pub(crate) struct Comers<'a> {
    pub child_ids: &'a [ChildId],
    pub adults: i32,
    /// Staff: why a rule is overridden.
    pub reason: Option<&'a str>,
}

/// Repeating it changes nothing.
pub(crate) fn change_party(tx: &mut Tx, id: &BookingId, come: &Comers) -> Result<Booking> {
    let asked = store::booking(tx, id)?;
    let others = store::sessions_of(tx, id)?;
    let dates = lock_sessions(tx, &asked.session_id, &others, Some(&asked.family_id))?;
    let booking = store::booking(tx, id)?;
    let planned = dates.iter().find(|date| date.session.id == booking.session_id);
    let planned = planned.ok_or_else(|| Fault::not_found("booking"))?;
    allow(tx, Act::ChangeBooking, &booking, planned)?;
    let children = lock_party(tx, &booking.family_id, come.child_ids)?;
    let before = store::children_of(tx, id)?;
    if booking.adults == come.adults && are_same(&before, come.child_ids) {
        return Ok(booking);
    }

    let made = made_as(tx.actor(), &scope_of(&booking, planned), Act::ChangeBooking);
    let asker = Asker::of(made, come.reason.is_some());
    in_time(tx, planned, &booking, asker)?;
    let party = Party { children: &children, adults: come.adults };
    let is_new = |id: &&ChildId| !before.iter().any(|child| child.id == **id);
    let new: Vec<ChildId> = come.child_ids.iter().filter(is_new).cloned().collect();
    for date in &dates {
        judge::ages(date, &party)?;
        judge::party_size(date, &party)?;
        refuse_busy(tx, date, &booking, &new)?;
    }
    if booking.status == Status::Booked {
        has_room(tx, planned, &booking, (&party, asker))?;
    }

    tx.decided()?;
    store::set_party(tx, id, come.child_ids, come.adults)?;
    for date in &dates {
        settle(tx, date, Since::Change)?;
    }
    let now = tx.now();
    sessions::store::look_again(tx, &booking.family_id, now)?;
    let detail = json!({ "children": come.child_ids.len(), "adults": come.adults });
    tx.audit(Event::ChangeParty, id.as_str(), detail)?;
    let booking = store::booking(tx, id)?;
    if booking.status == Status::Booked {
        tell::booked_again(tx, planned, &booking)?;
        clash::tell_staff(tx, planned, &booking)?;
    }
    Ok(booking)
}

fn are_same(before: &[Child], come: &[ChildId]) -> bool {
    let before: BTreeSet<&ChildId> = before.iter().map(|child| &child.id).collect();
    before == come.iter().collect()
}

/// A place that is kept for an answer waits for the answer; what is over stays as it was.
fn in_time(tx: &mut Tx, planned: &Planned, booking: &Booking, asker: Asker) -> Result<()> {
    let detail = match booking.status {
        Status::Booked | Status::Waiting => {
            let has_begun = tx.now() >= planned.session.starts_at;
            if !has_begun || asker == (Asker::Desk { has_reason: true }) {
                return Ok(());
            }
            "The session has begun."
        }
        Status::Offered => "Answer the offer first.",
        Status::Cancelled | Status::Lapsed | Status::Declined => "This booking is over.",
    };
    Err(Fault::new(Code::NoLongerOpen, detail))
}

/// A child that joins the party must be free then; those who came before are not asked again.
fn refuse_busy(tx: &mut Tx, date: &Planned, booking: &Booking, new: &[ChildId]) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let (diary, dates) = diary_of(tx, date, booking, new)?;
    clash::refuse(&diary, &dates, &clash::asks_for(tx, booking), Some(&booking.id))
}

/// Whoever is more than before needs room, and asks while booking is open.
fn has_room(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    (party, asker): (&Party<'_>, Asker),
) -> Result<()> {
    let had = Size::of(planned.activity.unit, booking.adults, booking.children);
    let size = judge::party_size(planned, party)?;
    let more = Size {
        places: (size.places - had.places).max(0),
        adults: (size.adults - had.adults).max(0),
    };
    if more.places == 0 && more.adults == 0 {
        return Ok(());
    }
    let now = tx.now();
    judge::release(planned, asker, now)?;
    let here = for_newcomer(tx, planned)?;
    if fits(&here, now, booking.tier, more) {
        return Ok(());
    }
    let detail = "There is no room for more of you. You keep the place you have.";
    Err(Fault::new(Code::SessionFull, detail).keeping())
}

//! Room decides: a place, a place on the waiting list, or full. What is written is written here.

use super::request::{IfFull, Request};
use super::settle::{Settled, Since, note_next_change, settle};
use super::{clash, tell};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, CarerId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::chance::Prospect;
use crate::bookings::judge::{self, Asker, Party};
use crate::bookings::waitlist::{Size, WaitlistEntry};
use crate::bookings::{Booking, Holds, Status, Tier, store};
use crate::db::Tx;
use crate::families::{self, Child};
use crate::mail::Chance;
use crate::sessions::Planned;
use serde_json::json;

/// Room decides: a place, a place on the waiting list, or full.
pub(crate) fn place(
    tx: &mut Tx,
    lined: &[Planned],
    request: &Request,
    children: &[Child],
) -> Result<Booking> {
    let party = Party { children, adults: request.book.adults };
    let now = tx.now();
    let mut settled = Vec::new();
    for planned in lined {
        let size = judge::party_size(planned, &party)?;
        let here = settle(tx, planned, Since::Time)?;
        if fits(&here, now, request.tier, size) {
            tx.decided()?;
            return take_place(tx, lined, planned, request);
        }
        settled.push((here, size));
    }
    if request.book.if_full == IfFull::Refuse {
        return Err(Fault::new(
            Code::SessionFull,
            "There is no room for this party. Send if_full: \"wait\" to join the waiting list.",
        )
        .keeping());
    }
    tx.decided()?;
    join_line(tx, lined, settled, request)
}

pub(crate) fn fits(here: &Settled, now: Moment, tier: Tier, size: Size) -> bool {
    here.line
        .free_for_newcomer(&here.room, now, tier)
        .is_some_and(|free| size.places <= free.places && size.adults <= free.adults)
}

fn take_place(
    tx: &mut Tx,
    lined: &[Planned],
    planned: &Planned,
    request: &Request,
) -> Result<Booking> {
    let ids: Vec<SessionId> = lined.iter().map(|planned| planned.session.id.clone()).collect();
    let number = store::next_number(tx, &ids)?;
    let now = tx.now();
    let carer = who_comes(tx, planned, request)?;
    let booking = row(tx, planned, request, carer, number, (Status::Booked, Some(now)));
    let held = [(planned.session.id.clone(), Holds::Place)];
    store::add(tx, &booking, &request.book.child_ids, &held)?;

    tx.audit(Event::Book, booking.id.as_str(), json!({ "as": booking.made_as }))?;
    tell::booked(tx, planned, &booking)?;
    clash::tell_staff(tx, planned, &booking)?;
    Ok(booking)
}

fn join_line(
    tx: &mut Tx,
    lined: &[Planned],
    settled: Vec<(Settled, Size)>,
    request: &Request,
) -> Result<Booking> {
    let ids: Vec<SessionId> = lined.iter().map(|planned| planned.session.id.clone()).collect();
    let number = store::next_number(tx, &ids)?;
    let carer = who_comes(tx, &lined[0], request)?;
    let booking = row(tx, &lined[0], request, carer, number, (Status::Waiting, None));
    let held: Vec<_> = ids.iter().map(|id| (id.clone(), Holds::Waits)).collect();
    store::add(tx, &booking, &request.book.child_ids, &held)?;
    tx.audit(Event::Wait, booking.id.as_str(), json!({ "as": booking.made_as }))?;

    let mut hopes = (1, Chance::Small);
    for ((mut here, size), (planned, at)) in settled.into_iter().zip(lined.iter().zip(0..)) {
        here.line.waiting.push(entry(&booking, size));
        here.line.sort(here.room.order);
        if at == 0 {
            let before = here.line.waiting.iter().position(|entry| entry.booking == booking.id);
            let prospect = Prospect::of(&here.line, &here.room, tx.now(), &booking.id);
            hopes = (1 + before.unwrap_or(0), prospect.map_or(Chance::Small, Prospect::chance));
        }
        let may_begin = here.room.saving || here.room.is_last_hours(tx.now());
        if may_begin {
            settle(tx, planned, Since::Change)?;
        } else {
            note_next_change(tx, planned, &here.line)?;
        }
    }
    tell::waiting(tx, &lined[0], &booking, hopes)?;
    store::booking(tx, &booking.id)
}

fn entry(booking: &Booking, size: Size) -> WaitlistEntry {
    WaitlistEntry {
        booking: booking.id.clone(),
        tier: booking.tier,
        line_tier: booking.line_tier,
        line_number: booking.line_number,
        size,
        wants: booking.wants,
        saved_until: None,
        saved_here: false,
        told_last_call: false,
        barred: false,
    }
}

/// The carer who asks or was named; for a sensitive session always somebody, because nobody else in
/// the family may know of it.
fn who_comes(tx: &mut Tx, planned: &Planned, request: &Request) -> Result<Option<CarerId>> {
    if request.asker == Asker::Family {
        return Ok(tx.actor().carer_id.clone());
    }
    let named = request.book.carer_id.clone();
    if named.is_none() && !planned.activity.sensitive {
        return Ok(None);
    }
    let carers = families::store::carers_of(tx, &request.book.family_id)?;
    let carer = match &named {
        Some(named) => carers.into_iter().find(|carer| carer.id == *named),
        None => carers.into_iter().next(),
    };
    let of_family = carer
        .ok_or_else(|| Fault::invalid("/carer_id", "This carer does not belong to this family."))?;
    Ok(Some(of_family.id))
}

fn row(
    tx: &mut Tx,
    planned: &Planned,
    request: &Request,
    carer_id: Option<CarerId>,
    number: i64,
    (status, taken_at): (Status, Option<Moment>),
) -> Booking {
    let book = request.book;
    Booking {
        id: BookingId::new(),
        family_id: book.family_id.clone(),
        carer_id,
        session_id: planned.session.id.clone(),
        status,
        wants: book.wants,
        tier: request.tier,
        tier_reason: request.tier_reason.clone(),
        line_tier: request.tier.rank(),
        number,
        line_number: number as f64,
        move_reason: None,
        adults: book.adults,
        children: i32::try_from(book.child_ids.len()).unwrap_or(i32::MAX),
        made_by: tx.actor().account_id.clone(),
        made_as: request.made,
        reason: book.reason.clone(),
        made_at: tx.now(),
        taken_at,
        ended_at: None,
        end_reason: None,
        late: false,
        saved_until: None,
    }
}

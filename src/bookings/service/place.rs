//! Room decides: a place, a place on the waiting list, or full. What is written is written here.

use super::clash::{Told, tell_staff_by};
use super::request::{BookingFacts, IfFull, Request};
use super::settle::{Settled, Since, for_newcomer, note_newcomer, settle};
use super::shown::Shown;
use super::tell::{self, Reader};
use super::waitlist::chance_behind;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, CarerId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::judge::{self, Asker};
use crate::bookings::waitlist::Size;
use crate::bookings::{Booking, Holds, MadeAs, Status, Tier, store};
use crate::db::Tx;
use crate::sessions::{self, LineOrder, Planned};
use serde_json::json;

/// Room decides: a place, a place on the waiting list, or full.
pub(crate) fn place(
    tx: &mut Tx,
    request: &Request,
    facts: &BookingFacts,
) -> Result<(Booking, Shown)> {
    let party = facts.party(request.book.adults);
    let now = tx.now();
    let mut met = Vec::new();
    for (planned, at) in facts.sessions.iter().zip(0..) {
        let size = judge::party_size(planned, &party)?;
        let here = for_newcomer(tx, planned)?;
        if fits(&here, now, request.tier, size) {
            tx.decided()?;
            return take_place(tx, request, facts, (planned, at));
        }
        met.push((here, size));
    }
    if request.book.if_full == IfFull::Refuse {
        return Err(Fault::new(
            Code::SessionFull,
            "There is no room for this party. Send if_full: \"wait\" to join the waiting list.",
        )
        .keeping());
    }
    tx.decided()?;
    join_line(tx, request, facts, &met)
}

pub(crate) fn fits(here: &Settled, now: Moment, tier: Tier, size: Size) -> bool {
    here.line
        .free_for_newcomer(&here.room, now, tier)
        .is_some_and(|free| size.places <= free.places && size.adults <= free.adults)
}

fn take_place(
    tx: &mut Tx,
    request: &Request,
    facts: &BookingFacts,
    (planned, at): (&Planned, usize),
) -> Result<(Booking, Shown)> {
    let now = tx.now();
    let carer = who_comes(tx, request, facts, planned)?;
    let booking = row(tx, request, facts, (planned, carer), (Status::Booked, Some(now)));
    let held = [(planned.session.id.clone(), Holds::Place)];
    store::add(tx, &booking, &request.book.child_ids, &held)?;
    let lines = facts.diary.lines(&booking.family_id);
    sessions::store::look_again_at(tx, &lines, now)?;

    tx.audit(Event::Book, booking.id.as_str(), json!({ "as": booking.made_as }))?;
    tell::booked(tx, planned, &booking, &Reader::of(facts, planned, &booking))?;
    // A child that is busy then is booked all the same for a team, and the team is not told.
    let told = if request.made == MadeAs::Professional { Told::All } else { Told::Unknown };
    tell_staff_by(tx, (planned, at), &booking, facts, told)?;
    let shown = Shown::of(facts, planned);
    Ok((booking, shown))
}

fn join_line(
    tx: &mut Tx,
    request: &Request,
    facts: &BookingFacts,
    met: &[(Settled, Size)],
) -> Result<(Booking, Shown)> {
    let ids: Vec<SessionId> = facts.sessions.iter().map(|one| one.session.id.clone()).collect();
    let first = &facts.sessions[0];
    let carer = who_comes(tx, request, facts, first)?;
    let mut booking = row(tx, request, facts, (first, carer), (Status::Waiting, None));
    let held: Vec<_> = ids.iter().map(|id| (id.clone(), Holds::Waits)).collect();
    store::add(tx, &booking, &request.book.child_ids, &held)?;
    if ids.len() > 1 {
        sessions::store::count_on_from(tx, &ids, booking.number)?;
    }
    tx.audit(Event::Wait, booking.id.as_str(), json!({ "as": booking.made_as }))?;

    let (here, size) = &met[0];
    let chance = chance_behind(tx, first, here, (&booking.id, booking.tier, *size))?;
    let position = match first.activity.waitlist_order {
        LineOrder::Joining => {
            store::how_many_before(tx, &first.session.id, LineOrder::Joining, &booking.id)?
        }
        LineOrder::Tier => None,
    };
    let mut is_as_written = true;
    for ((here, _), planned) in met.iter().zip(&facts.sessions) {
        if here.room.saving || here.room.is_last_hours(tx.now()) {
            settle(tx, planned, Since::Change)?;
            is_as_written = false;
        } else {
            note_newcomer(tx, planned, here)?;
        }
    }
    let reader = Reader::of(facts, first, &booking);
    tell::waiting(
        tx,
        &facts.sessions,
        &booking,
        (position.map(|before| before + 1), chance),
        &reader,
    )?;
    let mut shown = Shown::of(facts, first);
    if is_as_written {
        shown.lines = Some(ids);
        shown.chance = Some(Some(chance));
    } else {
        booking = store::booking(tx, &booking.id)?;
    }
    Ok((booking, shown))
}

/// The carer who asks or was named; for a sensitive session always somebody, because nobody else in
/// the family may know of it.
fn who_comes(
    tx: &Tx,
    request: &Request,
    facts: &BookingFacts,
    planned: &Planned,
) -> Result<Option<CarerId>> {
    if request.asker == Asker::Family {
        return Ok(tx.actor().carer_id.clone());
    }
    let named = request.book.carer_id.as_ref();
    if named.is_none() && !planned.activity.sensitive {
        return Ok(None);
    }
    let mut carers = facts.applicant.carers.iter();
    let carer = match named {
        Some(named) => carers.find(|carer| carer.id == *named),
        None => carers.next(),
    };
    let of_family = carer
        .ok_or_else(|| Fault::invalid("/carer_id", "This carer does not belong to this family."))?;
    Ok(Some(of_family.id.clone()))
}

fn row(
    tx: &mut Tx,
    request: &Request,
    facts: &BookingFacts,
    (planned, carer_id): (&Planned, Option<CarerId>),
    (status, taken_at): (Status, Option<Moment>),
) -> Booking {
    let book = request.book;
    // Each decision touches its sessions: what they have come to under these locks is the number.
    let number = facts.sessions.iter().map(|one| one.session.touched).max().unwrap_or(1);
    Booking {
        id: BookingId::new(),
        family_id: book.family_id.clone(),
        carer_id,
        session_id: planned.session.id.clone(),
        status,
        wants: book.wants,
        tier: request.tier,
        tier_reason: request.tier_reason.clone(),
        number: number.max(1),
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
        undo_until: None,
    }
}

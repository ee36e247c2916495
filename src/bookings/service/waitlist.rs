//! Seeing the line, moving an entry in it, and explaining why one is before another.

use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, SessionId};
use crate::bookings::service::settle::{Since, settle};
use crate::bookings::waitlist::{PlacesLeft, Waitlist};
use crate::bookings::{Booking, Tier, store};
use crate::db::Tx;
use crate::sessions::{self, LineOrder, Planned};
use serde_json::json;

/// An entry with its place, counted from 1.
pub(crate) struct Placed {
    pub position: usize,
    pub booking: Booking,
}

/// The line of a session, in order.
pub(crate) fn line(tx: &mut Tx, id: &SessionId) -> Result<(Planned, Vec<Placed>)> {
    let planned = counted(tx, id)?;
    tx.allow(Act::SeeLine, &Scope::centre(&planned.session.centre_id), "session")?;
    let order = sorted(tx, &planned)?;
    let mut live = store::live_in(tx, &planned.session.id)?;
    let mut placed = Vec::new();
    for (entry, position) in order.waiting.iter().zip(1..) {
        if let Some(at) = live.iter().position(|booking| booking.id == entry.booking) {
            placed.push(Placed { position, booking: live.swap_remove(at) });
        }
    }
    Ok((planned, placed))
}

fn counted(tx: &mut Tx, id: &SessionId) -> Result<Planned> {
    let planned = sessions::store::planned(tx, id)?;
    match &planned.session.head_session_id {
        Some(head) => sessions::store::planned(tx, head),
        None => Ok(planned),
    }
}

/// Puts an entry right before another in the line (or at its end), for a reason that is kept.
pub(crate) fn move_entry(
    tx: &mut Tx,
    id: &BookingId,
    session: &SessionId,
    before: Option<&BookingId>,
    reason: &str,
) -> Result<()> {
    let head = counted(tx, session)?.session.id;
    sessions::store::lock(tx, std::slice::from_ref(&head))?;
    let planned = sessions::store::planned(tx, &head)?;
    tx.allow(Act::MoveInLine, &Scope::centre(&planned.session.centre_id), "booking")?;
    let here = settle(tx, &planned, Since::Time)?;
    let waiting: Vec<_> = here.line.waiting.iter().filter(|entry| entry.booking != *id).collect();
    if waiting.len() == here.line.waiting.len() {
        return Err(Fault::new(Code::NoLongerOpen, "This party is not waiting here."));
    }

    let at = match before {
        Some(before) => waiting
            .iter()
            .position(|entry| entry.booking == *before)
            .ok_or_else(|| Fault::invalid("/before", "That party is not waiting here."))?,
        None => waiting.len(),
    };
    let (tier, number) = match (at.checked_sub(1).and_then(|at| waiting.get(at)), waiting.get(at)) {
        (_, None) => match waiting.last() {
            Some(last) => (last.line_tier, last.line_number + 1.0),
            None => return Ok(()),
        },
        (Some(previous), Some(next)) if previous.line_tier == next.line_tier => {
            (next.line_tier, f64::midpoint(previous.line_number, next.line_number))
        }
        (_, Some(next)) => (next.line_tier, next.line_number - 1.0),
    };
    store::set_line_place(tx, id, tier, number, reason)?;
    settle(tx, &planned, Since::Change)?;
    let detail = json!({ "before": before, "reason": reason });
    tx.audit(Event::MoveInLine, id.as_str(), detail)
}

/// Why one is before the other, in words.
pub(crate) fn why(
    tx: &mut Tx,
    session: &SessionId,
    a: &BookingId,
    b: &BookingId,
) -> Result<(BookingId, String)> {
    let (planned, placed) = line(tx, session)?;
    let find = |id: &BookingId| {
        placed.iter().find(|placed| placed.booking.id == *id).ok_or_else(|| {
            Fault::new(Code::NotFound, "That party is not waiting for this session.")
        })
    };
    let (one, other) = (find(a)?, find(b)?);
    let (first, second) = if one.position <= other.position { (one, other) } else { (other, one) };
    let words = reasons(&planned, &first.booking, &second.booking);
    Ok((first.booking.id.clone(), words))
}

fn reasons(planned: &Planned, first: &Booking, second: &Booking) -> String {
    for (moved, whose) in [(first, "The first"), (second, "The second")] {
        if let Some(reason) = &moved.move_reason {
            return format!("{whose} was moved by staff: {reason}.");
        }
    }
    let by_tier = planned.activity.waitlist_order == LineOrder::Tier;
    if by_tier && first.line_tier != second.line_tier {
        return format!("The first is {}; the second is {}.", stands(first), stands(second));
    }
    format!(
        "Both stand alike; the first asked earlier (number {} before {}).",
        first.number, second.number
    )
}

fn stands(booking: &Booking) -> String {
    match booking.tier {
        Tier::Referred => booking.tier_reason.clone(),
        Tier::TargetGroup => format!("of a target group with priority ({})", booking.tier_reason),
        Tier::Everyone => "in line like everyone".to_owned(),
    }
}

/// A session's line in its order.
pub(crate) fn sorted(tx: &mut Tx, planned: &Planned) -> Result<Waitlist> {
    let mut line = store::waitlist(tx, &planned.session.id, planned.activity.unit)?;
    line.sort(PlacesLeft::of(planned).order);
    Ok(line)
}

//! Seeing the line, moving an entry in it, and explaining why one is before another.

use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, SessionId};
use crate::bookings::chance::Prospect;
use crate::bookings::service::settle::{Settled, Since, settle};
use crate::bookings::waitlist::{PlacesLeft, Size, Waitlist};
use crate::bookings::{Booking, Tier, store};
use crate::db::Tx;
use crate::mail::Chance;
use crate::sessions::{self, LineOrder, Planned};
use serde_json::json;

/// An entry with its place, counted from 1.
pub(crate) struct Placed {
    pub position: usize,
    pub booking: Booking,
    /// The tier by which it stands there.
    line_tier: i32,
}

/// The line of a session, in order.
pub(crate) fn line(tx: &mut Tx, id: &SessionId) -> Result<(Planned, Vec<Placed>)> {
    let planned = sessions::store::planned_where_counted(tx, id)?;
    tx.allow(Act::SeeLine, &Scope::centre(&planned.session.centre_id), "session")?;
    let order = sorted(tx, &planned)?;
    let mut live = store::live_in(tx, &planned.session.id)?;
    let mut placed = Vec::new();
    for (entry, position) in order.waiting.iter().zip(1..) {
        if let Some(at) = live.iter().position(|booking| booking.id == entry.booking) {
            let (booking, line_tier) = (live.swap_remove(at), entry.line_tier);
            placed.push(Placed { position, booking, line_tier });
        }
    }
    Ok((planned, placed))
}

/// Puts an entry right before another in the line (or at its end), for a reason that is kept.
pub(crate) fn move_entry(
    tx: &mut Tx,
    id: &BookingId,
    session: &SessionId,
    before: Option<&BookingId>,
    reason: &str,
) -> Result<()> {
    let head = sessions::store::planned_where_counted(tx, session)?.session.id;
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

/// Why each stands before the next, in words; as many as stand before another.
pub(crate) fn order_in_words(planned: &Planned, placed: &[Placed]) -> Vec<String> {
    placed
        .windows(2)
        .filter_map(|pair| match pair {
            [first, second] => Some(reasons(planned, first, second)),
            _ => None,
        })
        .collect()
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
    let words = reasons(&planned, first, second);
    Ok((first.booking.id.clone(), words))
}

fn reasons(planned: &Planned, first: &Placed, second: &Placed) -> String {
    for (moved, whose) in [(first, "The first"), (second, "The second")] {
        if let Some(reason) = &moved.booking.move_reason {
            return format!("{whose} was moved by staff: {reason}.");
        }
    }
    let by_tier = planned.activity.waitlist_order == LineOrder::Tier;
    if by_tier && first.line_tier != second.line_tier {
        let (first, second) = (stands(&first.booking), stands(&second.booking));
        return format!("The first is {first}; the second is {second}.");
    }
    format!(
        "Both stand alike; the first asked earlier (number {} before {}).",
        first.booking.number, second.booking.number
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
fn sorted(tx: &mut Tx, planned: &Planned) -> Result<Waitlist> {
    let mut line = store::waitlist(tx, &planned.session.id, planned.activity.unit)?;
    line.sort(PlacesLeft::of(planned).order);
    Ok(line)
}

/// The position of a booking in the line of its session, counted from 1.
pub(crate) fn position_of(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
) -> Result<Option<usize>> {
    let order = planned.activity.waitlist_order;
    let before = store::how_many_before(tx, &planned.session.id, order, &booking.id)?;
    Ok(before.map(|before| before + 1))
}

/// The chance of a booking that waits for its session; `None` while it may have no place there.
pub(crate) fn chance_of(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
) -> Result<Option<Chance>> {
    let (session, unit) = (&planned.session.id, planned.activity.unit);
    let entry = store::one_waiting(tx, session, &booking.id, unit)?;
    let Some(entry) = entry.filter(|entry| !entry.barred) else { return Ok(None) };
    let line = Waitlist { taken: store::taken(tx, session, unit)?, ..Waitlist::default() };
    let first =
        Prospect::first(&line, &PlacesLeft::of(planned), tx.now(), (entry.tier, entry.size));
    chance(tx, planned, first, &booking.id).map(Some)
}

/// The chance of one that has just joined the line it met.
pub(crate) fn chance_behind(
    tx: &mut Tx,
    planned: &Planned,
    met: &Settled,
    (booking, tier, size): (&BookingId, Tier, Size),
) -> Result<Chance> {
    let first = Prospect::first(&met.line, &met.room, tx.now(), (tier, size));
    chance(tx, planned, first, booking)
}

/// Those before it are read only as far as they can matter.
fn chance(tx: &mut Tx, planned: &Planned, first: Prospect, booking: &BookingId) -> Result<Chance> {
    let of = (planned.activity.unit, planned.activity.waitlist_order);
    let hopeless = first.hopeless_behind();
    let mut rows = i64::from(hopeless) + 1;
    loop {
        let line = store::first_waiting(tx, &planned.session.id, of, rows)?;
        let before = line.iter().take_while(|entry| entry.booking != *booking);
        let ahead: i32 =
            before.clone().filter(|entry| !entry.barred).map(|entry| entry.size.places).sum();
        let is_whole = before.count() < line.len() || i64::try_from(line.len()).ok() < Some(rows);
        if is_whole || ahead >= hopeless {
            return Ok(first.behind(ahead).chance());
        }
        rows *= 2;
    }
}

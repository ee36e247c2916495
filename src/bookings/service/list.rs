//! A family's bookings, as far as the caller may see them: each with its session, its children and
//! what else an answer shows, all of a page read at once.

use super::allow;
use super::shown::Shown;
use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::{BookingId, ChildId, FamilyId, SessionId};
use crate::bookings::store::{self, OfFamily};
use crate::bookings::{Booking, BookingTime};
use crate::db::Tx;
use crate::families;
use crate::sessions::{self, Planned};
use std::collections::HashMap;

/// Which bookings of a family to list.
pub(crate) struct BookingList<'a> {
    pub family: &'a FamilyId,
    /// All where it is left out.
    pub time: Option<BookingTime>,
    /// The last one of the page before; empty for the first page.
    pub after: &'a str,
    pub rows: usize,
}

/// As many as are asked for, the newest first. What may not be seen leaves no gap, and its id is
/// never the last of a page.
pub(crate) fn of_family(tx: &mut Tx, wanted: &BookingList) -> Result<Vec<(Booking, Shown)>> {
    let family = families::store::family(tx, wanted.family)?;
    let scope = families::service::scope_of(tx, &family)?;
    tx.allow(Act::SeeBooking, &scope, "family")?;

    let mut after = wanted.after.to_owned();
    let mut seen = Vec::new();
    while seen.len() < wanted.rows {
        let page = page(tx, wanted, &after)?;
        let Some(last) = page.last() else { break };
        after = last.id.to_string();
        let is_last = page.len() < wanted.rows;
        seen.extend(seen_of(tx, page)?);
        if is_last {
            break;
        }
    }
    seen.truncate(wanted.rows);
    with_children(tx, seen, family.restricted)
}

fn page(tx: &mut Tx, wanted: &BookingList, after: &str) -> Result<Vec<Booking>> {
    let now = tx.now();
    let rows = i64::try_from(wanted.rows).unwrap_or(i64::MAX);
    let time = wanted.time.map(|time| (time, now));
    store::of_family(tx, &OfFamily { family: wanted.family, time, after, rows })
}

/// Those of a page that the caller may see, with their sessions.
fn seen_of(tx: &mut Tx, page: Vec<Booking>) -> Result<Vec<(Booking, Planned)>> {
    let mut ids: Vec<SessionId> = page.iter().map(|booking| booking.session_id.clone()).collect();
    ids.sort();
    ids.dedup();
    let planned = sessions::store::planned_of(tx, &ids)?;
    let planned: HashMap<SessionId, Planned> =
        planned.into_iter().map(|one| (one.session.id.clone(), one)).collect();
    let mut seen = Vec::new();
    for booking in page {
        let Some(planned) = planned.get(&booking.session_id) else { continue };
        if allow(tx, Act::SeeBooking, &booking, planned).is_ok() {
            seen.push((booking, planned.clone()));
        }
    }
    Ok(seen)
}

fn with_children(
    tx: &mut Tx,
    seen: Vec<(Booking, Planned)>,
    restricted: bool,
) -> Result<Vec<(Booking, Shown)>> {
    let ids: Vec<BookingId> = seen.iter().map(|(booking, _)| booking.id.clone()).collect();
    let mut children: HashMap<BookingId, Vec<ChildId>> = HashMap::new();
    for (booking, child) in store::children_by_booking(tx, &ids)? {
        children.entry(booking).or_default().push(child);
    }
    let with = |(booking, planned): (Booking, Planned)| {
        let mut own = children.remove(&booking.id).unwrap_or_default();
        own.sort();
        let shown = Shown::listed(planned, restricted, own);
        (booking, shown)
    };
    Ok(seen.into_iter().map(with).collect())
}

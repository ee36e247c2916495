//! The rules the auditor holds a database to.

use super::Broken;
use super::store::{self, HeldRow, OwnPlace};
use crate::base::fault::Result;
use crate::base::id::{BookingId, SessionId};
use crate::bookings::waitlist::{PlacesLeft, Taken, Waitlist};
use crate::bookings::{Booking, Holds, MadeAs, Status, offer};
use crate::db::{Store, Tx};
use crate::families::joined::rings;
use crate::{families, sessions};
use chrono::TimeDelta;
use std::collections::HashMap;

/// Everything that breaks a rule; empty when all is well.
pub fn audit(database: &Store) -> Result<Vec<Broken>> {
    database.read(crate::access::Actor::service(), |tx| {
        let mut broken = Vec::new();
        bookings(tx, &mut broken)?;
        offers(tx, &mut broken)?;
        for id in store::live_sessions(tx)? {
            session(tx, &id, &mut broken)?;
        }
        children_in_two_places(tx, &mut broken)?;
        limits_hold(tx, &mut broken)?;
        found_by_what_they_are(tx, &mut broken)?;
        joined_records_end(tx, &mut broken)?;
        Ok(broken)
    })
}

fn note(broken: &mut Vec<Broken>, rule: &'static str, subject: impl ToString, detail: String) {
    broken.push(Broken { rule, subject: subject.to_string(), detail });
}

const TOGETHER: i64 = 500;

fn bookings(tx: &mut Tx, broken: &mut Vec<Broken>) -> Result<()> {
    let mut after = String::new();
    loop {
        let page = store::bookings(tx, &after, TOGETHER)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = last.id.to_string();
        let ids: Vec<&str> = page.iter().map(|booking| booking.id.as_str()).collect();
        let mut held: HashMap<BookingId, Vec<HeldRow>> = HashMap::new();
        for row in store::held(tx, &ids)? {
            held.entry(row.0.clone()).or_default().push(row);
        }
        for booking in &page {
            let rows = held.get(&booking.id).map(Vec::as_slice).unwrap_or_default();
            holds_what_it_says(booking, rows, broken);
        }
        party_is_whole(tx, &page, &ids, broken)?;
    }
}

/// A booking's status and what it holds in its sessions must agree.
fn holds_what_it_says(booking: &Booking, rows: &[HeldRow], broken: &mut Vec<Broken>) {
    let places: Vec<&HeldRow> = rows.iter().filter(|row| row.3 == Holds::Place).collect();
    let waits = rows.iter().filter(|row| row.3 == Holds::Waits).count();
    let good = match booking.status {
        Status::Booked | Status::Offered => {
            waits == 0 && matches!(places.as_slice(), [one] if one.1 == booking.session_id)
        }
        Status::Waiting => places.is_empty() && waits > 0,
        Status::Cancelled | Status::Lapsed | Status::Declined => places.is_empty() && waits == 0,
    };
    if !good {
        let detail = format!(
            "is {} but holds {} places and {waits} entries",
            booking.status.as_str(),
            places.len()
        );
        note(broken, "a booking holds what it says", &booking.id, detail);
    }
    if rows.iter().any(|row| row.2 != booking.family_id) {
        let detail = "a row names another family".to_owned();
        note(broken, "a booking belongs to one family", &booking.id, detail);
    }
}

/// No party is split: its children are all there, and of its family.
fn party_is_whole(
    tx: &mut Tx,
    page: &[Booking],
    ids: &[&str],
    broken: &mut Vec<Broken>,
) -> Result<()> {
    let children = store::children(tx, ids)?;
    for booking in page {
        let own: Vec<_> = children.iter().filter(|row| row.0 == booking.id).collect();
        // Of a guest that was deleted only the count is left.
        let erased = own.is_empty() && store::is_erased(tx, &booking.family_id)?;
        if !erased && i32::try_from(own.len()).ok() != Some(booking.children) {
            let detail = format!("says {} children, has {}", booking.children, own.len());
            note(broken, "no party is split", &booking.id, detail);
        }
        if !booking.status.is_live() {
            continue;
        }
        for (_, child) in own {
            if !store::is_of_family(tx, &booking.family_id, child)? {
                let detail = format!("child {child} does not belong to the family");
                note(broken, "a party belongs to one family", &booking.id, detail);
            }
        }
    }
    Ok(())
}

/// An offer is live exactly while its booking is offered, in the same session.
fn offers(tx: &mut Tx, broken: &mut Vec<Broken>) -> Result<()> {
    let live = store::live_offers(tx)?;
    for offer in &live {
        let booking = crate::bookings::store::booking(tx, &offer.booking_id)?;
        if booking.status != Status::Offered || booking.session_id != offer.session_id {
            let detail = format!("is live, but its booking is {}", booking.status.as_str());
            note(broken, "a live offer has its booking", &offer.id, detail);
        }
    }
    Ok(())
}

fn session(tx: &mut Tx, id: &SessionId, broken: &mut Vec<Broken>) -> Result<()> {
    let planned = sessions::store::planned(tx, id)?;
    let room = PlacesLeft::of(&planned);
    let mut line = crate::bookings::store::waitlist(tx, id, planned.activity.unit)?;
    if planned.session.cancelled_at.is_some() {
        let detail = "somebody still has or waits for a place".to_owned();
        note(broken, "a cancelled session holds nobody", id, detail);
        return Ok(());
    }
    counted(id, &room, store::held_in(tx, id, planned.activity.unit)?, broken);
    let offered: Vec<BookingId> = offered_without_offer(tx, id, &line)?;
    for booking in offered {
        let detail = "is offered, but no offer is live".to_owned();
        note(broken, "an offered booking has its offer", booking, detail);
    }

    let now = tx.now();
    let due = planned.session.settled_until.is_some_and(|until| until <= now);
    let next = line.next_change(&room, now);
    let end = offer::term(now, room.starts_at, planned.centre.zone()).expires_at;
    let steps = line.settle(&room, now, end);
    if !due && !steps.is_empty() {
        let detail = format!("nothing is due, yet {} steps are left: {:?}", steps.len(), steps[0]);
        note(broken, "no place is free while a party that fits waits", id, detail);
    }
    let looks_again = planned.session.settled_until;
    if let Some(next) = next.filter(|next| !due && looks_again.is_none_or(|at| at > *next)) {
        let detail = format!("something changes at {next}, but nobody looks then");
        note(broken, "a line is looked at in time", id, detail);
    }
    Ok(())
}

/// Never more taken than there is.
fn counted(id: &SessionId, room: &PlacesLeft, held: Taken, broken: &mut Vec<Broken>) {
    let (taken, adults) = (held.places, held.adults);
    if taken > room.capacity {
        let detail = format!("{taken} places are taken of {}", room.capacity);
        note(broken, "never more taken than capacity", id, detail);
    }
    if let Some(limit) = room.adult_limit.filter(|limit| adults > *limit) {
        let detail = format!("{adults} adults are coming of {limit}");
        note(broken, "never more adults than the limit", id, detail);
    }
}

fn offered_without_offer(tx: &mut Tx, id: &SessionId, line: &Waitlist) -> Result<Vec<BookingId>> {
    let live = crate::bookings::store::live_in(tx, id)?;
    let has_offer = |booking: &Booking| line.offered.iter().any(|kept| kept.booking == booking.id);
    let offered = live.into_iter().filter(|booking| booking.status == Status::Offered);
    Ok(offered.filter(|booking| !has_offer(booking)).map(|booking| booking.id).collect())
}

/// Within one household, in what everyone who books for it may know: places held by another
/// household, or as sensitive by another carer, are allowed beside it.
fn children_in_two_places(tx: &mut Tx, broken: &mut Vec<Broken>) -> Result<()> {
    let coming = store::coming(tx)?;
    for (at, one) in coming.iter().enumerate() {
        let later = coming.iter().skip(at + 1);
        let of_household =
            later.take_while(|next| (&next.child, &next.family) == (&one.child, &one.family));
        for next in of_household.take_while(|next| next.starts_at < one.ends_at) {
            let unknown = (one.sensitive || next.sensitive) && one.carer != next.carer;
            // A referral is booked whatever the family already holds, and staff settle it.
            let referred = [one.made_as, next.made_as].contains(&MadeAs::Professional);
            if one.booking != next.booking && !unknown && !referred {
                let detail = format!(
                    "is booked twice at {}: {} and {}",
                    next.starts_at, one.booking, next.booking
                );
                note(broken, "a child is in one place at a time", &one.child, detail);
            }
        }
    }
    Ok(())
}

/// A record that was merged into another leads to one that stands.
fn joined_records_end(tx: &mut Tx, broken: &mut Vec<Broken>) -> Result<()> {
    let families = rings(&families::store::joined(tx)?);
    let families = families.iter().map(|ring| words_of(ring));
    let children = rings(&families::store::joined_children(tx)?);
    let children = children.iter().map(|ring| words_of(ring));
    for (first, all) in families.chain(children) {
        let detail = format!("is merged into another in a ring: {all}");
        note(broken, "a merged record leads to one that stands", first, detail);
    }
    Ok(())
}

/// What a family got by itself, at once or from the waiting list, is within its limits. Changes by
/// staff since then (the date, the limit, two merged records) may leave it with more.
fn limits_hold(tx: &mut Tx, broken: &mut Vec<Broken>) -> Result<()> {
    let places = store::own_places(tx)?;
    for of_family in places.chunk_by(|a, b| (&a.family, &a.activity) == (&b.family, &b.activity)) {
        let most = |days: i64| {
            let within = |from: &OwnPlace| {
                let until = from.day + TimeDelta::days(days);
                of_family.iter().filter(|one| from.day <= one.day && one.day < until).count()
            };
            i32::try_from(of_family.iter().map(within).max().unwrap_or(0)).unwrap_or(i32::MAX)
        };
        let Some(first) = of_family.first() else { continue };
        let (a_day, in_seven) = (most(1), most(7));
        let over = a_day > first.limit_a_day || in_seven > first.limit_in_seven_days;
        if over && !of_family.iter().any(|one| one.changed_since) {
            let detail = format!(
                "has {a_day} places of activity {} a day and {in_seven} in seven days",
                first.activity
            );
            note(broken, "what a family books itself is within its limits", &first.family, detail);
        }
    }
    Ok(())
}

fn words_of<K: ToString>(ring: &[K]) -> (String, String) {
    let ids: Vec<String> = ring.iter().map(ToString::to_string).collect();
    (ids.first().cloned().unwrap_or_default(), ids.join(", "))
}

/// Every write to a family also updates its search keys.
fn found_by_what_they_are(tx: &mut Tx, broken: &mut Vec<Broken>) -> Result<()> {
    let mut after = String::new();
    loop {
        let (stale, last) = families::search::service::stale(tx, &after, TOGETHER)?;
        for family in stale {
            let detail = "its search keys do not match it".to_owned();
            note(broken, "a family's search keys match it", family, detail);
        }
        let Some(last) = last else { return Ok(()) };
        after = last.to_string();
    }
}

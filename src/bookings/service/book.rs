//! Asking for a place: the party gets one, joins the line, or is told which rule stands against it.

use super::place::place;
use super::request::{Book, Request, at_date, children_of, limits, lock_sessions, members};
use super::{clash, lock_families, made_as};
use crate::access::{Act, Scope};
use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, FamilyId};
use crate::bookings::judge::{self, Asker, Party};
use crate::bookings::waitlist::PlacesLeft;
use crate::bookings::{Booking, MadeAs, Status, Tier, store};
use crate::db::Tx;
use crate::families::{self, Child};
use crate::sessions::Planned;

/// A family asks, or staff for it.
pub(crate) fn book(tx: &mut Tx, book: &Book) -> Result<Booking> {
    let lined = lock_sessions(tx, &book.session_id, &book.or_sessions)?;
    let first = &lined[0];
    let scope = Scope::centre(&first.session.centre_id).family(&book.family_id);
    tx.allow(Act::Book, &scope, "family")?;

    let made = made_as(tx.actor(), &scope, Act::Book);
    if matches!(made, MadeAs::FrontDesk | MadeAs::Staff) {
        // Having a centre in common is not enough: a family outside the caller's scope is unknown.
        families::service::allow(tx, Act::SeeFamily, &book.family_id)?;
    }
    let asker = Asker::of(made, book.reason.is_some());
    if asker == Asker::Family && lined.iter().any(Planned::is_closed_to_families) {
        return Err(Fault::not_found("session"));
    }
    let (tier, tier_reason) =
        match families::store::priority_group(tx, &book.family_id, &book.child_ids)? {
            Some(group) => (Tier::TargetGroup, group),
            None => (Tier::Everyone, "in order of asking".to_owned()),
        };
    let request = Request { book, made, asker, tier, tier_reason };
    let children = children_of(tx, book)?;
    lock_families(tx, &book.family_id, &book.child_ids)?;
    if let Some(waits) = called(tx, first, &book.family_id)? {
        return super::answer::claim(tx, &waits, Some(&first.session.id));
    }
    for (planned, at) in lined.iter().zip(0..) {
        judge(tx, planned, &request, &children).map_err(|fault| at_date(fault, at))?;
    }
    place(tx, &lined, &request, &children)
}

/// In the last two hours, asking again is how a waiting family claims a free place.
fn called(tx: &mut Tx, planned: &Planned, family: &FamilyId) -> Result<Option<BookingId>> {
    let now = tx.now();
    if !PlacesLeft::of(planned).is_last_hours(now) || now >= planned.session.starts_at {
        return Ok(None);
    }
    let live = store::live_of(tx, &planned.session.id, family)?;
    Ok(live.filter(|live| live.status == Status::Waiting).map(|live| live.id))
}

/// The rules of the house in order, up to where only room is left to check.
fn judge(tx: &mut Tx, planned: &Planned, request: &Request, children: &[Child]) -> Result<()> {
    let book = request.book;
    let now = tx.now();
    judge::release(planned, request.asker, now)?;
    members(tx, planned, &book.family_id, request.asker)?;
    if store::live_of(tx, &planned.session.id, &book.family_id)?.is_some() {
        return Err(store::already_booked());
    }
    let party = Party { children, adults: book.adults };
    judge::ages(planned, &party)?;
    judge::party_size(planned, &party)?;
    clash::refuse(tx, planned, &book.comes())?;
    limits(tx, planned, (&book.family_id, None), request.asker)
}

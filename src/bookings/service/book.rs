//! Asking for a place: the party gets one, joins the line, or is told which rule stands against it.

use super::place::place;
use super::request::{Book, BookingFacts, Request, at_date, lock_party, lock_sessions};
use super::shown::Shown;
use super::{clash, made_as};
use crate::access::{Act, Scope};
use crate::base::fault::{Fault, Result};
use crate::base::id::BookingId;
use crate::base::moment::Moment;
use crate::bookings::judge::{self, Asker, Asks};
use crate::bookings::waitlist::PlacesLeft;
use crate::bookings::{Booking, Holds, MadeAs, Tier, store};
use crate::db::Tx;
use crate::families;
use crate::sessions::Planned;

/// A family asks, or staff for it.
pub(crate) fn book(tx: &mut Tx, book: &Book) -> Result<(Booking, Shown)> {
    let sessions = lock_sessions(tx, &book.session_id, &book.or_sessions, Some(&book.family_id))?;
    let scope = Scope::centre(&sessions[0].session.centre_id).family(&book.family_id);
    tx.allow(Act::Book, &scope, "family")?;

    let made = made_as(tx.actor(), &scope, Act::Book);
    if matches!(made, MadeAs::FrontDesk | MadeAs::Staff) {
        // Having a centre in common is not enough: a family outside the caller's scope is unknown.
        families::service::allow(tx, Act::SeeFamily, &book.family_id)?;
    }
    let asker = Asker::of(made, book.reason.is_some());
    if asker == Asker::Family && sessions.iter().any(Planned::is_closed_to_families) {
        return Err(Fault::not_found("session"));
    }

    let children = lock_party(tx, &book.family_id, &book.child_ids)?;
    let facts = BookingFacts::load(tx, sessions, &book.family_id, children)?;
    let now = tx.now();
    if let Some(waits) = called(&facts, now) {
        let session = &facts.sessions[0].session.id;
        let booking = super::answer::claim(tx, &waits, Some(session))?;
        return Shown::load(tx, &booking).map(|shown| (booking, shown));
    }
    let (tier, tier_reason) = match &facts.applicant.priority {
        Some(group) => (Tier::TargetGroup, group.clone()),
        None => (Tier::Everyone, "in order of asking".to_owned()),
    };
    let request = Request { book, made, asker, tier, tier_reason };
    judge(&facts, &request, &facts.asks(tx, book.carer_id.as_ref()), now)?;
    place(tx, &request, &facts)
}

/// In the last two hours, asking again is how a waiting family claims a free place.
fn called(facts: &BookingFacts, now: Moment) -> Option<BookingId> {
    let planned = facts.sessions.first()?;
    if !PlacesLeft::of(planned).is_last_hours(now) || now >= planned.session.starts_at {
        return None;
    }
    let live = facts.diary.has_at(&facts.applicant.family, &planned.session.id)?;
    (live.holds == Holds::Waits).then(|| live.held.booking.clone())
}

/// The rules of the house in order, up to where only room is left to check.
fn judge(facts: &BookingFacts, request: &Request, asks: &Asks, now: Moment) -> Result<()> {
    for ((planned, dates), at) in facts.sessions.iter().zip(&facts.dates).zip(0..) {
        judge_one(facts, request, asks, (planned, dates, now))
            .map_err(|fault| at_date(fault, at))?;
    }
    Ok(())
}

fn judge_one(
    facts: &BookingFacts,
    request: &Request,
    asks: &Asks,
    (planned, dates, now): (&Planned, &[(Moment, Moment)], Moment),
) -> Result<()> {
    let family = &facts.applicant.family;
    judge::release(planned, request.asker, now)?;
    judge::members(planned, facts.applicant.is_member, request.asker)?;
    if facts.diary.has_at(family, &planned.session.id).is_some() {
        return Err(store::already_booked());
    }
    let party = facts.party(request.book.adults);
    judge::ages(planned, &party)?;
    judge::party_size(planned, &party)?;
    clash::refuse(&facts.diary, dates, asks, None)?;
    let days = facts.diary.days_held(family, &planned.activity.id, None);
    judge::limits(planned, &days, request.asker)
}

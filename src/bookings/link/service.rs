//! Looking at the page of a booking, and doing what its buttons say, as the family it was sent to.

use super::{AlertPage, BookingPage, Deed, Outcome, Over, Pressed, Standing};
use crate::access::{Act, Actor, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Result};
use crate::base::id::{AlertId, BookingId, ChildId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::service::party::{Comers, change_party};
use crate::bookings::service::{answer, calendar, cancel, lock_booking, undo, waitlist as line};
use crate::bookings::store::Date;
use crate::bookings::telling::store::AlertRequest;
use crate::bookings::waitlist::{PlacesLeft, Size, Waitlist};
use crate::bookings::{Booking, Status, store, telling, view};
use crate::db::Tx;
use crate::families;
use crate::mail::link::{Link, page_ends};
use crate::mail::spoken::When;
use crate::sessions::{self, LineOrder, Planned};
use serde_json::json;

/// A booking as things stand; `None` where there is none, or its page is no longer there, or the
/// link was made before staff ended its family's access. Changes nothing.
pub(crate) fn look(tx: &mut Tx, link: &Link) -> Result<Option<BookingPage>> {
    let Some(booking) = booking_of(tx, link)? else { return Ok(None) };
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    let dates = calendar::dates(tx, &planned.session)?;
    let standing = standing(tx, &planned, &booking, &dates)?;
    if page_ends(last_of(tx, &booking, &dates)?) <= tx.now() {
        return Ok(None);
    }

    let when = |date: &Date| when(&planned, date.starts_at, date.ends_at);
    let live: Vec<&Date> = dates.iter().filter(|date| date.cancelled_at.is_none()).collect();
    let had_a_place = booking.taken_at.is_some();
    let is_booked = booking.status == Status::Booked;
    let other_days = other_days(tx, &planned, &booking)?;
    Ok(Some(BookingPage {
        session_id: planned.session.id.clone(),
        session: telling::service::facts(&planned),
        more_dates: live.iter().copied().skip(1).map(when).collect(),
        children: telling::store::own_children(tx, &booking)?,
        adults: booking.adults,
        other_days,
        bring: planned.activity.bring.clone(),
        standing,
        calendar: had_a_place.then(|| {
            let of_place = dates.iter().filter(|date| !is_booked || date.cancelled_at.is_none());
            calendar::facts(tx, &booking, of_place)
        }),
    }))
}

/// Days that are named at most.
const DAYS_NAMED: usize = 6;

/// Where a place could be had instead: room is left for this party on each of these days.
fn other_days(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
) -> Result<Vec<(SessionId, When, String)>> {
    let is_ahead = tx.now() < planned.session.starts_at;
    let is_alone = planned.session.course_id.is_none() && !planned.activity.sensitive;
    if booking.status != Status::Booked || !is_ahead || !is_alone {
        return Ok(Vec::new());
    }
    let size = Size::of(planned.activity.unit, booking.adults, booking.children);
    let found = view::other_days(tx, planned)?;
    let roomy = found.iter().filter(|other| other.public_places_left() >= size.places);
    let named = roomy.map(|other| {
        let other = other.planned();
        let when = when(other, other.session.starts_at, other.session.ends_at);
        (other.session.id.clone(), when, other.centre.name.clone())
    });
    Ok(named.take(DAYS_NAMED).collect())
}

/// The end of the last date that a booking is for, or waits for.
fn last_of(tx: &mut Tx, booking: &Booking, dates: &[Date]) -> Result<Moment> {
    let mut last = dates.iter().map(|date| date.ends_at).max();
    if booking.status == Status::Waiting {
        for id in store::sessions_of(tx, &booking.id)? {
            last = last.max(Some(sessions::store::planned(tx, &id)?.session.ends_at));
        }
    }
    Ok(last.unwrap_or(booking.made_at))
}

fn when(planned: &Planned, starts: Moment, ends: Moment) -> When {
    When { starts: planned.local(starts), ends: planned.local(ends) }
}

fn standing(tx: &mut Tx, planned: &Planned, booking: &Booking, dates: &[Date]) -> Result<Standing> {
    let (now, session) = (tx.now(), &planned.session);
    let has_begun = now >= session.starts_at;
    Ok(match booking.status {
        Status::Booked if dates.iter().all(|date| date.ends_at <= now) => {
            Standing::Over(Over::Past)
        }
        Status::Booked => {
            let cancel_by = (now < session.cancel_by).then(|| planned.local(session.cancel_by));
            Standing::Booked { cancel_by, has_begun }
        }
        Status::Offered => match store::live_offer(tx, &booking.id)? {
            Some(offer) if now < offer.expires_at => {
                Standing::Offered { until: planned.local(offer.expires_at) }
            }
            // Its time is over; the next decision records that.
            Some(offer) => Standing::Over(Over::Lapsed { until: planned.local(offer.expires_at) }),
            None => Standing::Over(Over::LineEnded),
        },
        Status::Waiting => waiting(tx, planned, booking)?,
        Status::Cancelled | Status::Lapsed | Status::Declined => {
            Standing::Over(over(tx, planned, booking)?)
        }
    })
}

fn waiting(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<Standing> {
    let now = tx.now();
    let (mut or_dates, mut is_ahead) = (Vec::new(), false);
    for id in store::sessions_of(tx, &booking.id)? {
        let date = sessions::store::planned(tx, &id)?;
        let session = &date.session;
        is_ahead |= now < session.starts_at;
        if id != booking.session_id {
            or_dates.push(when(&date, session.starts_at, session.ends_at));
        }
    }
    if !is_ahead {
        return Ok(Standing::Over(Over::LineEnded));
    }
    let position = match planned.activity.waitlist_order {
        LineOrder::Joining => line::position_of(tx, planned, booking)?,
        LineOrder::Tier => None,
    };
    Ok(Standing::Waiting {
        chance: line::chance_of(tx, planned, booking)?,
        position,
        or_dates,
        free: free_now(tx, booking)?,
    })
}

/// Where a party that waits can have a free place at once.
pub(crate) fn free_now(tx: &mut Tx, booking: &Booking) -> Result<Vec<(SessionId, When)>> {
    let mut free = Vec::new();
    for id in store::sessions_of(tx, &booking.id)? {
        let date = sessions::store::planned(tx, &id)?;
        if may_claim(tx, &date, booking)? {
            free.push((id, when(&date, date.session.starts_at, date.session.ends_at)));
        }
    }
    Ok(free)
}

/// In the last hours, whether a place is free for a party that waits.
fn may_claim(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<bool> {
    let (now, room) = (tx.now(), PlacesLeft::of(planned));
    if !room.is_last_hours(now) || now >= room.starts_at || room.cancelled {
        return Ok(false);
    }
    let line = store::waitlist(tx, &planned.session.id, planned.activity.unit)?;
    let entry = line.waiting.iter().find(|entry| entry.booking == booking.id);
    Ok(entry.is_some_and(|entry| line.fits(&room, now, entry.tier, entry.size)))
}

fn over(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<Over> {
    let at = planned.local(booking.ended_at.unwrap_or(booking.made_at));
    Ok(match (booking.status, booking.end_reason.as_deref()) {
        (_, Some("session_cancelled")) => Over::SessionCancelled,
        (_, Some("outside_age_range")) => Over::Unfit,
        (Status::Declined, _) => Over::Declined { at },
        (Status::Lapsed, Some("offer_lapsed")) => Over::Lapsed { until: at },
        (Status::Lapsed, _) => Over::LineEnded,
        _ if booking.taken_at.is_none() => Over::LeftLine { at },
        _ if booking.undo_until.is_none() => Over::Cancelled { at },
        _ => Over::GivenUp { at, undo_until: undo_until(tx, planned, booking)? },
    })
}

/// Until when it can be taken back, as long as nobody else was given the place.
fn undo_until(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
) -> Result<Option<chrono::NaiveDateTime>> {
    let now = tx.now();
    let Some(until) = booking.undo_until.filter(|until| now < *until) else { return Ok(None) };
    if planned.session.cancelled_at.is_some() {
        return Ok(None);
    }
    let unit = planned.activity.unit;
    let line: Waitlist = store::waitlist(tx, &planned.session.id, unit)?;
    let size = Size::of(unit, booking.adults, booking.children);
    let free = line.free_for_newcomer(&PlacesLeft::of(planned), now, booking.tier);
    let fits = free.is_some_and(|free| size.places <= free.places && size.adults <= free.adults);
    Ok(fits.then(|| planned.local(until)))
}

/// Does one thing, if the booking stands so that the page offers it; says what came of it. `None`
/// where there is no such booking.
pub(crate) fn act(
    tx: &mut Tx,
    link: &Link,
    deed: Deed,
    pressed: &Pressed,
) -> Result<Option<Outcome>> {
    let Some(page) = look(tx, link)? else { return Ok(None) };
    let id = BookingId::from(link.subject.as_str());
    let (booking, _) = lock_booking(tx, &id)?;
    tx.act_as(Actor::by_link(booking.family_id.clone(), booking.carer_id.clone()));
    match stands_against(deed, booking.status) {
        Some(outcome) => Ok(Some(outcome)),
        None => do_it(tx, deed, (&page, &booking), pressed).map(Some),
    }
}

/// What is said at once, as the booking stands; `None` where there is something to do.
fn stands_against(deed: Deed, status: Status) -> Option<Outcome> {
    match (deed, status) {
        (Deed::Accept | Deed::Decline, Status::Offered)
        | (Deed::Claim, Status::Waiting)
        | (Deed::Leave, Status::Waiting | Status::Offered)
        | (Deed::Cancel | Deed::Move, Status::Booked)
        | (Deed::Party, Status::Booked | Status::Waiting)
        | (Deed::Undo, Status::Cancelled) => None,

        (Deed::Accept | Deed::Claim | Deed::Undo, Status::Booked)
        | (Deed::Decline, Status::Declined)
        | (Deed::Leave, Status::Cancelled | Status::Lapsed | Status::Declined)
        | (Deed::Cancel, Status::Cancelled) => Some(Outcome::Done),

        (Deed::Accept | Deed::Decline | Deed::Claim, Status::Lapsed) => Some(Outcome::TooLate),

        (Deed::Accept, Status::Waiting | Status::Cancelled | Status::Declined)
        | (Deed::Decline, Status::Booked | Status::Waiting | Status::Cancelled)
        | (Deed::Claim, Status::Offered | Status::Cancelled | Status::Declined)
        | (Deed::Leave, Status::Booked)
        | (Deed::Cancel | Deed::Undo | Deed::Move, Status::Waiting)
        | (Deed::Cancel | Deed::Undo | Deed::Move | Deed::Party, Status::Offered)
        | (
            Deed::Cancel | Deed::Undo | Deed::Move | Deed::Party,
            Status::Lapsed | Status::Declined,
        )
        | (Deed::Move | Deed::Party, Status::Cancelled) => Some(Outcome::SettledOtherwise),
    }
}

fn do_it(
    tx: &mut Tx,
    deed: Deed,
    (page, booking): (&BookingPage, &Booking),
    pressed: &Pressed,
) -> Result<Outcome> {
    let done = match deed {
        Deed::Party => {
            let (child_ids, adults) = fewer(tx, (page, booking), pressed)?;
            if child_ids.is_empty() && adults == 0 {
                return Ok(Outcome::Nobody);
            }
            change_party(tx, &booking.id, &Comers { child_ids: &child_ids, adults, reason: None })
        }
        Deed::Move => match &pressed.session {
            Some(to) => cancel::move_to(tx, &booking.id, to, None),
            None => return Ok(Outcome::NotThatDay),
        },
        Deed::Accept | Deed::Decline => {
            let Some(offer) = store::live_offer(tx, &booking.id)? else {
                return Ok(Outcome::TooLate);
            };
            match deed {
                Deed::Accept => answer::accept(tx, &offer.id),
                _ => answer::decline(tx, &offer.id),
            }
        }
        Deed::Claim => answer::claim(tx, &booking.id, pressed.session.as_ref()),
        Deed::Leave | Deed::Cancel => cancel::cancel(tx, &booking.id, None),
        Deed::Undo => undo::undo_cancel(tx, &booking.id),
    };
    // What was brought up to now before the refusal is kept.
    done.map(|_| Outcome::Done).or_else(|fault| match fault.code() {
        Code::OfferEnded | Code::NoLongerOpen | Code::SessionCancelled => Ok(Outcome::TooLate),
        Code::SessionFull => Ok(Outcome::PlaceGone),
        Code::AlreadyBooked => Ok(Outcome::SettledOtherwise),
        Code::ClashingBooking => Ok(Outcome::Busy),
        Code::OutsideAgeRange | Code::PartyTooLarge | Code::InvalidRequest
            if deed == Deed::Party =>
        {
            Ok(Outcome::NotThatParty)
        }
        Code::NotFound
        | Code::OutsideAgeRange
        | Code::PartyTooLarge
        | Code::OverLimit
        | Code::MembersOnly
        | Code::NotYetReleased
        | Code::BookingsClosed
        | Code::NoBookingNeeded
            if deed == Deed::Move =>
        {
            Ok(Outcome::NotThatDay)
        }
        _ => Err(fault),
    })
}

/// Those of the party who still come. Nobody is added, and a child that the page does not show stays.
fn fewer(
    tx: &mut Tx,
    (page, booking): (&BookingPage, &Booking),
    pressed: &Pressed,
) -> Result<(Vec<ChildId>, i32)> {
    let is_shown = |id: &ChildId| page.children.iter().any(|(shown, _)| shown == id);
    let party = store::children_of(tx, &booking.id)?.into_iter().map(|child| child.id);
    let come = party.filter(|id| !is_shown(id) || pressed.children.contains(id)).collect();
    let adults = pressed.adults.unwrap_or(booking.adults).clamp(0, booking.adults);
    Ok((come, adults))
}

fn booking_of(tx: &mut Tx, link: &Link) -> Result<Option<Booking>> {
    let booking = match store::booking(tx, &BookingId::from(link.subject.as_str())) {
        Ok(booking) => booking,
        Err(fault) if fault.code() == Code::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let family = families::store::family(tx, &booking.family_id)?;
    Ok((!family.has_ended_links_of(link.made_at)).then_some(booking))
}

fn alert_of(tx: &mut Tx, link: &Link) -> Result<Option<AlertRequest>> {
    let id = AlertId::from(link.subject.as_str());
    let Some(alert) = telling::store::alert(tx, &id)? else { return Ok(None) };
    let family = families::store::family(tx, &alert.family_id)?;
    Ok((!family.has_ended_links_of(link.made_at)).then_some(alert))
}

/// What an alert is about; `None` where there is none.
pub(crate) fn look_at_alert(tx: &mut Tx, link: &Link) -> Result<Option<AlertPage>> {
    let Some(alert) = alert_of(tx, link)? else { return Ok(None) };
    let session = telling::service::session_facts(tx, &alert.session_id)?;
    Ok(Some(AlertPage { session, is_stopped: false }))
}

/// No more messages about a session that opens. Repeating it changes nothing.
pub(crate) fn stop_alert(tx: &mut Tx, link: &Link) -> Result<Option<AlertPage>> {
    let Some(alert) = alert_of(tx, link)? else { return Ok(None) };
    tx.act_as(Actor::by_link(alert.family_id.clone(), alert.carer_id.clone()));
    tx.allow(Act::AskAlert, &Scope::default().family(&alert.family_id), "link")?;

    let now = tx.now();
    telling::store::alert_told(tx, &alert.id, now)?;
    tx.audit(Event::StopAlert, alert.id.as_str(), json!({}))?;
    let session = telling::service::session_facts(tx, &alert.session_id)?;
    Ok(Some(AlertPage { session, is_stopped: true }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_changed_by_its_own_buttons_only() {
        let acts_on_a_place: Vec<&Deed> = Deed::ALL
            .iter()
            .filter(|deed| stands_against(**deed, Status::Booked).is_none())
            .collect();

        assert_eq!(acts_on_a_place, [&Deed::Cancel, &Deed::Move, &Deed::Party]);
    }

    #[test]
    fn only_a_cancellation_is_taken_back() {
        for &deed in Deed::ALL {
            for status in [Status::Cancelled, Status::Lapsed, Status::Declined] {
                let acts = stands_against(deed, status).is_none();
                let is_undo = deed == Deed::Undo && status == Status::Cancelled;
                assert_eq!(acts, is_undo, "{deed:?} {status:?}");
            }
        }
    }

    #[test]
    fn pressing_twice_tells_the_same_twice() {
        for (deed, after) in [
            (Deed::Accept, Status::Booked),
            (Deed::Claim, Status::Booked),
            (Deed::Undo, Status::Booked),
            (Deed::Decline, Status::Declined),
            (Deed::Leave, Status::Cancelled),
            (Deed::Cancel, Status::Cancelled),
        ] {
            assert_eq!(stands_against(deed, after), Some(Outcome::Done));
        }
    }
}

//! A confirmed request, done: the family signs up, and its first booking is made.

pub mod guests;
pub mod requests;

use super::{Finished, First, Join, Refused, SignUpOutcome};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::SessionId;
use crate::bookings::service::book::book;
use crate::bookings::service::request::Book;
use crate::bookings::{Booking, Wants, telling};
use crate::db::Tx;
use crate::mail::{Message, NotBooked};
use crate::membership::sign_up::service::{as_family, sign_up, write};
use crate::membership::sign_up::{Contact, SignUp, SignedUp};
use crate::sessions;
use chrono::TimeDelta;

/// Guests are deleted this long after their last session.
pub const GUESTS_KEPT: TimeDelta = TimeDelta::days(30);

/// Does what was asked for, now that `contact` is confirmed.
pub fn carry_out(tx: &mut Tx, join: &Join, contact: &Contact) -> Result<Finished> {
    let mut centre = None;
    if let Some(first) = &join.first {
        let session = sessions::store::planned(tx, &first.session_id)?.session;
        sessions::store::lock(tx, std::slice::from_ref(session.counted_at()))?;
        centre = Some(session.centre_id);
    }
    let made = sign_up(tx, &join.sign_up, contact, centre)?;
    let outcome = first_wish(tx, join, &made)?;
    let joined = made.is_new && made.sign_up == SignUp::Member;
    Ok(Finished { outcome, newcomer: joined.then_some(made.holder) })
}

/// The place or the reminder that a family asked for on the way.
fn first_wish(tx: &mut Tx, join: &Join, made: &SignedUp) -> Result<SignUpOutcome> {
    if let Some(session) = &join.remind {
        return reminded(tx, session, made);
    }

    let booked = match &join.first {
        Some(first) => first_booking(tx, first, made).map(Some),
        None => Ok(None),
    };
    told(tx, join, made, booked)
}

fn first_booking(tx: &mut Tx, first: &First, made: &SignedUp) -> Result<Booking> {
    let (family, carer) = (&made.household.family.id, &made.holder);
    let request = Book {
        session_id: first.session_id.clone(),
        or_sessions: Vec::new(),
        family_id: family.clone(),
        carer_id: Some(carer.clone()),
        child_ids: made.children.clone(),
        adults: first.adults,
        if_full: first.if_full,
        wants: Wants::Offer,
        reason: None,
    };
    as_family(tx, family, carer, |tx| book(tx, &request).map(|(booking, _)| booking))
}

/// The outcome, as it is; a booking that was refused is also reported by mail.
fn told(
    tx: &mut Tx,
    join: &Join,
    made: &SignedUp,
    booked: Result<Option<Booking>>,
) -> Result<SignUpOutcome> {
    let session_id = join.first.as_ref().map(|first| first.session_id.clone());
    let outcome = SignUpOutcome { session_id, ..SignUpOutcome::of(made.sign_up) };
    match booked {
        Ok(booking) => Ok(SignUpOutcome {
            booking: booking.as_ref().map(|made| made.status),
            booking_id: booking.map(|made| made.id),
            ..outcome
        }),
        Err(fault) if fault.code() == Code::Internal => Err(fault),
        Err(fault) => {
            if let Some(first) = &join.first {
                not_booked(tx, made, &first.session_id, &fault)?;
            }
            Ok(SignUpOutcome { refused: Some(Refused::by(&fault)), ..outcome })
        }
    }
}

/// Booking may have opened meanwhile: then there is nothing to be told, and the family can book.
fn reminded(tx: &mut Tx, session: &SessionId, made: &SignedUp) -> Result<SignUpOutcome> {
    let (family, carer) = (&made.household.family.id, &made.holder);
    let asked = as_family(tx, family, carer, |tx| telling::service::ask_alert(tx, session));
    let outcome =
        SignUpOutcome { session_id: Some(session.clone()), ..SignUpOutcome::of(made.sign_up) };
    match asked {
        Ok(_) => Ok(SignUpOutcome { reminder: true, ..outcome }),
        Err(fault) if fault.code() == Code::Internal => Err(fault),
        Err(fault) => Ok(SignUpOutcome { refused: Some(Refused::by(&fault)), ..outcome }),
    }
}

fn not_booked(tx: &mut Tx, made: &SignedUp, session: &SessionId, fault: &Fault) -> Result<()> {
    // A session that this family may not even know of is not named to it.
    let session = match fault.code() {
        Code::NotFound => None,
        _ => Some(telling::service::session_facts(tx, session)?),
    };
    let why = match fault.code() {
        Code::SessionFull => NotBooked::Full,
        Code::AlreadyBooked => NotBooked::Already,
        Code::OutsideAgeRange => NotBooked::Age,
        Code::PartyTooLarge => NotBooked::TooMany,
        Code::ClashingBooking => NotBooked::Busy,
        Code::OverLimit => NotBooked::OverLimit,
        _ => NotBooked::Closed,
    };
    let message = Message::NotBooked { session, why };
    write(tx, &made.household, &made.holder, "not_booked", message)
}

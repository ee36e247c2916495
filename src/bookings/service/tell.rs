//! What a decision causes is told in its own transaction: one letter for each event, or a name on
//! the centre's call list where no message reaches the family.

use super::alternatives::alternatives;
use super::calendar;
use super::request::BookingFacts;
use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::bookings::store::Date;
use crate::bookings::tasks::{self, TaskKind};
use crate::bookings::telling::service::{about, address_of as to_whom, facts};
use crate::bookings::telling::store as telling;
use crate::bookings::{Booking, Offer, Status, store};
use crate::db::Tx;
use crate::mail::service::{Letter, enqueue, post, withdraw};
use crate::mail::spoken::When;
use crate::mail::{
    self, Alternative, BookedPlace, CancelledBy, Chance, Message, Recipient, Waiting,
};
use crate::sessions::Planned;

/// Where the family of a booking reads its messages. A sensitive matter goes only to the carer who
/// comes.
pub(crate) fn address_of(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
) -> Result<Option<Recipient>> {
    let (carer, sensitive) = (booking.carer_id.as_ref(), planned.activity.sensitive);
    to_whom(tx, &booking.family_id, carer, sensitive)
}

/// Who reads a letter about a booking, and the children it names.
pub(crate) struct Reader {
    address: Option<Recipient>,
    children: Vec<String>,
    /// Nothing more may be sent about some child; whether it is one of these is checked.
    is_silenced: bool,
}

impl Reader {
    pub(super) fn of(facts: &BookingFacts, planned: &Planned, booking: &Booking) -> Reader {
        let (comes, sensitive) = (booking.carer_id.as_ref(), planned.activity.sensitive);
        let spoken_of = facts.children.iter().filter(|child| child.is_spoken_of());
        let mut children: Vec<String> = spoken_of.map(|child| child.name.clone()).collect();
        children.sort();
        Reader {
            address: facts.applicant.address(comes, sensitive),
            children,
            is_silenced: facts.applicant.is_silenced,
        }
    }

    pub(super) fn load(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<Reader> {
        let applicant = store::applicant(tx, &booking.family_id, &[])?;
        let (comes, sensitive) = (booking.carer_id.as_ref(), planned.activity.sensitive);
        Ok(Reader {
            address: applicant.address(comes, sensitive),
            children: telling::child_names(tx, &booking.id)?,
            is_silenced: applicant.is_silenced,
        })
    }

    pub(super) fn is_reached(&self) -> bool {
        self.address.is_some()
    }
}

/// Writes one letter about a booking; `once` is what it is written once for.
fn tell(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    message: Message,
    once: &str,
    delivery: Delivery,
) -> Result<()> {
    let address = address_of(tx, planned, booking)?;
    let reader = Reader { address, children: Vec::new(), is_silenced: true };
    tell_reader(tx, planned, booking, (message, once), (&reader, delivery))
}

fn tell_reader(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    (message, once): (Message, &str),
    (reader, delivery): (&Reader, Delivery),
) -> Result<()> {
    let kind = message.kind();
    let Some(recipient) = reader.address.clone() else {
        return match delivery {
            Delivery::OrRung(task) => tasks::service::ring(tx, planned, booking, task, kind),
            Delivery::AtOnce | Delivery::NotBefore(_) => Ok(()),
        };
    };
    let letter = Letter {
        dedupe: format!("{kind}:{once}"),
        channel: recipient.channel,
        recipient: recipient.address,
        message,
        about: about(Some(&booking.family_id), &planned.session.id, Some(&booking.id)),
        not_before: match delivery {
            Delivery::NotBefore(at) => Some(at),
            Delivery::AtOnce | Delivery::OrRung(_) => None,
        },
    };
    match reader.is_silenced {
        true => enqueue(tx, &letter).map(drop),
        false => post(tx, &letter).map(drop),
    }
}

/// When a letter leaves, and what happens if no message reaches its family.
enum Delivery {
    AtOnce,
    NotBefore(Moment),
    /// Staff ring the family instead.
    OrRung(TaskKind),
}

/// For what is told once for each session of a booking.
fn here(planned: &Planned, booking: &Booking) -> String {
    format!("{}:{}", booking.id, planned.session.id)
}

fn place(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    reader: &Reader,
) -> Result<BookedPlace> {
    let session = &planned.session;
    let dates = calendar::dates(tx, session)?;
    let page = calendar::page_of(session, &dates, &booking.id);
    let live: Vec<&Date> = dates.iter().filter(|date| date.cancelled_at.is_none()).collect();
    let when = |date: &&Date| When {
        starts: planned.local(date.starts_at),
        ends: planned.local(date.ends_at),
    };
    let now = tx.now();
    Ok(BookedPlace {
        session: facts(planned),
        more_dates: live.iter().skip(1).map(when).collect(),
        children: reader.children.clone(),
        bring: planned.activity.bring.clone(),
        starts_at: session.starts_at,
        page,
        cancel_by: (now < session.cancel_by).then(|| planned.local(session.cancel_by)),
        calendar: Some(calendar::facts(tx, booking, live.into_iter())),
    })
}

pub(crate) fn booked(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    reader: &Reader,
) -> Result<()> {
    let message = Message::Booked(place(tx, planned, booking, reader)?);
    let once = here(planned, booking);
    tell_reader(tx, planned, booking, (message, &once), (reader, Delivery::AtOnce))
}

/// The same of a booking that was made earlier.
pub(crate) fn booked_now(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let reader = Reader::load(tx, planned, booking)?;
    booked(tx, planned, booking, &reader)
}

/// The same of a place that its family was told of before: it took it back, moved or changes who
/// comes.
pub(crate) fn booked_again(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let reader = Reader::load(tx, planned, booking)?;
    let message = Message::Booked(place(tx, planned, booking, &reader)?);
    let once = format!("{}:{}", here(planned, booking), tx.now());
    tell_reader(tx, planned, booking, (message, &once), (&reader, Delivery::AtOnce))
}

pub(crate) fn place_given(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let reader = Reader::load(tx, planned, booking)?;
    let message = Message::PlaceGiven(place(tx, planned, booking, &reader)?);
    let delivery = Delivery::OrRung(TaskKind::RingNews);
    let once = here(planned, booking);
    tell_reader(tx, planned, booking, (message, &once), (&reader, delivery))
}

/// What a waiting family is told: its chance in words, and its position where order is plain.
pub(crate) fn waiting(
    tx: &mut Tx,
    sessions: &[Planned],
    booking: &Booking,
    (position, chance): (Option<usize>, Chance),
    reader: &Reader,
) -> Result<()> {
    let Some((planned, others)) = sessions.split_first() else { return Ok(()) };
    let last = sessions.iter().max_by_key(|one| one.session.ends_at).unwrap_or(planned);
    let page = calendar::page(tx, &last.session, &booking.id)?;
    let message = Message::Waiting(Waiting {
        session: facts(planned),
        or_dates: others.iter().map(|other| facts(other).when).collect(),
        children: reader.children.clone(),
        position: position.and_then(|position| u32::try_from(position).ok()),
        chance,
        page,
    });
    let letter = (message, booking.id.as_str());
    tell_reader(tx, planned, booking, letter, (reader, Delivery::AtOnce))
}

pub(crate) fn offered(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    offer: &Offer,
    reader: &Reader,
) -> Result<()> {
    let Some(told_at) = offer.clock_starts_at else {
        return tasks::service::ring_offer(tx, planned, booking, offer);
    };
    let message = Message::Offer(mail::Offer {
        session: facts(planned),
        children: reader.children.clone(),
        until: planned.local(offer.expires_at),
        ends_at: offer.expires_at,
        page: calendar::page(tx, &planned.session, &booking.id)?,
    });
    let letter = (message, offer.id.as_str());
    tell_reader(tx, planned, booking, letter, (reader, Delivery::NotBefore(told_at)))
}

/// An offer that ended before it was told is no longer told.
pub(crate) fn offer_gone(tx: &mut Tx, offer: &Offer) -> Result<()> {
    withdraw(tx, &format!("offer:{}", offer.id)).map(drop)
}

pub(crate) fn offer_lapsed(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    offer: &Offer,
) -> Result<()> {
    // A letter that never left is not taken back: when its turn comes it is dropped, with the
    // reason, and the family is on the call list.
    tasks::service::close_ring(tx, offer)?;
    let message =
        Message::OfferLapsed { session: facts(planned), until: planned.local(offer.expires_at) };
    tell(tx, planned, booking, message, offer.id.as_str(), Delivery::AtOnce)
}

pub(crate) fn last_call(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let session = &planned.session;
    let message = Message::LastCall {
        session: facts(planned),
        starts_at: session.starts_at,
        page: calendar::page(tx, session, &booking.id)?,
    };
    let delivery = Delivery::OrRung(TaskKind::RingNews);
    tell(tx, planned, booking, message, &here(planned, booking), delivery)
}

pub(crate) fn line_over(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let message =
        Message::LineOver { session: facts(planned), alternatives: alternatives(tx, planned)? };
    tell(tx, planned, booking, message, booking.id.as_str(), Delivery::AtOnce)
}

/// Given up at somebody's wish, perhaps to be taken back until a moment; `booking` is as it was
/// before.
pub(crate) fn booking_cancelled(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    (by, undo_until): (CancelledBy, Option<Moment>),
) -> Result<()> {
    let (standing, calendar) = held(tx, planned, booking)?;
    let undo = match undo_until {
        Some(until) => {
            Some((planned.local(until), calendar::page(tx, &planned.session, &booking.id)?))
        }
        None => None,
    };
    let session = facts(planned);
    let message =
        Message::BookingCancelled(mail::GivenUp { session, standing, by, undo, calendar });
    // It may be taken back, and given up again.
    let once = format!("{}:{}", booking.id, tx.now());
    tell(tx, planned, booking, message, &once, Delivery::AtOnce)
}

/// What somebody had, and what their calendar takes off with it.
fn held(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
) -> Result<(mail::MailStanding, Option<mail::CalendarFacts>)> {
    Ok(match booking.status == Status::Booked {
        true => {
            let calendar = calendar::of_all(tx, &planned.session, booking)?;
            (mail::MailStanding::Booked, Some(calendar))
        }
        false => (mail::MailStanding::Waiting, None),
    })
}

/// The session is off: everyone concerned hears it, or is put on the call list.
pub(crate) fn session_cancelled(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    alternatives: &[Alternative],
) -> Result<()> {
    let is_one_date = planned.session.head_session_id.is_some();
    let calendar = match booking.status == Status::Booked {
        true if is_one_date => Some(calendar::of_one(tx, &planned.session, booking)),
        true => Some(calendar::of_all(tx, &planned.session, booking)?),
        false => None,
    };
    let (session, alternatives) = (facts(planned), alternatives.to_vec());
    let message = Message::SessionCancelled { session, alternatives, calendar };
    let delivery = Delivery::OrRung(TaskKind::NotReached);
    tell(tx, planned, booking, message, &here(planned, booking), delivery)
}

/// What changed about a session, told once for each change.
pub(crate) fn changed(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    changes: &[mail::SessionChange],
) -> Result<()> {
    let (standing, calendar) = match booking.status {
        Status::Waiting | Status::Offered => (mail::MailStanding::Waiting, None),
        _ => {
            let calendar = calendar::of_one(tx, &planned.session, booking);
            (mail::MailStanding::Booked, Some(calendar))
        }
    };
    let page = calendar::page(tx, &planned.session, &booking.id)?;
    let (session, changes) = (facts(planned), changes.to_vec());
    let message = Message::Changed(mail::Changed { session, changes, standing, page, calendar });
    let once = format!("{}:{}", here(planned, booking), planned.session.version);
    tell(tx, planned, booking, message, &once, Delivery::OrRung(TaskKind::NotReached))
}

/// An entry or place that no longer fits, with a session that does.
pub(crate) fn cannot_be_met(
    tx: &mut Tx,
    planned: &Planned,
    booking: &Booking,
    child: &str,
    unfit: mail::NotBookedWhy,
    standing: mail::MailStanding,
) -> Result<()> {
    let session = facts(planned);
    let fits = alternatives(tx, planned)?.into_iter().next();
    let calendar = match standing {
        mail::MailStanding::Booked => Some(calendar::of_all(tx, &planned.session, booking)?),
        mail::MailStanding::Waiting => None,
    };
    let message = Message::CannotBeMet(mail::CannotBeMet {
        session,
        standing,
        child: child.to_owned(),
        unfit,
        fits,
        calendar,
    });
    let delivery = Delivery::OrRung(TaskKind::NotReached);
    tell(tx, planned, booking, message, booking.id.as_str(), delivery)
}

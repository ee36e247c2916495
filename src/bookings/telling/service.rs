//! The steps that come with time. Each looks at what became due since it last ran, writes its
//! letters and remembers how far it got, in one transaction: run twice, or in two processes, it
//! tells once.

use super::{reminder_at, store};
use crate::access::{Act, Scope};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, CarerId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::offer::LAST_HOURS;
use crate::bookings::service::calendar;
use crate::bookings::tasks::{self, TaskKind};
use crate::bookings::{Booking, view};
use crate::db::Tx;
use crate::families::reads::{Reads, recipient};
use crate::mail::link::Link;
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::spoken::When;
use crate::mail::{BookedPlace, MailChannel, Message, Recipient, SessionFacts};
use crate::sessions::{self, Planned};
use crate::{bookings, families, jobs};
use chrono::TimeDelta;

/// Where a family reads its messages.
pub(crate) fn address_of(
    tx: &mut Tx,
    family: &FamilyId,
    carer: Option<&CarerId>,
    sensitive: bool,
) -> Result<Option<Recipient>> {
    let sends_texts = tx.sends_texts();
    let carers = families::store::carers_of(tx, family)?;
    let reads: Vec<Reads> = carers.iter().map(|one| one.reads(sends_texts)).collect();
    Ok(recipient(&reads, carer, sensitive))
}

/// A session as its family may be told of it.
pub fn session_facts(tx: &mut Tx, id: &SessionId) -> Result<SessionFacts> {
    Ok(facts(&sessions::store::planned(tx, id)?))
}

pub fn facts(planned: &Planned) -> SessionFacts {
    let Planned { session, activity, centre, venue, .. } = planned;
    let (place, address, postcode) = match venue {
        Some(venue) => (&venue.name, &venue.address, &venue.postcode),
        None => (&centre.name, &centre.address, &centre.postcode),
    };
    let address: Vec<&str> = address.iter().chain(postcode).map(String::as_str).collect();
    SessionFacts {
        title: activity.title.clone(),
        when: When {
            starts: planned.local(session.starts_at),
            ends: planned.local(session.ends_at),
        },
        centre: centre.name.clone(),
        phone: centre.phone.clone(),
        venue: place.clone(),
        address: address.join(", "),
        sensitive: activity.sensitive,
    }
}

/// No reminder is due longer than this before its session.
const LONGEST_NOTICE: TimeDelta = TimeDelta::hours(33);

/// Reminds families that have a place, at four in the afternoon before.
pub fn remind(tx: &mut Tx) -> Result<usize> {
    let (since, now) = jobs::store::since_last_run(tx, "remind")?;

    let mut told = 0;
    for (session, counted_at) in store::starting(tx, now, now + LONGEST_NOTICE)? {
        let planned = sessions::store::planned(tx, &session)?;
        let due = reminder_at(planned.session.local_day, planned.centre.zone());
        if due <= since || due > now {
            continue;
        }
        for holder in store::holders(tx, &counted_at)? {
            told += usize::from(remind_one(tx, &planned, &holder, now)?);
        }
    }
    Ok(told)
}

fn remind_one(
    tx: &mut Tx,
    planned: &Planned,
    (booking, family, carer): &store::Holder,
    now: Moment,
) -> Result<bool> {
    let Planned { session, activity, .. } = planned;
    let Some(recipient) = address_of(tx, family, carer.as_ref(), activity.sensitive)? else {
        return Ok(false);
    };
    let page = calendar::page(tx, session, booking)?;
    let place = BookedPlace {
        session: facts(planned),
        more_dates: Vec::new(),
        children: store::child_names(tx, booking)?,
        bring: activity.bring.clone(),
        starts_at: session.starts_at,
        page,
        cancel_by: (now < session.cancel_by).then(|| planned.local(session.cancel_by)),
        calendar: None,
    };
    let letter = Letter {
        dedupe: format!("reminder:{booking}:{}", session.id),
        channel: recipient.channel,
        recipient: recipient.address,
        message: Message::Reminder(place),
        about: about(Some(family), &session.id, Some(booking)),
        not_before: None,
    };
    enqueue(tx, &letter)
}

/// A session whose booking opens later, for everyone; 404 where the caller may not know of it.
pub fn opens_later(tx: &mut Tx, id: &SessionId) -> Result<Planned> {
    let planned = view::see(tx, id)?.planned().clone();
    let now = tx.now();
    let session = &planned.session;
    let opens = session.public_release_at.is_some_and(|at| at > now);
    if session.cancelled_at.is_some() || !opens {
        let detail = "Booking is already open, or will never open for everyone.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }
    Ok(planned)
}

/// The caller's family will be told when booking opens; asking twice changes nothing.
pub fn ask_alert(tx: &mut Tx, id: &SessionId) -> Result<Planned> {
    let family = tx.actor().family_id.clone().ok_or_else(|| Fault::not_found("family"))?;
    tx.allow(Act::AskAlert, &Scope::organisation().family(&family), "family")?;
    let planned = opens_later(tx, id)?;
    let (carer, now) = (tx.actor().carer_id.clone(), tx.now());
    store::ask(tx, &family, id, carer.as_ref(), now)?;
    Ok(planned)
}

/// Families told in one transaction that booking is open.
const ALERTS_AT_ONCE: i64 = 200;

/// Tells those who asked that booking has opened.
pub fn tell_open(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let asked = store::alerts_due(tx, now, ALERTS_AT_ONCE)?;
    for one in &asked {
        store::alert_told(tx, &one.id, now)?;
        let planned = sessions::store::planned(tx, &one.session_id)?;
        let (carer, starts_at) = (one.carer_id.as_ref(), planned.session.starts_at);
        let sensitive = planned.activity.sensitive;
        let recipient = address_of(tx, &one.family_id, carer, sensitive)?;
        let Some(recipient) = recipient.filter(|_| now < starts_at) else { continue };
        let letter = Letter {
            dedupe: format!("booking_opens:{}", one.id),
            channel: recipient.channel,
            recipient: recipient.address,
            message: Message::BookingOpens {
                id: one.session_id.clone(),
                session: facts(&planned),
                stop: Link::stop_alert(&one.id, starts_at),
            },
            about: about(Some(&one.family_id), &one.session_id, None),
            not_before: None,
        };
        enqueue(tx, &letter)?;
    }
    Ok(asked.len())
}

/// What a family must hear in time: by telephone, if its mail does not arrive.
const MUST_HEAR: [&str; 6] =
    ["offer", "last_call", "place_given", "changed", "session_cancelled", "cannot_be_met"];

/// Families put on the call list in one transaction.
const UNREACHED_AT_ONCE: i64 = 50;

/// Whether there is anybody to put on the list; checked without blocking writers.
pub fn is_anybody_unreached(tx: &mut Tx) -> Result<bool> {
    let now = tx.now();
    Ok(!store::unreached(tx, &MUST_HEAR, now, 1)?.is_empty())
}

/// Puts families whose letters were given up on their centre's call list, once each.
pub fn list_unreached(tx: &mut Tx) -> Result<usize> {
    let now = tx.now();
    let found = store::unreached(tx, &MUST_HEAR, now, UNREACHED_AT_ONCE)?;
    let ids: Vec<SessionId> = found.iter().map(|one| one.session.clone()).collect();
    sessions::store::lock(tx, &ids)?;

    // Read again under the locks: another process may have listed them.
    let found = store::unreached(tx, &MUST_HEAR, now, UNREACHED_AT_ONCE)?;
    let ours = found.iter().filter(|one| ids.contains(&one.session));
    let mut listed = 0;
    for one in ours {
        let planned = sessions::store::planned(tx, &one.session)?;
        let booking = bookings::store::booking(tx, &one.booking)?;
        let is_texted_offer = one.channel == MailChannel::Text.as_str() && one.kind == "offer";
        if !is_texted_offer || !stop_clock(tx, &planned, &booking)? {
            tasks::service::ring(tx, &planned, &booking, TaskKind::NotReached, &one.kind)?;
        }
        listed += 1;
    }
    Ok(listed)
}

/// The offer of a family that its text did not reach: from now on it waits for a call, like that of a
/// family without an address. False where it is over, or too near its session to wait.
fn stop_clock(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<bool> {
    let now = tx.now();
    let ends = planned.session.starts_at - LAST_HOURS;
    let live = bookings::store::live_offer(tx, &booking.id)?;
    let Some(offer) = live.filter(|offer| now < offer.expires_at && now < ends) else {
        return Ok(false);
    };
    bookings::store::stop_clock(tx, &offer.id, ends)?;
    let until = planned.session.settled_until.map_or(ends, |until| until.min(ends));
    bookings::store::settled(tx, &planned.session.id, Some(until))?;
    tasks::service::ring_offer(tx, planned, booking, &offer)?;
    Ok(true)
}

pub fn about(family: Option<&FamilyId>, session: &SessionId, booking: Option<&BookingId>) -> About {
    About {
        family: family.cloned(),
        session: Some(session.clone()),
        booking: booking.cloned(),
        language: None,
    }
}

//! The steps that come with time. Each looks at what became due since it last ran, writes its
//! letters and remembers how far it got, in one transaction: run twice, or in two processes, it
//! tells once.

use super::{Topic, store};
use crate::base::fault::Fault;
use crate::base::id::{BookingId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{self, tasks};
use crate::db::Tx;
use crate::jobs;
use crate::mail::link::Link;
use crate::mail::service::{About, Letter, enqueue};
use crate::mail::spoken::When;
use crate::mail::{BookedPlace, MailChannel, Message, SessionFacts};
use crate::sessions;
use chrono::TimeDelta;

/// A session as its family may be told of it.
pub fn session_facts(tx: &mut Tx, id: &SessionId) -> Result<SessionFacts, Fault> {
    Ok(facts(&store::topic(tx, id)?))
}

pub fn facts(topic: &Topic) -> SessionFacts {
    let parts = [topic.address.as_deref(), topic.postcode.as_deref()];
    SessionFacts {
        title: topic.title.clone(),
        when: When { starts: topic.local(topic.starts_at), ends: topic.local(topic.ends_at) },
        centre: topic.centre.clone(),
        phone: topic.phone.clone(),
        venue: topic.venue.clone().unwrap_or_else(|| topic.centre.clone()),
        address: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        sensitive: topic.sensitive,
    }
}

/// No reminder is due longer than this before its session.
const LONGEST_NOTICE: TimeDelta = TimeDelta::hours(33);

/// Reminds families that have a place, at four in the afternoon before.
pub fn remind(tx: &mut Tx) -> Result<usize, Fault> {
    let (since, now) = jobs::store::since_last_run(tx, "remind")?;

    let mut told = 0;
    for (session, counted_at) in store::starting(tx, now, now + LONGEST_NOTICE)? {
        let topic = store::topic(tx, &session)?;
        let due = topic.reminder_at();
        if due <= since || due > now {
            continue;
        }
        for holder in store::holders(tx, &counted_at)? {
            told += usize::from(remind_one(tx, &session, &topic, &holder, now)?);
        }
    }
    Ok(told)
}

fn remind_one(
    tx: &mut Tx,
    session: &SessionId,
    topic: &Topic,
    (booking, family, carer): &store::Holder,
    now: Moment,
) -> Result<bool, Fault> {
    let Some(recipient) = store::address_of(tx, family, carer.as_ref(), topic.sensitive)? else {
        return Ok(false);
    };
    let place = BookedPlace {
        session: facts(topic),
        more_dates: Vec::new(),
        children: store::child_names(tx, booking)?,
        bring: topic.bring.clone(),
        cancel: Link::cancel(booking, topic.starts_at),
        cancel_by: (now < topic.cancel_by).then(|| topic.local(topic.cancel_by)),
    };
    let letter = Letter {
        dedupe: format!("reminder:{booking}:{session}"),
        channel: MailChannel::Email,
        recipient,
        message: Message::Reminder(place),
        about: about(Some(family), session, Some(booking)),
        not_before: None,
    };
    enqueue(tx, &letter)
}

/// Families told in one transaction that booking is open.
const ALERTS_AT_ONCE: i64 = 200;

/// Tells those who asked that booking has opened.
pub fn tell_open(tx: &mut Tx) -> Result<usize, Fault> {
    let now = tx.now();
    let asked = store::alerts_due(tx, now, ALERTS_AT_ONCE)?;
    for one in &asked {
        store::alert_told(tx, &one.alert, now)?;
        let topic = store::topic(tx, &one.session)?;
        let carer = one.carer.as_ref();
        let recipient = store::address_of(tx, &one.family, carer, topic.sensitive)?;
        let Some(recipient) = recipient.filter(|_| now < topic.starts_at) else { continue };
        let letter = Letter {
            dedupe: format!("booking_opens:{}", one.alert),
            channel: MailChannel::Email,
            recipient,
            message: Message::BookingOpens {
                session: facts(&topic),
                stop: Link::stop_alert(&one.alert, topic.starts_at),
            },
            about: about(Some(&one.family), &one.session, None),
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
pub fn is_anybody_unreached(tx: &mut Tx) -> Result<bool, Fault> {
    let now = tx.now();
    Ok(!store::unreached(tx, &MUST_HEAR, now, 1)?.is_empty())
}

/// Puts families whose letters were given up on their centre's call list, once each.
pub fn list_unreached(tx: &mut Tx) -> Result<usize, Fault> {
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
        tasks::service::not_reached(tx, &planned, &booking, &one.kind)?;
        listed += 1;
    }
    Ok(listed)
}

pub fn about(family: Option<&FamilyId>, session: &SessionId, booking: Option<&BookingId>) -> About {
    About { family: family.cloned(), session: Some(session.clone()), booking: booking.cloned() }
}

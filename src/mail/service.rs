//! What can be done with letters: write one with the change that causes it, send those that are
//! due, look at what happened without reading any, and retry a dead one.

use super::office::{Leaves, Sent, Unsent, hand_over, send};
pub use super::office::{PostOffice, TextOffice};
use super::still::StillFacts;
use super::store::facts::Reader;
use super::store::{self, Due, Logged, NewLetter, Tried, facts};
use super::texts::store::{self as texts, TextSent};
use super::{MailChannel, Message, State};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{BookingId, ChildId, FamilyId, LetterId, SessionId};
use crate::base::moment::Moment;
use crate::base::text::mobile;
use crate::db::{Store, Tx};
use crate::jobs::retry;
use crate::words::Words;
use crate::words::languages::Languages;
use chrono::TimeDelta;
use chrono_tz::Europe::London;
use serde_json::json;

/// A message to one person. `dedupe` names the event and the recipient: written twice, it is sent
/// once.
pub struct Letter {
    pub dedupe: String,
    pub channel: MailChannel,
    pub recipient: String,
    pub message: Message,
    pub about: About,
    /// For what is told later, at the end of quiet hours.
    pub not_before: Option<Moment>,
}

/// What a letter is about, and whom it is for.
#[derive(Clone, Default)]
pub struct About {
    pub family: Option<FamilyId>,
    pub session: Option<SessionId>,
    pub booking: Option<BookingId>,
    /// The language of whoever caused it, where no record says the reader's.
    pub language: Option<String>,
}

/// Writes a letter in the transaction that causes it. False where it was written before, or where
/// the household said that nothing more should be sent about a child.
pub fn enqueue(tx: &mut Tx, letter: &Letter) -> Result<bool> {
    let (family, booking) = (letter.about.family.as_ref(), letter.about.booking.as_ref());
    if let Some(family) = family
        && store::is_silenced(tx, family, booking)?
    {
        return Ok(false);
    }
    post(tx, letter)
}

/// The same of a household that is known to have said no such thing.
pub(crate) fn post(tx: &mut Tx, letter: &Letter) -> Result<bool> {
    let now = tx.now();
    let row = NewLetter {
        id: LetterId::new(),
        dedupe: letter.dedupe.clone(),
        kind: letter.message.kind().to_owned(),
        channel: letter.channel,
        recipient: letter.recipient.clone(),
        payload: serde_json::to_string(&letter.message).map_err(Fault::internal)?,
        family_id: letter.about.family.clone(),
        session_id: letter.about.session.clone(),
        booking_id: letter.about.booking.clone(),
        state: State::Queued,
        attempts: 0,
        due_at: letter.not_before.map_or(now, |later| later.max(now)),
        made_at: now,
        language: letter.about.language.clone(),
    };
    store::add(tx, &row)
}

/// Takes back a letter that has not begun to leave, because it is no longer true. False where there
/// is none.
pub fn withdraw(tx: &mut Tx, dedupe: &str) -> Result<bool> {
    store::remove_queued(tx, dedupe)
}

/// Takes back what was waiting for a household that says that a child died, was lost or left:
/// everything about that child, and everything that is not about a booking.
pub fn silence(tx: &mut Tx, family: &FamilyId, child: &ChildId) -> Result<()> {
    store::remove_queued_of(tx, family, child)
}

/// How many letters one process sends at once, so that a slow answer does not hold up the others.
pub const LANES: usize = 8;
/// How long a claimed letter is nobody else's: far longer than one may take.
const LEASE: TimeDelta = TimeDelta::minutes(10);

/// One letter of one lane: claims it, sends it outside any transaction, records what became of it.
/// Returns how many were tried.
pub fn deliver_due(store: &Store, office: &PostOffice) -> Result<usize> {
    let service = crate::access::Actor::service;
    let waiting = store.read(service(), |tx| {
        let now = tx.now();
        store::due_ids(tx, now, LANES as i64)
    })?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let claimed = store.write(service(), move |tx| claim(tx, &waiting))?;
    let Some(Claimed { letter, reader, facts, leased_until }) = claimed else { return Ok(0) };

    let language = reader.as_ref().and_then(|reader| reader.language.as_deref());
    let language = language.or(letter.language.as_deref());
    let words = store.memory::<Languages>().preferred(language);
    let reader = reader.as_ref().map(|reader| reader.name.as_str());
    let result = send(office, (&letter, reader, words), &facts, store.clock().now());
    note(&letter, &result);
    store.write(service(), move |tx| {
        let now = tx.now();
        let tried = outcome(&letter, &result, now);
        let gave_up = result.as_ref().is_err_and(|unsent| !unsent.is_permanent());
        if tried.state == State::Dead && gave_up {
            tell_administrators(tx, &letter)?;
        }
        store::finish(tx, &letter.id, leased_until, &tried)?;
        if let Ok(Sent::Text { carrier_id, parts }) = &result {
            let (carrier_id, parts) = (carrier_id.clone(), *parts);
            let number_hash = number_hash(tx, &letter.recipient)?;
            texts::sent(tx, &letter.id, &TextSent { carrier_id, parts, number_hash })?;
        }
        Ok(())
    })?;
    Ok(1)
}

/// A number as it is kept after a text left for it.
pub(crate) fn number_hash(tx: &Tx, number: &str) -> Result<String> {
    tx.keyed_hash("text number", number)
}

/// The letter about letters that were given up.
const GIVEN_UP: &str = "mail_given_up";

struct Claimed {
    letter: Due,
    /// The carer it is for, where it is one.
    reader: Option<Reader>,
    facts: StillFacts,
    leased_until: Moment,
}

/// The first of these that no other lane has taken.
fn claim(tx: &mut Tx, ids: &[LetterId]) -> Result<Option<Claimed>> {
    let now = tx.now();
    let leased_until = now + LEASE;
    for id in ids {
        if let Some(letter) = store::claim(tx, id, now, leased_until)? {
            let facts = facts::facts(tx, &letter)?;
            let reader = facts::reader(tx, &letter)?;
            return Ok(Some(Claimed { letter, reader, facts, leased_until }));
        }
    }
    Ok(None)
}

/// Once a day, however many letters were given up because no mail server took them.
fn tell_administrators(tx: &mut Tx, given_up: &Due) -> Result<()> {
    if given_up.kind == GIVEN_UP {
        return Ok(());
    }
    let local = |at: Moment| at.utc().with_timezone(&London).naive_local();
    let (today, since) = (local(tx.now()).date(), given_up.tried_since.unwrap_or(tx.now()));
    for (account, email) in store::administrators(tx)? {
        let letter = Letter {
            dedupe: format!("{GIVEN_UP}:{today}:{account}"),
            channel: MailChannel::Email,
            recipient: email,
            message: Message::MailGivenUp { since: local(since) },
            about: About::default(),
            not_before: None,
        };
        enqueue(tx, &letter)?;
    }
    Ok(())
}

fn outcome(letter: &Due, result: &Result<Sent, Unsent>, now: Moment) -> Tried {
    let ended = |state, last_error| Tried { state, due_at: now, ended_at: Some(now), last_error };
    match result {
        Ok(_) => ended(State::Sent, None),
        Err(unsent) if unsent.is_permanent() => ended(State::Dead, Some(unsent.word())),
        Err(unsent) => {
            match retry::next_try(letter.attempts, letter.tried_since.unwrap_or(now), now) {
                Some(due_at) => Tried {
                    state: State::Queued,
                    due_at,
                    ended_at: None,
                    last_error: Some(unsent.word()),
                },
                None => ended(State::Dead, Some(unsent.word())),
            }
        }
    }
}

fn note(letter: &Due, result: &Result<Sent, Unsent>) {
    let (id, kind, attempt) = (letter.id.as_str(), letter.kind.as_str(), letter.attempts);
    match result {
        Ok(_) => tracing::info!(id, kind, attempt, "a message was sent"),
        Err(unsent) => {
            tracing::warn!(id, kind, attempt, reason = unsent.word(), "a message was not sent");
        }
    }
}

/// Puts a letter that was given up back in the queue. Repeating it changes nothing.
pub fn retry_dead(tx: &mut Tx, id: &LetterId) -> Result<Logged> {
    tx.allow(Act::SendMailAgain, &Scope::organisation(), "message")?;
    let letter = store::logged(tx, id)?;
    if letter.state == State::Queued {
        return Ok(letter);
    }

    let now = tx.now();
    if !store::requeue_dead(tx, id, now)? {
        return Err(Fault::new(
            Code::NoLongerOpen,
            "Only a dead message whose text is still kept can be sent again.",
        ));
    }
    tx.audit(Event::SendMailAgain, id.as_str(), json!({}))?;
    store::logged(tx, id)
}

/// How long a dead letter can still be tried again.
const DEAD_KEPT: TimeDelta = TimeDelta::days(30);

/// Deletes the addresses and texts of letters given up long ago.
pub fn forget_old(tx: &mut Tx) -> Result<usize> {
    let before = tx.now() - DEAD_KEPT;
    store::empty_dead(tx, before)
}

/// Sends one test message now, past the outbox, to an address or a mobile number: what `mail test`
/// does.
pub fn send_test(office: &PostOffice, to: &str, now: Moment) -> Result<(), String> {
    let id = LetterId::new();
    let channel = match mobile(to) {
        Some(_) => MailChannel::Text,
        None => MailChannel::Email,
    };
    let recipient = mobile(to).unwrap_or_else(|| to.to_owned());
    let leaves = Leaves {
        id: id.as_str(),
        channel,
        to: &recipient,
        reader: None,
        words: Words::english(),
        is_retry: false,
    };
    hand_over(office, &Message::Test, &leaves, now)
        .map(drop)
        .map_err(|unsent| format!("not sent: {}", unsent.word()))
}

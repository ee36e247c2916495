//! Taking in a text: it is answered at most once, a number is answered only so often, and a family
//! that must not be texted is not.

use super::{Said, TextedOffer, store};
use crate::access::Actor;
use crate::access::attempts::Limit;
use crate::access::service::sign_in::count_under;
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::CentreId;
use crate::base::text::phone_digits;
use crate::bookings::link::{Deed, Outcome, Pressed, service as link};
use crate::bookings::service::calendar;
use crate::bookings::telling;
use crate::db::Tx;
use crate::families::answers::{AnswerSaid, Question, service as answers};
use crate::families::{self, Carer};
use crate::mail::link::Link;
use crate::mail::service::{About, Letter, enqueue, number_hash};
use crate::mail::store as outbox;
use crate::mail::{CentreFacts, MailChannel, Message, Recipient, TextReply};
use crate::{bookings, centres, sessions};
use chrono::TimeDelta;
use serde_json::json;

/// A text as the service that carries it gives it to us.
pub(crate) struct TextReceived {
    /// Its id there.
    pub id: String,
    /// Who sent it, as services that carry texts write it.
    pub number: String,
    pub text: String,
}

/// Texts of one number that are read.
const READ: Limit = Limit { failures: 30, window: TimeDelta::hours(24) };
/// Answers of one kind to a number that nobody asked us for.
const ANSWERED: Limit = Limit { failures: 1, window: TimeDelta::hours(24) };
/// Answers with links, or about an offer.
const ABOUT_OFFERS: Limit = Limit { failures: 10, window: TimeDelta::hours(24) };

/// How long a text is recognised that is given to us again.
pub(crate) const RECOGNISED_FOR: TimeDelta = TimeDelta::days(7);

/// What to say, and how often a day at most.
struct Say(TextReply, Limit);

/// Does what a text says, and answers it.
pub(crate) fn receive(tx: &mut Tx, received: &TextReceived) -> Result<()> {
    let now = tx.now();
    if !store::is_new(tx, &received.id, now)? {
        return Ok(());
    }
    let hash = number_hash(tx, &received.number)?;
    if !has_room(tx, "text-read", &hash, READ)? {
        return Ok(());
    }

    let carers = store::carers_with(tx, &phone_digits(&format!("+{}", received.number)))?;
    let said = Said::read(&received.text);
    let say = match said {
        Said::Yes => answer(tx, &hash, Deed::Accept, &carers)?,
        Said::No => answer(tx, &hash, Deed::Decline, &carers)?,
        Said::Stop => {
            stop(tx, &carers, &received.number)?;
            Some(Say(TextReply::Stopped, ANSWERED))
        }
        Said::SomethingElse => {
            Some(Say(TextReply::NotRead { centre: centre_of(tx, &carers)? }, ANSWERED))
        }
    };
    match say {
        Some(say) => reply(tx, received, &hash, &carers, say),
        None => Ok(()),
    }
}

/// Whether there was room for one more.
fn has_room(tx: &mut Tx, what: &str, hash: &str, limit: Limit) -> Result<bool> {
    match count_under(tx, &format!("{what}:{hash}"), limit) {
        Ok(()) => Ok(true),
        Err(fault) if fault.code() == Code::TooManyAttempts => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// A digit, where exactly one live offer was texted to that number.
fn answer(tx: &mut Tx, hash: &str, deed: Deed, carers: &[Carer]) -> Result<Option<Say>> {
    let now = tx.now();
    let offers = store::offers_texted(tx, hash, now)?;
    let [offer] = offers.as_slice() else {
        return Ok(Some(match offers.is_empty() {
            true => Say(TextReply::Nothing, ANSWERED),
            false => Say(TextReply::Which { pages: pages(tx, &offers)? }, ABOUT_OFFERS),
        }));
    };

    let page = page(tx, offer)?;
    let by_link = Link { made_at: Some(offer.made_at), ..page };
    let caller = tx.actor().clone();
    let done = link::act(tx, &by_link, deed, &Pressed::default());
    tx.act_as(caller);
    let no_place = |tx: &mut Tx| {
        Ok(Some(Say(TextReply::NoPlace { centre: centre_of(tx, carers)? }, ABOUT_OFFERS)))
    };
    match done {
        // A booking is told by a message of its own.
        Ok(Some(Outcome::Done)) if deed == Deed::Accept => Ok(None),
        Ok(Some(Outcome::Done)) => Ok(Some(Say(TextReply::Declined, ABOUT_OFFERS))),
        Ok(Some(Outcome::TooLate)) => Ok(Some(Say(TextReply::TooLate, ABOUT_OFFERS))),
        Ok(Some(_)) => no_place(tx),
        Ok(None) => Ok(Some(Say(TextReply::Nothing, ANSWERED))),
        Err(fault) if is_a_rule(&fault) => no_place(tx),
        Err(fault) => Err(fault),
    }
}

/// What stands against an answer by a link, and is said there too.
fn is_a_rule(fault: &Fault) -> bool {
    matches!(fault.code(), Code::MembersOnly | Code::OverLimit | Code::NotFound)
}

fn pages(tx: &mut Tx, offers: &[TextedOffer]) -> Result<Vec<Link>> {
    offers.iter().map(|offer| page(tx, offer)).collect()
}

fn page(tx: &mut Tx, offer: &TextedOffer) -> Result<Link> {
    let booking = bookings::store::booking(tx, &offer.booking)?;
    let planned = sessions::store::planned(tx, &booking.session_id)?;
    calendar::page(tx, &planned.session, &booking.id)
}

/// No more cards and alerts by text, for every carer with that number. What somebody else of the
/// family reads by mail goes on.
fn stop(tx: &mut Tx, carers: &[Carer], number: &str) -> Result<()> {
    outbox::remove_queued_to(tx, number, &["birthday_card", "booking_opens"])?;
    let caller = tx.actor().clone();
    for carer in carers {
        tx.act_as(Actor::by_link(carer.family_id.clone(), Some(carer.id.clone())));
        stop_for(tx, carer, number)?;
    }
    tx.act_as(caller);
    Ok(())
}

fn stop_for(tx: &mut Tx, carer: &Carer, number: &str) -> Result<()> {
    families::store::lock(tx, std::slice::from_ref(&carer.family_id))?;
    let family = families::store::family(tx, &carer.family_id)?;
    let no = AnswerSaid { question: Question::BirthdayByText, value: "no".to_owned() };
    answers::keep(tx, &family, carer.id.as_str(), &[no])?;
    let detail = json!({ "question": Question::BirthdayByText });
    tx.audit(Event::Answer, family.id.as_str(), detail)?;

    let now = tx.now();
    for id in store::alerts_of(tx, &family.id)? {
        let Some(alert) = telling::store::alert(tx, &id)? else { continue };
        let asked_by = alert.carer_id.as_ref();
        let reads = telling::service::address_of(tx, &family.id, asked_by, false)?;
        if reads == Some(Recipient::text(number)) {
            telling::store::alert_told(tx, &id, now)?;
            tx.audit(Event::StopAlert, id.as_str(), json!({}))?;
        }
    }
    Ok(())
}

/// The centre to ring, where it is one.
fn centre_of(tx: &mut Tx, carers: &[Carer]) -> Result<Option<CentreFacts>> {
    let mut ids: Vec<CentreId> = Vec::new();
    for carer in carers {
        ids.extend(families::store::family(tx, &carer.family_id)?.centre_id);
    }
    ids.sort();
    ids.dedup();
    let [id] = ids.as_slice() else { return Ok(None) };
    let centre = centres::store::centre(tx, id)?;
    Ok(Some(CentreFacts { name: centre.name, phone: centre.phone }))
}

fn reply(
    tx: &mut Tx,
    received: &TextReceived,
    hash: &str,
    carers: &[Carer],
    Say(reply, limit): Say,
) -> Result<()> {
    // The telephone may lie where somebody else reads it.
    if !tx.sends_texts() || carers.iter().any(|carer| carer.no_text) {
        return Ok(());
    }
    let what = match reply {
        TextReply::Stopped => "text-stopped",
        TextReply::Nothing => "text-nothing",
        TextReply::NotRead { .. } => "text-not-read",
        TextReply::Which { .. }
        | TextReply::TooLate
        | TextReply::NoPlace { .. }
        | TextReply::Declined => "text-offers",
    };
    if !has_room(tx, what, hash, limit)? {
        return Ok(());
    }
    let letter = Letter {
        dedupe: format!("text_reply:{}", received.id),
        channel: MailChannel::Text,
        recipient: received.number.clone(),
        message: Message::TextReply(reply),
        about: About {
            language: carers.iter().find_map(|carer| carer.language.clone()),
            ..About::default()
        },
        not_before: None,
    };
    enqueue(tx, &letter).map(drop)
}

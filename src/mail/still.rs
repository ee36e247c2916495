//! Whether what a letter says is still true when it would leave. A mail server may be down for a
//! day; a letter that would then mislead is dropped, with its reason, and counts as not told.

use super::Message;
use crate::base::moment::Moment;

/// How the things a letter is about stand now.
#[derive(Clone, Debug, Default)]
pub struct StillFacts {
    /// The booking, by the word of its state.
    pub booking: Option<String>,
    pub session: Option<Session>,
    /// When the last date of the booking ends.
    pub last_ends_at: Option<Moment>,
    /// The family opted out.
    pub said_no: bool,
    /// The family or the child gets no card: gone, restricted, unsafe, or the child died.
    pub no_card: bool,
}

#[derive(Clone, Copy, Debug)]
pub struct Session {
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub is_cancelled: bool,
}

/// Why a letter is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// The place is no longer kept.
    OfferOver,
    SessionPast,
    /// A link in it has ended.
    LinkOver,
    /// What it is about was changed again: nobody needs to hear it.
    NoLongerSo,
}

impl Stale {
    /// The class an administrator sees.
    pub fn word(self) -> &'static str {
        match self {
            Stale::OfferOver => "offer_over",
            Stale::SessionPast => "session_past",
            Stale::LinkOver => "too_late",
            Stale::NoLongerSo => "no_longer_so",
        }
    }
}

/// Why a letter must not leave any more.
pub fn stale(message: &Message, facts: &StillFacts, now: Moment) -> Option<Stale> {
    let by_facts = changed(message, facts, now);
    let is_over = message.answer_by().is_some_and(|end| end <= now);
    by_facts.or(is_over.then_some(match message {
        Message::Offer(_) | Message::LastCall { .. } => Stale::OfferOver,
        Message::Reminder(_) | Message::BookingOpens { .. } => Stale::SessionPast,
        _ => Stale::LinkOver,
    }))
}

fn changed(message: &Message, facts: &StillFacts, now: Moment) -> Option<Stale> {
    let so = |is_so: bool| (!is_so).then_some(Stale::NoLongerSo);
    let is_on = facts.session.is_none_or(|session| !session.is_cancelled);
    let booking = |states: &[&str]| {
        facts.booking.as_deref().is_none_or(|state| states.contains(&state)) && is_on
    };
    let has_begun = past(facts.session.map(|session| session.starts_at), now);
    let has_ended = past(facts.session.map(|session| session.ends_at), now);

    match message {
        Message::Booked(_) | Message::PlaceGiven(_) => {
            so(booking(&["booked"])).or(past(facts.last_ends_at, now))
        }
        Message::Reminder(_) => so(booking(&["booked"])).or(has_begun),
        Message::Waiting(_) => so(booking(&["waiting"])).or(past(facts.last_ends_at, now)),
        Message::Offer(_) if facts.booking.as_deref() == Some("lapsed") => Some(Stale::OfferOver),
        Message::Offer(_) => so(booking(&["offered"])),
        Message::LastCall { .. } => so(booking(&["waiting", "offered"])),
        Message::Changed(_) => so(booking(&["booked", "waiting", "offered"])).or(has_ended),
        Message::OfferLapsed { .. }
        | Message::SessionCancelled { .. }
        | Message::BookingCancelled { .. }
        | Message::CannotBeMet(_) => has_ended,
        Message::BookingOpens { .. } => so(is_on),
        Message::Welcome(_) => so(!facts.said_no),
        Message::BirthdayCard(_) | Message::Farewell(_) => so(!facts.no_card),
        Message::LineOver { .. }
        | Message::Outcome(_)
        | Message::ConfirmJoin { .. }
        | Message::Joined { .. }
        | Message::ConfirmAddress { .. }
        | Message::ConfirmNewAddress { .. }
        | Message::AddressAsked { .. }
        | Message::NotBooked { .. }
        | Message::NotComing(_)
        | Message::PasswordReset { .. }
        | Message::PasswordChanged { .. }
        | Message::MailGivenUp { .. }
        | Message::LeadNamed { .. }
        | Message::Test => None,
    }
}

fn past(at: Option<Moment>, now: Moment) -> Option<Stale> {
    at.is_some_and(|at| at <= now).then_some(Stale::SessionPast)
}

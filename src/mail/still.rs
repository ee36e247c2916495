//! Whether what a letter says is still true when it would leave. A mail server may be down for a
//! day; a letter that would then mislead is dropped, with its reason, and counts as not told.

use super::Message;
use crate::base::moment::Moment;

/// How the things a letter is about stand now.
#[derive(Clone, Debug, Default)]
pub(crate) struct StillFacts {
    /// The booking, by the word of its state.
    pub booking: Option<String>,
    pub session: Option<Session>,
    /// When the last date of the booking ends.
    pub last_ends_at: Option<Moment>,
    /// The family opted out.
    pub said_no: bool,
    /// The family or the child gets no card: gone, restricted, unsafe, or the child died.
    pub no_card: bool,
    /// Of a letter that asks how a session was: its reader no longer wants such letters.
    pub no_feedback: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Session {
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub is_cancelled: bool,
}

/// Why a letter is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stale {
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
    pub(crate) fn word(self) -> &'static str {
        match self {
            Stale::OfferOver => "offer_over",
            Stale::SessionPast => "session_past",
            Stale::LinkOver => "too_late",
            Stale::NoLongerSo => "no_longer_so",
        }
    }
}

/// Why a letter must not leave any more: things are no longer so, or the answer it asks for is no
/// longer accepted.
pub(crate) fn stale(message: &Message, facts: &StillFacts, now: Moment) -> Option<Stale> {
    let so = |is_so: bool| (!is_so).then_some(Stale::NoLongerSo);
    let is_on = facts.session.is_none_or(|session| !session.is_cancelled);
    let booking = |states: &[&str]| {
        so(facts.booking.as_deref().is_none_or(|state| states.contains(&state)) && is_on)
    };
    let over = |at: Moment, why: Stale| (at <= now).then_some(why);
    let past = |at: Option<Moment>| at.and_then(|at| over(at, Stale::SessionPast));
    let has_ended = past(facts.session.map(|session| session.ends_at));

    match message {
        Message::Booked(_) | Message::PlaceGiven(_) => {
            booking(&["booked"]).or(past(facts.last_ends_at))
        }
        Message::Reminder(place) => booking(&["booked"])
            .or(past(facts.session.map(|session| session.starts_at)))
            .or(past(Some(place.starts_at))),
        Message::Waiting(_) => booking(&["waiting"]).or(past(facts.last_ends_at)),
        Message::Offer(_) if facts.booking.as_deref() == Some("lapsed") => Some(Stale::OfferOver),
        Message::Offer(offer) => booking(&["offered"]).or(over(offer.ends_at, Stale::OfferOver)),
        Message::LastCall { starts_at, .. } => {
            booking(&["waiting", "offered"]).or(over(*starts_at, Stale::OfferOver))
        }
        Message::Changed(_) => booking(&["booked", "waiting", "offered"]).or(has_ended),
        Message::OfferLapsed { .. }
        | Message::SessionCancelled { .. }
        | Message::BookingCancelled(_)
        | Message::CannotBeMet(_) => has_ended,
        Message::WindowOpens { .. } => so(is_on).or(has_ended),
        Message::BookingOpens { stop, .. } => so(is_on).or(past(Some(stop.expires_at))),
        Message::Welcome(_) => so(!facts.said_no),
        Message::BirthdayCard(_) | Message::Farewell(_) => so(!facts.no_card),
        Message::Feedback(asked) => so(!facts.no_card && !facts.no_feedback && is_on)
            .or(over(asked.page.expires_at, Stale::LinkOver)),
        Message::ConfirmJoin { link, .. } => over(link.expires_at, Stale::LinkOver),
        Message::ConfirmAddress { confirm } | Message::ConfirmNewAddress { confirm } => {
            over(confirm.expires_at, Stale::LinkOver)
        }
        Message::PasswordReset { ends_at, .. } | Message::SignInCode { ends_at, .. } => {
            over(*ends_at, Stale::LinkOver)
        }
        Message::LineOver { .. }
        | Message::Outcome(_)
        | Message::WindowsDigest(_)
        | Message::Joined { .. }
        | Message::AddressAsked { .. }
        | Message::NotBooked { .. }
        | Message::NotComing(_)
        | Message::ConcernWritten { .. }
        | Message::PasswordChanged { .. }
        | Message::MailGivenUp { .. }
        | Message::LeadNamed { .. }
        | Message::TextReply(_)
        | Message::Test => None,
    }
}

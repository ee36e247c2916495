//! What people are told, and how it is carried. A `Message` is the facts of
//! one event, stored beside the change that caused it and put into words only
//! when it is sent. Families never read here why anyone came before anyone.

mod facts;
pub mod link;
mod phrases;
pub(crate) mod render;
pub mod service;
pub mod smtp;
pub(crate) mod spoken;
pub(crate) mod still;
pub(crate) mod store;
pub mod transport;
pub mod words;

use crate::base::id::words;
use crate::base::moment::Moment;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

pub use facts::{
    BirthdayCard, BookedPlace, CancelledBy, CannotBeMet, CentreFacts, Chance, Changed, Farewell,
    MailStanding, NotBooked, NotBookedWhy, NotComing, Offer, Outcome, OutcomeResult, SessionChange,
    SessionFacts, Waiting, Welcome,
};
use link::{FamilyLink, JoinLink, Link};

words! {
    /// How a message travels.
    MailChannel {
        Email = "email",
        /// Has no sender yet: such a letter is dead at its first try, and the family stays on the
        /// centre's list to ring.
        Text = "text",
    }
}

words! {
    /// How far a letter has come.
    State {
        Queued = "queued",
        /// Somebody has it until its lease ends.
        Sending = "sending",
        Sent = "sent",
        /// Given up; an administrator may try again.
        Dead = "dead",
    }
}

/// One event, with the facts its words need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Message {
    Booked(BookedPlace),
    /// Promoted from the line straight to a booking.
    PlaceGiven(BookedPlace),
    Reminder(BookedPlace),
    Waiting(Waiting),
    Offer(Offer),
    OfferLapsed {
        session: SessionFacts,
        until: NaiveDateTime,
    },
    /// Free in the last two hours: the first to claim has it.
    LastCall {
        session: SessionFacts,
        claim: Link,
    },
    Changed(Changed),
    SessionCancelled {
        session: SessionFacts,
        alternatives: Vec<SessionFacts>,
    },
    BookingCancelled {
        session: SessionFacts,
        /// What was given up: a place, or waiting for one.
        standing: MailStanding,
        by: CancelledBy,
    },
    /// The session started and no place came free.
    LineOver {
        session: SessionFacts,
        alternatives: Vec<SessionFacts>,
    },
    CannotBeMet(CannotBeMet),
    /// To the professional who referred, never to a family.
    Outcome(Outcome),
    BookingOpens {
        session: SessionFacts,
        stop: Link,
    },
    /// Somebody who has not signed in gave this address: was it its holder? Nothing that was typed
    /// is in it.
    ConfirmJoin {
        link: JoinLink,
        /// In clear until sent, then purged.
        code: String,
    },
    /// A family joined by itself and has confirmed its address.
    Joined {
        say_no: FamilyLink,
    },
    /// Another adult of a family that joined by itself: is this their address?
    ConfirmAddress {
        confirm: FamilyLink,
    },
    /// To an address that a carer wants to use: is it this carer's?
    ConfirmNewAddress {
        confirm: FamilyLink,
    },
    /// To the address in use: a change to another was requested. It never says which.
    AddressAsked {
        centre: Option<CentreFacts>,
    },
    /// A confirmed request that could not be met.
    NotBooked {
        /// `None` where the session may no longer be mentioned.
        session: Option<SessionFacts>,
        why: NotBooked,
    },
    /// To a family known only from a feed: that it is a member, and how to say no.
    Welcome(Welcome),
    BirthdayCard(BirthdayCard),
    /// Membership has ended: the last child is five.
    Farewell(Farewell),
    /// Several places were not taken up, and nobody said why.
    NotComing(NotComing),
    PasswordReset {
        /// The single-use secret, in clear until sent, then purged.
        token: String,
        until: NaiveDateTime,
        ends_at: Moment,
    },
    /// The password of an account was changed: its owner should notice if somebody else did it.
    PasswordChanged {
        at: NaiveDateTime,
    },
    /// To an administrator: everything waiting since then was given up, because no mail server took
    /// it.
    MailGivenUp {
        since: NaiveDateTime,
    },
    /// To the existing safeguarding leads: somebody else is one now.
    LeadNamed {
        name: String,
        /// `None`: on the machine's own command line.
        by: Option<String>,
        at: NaiveDateTime,
    },
    Test,
}

impl Message {
    /// The event's name, as stored, logged and shown to an administrator.
    pub fn kind(&self) -> &'static str {
        match self {
            Message::Booked(_) => "booked",
            Message::PlaceGiven(_) => "place_given",
            Message::Reminder(_) => "reminder",
            Message::Waiting(_) => "waiting",
            Message::Offer(_) => "offer",
            Message::OfferLapsed { .. } => "offer_lapsed",
            Message::LastCall { .. } => "last_call",
            Message::Changed(_) => "changed",
            Message::SessionCancelled { .. } => "session_cancelled",
            Message::BookingCancelled { .. } => "booking_cancelled",
            Message::LineOver { .. } => "line_over",
            Message::CannotBeMet(_) => "cannot_be_met",
            Message::Outcome(_) => "outcome",
            Message::BookingOpens { .. } => "booking_opens",
            Message::ConfirmJoin { .. } => "confirm_join",
            Message::Joined { .. } => "joined",
            Message::ConfirmAddress { .. } => "confirm_address",
            Message::ConfirmNewAddress { .. } => "confirm_new_address",
            Message::AddressAsked { .. } => "address_asked",
            Message::NotBooked { .. } => "not_booked",
            Message::Welcome(_) => "welcome",
            Message::BirthdayCard(_) => "birthday_card",
            Message::Farewell(_) => "farewell",
            Message::NotComing(_) => "not_coming",
            Message::PasswordReset { .. } => "password_reset",
            Message::LeadNamed { .. } => "lead_named",
            Message::PasswordChanged { .. } => "password_changed",
            Message::MailGivenUp { .. } => "mail_given_up",
            Message::Test => "test",
        }
    }

    /// When the answer it asks for is no longer accepted: sent after that, it would mislead.
    pub fn answer_by(&self) -> Option<Moment> {
        match self {
            Message::Offer(offer) => Some(offer.accept.expires_at),
            Message::LastCall { claim, .. } => Some(claim.expires_at),
            Message::Reminder(place) => Some(place.cancel.expires_at),
            Message::BookingOpens { stop, .. } => Some(stop.expires_at),
            Message::ConfirmJoin { link, .. } => Some(link.expires_at),
            Message::ConfirmAddress { confirm } | Message::ConfirmNewAddress { confirm } => {
                Some(confirm.expires_at)
            }
            Message::PasswordReset { ends_at, .. } => Some(*ends_at),
            Message::Booked(_)
            | Message::PlaceGiven(_)
            | Message::Waiting(_)
            | Message::OfferLapsed { .. }
            | Message::Changed(_)
            | Message::SessionCancelled { .. }
            | Message::BookingCancelled { .. }
            | Message::LineOver { .. }
            | Message::CannotBeMet(_)
            | Message::Outcome(_)
            | Message::Joined { .. }
            | Message::NotBooked { .. }
            | Message::AddressAsked { .. }
            | Message::Welcome(_)
            | Message::BirthdayCard(_)
            | Message::Farewell(_)
            | Message::NotComing(_)
            | Message::PasswordChanged { .. }
            | Message::MailGivenUp { .. }
            | Message::LeadNamed { .. }
            | Message::Test => None,
        }
    }
}

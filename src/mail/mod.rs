//! What people are told, and how it is carried. A `Message` is the facts of
//! one event, stored beside the change that caused it and put into words only
//! when it is sent. Families never read here why anyone came before anyone.

pub(crate) mod attached;
pub mod calendar;
mod facts;
pub mod link;
pub(crate) mod office;
mod parts;
mod phrases;
pub(crate) mod render;
pub mod service;
pub mod smtp;
pub(crate) mod spoken;
pub(crate) mod still;
pub(crate) mod store;
pub mod texts;
pub mod transport;
pub mod words;

use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

pub use facts::{
    Alternative, AlternativeState, BirthdayCard, BookedPlace, CalendarDate, CalendarFacts,
    CancelledBy, CannotBeMet, CentreFacts, Chance, Changed, DigestAgreement, DigestFacts,
    DigestWindow, Farewell, FeedbackAsked, GivenUp, MailStanding, NotBooked, NotBookedWhy,
    NotComing, Offer, Outcome, OutcomeResult, SessionChange, SessionFacts, TextReply, Waiting,
    Welcome,
};
use link::{FamilyLink, JoinLink, Link};

text_enum! {
    /// How a message travels.
    MailChannel {
        Email = "email",
        /// A text message to a UK mobile number, where a sender of texts is set.
        Text = "text",
    }
}

/// Where somebody reads a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    pub channel: MailChannel,
    /// An address of mail, or a number as services that carry texts take it.
    pub address: String,
}

impl Recipient {
    pub fn email(address: impl Into<String>) -> Recipient {
        Recipient { channel: MailChannel::Email, address: address.into() }
    }

    pub fn text(number: impl Into<String>) -> Recipient {
        Recipient { channel: MailChannel::Text, address: number.into() }
    }
}

text_enum! {
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

text_enum! {
    /// What became of a text message after it left.
    Delivery {
        /// Nothing is known yet.
        Waiting = "waiting",
        Delivered = "delivered",
        /// The number is wrong, or takes no texts.
        FailedPermanently = "failed_permanently",
        /// The telephone was off or full for days.
        FailedForNow = "failed_for_now",
        /// The service that carries texts could not.
        Technical = "technical",
        /// The service that carries texts does not know, or never said.
        Unknown = "unknown",
    }
}

impl Delivery {
    /// Read from the word that GOV.UK Notify uses, or from our own.
    pub(crate) fn said(word: &str) -> Option<Delivery> {
        match word {
            "permanent-failure" => Some(Delivery::FailedPermanently),
            "temporary-failure" => Some(Delivery::FailedForNow),
            "technical-failure" => Some(Delivery::Technical),
            "created" | "sending" | "pending" | "sent" => Some(Delivery::Waiting),
            ours => Delivery::parse(ours),
        }
    }
}

/// One event, with the facts its words need.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::EnumCount,
)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
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
        starts_at: Moment,
        /// The page of this booking.
        page: Link,
    },
    Changed(Changed),
    SessionCancelled {
        session: SessionFacts,
        alternatives: Vec<Alternative>,
        /// Where it had a place: what its calendar should take off.
        calendar: Option<CalendarFacts>,
    },
    BookingCancelled(GivenUp),
    /// The session started and no place came free.
    LineOver {
        session: SessionFacts,
        alternatives: Vec<Alternative>,
    },
    CannotBeMet(CannotBeMet),
    /// To the professional who referred, never to a family.
    Outcome(Outcome),
    /// To professionals, once a week.
    WindowsDigest(DigestFacts),
    /// To a professional who asked: a referral window has opened.
    WindowOpens {
        id: SessionId,
        session: SessionFacts,
    },
    BookingOpens {
        id: SessionId,
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
    /// After a session that the family came to, where its reader said yes to that: how was it?
    Feedback(FeedbackAsked),
    /// To safeguarding leads: somebody found a concern in what a family wrote.
    ConcernWritten {
        centre: String,
    },
    PasswordReset {
        /// The single-use secret, in clear until sent, then purged.
        token: String,
        until: NaiveDateTime,
        ends_at: Moment,
    },
    /// To the address of a carer who wants to sign in. Nothing that was typed is in it.
    SignInCode {
        /// The single-use secret of the link, in clear until sent, then purged.
        token: String,
        /// The same.
        code: String,
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
    /// To whom sent us a text.
    TextReply(TextReply),
    Test,
}

impl Message {
    /// The event's name, as stored, logged and shown to an administrator.
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}

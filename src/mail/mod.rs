//! What people are told, and how it is carried. A `Message` is the facts of
//! one event, stored beside the change that caused it and put into words only
//! when it is sent. Families never read here why anyone came before anyone.

pub(crate) mod attached;
pub mod calendar;
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

use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

pub use facts::{
    Alternative, AlternativeState, BirthdayCard, BookedPlace, CalendarDate, CalendarFacts,
    CancelledBy, CannotBeMet, CentreFacts, Chance, Changed, Farewell, GivenUp, MailStanding,
    NotBooked, NotBookedWhy, NotComing, Offer, Outcome, OutcomeResult, SessionChange, SessionFacts,
    Waiting, Welcome,
};
use link::{FamilyLink, JoinLink, Link};

text_enum! {
    /// How a message travels.
    MailChannel {
        Email = "email",
        /// Has no sender yet: such a letter is dead at its first try, and the family stays on the
        /// centre's list to ring.
        Text = "text",
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
    Test,
}

impl Message {
    /// The event's name, as stored, logged and shown to an administrator.
    pub fn kind(&self) -> &'static str {
        self.into()
    }
}

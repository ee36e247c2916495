//! What people are told, and how it is carried. A `Message` is the facts of
//! one event, stored beside the change that caused it and put into words only
//! when it is sent. Families never read here why anyone came before anyone.

mod facts_store;
pub mod http;
pub mod link;
mod phrases;
pub mod render;
pub mod service;
pub mod smtp;
pub mod spoken;
pub mod still;
pub mod store;
pub mod transport;
pub mod words;

use crate::id::words;
use crate::moment::Moment;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use link::{FamilyLink, JoinLink, Link};
use spoken::When;

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

/// A session as its family may be told of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFacts {
    pub title: String,
    pub when: When,
    pub centre: String,
    pub phone: Option<String>,
    pub venue: String,
    pub address: String,
    /// Neutral words only: a mail may be read over a shoulder.
    pub sensitive: bool,
}

/// One event, with the facts its words need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Message {
    Booked(Place),
    /// Promoted from the line straight to a booking.
    PlaceGiven(Place),
    Reminder(Place),
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
        standing: Standing,
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
    /// To the address in use: another was asked for. It never says which.
    AddressAsked {
        centre: Option<CentreFacts>,
    },
    /// A confirmed request that could not be met.
    NotBooked {
        /// `None` where the session is no more to be spoken of.
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
    /// The password of an account is another one: somebody else's doing is to be noticed.
    PasswordChanged {
        at: NaiveDateTime,
    },
    /// To an administrator: what waited since then was given up, for no mail server took it.
    MailGivenUp {
        since: NaiveDateTime,
    },
    /// To the safeguarding leads there are: somebody else is one now.
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

    /// When the answer it asks for is no longer taken: sent after that, it would mislead.
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

/// A place a family has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub session: SessionFacts,
    /// A course's later dates; empty for a single session.
    pub more_dates: Vec<When>,
    pub children: Vec<String>,
    pub bring: Option<String>,
    pub cancel: Link,
    /// After this a cancellation is late; `None` where that has passed.
    pub cancel_by: Option<NaiveDateTime>,
}

/// What a family is told that did not ask to be a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Welcome {
    /// As it is read aloud.
    pub number: String,
    pub centre: Option<String>,
    pub phone: Option<String>,
    /// Who told us of the family.
    pub from: Option<String>,
    /// How its information is used: the notice in force, by paragraph.
    pub notice: Vec<String>,
    pub say_no: FamilyLink,
}

/// A party in line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    pub session: SessionFacts,
    /// The other dates any of which would do; empty for one.
    pub or_dates: Vec<When>,
    pub children: Vec<String>,
    /// Only where the line is in plain order of joining.
    pub position: Option<u32>,
    pub chance: Chance,
    pub leave: Link,
}

/// A card for the age a child has reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BirthdayCard {
    pub child: String,
    pub age: i32,
    pub centre: Option<CentreFacts>,
    /// What is on for that age in the coming weeks.
    pub on: Vec<SessionFacts>,
    pub confirm: FamilyLink,
    pub stop: FamilyLink,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Farewell {
    /// The one who was served last.
    pub child: String,
    pub centre: Option<CentreFacts>,
}

/// A family that had a place and was not seen. It names no session: any may be its own affair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotComing {
    pub times: i32,
    pub centre: CentreFacts,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CentreFacts {
    pub name: String,
    pub phone: Option<String>,
}

/// How likely a place is, in words and not in figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chance {
    Good,
    Some,
    Small,
}

/// A place kept until a moment, in the centre's civil time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    pub session: SessionFacts,
    pub children: Vec<String>,
    pub until: NaiveDateTime,
    pub accept: Link,
    pub decline: Link,
}

/// A session as it now is, and what is new about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub session: SessionFacts,
    pub changes: Vec<Change>,
    pub standing: Standing,
    /// Cancels or leaves, by the standing.
    pub give_up: Link,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Time { was: When },
    Venue { was: String },
    Title { was: String },
    Room { now: String },
    Bring { now: String },
    Price { now: String },
}

/// Whether the family told of something has a place or waits for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Booked,
    Waiting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelledBy {
    Family,
    Centre,
}

/// An entry that no longer fits, the child it is about and what would fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CannotBeMet {
    pub session: SessionFacts,
    pub standing: Standing,
    pub child: String,
    pub unfit: Unfit,
    pub fits: Option<SessionFacts>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    TooYoung,
    TooOld,
    /// The child has another session at that time.
    Busy,
}

/// Why a confirmed request could not be met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotBooked {
    Full,
    /// The family has a place there, or waits for one.
    Already,
    /// Nobody who comes is of the right age.
    Age,
    TooMany,
    /// A child has another session at that time.
    Busy,
    /// As much as one family may book.
    OverLimit,
    /// Over, closed, cancelled or not for everybody.
    Closed,
}

/// What became of a referral. It names no family: the reference finds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub session: SessionFacts,
    pub reference: String,
    pub referred_on: NaiveDate,
    pub result: OutcomeResult,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutcomeResult {
    PlaceGiven,
    NoPlace,
    /// A place was there and the family gave it up or did not take it.
    NotTaken,
    /// For those who may hear it: the register says so.
    Came,
    DidNotCome,
}

//! What the messages are about, as facts: a place, a wait, an offer, a change. `words` puts them
//! into words.

use super::link::{FamilyLink, FeedbackLink, Link};
use super::spoken::When;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

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

/// A place a family has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookedPlace {
    pub session: SessionFacts,
    /// A course's later dates; empty for a single session.
    pub more_dates: Vec<When>,
    pub children: Vec<String>,
    pub bring: Option<String>,
    pub starts_at: Moment,
    /// The page of this booking.
    pub page: Link,
    /// After this a cancellation is late; `None` where that has passed.
    pub cancel_by: Option<NaiveDateTime>,
    /// For the file that goes with the letter; `None` where it went with an earlier one.
    pub calendar: Option<CalendarFacts>,
}

/// The dates of a place, as a calendar keeps them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarFacts {
    pub dates: Vec<CalendarDate>,
    /// Grows with every change of the booking.
    pub sequence: i64,
    /// When this was so.
    pub stamp: Moment,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarDate {
    /// The same whatever becomes of it.
    pub uid: String,
    pub starts: Moment,
    pub ends: Moment,
}

/// A session that a family may want instead, and whether it can have a place there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    pub id: SessionId,
    pub session: SessionFacts,
    pub state: AlternativeState,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AlternativeState {
    DropIn,
    Free,
    /// There is a waiting list.
    Full,
    /// In the centre's civil time.
    Opens(NaiveDateTime),
}

/// What a family that did not ask to be a member is told.
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
    /// The page of this booking.
    pub page: Link,
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
    /// The child that was served last.
    pub child: String,
    pub centre: Option<CentreFacts>,
}

/// A family that had a place and did not come. It names no session, because any of them may be
/// private.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotComing {
    pub times: i32,
    pub centre: CentreFacts,
}

/// A session that a family came to, and where it says how it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedbackAsked {
    pub session: SessionFacts,
    pub page: FeedbackLink,
    pub stop: FamilyLink,
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
    pub ends_at: Moment,
    /// The page of this booking.
    pub page: Link,
}

/// A session as it now is, and what is new about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub session: SessionFacts,
    pub changes: Vec<SessionChange>,
    pub standing: MailStanding,
    /// The page of this booking.
    pub page: Link,
    /// Where it has a place: what its calendar should now say.
    pub calendar: Option<CalendarFacts>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionChange {
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
pub enum MailStanding {
    Booked,
    Waiting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelledBy {
    Family,
    Centre,
}

/// Something that somebody gave up, or the centre for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenUp {
    pub session: SessionFacts,
    /// What was given up: a place, or waiting for one.
    pub standing: MailStanding,
    pub by: CancelledBy,
    /// Until when one press takes it back, and where.
    pub undo: Option<(NaiveDateTime, Link)>,
    /// Where it had a place: what its calendar should take off.
    pub calendar: Option<CalendarFacts>,
}

/// An entry that no longer fits, the child it is about and what would fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CannotBeMet {
    pub session: SessionFacts,
    pub standing: MailStanding,
    pub child: String,
    pub unfit: NotBookedWhy,
    pub fits: Option<Alternative>,
    /// Where it had a place: what its calendar should take off.
    pub calendar: Option<CalendarFacts>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotBookedWhy {
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
    /// Over, closed, cancelled or not open to everybody.
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
    /// There was a place, and the family gave it up or did not take it.
    NotTaken,
    /// For partners who may hear it: the register says so.
    Came,
    DidNotCome,
}

/// The week of a professional. No family is named in it, and no sensitive session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestFacts {
    /// The first to open first.
    pub windows: Vec<DigestWindow>,
    /// How many more the page lists.
    pub more: usize,
    /// The team's referrals to come: with a place, and on the waiting list.
    pub booked: i64,
    pub waiting: i64,
    pub agreed: Vec<DigestAgreement>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestWindow {
    pub session: SessionFacts,
    /// In the centre's civil time.
    pub opens: NaiveDateTime,
}

/// What an agreement still expects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigestAgreement {
    /// Families to name this month.
    pub cards_still: i64,
    pub feed_due_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
}

/// What we say to a text that a family sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextReply {
    /// More than one place waits for an answer: the pages of their bookings.
    Which {
        pages: Vec<Link>,
    },
    /// No place waits for an answer.
    Nothing,
    TooLate,
    /// The place could not be given.
    NoPlace {
        centre: Option<CentreFacts>,
    },
    Declined,
    /// No more cards and alerts.
    Stopped,
    /// Nobody reads it.
    NotRead {
        centre: Option<CentreFacts>,
    },
}

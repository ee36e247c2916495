//! What the messages are about, as facts: a place, a wait, an offer, a change. `words` puts them
//! into words.

use super::link::{FamilyLink, Link};
use super::spoken::When;
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
    pub cancel: Link,
    /// After this a cancellation is late; `None` where that has passed.
    pub cancel_by: Option<NaiveDateTime>,
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
    pub changes: Vec<SessionChange>,
    pub standing: MailStanding,
    /// Cancels or leaves, depending on whether it has a place or waits.
    pub give_up: Link,
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

/// An entry that no longer fits, the child it is about and what would fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CannotBeMet {
    pub session: SessionFacts,
    pub standing: MailStanding,
    pub child: String,
    pub unfit: NotBookedWhy,
    pub fits: Option<SessionFacts>,
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

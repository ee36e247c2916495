//! A centre's printed programme as a table: one line an activity, in the words centres use.
//! Reading it (`sheet`, `pattern`, `ages`) and deciding what it makes (`plan`) are pure; what a
//! line leaves open is asked for, never guessed. How its ways of access become ours is in
//! `access_of`.

mod activity;
pub mod ages;
pub mod capacities;
mod dates;
pub mod days;
mod doubles;
mod line_service;
pub mod pattern;
pub mod plan;
pub mod report;
pub mod service;
pub mod sheet;
mod store;
#[cfg(test)]
mod weybridge;

use super::Access;
use ages::Ages;
use chrono::{NaiveTime, Weekday};
use pattern::Pattern;

/// One line of a programme, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Where it stands in the file, the heading being line 1.
    pub number: u64,
    pub activity: String,
    pub audience: Option<String>,
    pub ages: Ages,
    /// `None` where the programme says "any" or nothing.
    pub weekday: Option<Weekday>,
    pub times: Option<Times>,
    pub pattern: Pattern,
    pub venue: Option<String>,
    pub postcode: Option<String>,
    pub access: Access,
    /// One sign-up for all dates of a term, as the programme's "enrol" has it.
    pub enrolment: Enrolment,
    pub price: Option<String>,
    pub notes: Option<String>,
}

/// From when to when by the centre's clock; the end is after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    pub starts: NaiveTime,
    pub ends: NaiveTime,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enrolment {
    /// Each date is booked by itself.
    EachDate,
    /// All dates of a term are one booking.
    Term,
}

/// Why a line cannot be taken: where, what is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub line: u64,
    /// Its title, where the line could be read that far.
    pub activity: Option<String>,
    /// The column in question; `None` where it is the line as a whole.
    pub column: Option<&'static str>,
    pub what: String,
}

impl Line {
    pub fn refuse(&self, column: &'static str, what: String) -> Refusal {
        let activity = Some(self.activity.clone());
        Refusal { line: self.number, activity, column: Some(column), what }
    }
}

/// What a programme's way of access is with us.
///
/// | programme | ours | why |
/// |---|---|---|
/// | open | book | every session can be booked; who just turns up is taken while there is room |
/// | book | book | |
/// | enrol | book, a course a term | one sign-up is for all dates of the term |
/// | drop-in | drop_in | the centre says that nobody books |
/// | invitation | referral_only | who is invited is referred; never released to the public |
/// | appointment | appointment | slots of a length, one party each |
/// | members | members | |
///
/// A pattern of slots ("45-minute slots") makes it `appointment` whatever the access says.
pub fn access_of(word: &str) -> Option<(Access, Enrolment)> {
    let access = match word {
        "open" | "book" => Access::Book,
        "enrol" => return Some((Access::Book, Enrolment::Term)),
        "drop-in" | "drop in" => Access::DropIn,
        "invitation" => Access::ReferralOnly,
        "appointment" => Access::Appointment,
        "members" => Access::Members,
        _ => return None,
    };
    Some((access, Enrolment::EachDate))
}

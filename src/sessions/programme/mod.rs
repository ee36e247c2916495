//! A centre's printed programme as a table: one line for each activity, in the words centres use.
//! Reading it (`sheet`, `pattern`, `ages`) and deciding what it makes (`plan`) are pure; what a
//! line leaves open is asked for, never guessed. How its ways of access become ours is in
//! `access_of`.

mod activity;
pub(crate) mod ages;
pub(crate) mod capacities;
pub(crate) mod days;
mod doubles;
pub(crate) mod mistake;
pub(crate) mod pattern;
pub(crate) mod plan;
pub mod report;
pub mod service;
pub(crate) mod sheet;
mod store;
#[cfg(test)]
mod weybridge;

use super::Access;
use ages::Ages;
use chrono::{NaiveTime, Weekday};
pub use mistake::Mistake;
use pattern::Pattern;
use std::fmt;

/// One line of a programme, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeLine {
    /// Where it stands in the file, the heading being line 1.
    pub number: i32,
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

/// Why a line cannot be taken: where, and all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub line: i32,
    /// Its title, where the line could be read that far.
    pub activity: Option<String>,
    pub mistakes: Vec<Mistake>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all: Vec<String> = self.mistakes.iter().map(ToString::to_string).collect();
        f.write_str(&all.join("; "))
    }
}

impl ProgrammeLine {
    pub fn refuse(&self, mistakes: Vec<Mistake>) -> Refusal {
        Refusal { line: self.number, activity: Some(self.activity.clone()), mistakes }
    }
}

/// What a programme's way of access is with us.
///
/// | programme | ours | why |
/// |---|---|---|
/// | open | book | every session can be booked; who just turns up is taken while there is room |
/// | book, booking | book | |
/// | enrol | book, a course a term | one sign-up is for all dates of the term |
/// | drop-in | drop_in | the centre says that nobody books |
/// | invitation, referral | referral_only | who is invited is referred; never released to the public |
/// | appointment | appointment | slots of a length, one party each |
/// | members | members | |
///
/// "Only" and "by" change nothing. A pattern of slots ("45-minute slots") makes it `appointment`
/// whatever the access says.
pub fn access_of(text: &str) -> Option<(Access, Enrolment)> {
    let text = text.to_lowercase().replace(['-', '_'], " ");
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| !["only", "by", "on"].contains(word)).collect();
    let access = match words.join(" ").as_str() {
        "open" | "book" | "booking" | "bookable" | "booking required" | "book in advance" => {
            Access::Book
        }
        "enrol" | "enrolment" => return Some((Access::Book, Enrolment::Term)),
        "drop in" | "dropin" => Access::DropIn,
        "invitation" | "invite" | "referral" | "referrals" | "referred" => Access::ReferralOnly,
        "appointment" | "appointments" => Access::Appointment,
        "members" | "member" => Access::Members,
        _ => return None,
    };
    Some((access, Enrolment::EachDate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_of_access_is_read_as_it_is_printed() {
        for (text, access) in [
            ("open", Access::Book),
            ("Referral only", Access::ReferralOnly),
            ("by referral only", Access::ReferralOnly),
            ("referral-only", Access::ReferralOnly),
            ("referral_only", Access::ReferralOnly),
            ("Invitation only", Access::ReferralOnly),
            ("By appointment", Access::Appointment),
            ("Drop-in", Access::DropIn),
            ("members only", Access::Members),
            ("Booking required", Access::Book),
        ] {
            assert_eq!(access_of(text), Some((access, Enrolment::EachDate)), "{text}");
        }
        assert_eq!(access_of("enrol"), Some((Access::Book, Enrolment::Term)));
        for text in ["", "only", "ring us"] {
            assert_eq!(access_of(text), None, "{text}");
        }
    }
}

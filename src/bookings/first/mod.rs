//! Joining by the family itself, with a first booking on the way if it wants one; and guests, who
//! book without joining. The sender has not signed in: nothing is done before the way of contact
//! has been confirmed, and until then the answer is the same for everybody.

pub mod service;
pub mod store;

use super::service::request::IfFull;
use crate::base::id::{CentreId, JoinRequestId, SessionId, words};
use crate::base::moment::Moment;
use crate::bookings::Status;
use crate::db::schema::join_requests;
use crate::families::add::AddFamily;
use crate::families::suppression;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// What a family sends about itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Join {
    pub family: AddFamily,
    /// It said no before and asks to be a member again.
    pub rejoins: bool,
    pub notice_language: Option<String>,
    pub first: Option<First>,
}

/// A first booking on the way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct First {
    pub session_id: SessionId,
    pub adults: i32,
    pub if_full: IfFull,
}

/// How a family can be reached; it must be confirmed before anything is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Contact {
    Email(String),
    /// As it was typed.
    Phone(String),
}

impl Contact {
    /// The form by which a family that opted out is remembered.
    pub fn fact(&self) -> String {
        match self {
            Contact::Email(email) => suppression::by_email(email),
            Contact::Phone(phone) => suppression::by_phone(phone),
        }
    }
}

impl Join {
    /// The way of contact to confirm: the first address, else the first number.
    pub fn contact(&self) -> Option<Contact> {
        let carers = &self.family.carers;
        let email = carers.iter().find_map(|carer| carer.email.clone()).map(Contact::Email);
        let phone = carers.iter().find_map(|carer| carer.phone.clone()).map(Contact::Phone);
        email.or(phone)
    }
}

/// What was sent, until it is confirmed; afterwards what came of it.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = join_requests)]
pub struct JoinRequest {
    pub id: JoinRequestId,
    /// By telephone alone: staff ring, and nothing was sent.
    pub to_ring: bool,
    /// The centre whose staff ring; `None`: any centre.
    pub centre_id: Option<CentreId>,
    /// A keyed hash of the code in the message.
    pub code_hash: Option<String>,
    pub code_tries: i32,
    /// A sealed `Join`.
    pub sealed: Option<String>,
    pub asked_at: Moment,
    pub ends_at: Moment,
    pub done_at: Option<Moment>,
    /// An `Outcome`.
    pub outcome: Option<String>,
}

words! {
    /// What became of the wish to be a member.
    SignUp {
        /// It is a member from now on.
        Member = "member",
        /// It was a member before.
        AlreadyMember = "already_member",
        /// It comes as a guest.
        Guest = "guest",
    }
}

words! {
    /// What came of a call to a number that somebody gave on the public form.
    RingOutcome {
        /// The person who answered had sent it: it is done now.
        Confirmed = "confirmed",
        /// It stays on the list.
        NoAnswer = "no_answer",
        /// The person who answered had sent nothing: it is taken off the list.
        NotTheirs = "not_theirs",
    }
}

/// What came of a request once it was confirmed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpOutcome {
    pub sign_up: SignUp,
    /// How the first booking stands, if one was made.
    pub booking: Option<Status>,
    /// Why none was made, though one was asked for.
    pub refused: Option<Refused>,
}

/// A code from the table of faults, and a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    pub code: String,
    pub detail: String,
}

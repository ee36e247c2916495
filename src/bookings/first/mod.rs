//! Joining by the family itself, with a first booking on the way if it wants one; and guests, who
//! book without joining. The sender has not signed in: nothing is done before the way of contact
//! has been confirmed, and until then the answer is the same for everybody.

pub mod service;
pub(crate) mod store;

use super::service::request::IfFull;
use crate::base::fault::Fault;
use crate::base::id::{BookingId, CarerId, CentreId, JoinRequestId, SessionId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::bookings::Status;
use crate::db::schema::join_requests;
use crate::membership::sign_up::{SignUp, SignUpRequest};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a family sends: itself, and a first booking if it wants one, or to be told when it can book.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Join {
    #[serde(flatten)]
    pub sign_up: SignUpRequest,
    pub first: Option<First>,
    /// The session whose release it wants to be told of.
    pub remind: Option<SessionId>,
}

/// A first booking on the way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct First {
    pub session_id: SessionId,
    pub adults: i32,
    pub if_full: IfFull,
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

text_enum! {
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

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = JoinDoneOut)]
pub struct SignUpOutcome {
    /// What became of the wish to be a member.
    #[serde(rename = "membership")]
    pub sign_up: SignUp,
    /// The session that was asked for.
    pub session_id: Option<SessionId>,
    /// The first booking, if one was made.
    pub booking_id: Option<BookingId>,
    /// How it stands.
    pub booking: Option<Status>,
    /// The family will be told when booking opens.
    pub reminder: bool,
    /// Why none was made, though one was asked for.
    #[serde(rename = "not_booked")]
    pub refused: Option<Refused>,
}

impl SignUpOutcome {
    /// Without a place or a reminder.
    fn of(sign_up: SignUp) -> SignUpOutcome {
        SignUpOutcome {
            sign_up,
            session_id: None,
            booking_id: None,
            booking: None,
            reminder: false,
            refused: None,
        }
    }
}

/// A request that is done.
pub struct Finished {
    pub outcome: SignUpOutcome,
    /// Who joined by it just now: a record that nobody had before, and whose way of contact has just
    /// been confirmed.
    pub newcomer: Option<CarerId>,
}

impl Refused {
    pub(crate) fn by(fault: &Fault) -> Refused {
        Refused { code: fault.code().as_str().to_owned(), detail: fault.detail().to_owned() }
    }
}

/// Why no booking was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = NotBookedOut, example = json!({"code": "session_full", "detail": "All places are taken."}))]
pub struct Refused {
    /// A code from the table of faults.
    pub code: String,
    /// What happened, and what to do.
    pub detail: String,
}

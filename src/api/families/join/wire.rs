//! Joining on the wire: what a family sends about itself, and what it is told.

use crate::api::families::wire_in::{CarerIn, ChildIn, FamilyIn};
use crate::base::fault::Fault;
use crate::base::id::{JoinRequestId, SessionId};
use crate::bookings::Status;
use crate::bookings::first::{First, Join, Refused, SignUpOutcome};
use crate::bookings::service::request::IfFull;
use crate::families::{FirstContact, PostcodeReason};
use crate::membership::sign_up::{SignUp, SignUpRequest};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A family that joins by itself.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "carers": [{"name": "Amina Khan", "email": "amina@example.org"}],
    "children": [{"name": "Yusuf Khan", "born_on": "2024-05-14"}],
    "postcode": "M31 4FL", "notice_language": "en"
}))]
pub struct JoinIn {
    /// At least one adult, with an e-mail address or a telephone number.
    #[schema(min_items = 1, max_items = 10)]
    pub carers: Vec<CarerIn>,
    /// At least one child, born or expected.
    #[schema(max_items = 20)]
    pub children: Vec<ChildIn>,
    /// A UK postcode.
    #[schema(max_length = 20)]
    pub postcode: Option<String>,
    /// Why there is none; needed where there is none.
    pub postcode_reason: Option<PostcodeReason>,
    /// Where post goes: lines without the postcode.
    #[schema(max_length = 300)]
    pub address: Option<String>,
    /// The language of the information-sharing notice that was shown.
    #[schema(max_length = 20)]
    pub notice_language: Option<String>,
    /// Book without becoming a member; what is kept is deleted 30 days after the session.
    #[serde(default)]
    pub guest: bool,
    /// The family said no before and asks to be a member again.
    #[serde(default)]
    pub rejoins: bool,
    /// A first booking on the way: made once the way of contact is confirmed.
    pub booking: Option<FirstIn>,
}

/// A first booking.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"session_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "adults": 1}))]
pub struct FirstIn {
    /// The session; every named child comes.
    pub session_id: SessionId,
    /// How many adults come; 1 where left out.
    #[schema(minimum = 0, maximum = 50)]
    pub adults: Option<i32>,
    /// What to do where the party does not fit; `wait` where left out.
    pub if_full: Option<IfFull>,
}

/// The same for every family, known or not: nothing has been done yet.
#[derive(Serialize, ToSchema)]
pub struct JoinedOut {
    /// The request; send it back with the code.
    pub request_id: JoinRequestId,
    /// What to do next.
    #[schema(example = "We have sent you a message. Press the button in it.")]
    pub message: &'static str,
}

/// The code of the message, typed in the same sitting.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"request_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "code": "1234 5678"}))]
pub struct JoinConfirmIn {
    /// The request that was answered when the family joined.
    pub request_id: JoinRequestId,
    /// Eight digits, good for 30 minutes.
    pub code: String,
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub struct JoinDoneOut {
    /// What became of the wish to be a member.
    pub membership: SignUp,
    /// How the first booking stands, if one was made.
    pub booking: Option<Status>,
    /// Why none was made, though one was asked for.
    pub not_booked: Option<NotBookedOut>,
}

/// Why no booking was made.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({"code": "session_full", "detail": "All places are taken."}))]
pub struct NotBookedOut {
    /// A code from the table of faults.
    pub code: String,
    /// What happened, and what to do.
    pub detail: String,
}

impl From<SignUpOutcome> for JoinDoneOut {
    fn from(outcome: SignUpOutcome) -> JoinDoneOut {
        let refused = |Refused { code, detail }| NotBookedOut { code, detail };
        JoinDoneOut {
            membership: outcome.sign_up,
            booking: outcome.booking,
            not_booked: outcome.refused.map(refused),
        }
    }
}

impl JoinIn {
    pub fn command(&self, today: chrono::NaiveDate) -> Result<Join, Fault> {
        for (child, at) in self.children.iter().zip(0..) {
            if child.id.is_some() {
                let detail = "Name the child; ids are for staff.";
                return Err(Fault::invalid(&format!("/children/{at}/id"), detail));
            }
        }
        let family = FamilyIn {
            carers: self.carers.clone(),
            children: self.children.clone(),
            postcode: self.postcode.clone(),
            postcode_reason: self.postcode_reason,
            address: self.address.clone(),
            guest: self.guest,
            rejoins: false,
            notice_language: self.notice_language.clone(),
            centre_id: None,
            target_groups: Vec::new(),
            reference: None,
        };
        let first = match &self.booking {
            Some(first) => Some(First {
                session_id: first.session_id.clone(),
                adults: adults(first.adults.unwrap_or(1))?,
                if_full: first.if_full.unwrap_or(IfFull::Wait),
            }),
            None => None,
        };
        let sign_up = SignUpRequest {
            family: family.command(today, FirstContact::Own)?,
            rejoins: self.rejoins,
            notice_language: self.notice_language.clone(),
        };
        Ok(Join { sign_up, first })
    }
}

fn adults(sent: i32) -> Result<i32, Fault> {
    match sent {
        0..=50 => Ok(sent),
        _ => Err(Fault::invalid("/booking/adults", "Use 0 to 50.")),
    }
}

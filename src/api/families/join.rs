//! Joining over REST, without a token.

use super::wire_in::{CarerIn, ChildIn, FamilyIn};
use crate::access::service::one_address;
use crate::base::fault::{Fault, Result};
use crate::base::id::{JoinRequestId, SessionId};
use crate::bookings::first::service::requests;
use crate::bookings::first::{First, Join, SignUpOutcome};
use crate::bookings::service::request::IfFull;
use crate::families::{FirstContact, PostcodeReason};
use crate::membership::sign_up::SignUpRequest;
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::post;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    JoinFaults: NotFound, TooManyAttempts, NotYetReleased, BookingsClosed, SessionCancelled,
        NoBookingNeeded, MembersOnly;
    ConfirmFaults: TooManyAttempts;
}

/// The answer to a caller who sent an address.
pub(crate) const LOOK_FOR_MAIL: &str = "We have sent you a message. Press the button in it, or type its \
                                 number here. Until then nothing is booked.";

/// The answer to a caller who sent only a number.
pub(crate) const WE_RING: &str =
    "We will ring you to ask if this is right. Until then nothing is booked.";

/// The answer to a caller who sent only a number, where texts are sent.
pub(crate) const WE_TEXT: &str =
    "We text you a number to type here, or we ring you. Until then nothing is booked.";

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(join_by_itself).service(confirm_join);
}

/// A family that joins by itself.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "carers": [{"name": "Amina Khan", "email": "amina@example.org"}],
    "children": [{"name": "Yusuf Khan", "born_on": "2024-05-14"}],
    "postcode": "M31 4FL", "notice_language": "en"
}))]
pub(crate) struct JoinIn {
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
    /// A session whose booking has not opened: the family is told when it does. Instead of
    /// `booking`.
    pub remind: Option<SessionId>,
}

/// A first booking.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"session_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "adults": 1}))]
pub(crate) struct FirstIn {
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
pub(crate) struct JoinedOut {
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
pub(crate) struct JoinConfirmIn {
    /// The request that was answered when the family joined.
    pub request_id: JoinRequestId,
    /// Eight digits, good for 30 minutes.
    pub code: String,
}

impl JoinIn {
    pub(crate) fn command(&self, today: chrono::NaiveDate) -> Result<Join> {
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
                adults: match first.adults.unwrap_or(1) {
                    adults @ 0..=50 => adults,
                    _ => return Err(Fault::invalid("/booking/adults", "Use 0 to 50.")),
                },
                if_full: first.if_full.unwrap_or(IfFull::Wait),
            }),
            None => None,
        };
        if self.remind.is_some() && self.booking.is_some() {
            return Err(Fault::invalid("/remind", "Send either booking or remind."));
        }
        let sign_up = SignUpRequest {
            family: family.command(today, FirstContact::Own)?,
            rejoins: self.rejoins,
            notice_language: self.notice_language.clone(),
        };
        Ok(Join { sign_up, first, remind: self.remind.clone() })
    }
}

/// Ask to join, and to book a first place on the way
///
/// Needs no token. Nothing is done yet, and the answer is the same for every family: a message asks
/// whether the address is its own. The button in it, or `POST /families/join/confirm` with its
/// code, does what was asked for. If only a telephone number is given, the code comes as a text where
/// texts are sent, else the centre rings. Requests
/// that are not confirmed within seven days are forgotten.
#[utoipa::path(tag = "membership", security(()), request_body = JoinIn,
    responses((status = 202, body = JoinedOut), JoinFaults))]
#[post("/families/join")]
async fn join_by_itself(api: Api, body: Body<JoinIn>) -> ApiResult {
    let address = one_address(api.address());
    api.write_public(body, move |tx, input| {
        let today = tx.today();
        let asked = requests::ask(tx, &input.command(today)?, &address)?;
        let message = match (asked.by_text, asked.to_ring) {
            (true, _) => WE_TEXT,
            (false, true) => WE_RING,
            (false, false) => LOOK_FOR_MAIL,
        };
        Ok(Answer::accepted(JoinedOut { request_id: asked.id, message }))
    })
    .await
}

/// Confirm the address with the code of the message
///
/// Needs no token. Does what was asked for and says what came of it; a second call says the same.
/// After five wrong codes only the link in the message works.
#[utoipa::path(tag = "membership", security(()), request_body = JoinConfirmIn,
    responses((status = 200, body = SignUpOutcome), ConfirmFaults))]
#[post("/families/join/confirm")]
async fn confirm_join(api: Api, body: Body<JoinConfirmIn>) -> ApiResult {
    let address = one_address(api.address());
    api.write_public(body, move |tx, input| {
        let done = requests::by_code(tx, &input.request_id, &input.code, &address)?;
        Ok(Answer::ok(done.outcome))
    })
    .await
}

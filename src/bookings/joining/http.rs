//! Joining over REST, without a token.

use super::service::{self, First, Join};
use crate::access::service::one_address;
use crate::bookings::Status;
use crate::bookings::service::book::IfFull;
use crate::families::service::today;
use crate::families::{Channel, PostcodeReason};
use crate::fault::Fault;
use crate::id::SessionId;
use crate::membership::families_in_wire::{CarerIn, ChildIn, FamilyIn};
use crate::web::{Answer, Api, Body, faults};
use actix_web::{HttpResponse, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    JoinFaults: TooManyAttempts, NotYetReleased, BookingsClosed, SessionCancelled, OutsideAgeRange,
        PartyTooLarge, SessionFull, NoBookingNeeded;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(join_by_itself);
}

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
    pub carers: Vec<CarerIn>,
    /// At least one child, born or expected.
    pub children: Vec<ChildIn>,
    /// A UK postcode.
    pub postcode: Option<String>,
    /// Why there is none; needed where there is none.
    pub postcode_reason: Option<PostcodeReason>,
    /// Where post goes: lines without the postcode.
    pub address: Option<String>,
    /// The language of the information-sharing notice that was shown.
    pub notice_language: Option<String>,
    /// Book without becoming a member; what is kept is deleted 30 days after the session.
    #[serde(default)]
    pub guest: bool,
    /// A first booking on the way: it stands at once.
    pub booking: Option<FirstIn>,
}

/// A first booking.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"session_id": "0198ca", "adults": 1}))]
pub struct FirstIn {
    /// The session; every named child comes.
    #[schema(value_type = String)]
    pub session_id: SessionId,
    /// How many adults come; 1 where left out.
    #[schema(minimum = 0, maximum = 50)]
    pub adults: Option<i32>,
    /// What to do where the party does not fit; `wait` where left out.
    pub if_full: Option<IfFull>,
}

/// The same for every family, known or not.
#[derive(Serialize, ToSchema)]
pub struct JoinedOut {
    /// What to do next.
    #[schema(example = "Thank you. We have sent you a message. Please open the link in it.")]
    pub message: &'static str,
    /// How the first booking stands, if one was asked for.
    pub booking: Option<Status>,
}

impl JoinIn {
    pub fn command(&self, address: &str, today: chrono::NaiveDate) -> Result<Join, Fault> {
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
        };
        let first = match &self.booking {
            Some(first) => Some(First {
                session_id: first.session_id.clone(),
                adults: adults(first.adults.unwrap_or(1))?,
                if_full: first.if_full.unwrap_or(IfFull::Wait),
            }),
            None => None,
        };
        Ok(Join {
            family: family.command(today, Channel::Own)?,
            notice_language: self.notice_language.clone(),
            first,
            address: address.to_owned(),
        })
    }
}

fn adults(sent: i32) -> Result<i32, Fault> {
    match sent {
        0..=50 => Ok(sent),
        _ => Err(Fault::invalid("/booking/adults", "Use 0 to 50.")),
    }
}

/// Join, and book a first place on the way
///
/// Asks no token. The answer is the same whether or not the family is known. The family is a member
/// at once; a message asks it to confirm how to reach it within seven days.
#[utoipa::path(tag = "membership", security(()), request_body = JoinIn,
    responses((status = 202, body = JoinedOut), JoinFaults))]
#[post("/families/join")]
async fn join_by_itself(api: Api, body: Body<JoinIn>) -> Result<HttpResponse, Fault> {
    let address = one_address(api.address());
    api.write_public(body, move |tx, input| {
        let today = today(tx);
        let booking = service::join(tx, &input.command(&address, today)?)?;
        let message = "Thank you. We have sent you a message. Please open the link in it.";
        Ok(Answer::accepted(JoinedOut { message, booking }))
    })
    .await
}

//! Joining over REST, without a token.

pub(crate) mod wire;

use crate::access::service::one_address;
use crate::base::fault::Fault;
use crate::bookings::first::service::requests;
use crate::web::{Answer, Api, Body, faults};
use actix_web::{HttpResponse, post};
use utoipa_actix_web::service_config::ServiceConfig;
use wire::{JoinConfirmIn, JoinDoneOut, JoinIn, JoinedOut};

faults! {
    JoinFaults: NotFound, TooManyAttempts, NotYetReleased, BookingsClosed, SessionCancelled,
        NoBookingNeeded, MembersOnly;
    ConfirmFaults: TooManyAttempts;
}

/// The answer to a caller who sent an address.
pub const LOOK_FOR_MAIL: &str = "We have sent you a message. Press the button in it, or type its \
                                 number here. Until then nothing is booked.";

/// The answer to a caller who sent only a number.
pub const WE_RING: &str = "We will ring you to ask if this is right. Until then nothing is booked.";

pub fn routes(config: &mut ServiceConfig) {
    config.service(join_by_itself).service(confirm_join);
}

/// Ask to join, and to book a first place on the way
///
/// Needs no token. Nothing is done yet, and the answer is the same for every family: a message asks
/// whether the address is its own. The button in it, or `POST /families/join/confirm` with its
/// code, does what was asked for. If only a telephone number is given, the centre rings. Requests
/// that are not confirmed within seven days are forgotten.
#[utoipa::path(tag = "membership", security(()), request_body = JoinIn,
    responses((status = 202, body = JoinedOut), JoinFaults))]
#[post("/families/join")]
async fn join_by_itself(api: Api, body: Body<JoinIn>) -> Result<HttpResponse, Fault> {
    let address = one_address(api.address());
    api.write_public(body, move |tx, input| {
        let today = tx.today();
        let asked = requests::ask(tx, &input.command(today)?, &address)?;
        let message = if asked.to_ring { WE_RING } else { LOOK_FOR_MAIL };
        Ok(Answer::accepted(JoinedOut { request_id: asked.id, message }))
    })
    .await
}

/// Confirm the address with the code of the message
///
/// Needs no token. Does what was asked for and says what came of it; a second call says the same.
/// After five wrong codes only the link in the message works.
#[utoipa::path(tag = "membership", security(()), request_body = JoinConfirmIn,
    responses((status = 200, body = JoinDoneOut), ConfirmFaults))]
#[post("/families/join/confirm")]
async fn confirm_join(api: Api, body: Body<JoinConfirmIn>) -> Result<HttpResponse, Fault> {
    let address = one_address(api.address());
    api.write_public(body, move |tx, input| {
        let done = requests::by_code(tx, &input.request_id, &input.code, &address)?;
        Ok(Answer::ok(JoinDoneOut::from(done)))
    })
    .await
}

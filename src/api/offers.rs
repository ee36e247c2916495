//! Answering an offer of a place, over REST.

use super::bookings::out;
use super::bookings::wire::BookingOut;
use crate::access::Act;
use crate::base::id::OfferId;
use crate::bookings::service::answer;
use crate::web::{Api, ApiResult, Body, Nothing, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;

faults! {
    OfferFaults: OfferEnded, ClashingBooking, OverLimit, MembersOnly;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(accept_offer).service(decline_offer);
}

/// Accept an offer
///
/// Repeating it changes nothing.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = inline(OfferId), Path, description = "The offer.")),
    responses((status = 200, body = BookingOut), OfferFaults))]
#[post("/offers/{id}/accept")]
async fn accept_offer(api: Api, id: Path<OfferId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::AnswerOffer, body, move |tx, _| {
        let booking = answer::accept(tx, &id)?;
        out(tx, booking)
    })
    .await
}

/// Decline an offer
///
/// The place goes to the next family; this one is no longer waiting.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = inline(OfferId), Path, description = "The offer.")),
    responses((status = 200, body = BookingOut), OfferFaults))]
#[post("/offers/{id}/decline")]
async fn decline_offer(api: Api, id: Path<OfferId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::AnswerOffer, body, move |tx, _| {
        let booking = answer::decline(tx, &id)?;
        out(tx, booking)
    })
    .await
}

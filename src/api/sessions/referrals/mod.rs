//! Referrals over REST: made and withdrawn. Their list, with the outcome of each, is read in
//! `attendance`, which knows the registers.

pub(crate) mod wire;

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::SessionId;
use crate::bookings::Referral;
use crate::bookings::service::refer;
use crate::db::{Lane, Tx};
use crate::families::statements;
use crate::sessions::store::planned;
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;
use wire::{ReferralIn, ReferralOut};

faults! {
    ReferFaults: ReferralWindow, NotAgreed, BookingsClosed, SessionCancelled, NoBookingNeeded,
        OutsideAgeRange, PartyTooLarge, SessionFull, InvalidMembershipNumber;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(refer_family);
}

pub(crate) fn taken(tx: &mut Tx, referral: Referral) -> Result<ReferralOut> {
    let stated = match &referral.statement_id {
        Some(id) => {
            let statement = statements::store::statement(tx, id)?;
            let said = statements::service::said(&statement)?;
            (statement.reference, Some(said))
        }
        None => (None, None),
    };
    let planned = planned(tx, &referral.session_id)?;
    Ok(ReferralOut::new(referral, stated, &planned))
}

/// Refer a family
///
/// With the family's agreement. The answer is what an unknown party of that size would get:
/// `booked` where it fits, else `waiting`. The outcome is in `GET /referrals`. Referring the same
/// family to the same session again gives the same referral.
#[utoipa::path(tag = "bookings", request_body = ReferralIn,
    params(("id" = String, Path, description = "The session.")),
    responses((status = 201, body = ReferralOut), ReferFaults))]
#[post("/sessions/{id}/referrals")]
async fn refer_family(api: Api, id: Path<SessionId>, body: Body<ReferralIn>) -> ApiResult {
    let one_date = body.read.as_ref().is_ok_and(|input| input.or_sessions.is_empty());
    let lane = one_date.then(|| Lane::of(&id));
    api.in_lane(lane)
        .write(Act::Refer, body, move |tx, input| {
            let today = tx.today();
            let referral = refer::refer(tx, &input.command(&id, today)?)?;
            Ok(Answer::created(taken(tx, referral)?))
        })
        .await
}

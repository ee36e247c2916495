//! Referrals over REST: made and withdrawn. Their list, with the outcome of each, is read in
//! `attendance`, which knows the registers.

use super::Referral;
use super::referrals_wire::{REASONS, ReferralIn, ReferralOut};
use super::service::{refer, withdraw};
use crate::access::Act;
use crate::db::Tx;
use crate::families::statements;
use crate::fault::Fault;
use crate::id::{ReferralId, SessionId};
use crate::web::{Answer, Api, Body, List, Nothing, faults};
use actix_web::{HttpResponse, get, post, web::Path};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    ReferFaults: ReferralWindow, NotAgreed, BookingsClosed, SessionCancelled, NoBookingNeeded,
        OutsideAgeRange, PartyTooLarge, SessionFull, InvalidMembershipNumber;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(refer_family).service(withdraw_own_referral).service(list_referral_reasons);
}

fn out(tx: &mut Tx, referral: Referral) -> Result<ReferralOut, Fault> {
    let reference = match &referral.statement_id {
        Some(id) => statements::store::statement(tx, id)?.reference,
        None => None,
    };
    Ok(ReferralOut::new(referral, reference))
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
async fn refer_family(
    api: Api,
    id: Path<SessionId>,
    body: Body<ReferralIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::Refer, body, move |tx, input| {
        let today = tx.today();
        let referral = refer::refer(tx, &input.command(&id, today)?)?;
        Ok(Answer::created(out(tx, referral)?))
    })
    .await
}

/// Withdraw a referral of your team
///
/// Repeating it changes nothing. A place that only this referral brought is given up.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = String, Path, description = "The referral.")),
    responses((status = 200, body = ReferralOut)))]
#[post("/referrals/{id}/withdraw")]
async fn withdraw_own_referral(
    api: Api,
    id: Path<ReferralId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::WithdrawReferral, body, move |tx, _| {
        let referral = withdraw::withdraw_own(tx, &id)?;
        Ok(Answer::ok(out(tx, referral)?))
    })
    .await
}

/// A reason for a referral.
#[derive(Serialize, ToSchema)]
pub struct ReasonOut {
    /// What to send.
    #[schema(example = "isolated")]
    pub code: String,
    /// What it means.
    #[schema(example = "Isolated or new to the area")]
    pub label: String,
}

/// List the reasons for a referral
#[utoipa::path(tag = "bookings", responses((status = 200, body = List<ReasonOut>)))]
#[get("/referral-reasons")]
async fn list_referral_reasons(api: Api) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeSelf, |_| {
        let reason = |(code, label): &(&str, &str)| ReasonOut {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
        };
        Ok(Answer::ok(List { items: REASONS.iter().map(reason).collect(), next: None }))
    })
    .await
}

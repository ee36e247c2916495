//! A team's referrals and what became of them, over REST.

use super::sessions::referrals::taken;
use super::sessions::referrals::wire::{ReferralOut, ReferralOutcome};
use crate::access::Act;
use crate::attendance::referrals::{Became, service};
use crate::base::id::ReferralId;
use crate::bookings::service::withdraw;
use crate::mail::OutcomeResult;
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_referrals).service(get_referral).service(withdraw_own_referral);
}

fn out(became: Became) -> ReferralOut {
    let outcome = became.outcome.map(|result| match result {
        OutcomeResult::PlaceGiven | OutcomeResult::Came | OutcomeResult::DidNotCome => {
            ReferralOutcome::PlaceGiven
        }
        OutcomeResult::NoPlace => ReferralOutcome::NoPlace,
        OutcomeResult::NotTaken => ReferralOutcome::NotTaken,
    });
    let shown = ReferralOut::new(became.referral, became.reference);
    ReferralOut { outcome, came: became.came, ..shown }
}

/// List the team's referrals
///
/// The newest first, with what became of each.
#[utoipa::path(tag = "bookings", params(Paging),
    responses((status = 200, body = List<ReferralOut>)))]
#[get("/referrals")]
async fn list_referrals(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeReferrals, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = service::list(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.referral.id.to_string(), out)))
    })
    .await
}

/// Get one of the team's referrals
#[utoipa::path(tag = "bookings", params(("id" = String, Path, description = "The referral.")),
    responses((status = 200, body = ReferralOut)))]
#[get("/referrals/{id}")]
async fn get_referral(api: Api, id: Path<ReferralId>) -> ApiResult {
    api.read(Act::SeeReferrals, move |tx| Ok(Answer::ok(out(service::one(tx, &id)?)))).await
}

/// Withdraw a referral of your team
///
/// Repeating it changes nothing. A place that only this referral brought is given up.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = String, Path, description = "The referral.")),
    responses((status = 200, body = ReferralOut)))]
#[post("/referrals/{id}/withdraw")]
async fn withdraw_own_referral(api: Api, id: Path<ReferralId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::WithdrawReferral, body, move |tx, _| {
        let referral = withdraw::withdraw_own(tx, &id)?;
        Ok(Answer::ok(taken(tx, referral)?))
    })
    .await
}

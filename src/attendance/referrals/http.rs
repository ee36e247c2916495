//! A team's referrals and what became of them, over REST.

use super::{Became, service};
use crate::access::Act;
use crate::bookings::referrals_wire::{ReferralOut, ReferralOutcome};
use crate::fault::Fault;
use crate::id::ReferralId;
use crate::mail::OutcomeResult;
use crate::web::{Answer, Api, List, Paging, Query};
use actix_web::{HttpResponse, get, web::Path};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_referrals).service(get_referral);
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
async fn list_referrals(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
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
async fn get_referral(api: Api, id: Path<ReferralId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeReferrals, move |tx| Ok(Answer::ok(out(service::one(tx, &id)?)))).await
}

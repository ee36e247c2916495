//! A team's referrals and what became of them, over REST.

use super::sessions::referrals::taken;
use super::sessions::referrals::wire::{ReferralOut, ReferralOutcome};
use crate::access::Act;
use crate::attendance::referrals::{Became, ReferralList, ReferralState, service};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::ReferralId;
use crate::bookings::BookingTime;
use crate::bookings::service::withdraw;
use crate::mail::OutcomeResult;
use crate::web::{
    Answer, Api, ApiResult, Body, List, Logged, Nothing, Paging, Query, ServiceConfig,
};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_referrals).service(get_referral).service(withdraw_own_referral);
}

/// Which referrals to list.
#[derive(Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReferralQuery {
    /// The family's names, birth date or postcode as your team gave them, or your own reference:
    /// each word may be the beginning of one.
    #[param(max_length = 200, example = "khan")]
    pub q: Option<String>,
    /// Only those in this state.
    #[param(inline, example = "waiting")]
    pub state: Option<ReferralState>,
    /// Only those whose session is still to come, or over.
    #[param(inline, example = "to_come")]
    pub time: Option<BookingTime>,
}

/// The longest search line, as the description of the parameter has it.
const LONGEST_LINE: usize = 200;

impl ReferralQuery {
    pub(crate) fn wanted(&self) -> Result<ReferralList> {
        let line = self.q.clone().unwrap_or_default();
        if line.chars().count() > LONGEST_LINE {
            let detail = format!("Search for at most {LONGEST_LINE} characters.");
            return Err(Fault::invalid("/q", detail));
        }
        Ok(ReferralList { line, state: self.state, time: self.time })
    }
}

/// The line in the log that reading these leaves: they name families.
pub(crate) fn read(became: &[Became]) -> Logged {
    let ids = became.iter().filter_map(|one| one.referral.statement_id.as_ref());
    let ids: Vec<&str> = ids.map(|id| id.as_str()).collect();
    let families = became.iter().map(|one| one.family.clone()).collect();
    let detail = json!({ "statements": ids });
    Logged { families, detail, ..Logged::of(Event::ListFamilies, "") }
}

pub(crate) fn out(became: Became) -> ReferralOut {
    let outcome = became.outcome.map(|result| match result {
        OutcomeResult::PlaceGiven | OutcomeResult::Came | OutcomeResult::DidNotCome => {
            ReferralOutcome::PlaceGiven
        }
        OutcomeResult::NoPlace => ReferralOutcome::NoPlace,
        OutcomeResult::NotTaken => ReferralOutcome::NotTaken,
    });
    let stated = (became.reference, became.said);
    let shown = ReferralOut::new(became.referral, stated, &became.planned);
    ReferralOut { outcome, came: became.came, ..shown }
}

/// List the team's referrals
///
/// The newest first, with what became of each, named as your team named the family.
#[utoipa::path(tag = "bookings", params(ReferralQuery, Paging),
    responses((status = 200, body = List<ReferralOut>)))]
#[get("/referrals")]
async fn list_referrals(api: Api, query: Query<ReferralQuery>, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeReferrals, move |tx| {
        let (wanted, paging) = (query.read()?.wanted()?, paging.read()?);
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = service::list(tx, &wanted, after, paging.rows())?;
        let logged = read(rows.get(..paging.limit()).unwrap_or(&rows));
        let page = paging.page(rows, |row| row.referral.id.to_string(), out);
        Ok((Answer::ok(page), logged))
    })
    .await
}

/// Get one of the team's referrals
#[utoipa::path(tag = "bookings", params(("id" = String, Path, description = "The referral.")),
    responses((status = 200, body = ReferralOut)))]
#[get("/referrals/{id}")]
async fn get_referral(api: Api, id: Path<ReferralId>) -> ApiResult {
    api.read(Act::SeeReferrals, move |tx| {
        let one = service::one(tx, &id)?;
        let logged = read(std::slice::from_ref(&one));
        Ok((Answer::ok(out(one)), logged))
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
async fn withdraw_own_referral(api: Api, id: Path<ReferralId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::WithdrawReferral, body, move |tx, _| {
        let referral = withdraw::withdraw_own(tx, &id)?;
        Ok(Answer::ok(taken(tx, referral)?))
    })
    .await
}

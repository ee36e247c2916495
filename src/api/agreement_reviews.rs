//! Agreements due for review, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::partners::agreements::service;
use crate::web::{Answer, Api, ApiResult, List, Query, ServiceConfig};
use actix_web::get;
use serde::Deserialize;
use utoipa::IntoParams;

/// Days ahead that are looked at where the caller does not say.
const REVIEW_DAYS: u64 = 60;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_agreement_reviews);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ReviewQuery {
    /// How many days ahead; 60 where not given.
    #[param(minimum = 0, maximum = 3660, example = 60)]
    within_days: Option<u64>,
}

/// List agreements to be reviewed
///
/// Of all partners, the soonest first: those not ended whose review is due within some days or has
/// passed. A newer agreement for the same purpose takes the older off the list.
#[utoipa::path(tag = "partners", params(ReviewQuery),
    responses((status = 200, body = List<service::Review>)))]
#[get("/agreement-reviews")]
async fn list_agreement_reviews(api: Api, query: Query<ReviewQuery>) -> ApiResult {
    api.read(Act::SeePartnerReports, move |tx| {
        let within = query.read()?.within_days.unwrap_or(REVIEW_DAYS);
        if within > 3660 {
            return Err(Fault::invalid("/within_days", "Use 0 to 3660."));
        }
        Ok(Answer::ok(List { items: service::reviews(tx, within)?, next: None }))
    })
    .await
}

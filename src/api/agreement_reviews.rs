//! Agreements due for review, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{AgreementId, PartnerId};
use crate::partners::agreements::{AgreementPurpose, service};
use crate::web::{Answer, Api, List, Query};
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Days ahead that are looked at where the caller does not say.
const REVIEW_DAYS: u64 = 60;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_agreement_reviews);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ReviewQuery {
    /// How many days ahead; 60 where not given.
    #[param(minimum = 0, maximum = 3660, example = 60)]
    within_days: Option<u64>,
}

/// An agreement to review.
#[derive(Serialize, ToSchema)]
pub struct AgreementReviewOut {
    /// The agreement.
    pub agreement_id: AgreementId,
    /// The partner.
    pub partner_id: PartnerId,
    /// The partner's name.
    #[schema(example = "Trafford health visitors")]
    pub partner: String,
    /// What the data may be used for.
    pub purpose: AgreementPurpose,
    /// When it is reviewed.
    pub review_on: NaiveDate,
    /// Whether that day has passed.
    pub overdue: bool,
    /// Until this day; from the next day, feeds are refused.
    pub last_day: NaiveDate,
}

impl From<service::Review> for AgreementReviewOut {
    fn from(review: service::Review) -> AgreementReviewOut {
        let service::Review { agreement, partner, overdue } = review;
        AgreementReviewOut {
            agreement_id: agreement.id,
            partner_id: agreement.partner_id,
            partner,
            purpose: agreement.purpose,
            review_on: agreement.review_on,
            overdue,
            last_day: agreement.last_day,
        }
    }
}

/// List agreements to be reviewed
///
/// Of all partners, the soonest first: those not ended whose review is due within some days or has
/// passed. A newer agreement for the same purpose takes the older off the list.
#[utoipa::path(tag = "partners", params(ReviewQuery),
    responses((status = 200, body = List<AgreementReviewOut>)))]
#[get("/agreement-reviews")]
async fn list_agreement_reviews(
    api: Api,
    query: Query<ReviewQuery>,
) -> Result<HttpResponse, Fault> {
    api.read(Act::SeePartnerReports, move |tx| {
        let within = query.read()?.within_days.unwrap_or(REVIEW_DAYS);
        if within > 3660 {
            return Err(Fault::invalid("/within_days", "Use 0 to 3660."));
        }
        let items = service::reviews(tx, within)?;
        let items = items.into_iter().map(AgreementReviewOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

//! The reasons a referral may give, over REST.

use super::sessions::referrals::wire::REASONS;
use crate::access::Act;
use crate::web::{Answer, Api, ApiResult, List, ServiceConfig};
use actix_web::get;
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_referral_reasons);
}

/// A reason for a referral.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReasonOut {
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
async fn list_referral_reasons(api: Api) -> ApiResult {
    api.read(Act::SeeSelf, |_| {
        let reason = |(code, label): &(&str, &str)| ReasonOut {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
        };
        Ok(Answer::ok(List { items: REASONS.iter().map(reason).collect(), next: None }))
    })
    .await
}

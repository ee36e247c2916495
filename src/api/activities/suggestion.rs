//! What an activity's past sessions suggest, over REST.

use crate::access::Act;
use crate::base::id::ActivityId;
use crate::reports::suggestion::SuggestionReport;
use crate::reports::suggestion::service::of_activity;
use crate::web::{Answer, Api, ApiResult, ServiceConfig};
use actix_web::get;
use actix_web::web::Path;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(suggest_release);
}

/// Suggest an activity's referral window and priority places
///
/// From its sessions in the last 12 months: referral places used, how fast they filled, who did not
/// get a place, who cancelled late or did not come. Nothing is changed.
#[utoipa::path(tag = "reports", params(("id" = inline(ActivityId), Path, description = "The activity.")),
    responses((status = 200, body = SuggestionReport)))]
#[get("/activities/{id}/suggestion")]
async fn suggest_release(api: Api, id: Path<ActivityId>) -> ApiResult {
    api.read(Act::SeeReports, move |tx| Ok(Answer::ok(of_activity(tx, &id)?))).await
}

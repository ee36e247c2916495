//! The forecast of a session over REST.

use crate::access::Act;
use crate::base::id::SessionId;
use crate::reports::forecast::ForecastReport;
use crate::reports::forecast::service::of_session;
use crate::web::{Answer, Api, ApiResult, ServiceConfig, faults};
use actix_web::get;
use actix_web::web::Path;

faults! {
    ForecastFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(forecast_session);
}

/// Forecast the balance of a session
///
/// Places taken by people in a target group, in none, and unknown; and how many of the free places
/// must go to the target group for a majority. For staff who may see the waiting order.
#[utoipa::path(tag = "reports", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = ForecastReport), ForecastFaults))]
#[get("/sessions/{id}/forecast")]
async fn forecast_session(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::SeeLine, move |tx| Ok(Answer::ok(of_session(tx, &id)?))).await
}

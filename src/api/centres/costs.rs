//! What a centre's sessions cost, over REST.

use crate::access::Act;
use crate::base::id::CentreId;
use crate::reports::costs::{CostEntry, service};
use crate::web::{Answer, Api, ApiResult, Body, List, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, put};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_costs).service(enter_costs);
}

/// List a centre's costs
#[utoipa::path(tag = "reports", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = List<CostEntry>)))]
#[get("/centres/{id}/costs")]
async fn list_costs(api: Api, id: Path<CentreId>) -> ApiResult {
    api.read(Act::SeeReports, move |tx| {
        Ok(Answer::ok(List { items: service::entries(tx, &id)?, next: None }))
    })
    .await
}

/// Enter a centre's costs
///
/// For a period such as a financial year. An entry with the same first day is replaced; overlapping
/// another entry is refused. The response lists all entries.
#[utoipa::path(tag = "reports", request_body = CostEntry,
    params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = List<CostEntry>)))]
#[put("/centres/{id}/costs")]
async fn enter_costs(api: Api, id: Path<CentreId>, body: Body<CostEntry>) -> ApiResult {
    api.write(Act::KeepReach, body, move |tx, input| {
        Ok(Answer::ok(List { items: service::enter(tx, &id, input)?, next: None }))
    })
    .await
}

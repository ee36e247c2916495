//! What a centre's sessions cost, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::CentreId;
use crate::reports::costs::CostEntry;
use crate::reports::costs::service;
use crate::web::{Answer, Api, Body, List};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, put};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_costs).service(enter_costs);
}

/// What a centre cost over a period.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"from": "2026-04-01", "until": "2027-03-31", "pence": 18500000}))]
pub struct CostInOut {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// The total cost, in pence.
    #[schema(minimum = 0, maximum = 100_000_000_000_i64)]
    pub pence: i64,
}

impl From<CostEntry> for CostInOut {
    fn from(entry: CostEntry) -> CostInOut {
        CostInOut { from: entry.from, until: entry.until, pence: entry.pence }
    }
}

fn listed(entries: Vec<CostEntry>) -> Answer<List<CostInOut>> {
    let items = entries.into_iter().map(CostInOut::from).collect();
    Answer::ok(List { items, next: None })
}

/// List a centre's costs
#[utoipa::path(tag = "reports", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = List<CostInOut>)))]
#[get("/centres/{id}/costs")]
async fn list_costs(api: Api, id: Path<CentreId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeReports, move |tx| Ok(listed(service::entries(tx, &id)?))).await
}

/// Enter a centre's costs
///
/// For a period such as a financial year. An entry with the same first day is replaced; overlapping
/// another entry is refused. The response lists all entries.
#[utoipa::path(tag = "reports", request_body = CostInOut,
    params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = List<CostInOut>)))]
#[put("/centres/{id}/costs")]
async fn enter_costs(
    api: Api,
    id: Path<CentreId>,
    body: Body<CostInOut>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::KeepReach, body, move |tx, input| {
        let entry = CostEntry { from: input.from, until: input.until, pence: input.pence };
        Ok(listed(service::enter(tx, &id, &entry)?))
    })
    .await
}

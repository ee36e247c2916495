//! Registers over REST, as a list.

use crate::access::Act;
use crate::attendance::incomplete::service::{cursor_of, list};
use crate::attendance::incomplete::{RegisterListed, RegistersQuery};
use crate::web::{Answer, Api, ApiResult, List, Paging, Query, ServiceConfig};
use actix_web::get;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_registers);
}

/// List the registers of sessions that have begun
///
/// Sorted by end, oldest first; from today unless you say otherwise.
#[utoipa::path(tag = "attendance", params(RegistersQuery),
    responses((status = 200, body = List<RegisterListed>)))]
#[get("/registers")]
async fn list_registers(api: Api, query: Query<RegistersQuery>) -> ApiResult {
    api.read(Act::SeeRegister, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: None };
        let rows = list(tx, &query, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, cursor_of, |register| register)))
    })
    .await
}

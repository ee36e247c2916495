//! Direct support to settings over REST.

use crate::access::Act;
use crate::base::id::SettingSupportId;
use crate::contacts::supports::{GivenSupport, Support, SupportsQuery, service};
use crate::web::{
    Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};

faults! {
    WithdrawFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_supports).service(record_support).service(withdraw_support);
}

/// List direct support to settings
///
/// Current support, in the order it was recorded.
#[utoipa::path(tag = "contacts", params(SupportsQuery),
    responses((status = 200, body = List<Support>)))]
#[get("/setting-supports")]
async fn list_supports(api: Api, query: Query<SupportsQuery>) -> ApiResult {
    api.read(Act::SeeContacts, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: None };
        let rows = service::list(tx, &query, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), |row| row)))
    })
    .await
}

/// Record direct support to a setting
///
/// A case meeting, training of its staff, or a clinic for its parents. This is the evidence for
/// counting the setting's children as in contact.
#[utoipa::path(tag = "contacts", request_body = GivenSupport,
    responses((status = 201, body = Support)))]
#[post("/setting-supports")]
async fn record_support(api: Api, body: Body<GivenSupport>) -> ApiResult {
    api.write(Act::RecordContact, body, |tx, input| {
        Ok(Answer::created(service::record(tx, input)?))
    })
    .await
}

/// Withdraw support that was recorded by mistake
#[utoipa::path(tag = "contacts", request_body = Nothing,
    params(("id" = inline(SettingSupportId), Path, description = "The support.")),
    responses((status = 200, body = Support), WithdrawFaults))]
#[post("/setting-supports/{id}/withdraw")]
async fn withdraw_support(api: Api, id: Path<SettingSupportId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::RecordContact, body, move |tx, _| Ok(Answer::ok(service::withdraw(tx, &id)?)))
        .await
}

//! Agreements over REST, for an administrator; which are due for review, for managers too.

use crate::access::Act;
use crate::base::id::{AgreementId, PartnerId};
use crate::partners::agreements::Agreement;
use crate::partners::agreements::service::{self, RecordAgreement};
use crate::web::{Answer, Api, ApiResult, Body, List, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_agreements).service(record_agreement).service(end_agreement);
}

/// Until when an agreement is in force.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"last_day": "2027-01-31"}))]
pub(crate) struct EndAgreementIn {
    /// The last day on which feeds are taken.
    pub last_day: NaiveDate,
}

/// List the agreements with a partner
///
/// Newest first, including those that have ended.
#[utoipa::path(tag = "partners", params(("id" = inline(PartnerId), Path, description = "The partner.")),
    responses((status = 200, body = List<Agreement>)))]
#[get("/partners/{id}/agreements")]
async fn list_agreements(api: Api, id: Path<PartnerId>) -> ApiResult {
    api.read(Act::ManagePartners, move |tx| {
        Ok(Answer::ok(List { items: service::list(tx, &id)?, next: None }))
    })
    .await
}

/// Record an agreement
///
/// It is never changed: a new agreement is recorded instead.
#[utoipa::path(tag = "partners", params(("id" = inline(PartnerId), Path, description = "The partner.")),
    request_body = RecordAgreement, responses((status = 201, body = Agreement)))]
#[post("/partners/{id}/agreements")]
async fn record_agreement(api: Api, id: Path<PartnerId>, body: Body<RecordAgreement>) -> ApiResult {
    api.write(Act::ManagePartners, body, move |tx, input| {
        Ok(Answer::created(service::record(tx, &id, input)?))
    })
    .await
}

/// End an agreement before its time
#[utoipa::path(tag = "partners",
    params(("id" = inline(PartnerId), Path, description = "The partner."),
        ("agreement_id" = inline(AgreementId), Path, description = "The agreement.")),
    request_body = EndAgreementIn, responses((status = 200, body = Agreement)))]
#[post("/partners/{id}/agreements/{agreement_id}/end")]
async fn end_agreement(
    api: Api,
    path: Path<(PartnerId, AgreementId)>,
    body: Body<EndAgreementIn>,
) -> ApiResult {
    api.write(Act::ManagePartners, body, move |tx, input| {
        let (partner, id) = path.as_ref();
        Ok(Answer::ok(service::end(tx, partner, id, input.last_day)?))
    })
    .await
}

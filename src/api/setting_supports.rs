//! Direct support to settings over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, PartnerId, SettingSupportId};
use crate::base::moment::Moment;
use crate::contacts::supports::service::{self, Give};
use crate::contacts::supports::store::SupportFilter;
use crate::contacts::supports::{Support, SupportKind};
use crate::web::{Answer, Api, Body, List, Nothing, Paging, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    WithdrawFaults: NoLongerOpen;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_supports).service(record_support).service(withdraw_support);
}

/// Direct support by a centre to a setting.
#[derive(Serialize, ToSchema)]
pub struct SupportOut {
    /// Opaque.
    pub id: SettingSupportId,
    /// The setting.
    pub partner_id: PartnerId,
    /// The centre that gave it.
    pub centre_id: CentreId,
    /// What kind it was.
    pub kind: SupportKind,
    /// When it was.
    pub on_day: NaiveDate,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Moment>,
}

impl From<Support> for SupportOut {
    fn from(support: Support) -> SupportOut {
        SupportOut {
            id: support.id,
            partner_id: support.partner_id,
            centre_id: support.centre_id,
            kind: support.kind,
            on_day: support.on_day,
            recorded_at: support.recorded_at,
            withdrawn_at: support.withdrawn_at,
        }
    }
}

/// Support to record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "partner_id": "0198c0de00007000800000000000000a", "kind": "case_meeting",
    "on_day": "2026-11-16"
}))]
pub struct SupportIn {
    /// The setting: a partner that is a nursery, a childminder or a school.
    pub partner_id: PartnerId,
    /// The centre that gave it; left out, your own.
    pub centre_id: Option<CentreId>,
    /// What kind it was.
    pub kind: SupportKind,
    /// When it was; not in the future.
    pub on_day: NaiveDate,
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SupportsQuery {
    /// Only to this setting.
    pub partner_id: Option<PartnerId>,
    /// Only by this centre. Default: all your centres.
    pub centre_id: Option<CentreId>,
    /// On this day or later.
    pub from: Option<NaiveDate>,
    /// On this day or earlier.
    pub to: Option<NaiveDate>,
    /// The page size, 1 to 500. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
}

/// List direct support to settings
///
/// Current support, in the order it was recorded.
#[utoipa::path(tag = "contacts", params(SupportsQuery),
    responses((status = 200, body = List<SupportOut>)))]
#[get("/setting-supports")]
async fn list_supports(api: Api, query: Query<SupportsQuery>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeContacts, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: query.after.clone() };
        let filter = SupportFilter {
            partner: query.partner_id.clone(),
            centres: None,
            from: query.from,
            to: query.to,
            after: query.after.clone().unwrap_or_default(),
            rows: paging.rows(),
        };
        let rows = service::list(tx, query.centre_id.as_ref(), filter)?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), SupportOut::from)))
    })
    .await
}

/// Record direct support to a setting
///
/// A case meeting, training of its staff, or a clinic for its parents. This is the evidence for
/// counting the setting's children as in contact.
#[utoipa::path(tag = "contacts", request_body = SupportIn,
    responses((status = 201, body = SupportOut)))]
#[post("/setting-supports")]
async fn record_support(api: Api, body: Body<SupportIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, |tx, input| {
        let give = Give {
            partner: input.partner_id.clone(),
            centre: input.centre_id.clone(),
            kind: input.kind,
            on_day: input.on_day,
        };
        Ok(Answer::created(SupportOut::from(service::record(tx, &give)?)))
    })
    .await
}

/// Withdraw support that was recorded by mistake
#[utoipa::path(tag = "contacts", request_body = Nothing,
    params(("id" = inline(SettingSupportId), Path, description = "The support.")),
    responses((status = 200, body = SupportOut), WithdrawFaults))]
#[post("/setting-supports/{id}/withdraw")]
async fn withdraw_support(
    api: Api,
    id: Path<SettingSupportId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, move |tx, _| {
        Ok(Answer::ok(SupportOut::from(service::withdraw(tx, &id)?)))
    })
    .await
}

//! Terms and closures over REST.

use crate::access::Act;
use crate::base::id::{CentreId, TermId};
use crate::sessions::terms::service::{self, AddDays};
use crate::sessions::terms::{TermRow, store};
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{delete, get, post};
use serde::Deserialize;
use utoipa::IntoParams;

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_terms).service(add_term).service(remove_term);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OfCentre {
    /// Only those that apply to this centre; without it, all.
    pub centre_id: Option<CentreId>,
}

/// List the terms
///
/// In order of their first day, the organisation's and the centres' own.
#[utoipa::path(tag = "planning", params(OfCentre), responses((status = 200, body = List<TermRow>)))]
#[get("/terms")]
async fn list_terms(api: Api, of: Query<OfCentre>) -> ApiResult {
    api.read(Act::SeeProgramme, move |tx| {
        let items = store::terms(tx, of.read()?.centre_id.as_ref())?;
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Add a term
#[utoipa::path(tag = "planning", request_body = AddDays,
    responses((status = 201, body = TermRow), AddFaults))]
#[post("/terms")]
async fn add_term(api: Api, body: Body<AddDays>) -> ApiResult {
    api.write(Act::KeepCalendar, body, |tx, input| {
        Ok(Answer::created(service::add_term(tx, &input.checked()?)?))
    })
    .await
}

/// Remove a term
///
/// Sessions that were planned with it stay.
#[utoipa::path(tag = "planning", params(("id" = inline(TermId), Path, description = "The term.")),
    responses((status = 200, body = TermRow)))]
#[delete("/terms/{id}")]
async fn remove_term(api: Api, id: Path<TermId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::KeepCalendar, body, move |tx, _| Ok(Answer::ok(service::remove_term(tx, &id)?)))
        .await
}

//! Days on which centres are closed, over REST.

use super::terms::OfCentre;
use crate::access::Act;
use crate::base::id::{CentreId, ClosureId};
use crate::sessions::terms::service::{self, AddDays};
use crate::sessions::terms::{ClosureRow, store};
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{delete, get, post};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_closures).service(add_closure).service(remove_closure);
}

/// Days on which a centre is closed: no series is held on them.
#[derive(Serialize, ToSchema)]
pub(crate) struct ClosureOut {
    /// Opaque.
    pub id: ClosureId,
    /// The centre; `null` where every centre closes.
    pub centre_id: Option<CentreId>,
    /// Why, as families may read it.
    #[schema(example = "Deep cleaning")]
    pub name: String,
    /// The first day belongs to it.
    pub first_day: NaiveDate,
    /// The last day belongs to it.
    pub last_day: NaiveDate,
    /// When it was just added: how many sessions are already planned on these days. They stand
    /// until staff cancel them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions_planned: Option<i64>,
}

impl ClosureOut {
    fn new(row: ClosureRow, sessions_planned: Option<i64>) -> ClosureOut {
        ClosureOut {
            id: row.id,
            centre_id: row.centre_id,
            name: row.reason,
            first_day: row.first_day,
            last_day: row.last_day,
            sessions_planned,
        }
    }
}

/// List the closures
///
/// In order of their first day, the organisation's and the centres' own.
#[utoipa::path(tag = "planning", params(OfCentre),
    responses((status = 200, body = List<ClosureOut>)))]
#[get("/closures")]
async fn list_closures(api: Api, of: Query<OfCentre>) -> ApiResult {
    api.read(Act::SeeProgramme, move |tx| {
        let rows = store::closures(tx, of.read()?.centre_id.as_ref())?;
        let items = rows.into_iter().map(|row| ClosureOut::new(row, None)).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Add a closure
///
/// Series made afterwards leave these days out. Sessions already planned on them are counted in
/// the answer and stand until they are cancelled.
#[utoipa::path(tag = "planning", request_body = AddDays,
    responses((status = 201, body = ClosureOut), AddFaults))]
#[post("/closures")]
async fn add_closure(api: Api, body: Body<AddDays>) -> ApiResult {
    api.write(Act::KeepCalendar, body, |tx, input| {
        let (row, planned) = service::add_closure(tx, &input.checked()?)?;
        Ok(Answer::created(ClosureOut::new(row, Some(planned))))
    })
    .await
}

/// Remove a closure
#[utoipa::path(tag = "planning", params(("id" = inline(ClosureId), Path, description = "The closure.")),
    responses((status = 200, body = ClosureOut)))]
#[delete("/closures/{id}")]
async fn remove_closure(api: Api, id: Path<ClosureId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::KeepCalendar, body, move |tx, _| {
        Ok(Answer::ok(ClosureOut::new(service::remove_closure(tx, &id)?, None)))
    })
    .await
}

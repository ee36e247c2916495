//! Series and courses over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::SeriesId;
use crate::sessions::planning::{Dates, PlannedSeries, service};
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, post};

faults! {
    PlanFaults: RoomClash, LeaderClash, AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(add_series).service(get_series).service(announce_series);
}

/// Plan a series
///
/// Makes one session for each day of the rule, or one for each slot where the activity is by
/// appointment. Closures, bank holidays and days outside term are skipped and named.
#[utoipa::path(tag = "planning", request_body = Dates,
    responses((status = 201, body = PlannedSeries), PlanFaults))]
#[post("/series")]
async fn add_series(api: Api, body: Body<Dates>) -> ApiResult {
    api.write(Act::Plan, body, |tx, input| {
        if input.name.is_some() {
            let detail = "A series has its activity's title; leave it out.";
            return Err(Fault::invalid("/name", detail));
        }
        Ok(Answer::created(service::add_series(tx, &input.checked()?)?))
    })
    .await
}

/// Get a series with its sessions
#[utoipa::path(tag = "planning", params(("id" = inline(SeriesId), Path, description = "The series.")),
    responses((status = 200, body = PlannedSeries)))]
#[get("/series/{id}")]
async fn get_series(api: Api, id: Path<SeriesId>) -> ApiResult {
    api.read(Act::Plan, move |tx| Ok(Answer::ok(service::series(tx, &id)?))).await
}

/// Announce every session of a series
#[utoipa::path(tag = "planning", request_body = Nothing, params(("id" = inline(SeriesId), Path, description = "The series.")),
    responses((status = 200, body = PlannedSeries)))]
#[post("/series/{id}/announce")]
async fn announce_series(api: Api, id: Path<SeriesId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, _| Ok(Answer::ok(service::announce_series(tx, &id)?)))
        .await
}

//! Courses over REST.

pub(crate) mod attendance;

use super::series::PlanFaults;
use crate::access::Act;
use crate::base::id::CourseId;
use crate::sessions::planning::{Dates, PlannedCourse, service};
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};

pub(crate) fn routes(config: &mut ServiceConfig) {
    attendance::routes(config);
    config.service(add_course).service(get_course).service(announce_course);
}

/// Plan a course
///
/// Its sessions are booked as one: booking the first gives a place in all of them, and places are
/// counted once for the course.
#[utoipa::path(tag = "planning", request_body = Dates,
    responses((status = 201, body = PlannedCourse), PlanFaults))]
#[post("/courses")]
async fn add_course(api: Api, body: Body<Dates>) -> ApiResult {
    api.write(Act::Plan, body, |tx, input| {
        Ok(Answer::created(service::add_course(tx, &input.checked()?)?))
    })
    .await
}

/// Get a course with its sessions
#[utoipa::path(tag = "planning", params(("id" = inline(CourseId), Path, description = "The course.")),
    responses((status = 200, body = PlannedCourse)))]
#[get("/courses/{id}")]
async fn get_course(api: Api, id: Path<CourseId>) -> ApiResult {
    api.read(Act::Plan, move |tx| Ok(Answer::ok(service::course(tx, &id)?))).await
}

/// Announce every session of a course
#[utoipa::path(tag = "planning", request_body = Nothing, params(("id" = inline(CourseId), Path, description = "The course.")),
    responses((status = 200, body = PlannedCourse)))]
#[post("/courses/{id}/announce")]
async fn announce_course(api: Api, id: Path<CourseId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, _| Ok(Answer::ok(service::announce_course(tx, &id)?)))
        .await
}

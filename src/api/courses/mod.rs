//! Courses over REST.

pub(crate) mod attendance;

use super::series::{DatesIn, DayOut};
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, CourseId, SessionId};
use crate::base::text;
use crate::sessions::planning::{Course, service};
use crate::web::{Answer, Api, Body, Nothing, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    PlanFaults: RoomClash, LeaderClash, AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    attendance::routes(config);
    config.service(add_course).service(get_course).service(announce_course);
}

/// A course, and each day that its rule names.
#[derive(Serialize, ToSchema)]
pub struct CourseOut {
    /// Opaque.
    pub id: CourseId,
    /// What is held.
    pub activity_id: ActivityId,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// What staff call it.
    #[schema(example = "The Parenting Puzzle, spring")]
    pub name: String,
    /// The first session: booking it books the whole course.
    pub head_session_id: Option<SessionId>,
    /// Every day of the rule, held or skipped; for a course that was read, the days held.
    pub days: Vec<DayOut>,
    /// Things to check, although nothing was refused because of them.
    pub warnings: Vec<String>,
}

impl CourseOut {
    fn new(planned: service::PlannedDates<Course>) -> CourseOut {
        let course = planned.made;
        CourseOut {
            id: course.id,
            activity_id: course.activity_id,
            centre_id: course.centre_id,
            name: course.name,
            head_session_id: planned.days.iter().find_map(|day| day.sessions.first().cloned()),
            days: planned.days.into_iter().map(DayOut::from).collect(),
            warnings: planned.warnings,
        }
    }
}

/// Plan a course
///
/// Its sessions are booked as one: booking the first gives a place in all of them, and places are
/// counted once for the course.
#[utoipa::path(tag = "planning", request_body = DatesIn,
    responses((status = 201, body = CourseOut), PlanFaults))]
#[post("/courses")]
async fn add_course(api: Api, body: Body<DatesIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, |tx, input| {
        let name = text::maybe_line("/name", input.name.as_deref(), 160)?;
        Ok(Answer::created(CourseOut::new(service::add_course(tx, name, &input.command()?)?)))
    })
    .await
}

/// Get a course with its sessions
#[utoipa::path(tag = "planning", params(("id" = inline(CourseId), Path, description = "The course.")),
    responses((status = 200, body = CourseOut)))]
#[get("/courses/{id}")]
async fn get_course(api: Api, id: Path<CourseId>) -> Result<HttpResponse, Fault> {
    api.read(Act::Plan, move |tx| Ok(Answer::ok(CourseOut::new(service::course(tx, &id)?)))).await
}

/// Announce every session of a course
#[utoipa::path(tag = "planning", request_body = Nothing, params(("id" = inline(CourseId), Path, description = "The course.")),
    responses((status = 200, body = CourseOut)))]
#[post("/courses/{id}/announce")]
async fn announce_course(
    api: Api,
    id: Path<CourseId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, move |tx, _| {
        Ok(Answer::ok(CourseOut::new(service::announce_course(tx, &id)?)))
    })
    .await
}

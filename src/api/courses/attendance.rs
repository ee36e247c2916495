//! Who came to a course, over REST: JSON, or a table.

use crate::access::Act;
use crate::attendance::Mark;
use crate::attendance::course::matrix::{CourseAttendance, CoursePerson};
use crate::attendance::course::service;
use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::CourseId;
use crate::web::{Answer, Api, ApiResult, Download, Logged, Query, ServiceConfig};
use actix_web::get;
use actix_web::web::Path;
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_course_attendance);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Format {
    /// `csv`: a table. `Accept: text/csv` says the same.
    #[param(example = "json")]
    #[allow(dead_code, reason = "read from the request by `wants_csv`")]
    format: Option<String>,
}

fn table(course: &CourseAttendance) -> Result<Download> {
    let days: Vec<String> = course.dates.iter().map(|date| date.day.to_string()).collect();
    let mut headings = vec!["family_id", "child_id", "name", "booked", "came"];
    headings.extend(days.iter().map(String::as_str));
    let row = |person: &CoursePerson| {
        let mut row = vec![
            person.family_id.as_ref().map(ToString::to_string).unwrap_or_default(),
            person.child_id.as_ref().map(ToString::to_string).unwrap_or_default(),
            person.name.clone().unwrap_or_default(),
            person.booked.to_string(),
            person.came.to_string(),
        ];
        let mark = |mark: &Option<Mark>| mark.map_or("", |mark| mark.as_str()).to_owned();
        row.extend(person.marks.iter().map(mark));
        row
    };
    let rows: Vec<Vec<String>> = course.people.iter().map(row).collect();
    Download::csv("course-attendance.csv", &headings, &rows)
}

/// See who came to a course
///
/// A line for each child, and for a family that comes without one; a mark for each date.
#[utoipa::path(tag = "attendance", params(Format,
        ("id" = inline(CourseId), Path, description = "The course.")),
    responses((status = 200, content(
        (CourseAttendance = "application/json"),
        (String = "text/csv"),
    ))))]
#[get("/courses/{id}/attendance")]
async fn get_course_attendance(api: Api, id: Path<CourseId>, _: Query<Format>) -> ApiResult {
    if api.wants_csv() {
        let open = move |tx: &mut crate::db::Tx| {
            let course = service::attendance(tx, &id)?;
            let (id, detail) = (course.course_id.as_str(), json!({ "csv": true }));
            tx.audit_families(Event::CourseAttendance, id, &course.families(), detail)?;
            Ok(course)
        };
        return api.open_and_draw(Act::SeeRegister, open, |course| table(&course)).await;
    }
    api.read(Act::SeeRegister, move |tx| {
        let course = service::attendance(tx, &id)?;
        let event = Logged::of(Event::CourseAttendance, course.course_id.as_str());
        let logged = Logged { families: course.families(), ..event };
        Ok((Answer::ok(course), logged))
    })
    .await
}

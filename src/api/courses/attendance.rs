//! Who came to a course, over REST: JSON, or a table.

use crate::access::Act;
use crate::attendance::course::matrix::{CoursePerson, Date, Matrix};
use crate::attendance::course::service;
use crate::attendance::{Mark, MarkedPerson};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{ChildId, CourseId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::sessions::planning::Course;
use crate::web::{Answer, Api, Download, Logged, Query};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
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

/// Who came to which date of a course.
#[derive(Serialize, ToSchema)]
pub struct CourseAttendanceOut {
    /// The course.
    pub course_id: CourseId,
    /// What staff call it.
    pub name: String,
    /// Its dates, in order.
    pub dates: Vec<CourseDateOut>,
    /// Everybody with a place, and everybody who came without one.
    pub people: Vec<CoursePersonOut>,
}

/// One date of a course.
#[derive(Serialize, ToSchema)]
pub struct CourseDateOut {
    /// Its session.
    pub session_id: SessionId,
    /// Its local day.
    pub day: NaiveDate,
    /// When it begins.
    pub starts_at: Moment,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// When its register was completed; `null` while it is open.
    pub completed_at: Option<Moment>,
    /// How many of the people below came.
    pub came: usize,
}

/// Somebody of a course.
#[derive(Serialize, ToSchema)]
pub struct CoursePersonOut {
    /// Which family; `null` where it must not be named here.
    pub family_id: Option<FamilyId>,
    /// Which child; `null` for the adults of a family that comes without one, or for a child that
    /// must not be named here.
    pub child_id: Option<ChildId>,
    /// The name; `null` where it must not be shown here.
    pub name: Option<String>,
    /// Whether they have a place in the course; false for somebody who left it or walked in.
    pub booked: bool,
    /// One for each date; `null` where nothing was recorded.
    pub marks: Vec<Option<Mark>>,
    /// How many dates they came to.
    pub came: usize,
}

impl CourseAttendanceOut {
    fn new(course: Course, matrix: Matrix) -> CourseAttendanceOut {
        let came = matrix.came();
        let date = |(date, came): (Date, usize)| CourseDateOut {
            session_id: date.session,
            day: date.day,
            starts_at: date.starts_at,
            cancelled: date.cancelled,
            completed_at: date.completed_at,
            came,
        };
        CourseAttendanceOut {
            course_id: course.id,
            name: course.name,
            dates: matrix.dates.into_iter().zip(came).map(date).collect(),
            people: matrix.lines.into_iter().map(CoursePersonOut::from).collect(),
        }
    }
}

impl From<CoursePerson> for CoursePersonOut {
    fn from(line: CoursePerson) -> CoursePersonOut {
        let came = line.came();
        let person = line.person;
        CoursePersonOut {
            family_id: Some(person.family_id).filter(|_| person.named),
            child_id: match person.who {
                MarkedPerson::Child(child) => Some(child).filter(|_| person.named),
                MarkedPerson::Adults(_) => None,
            },
            name: person.name,
            booked: person.booked,
            marks: line.marks,
            came,
        }
    }
}

fn table(matrix: &Matrix) -> Result<Download, Fault> {
    let days: Vec<String> = matrix.dates.iter().map(|date| date.day.to_string()).collect();
    let mut headings = vec!["family_id", "child_id", "name", "booked", "came"];
    headings.extend(days.iter().map(String::as_str));
    let row = |line: &CoursePerson| {
        let named = line.person.named;
        let child = match &line.person.who {
            MarkedPerson::Child(child) if named => child.to_string(),
            MarkedPerson::Child(_) | MarkedPerson::Adults(_) => String::new(),
        };
        let mut row = vec![
            if named { line.person.family_id.to_string() } else { String::new() },
            child,
            line.person.name.clone().unwrap_or_default(),
            line.person.booked.to_string(),
            line.came().to_string(),
        ];
        let mark = |mark: &Option<Mark>| mark.map(|mark| mark.as_str().to_owned());
        row.extend(line.marks.iter().map(|one| mark(one).unwrap_or_default()));
        row
    };
    let rows: Vec<Vec<String>> = matrix.lines.iter().map(row).collect();
    Download::csv("course-attendance.csv", &headings, &rows)
}

/// See who came to a course
///
/// A line for each child, and for a family that comes without one; a mark for each date.
#[utoipa::path(tag = "attendance", params(Format,
        ("id" = inline(CourseId), Path, description = "The course.")),
    responses((status = 200, content(
        (CourseAttendanceOut = "application/json"),
        (String = "text/csv"),
    ))))]
#[get("/courses/{id}/attendance")]
async fn get_course_attendance(
    api: Api,
    id: Path<CourseId>,
    _: Query<Format>,
) -> Result<HttpResponse, Fault> {
    if api.wants_csv() {
        let open = move |tx: &mut crate::db::Tx| {
            let (course, matrix) = service::attendance(tx, &id)?;
            let (id, detail) = (course.id.as_str(), json!({ "csv": true }));
            tx.audit_families(Event::CourseAttendance, id, &matrix.families(), detail)?;
            Ok(matrix)
        };
        return api.open_download(Act::SeeRegister, open, |matrix| table(&matrix)).await;
    }
    api.look(Act::SeeRegister, move |tx| {
        let (course, matrix) = service::attendance(tx, &id)?;
        let families = matrix.families();
        let logged = Logged { families, ..Logged::of(Event::CourseAttendance, course.id.as_str()) };
        let answer = Answer::ok(CourseAttendanceOut::new(course, matrix));
        Ok((answer, logged))
    })
    .await
}

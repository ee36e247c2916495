//! What can be done with series and courses. A day on which the same session already exists is
//! skipped, so that planning twice creates no duplicates.

pub(crate) mod copy;
pub(crate) mod days;

use super::{
    Bundle, Course, Dates, DayStatus, PlannedCourse, PlannedDay, PlannedSeries, Series, store,
};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::last_year_known;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{CourseId, SeriesId, SessionId};
use crate::db::Tx;
use crate::sessions::recurrence::{Occurrence, Status};
use crate::sessions::{Access, Session, service as sessions_service};
use chrono::{Datelike, NaiveDate};
use days::Ground;
use serde_json::json;

pub(crate) fn add_series(tx: &mut Tx, dates: &Dates) -> Result<PlannedSeries> {
    let ground = Ground::of(tx, dates)?;
    let days = ground.days(tx, dates)?;
    refuse_none_held(&days)?;

    let last_held = days.iter().rfind(|date| date.status == Status::Held);
    let last_day = last_held.map_or(dates.first_day, |date| date.day);
    let series = new_series(tx, dates, last_day)?;
    let days = ground.make(tx, dates, &Bundle::Series(series.id.clone()), days)?;
    refuse_none_made(&days)?;
    Ok(PlannedSeries { series, warnings: warnings(&days, dates), days })
}

pub(crate) fn add_course(tx: &mut Tx, dates: &Dates) -> Result<PlannedCourse> {
    let ground = Ground::of(tx, dates)?;
    if ground.activity.access == Access::Appointment {
        let detail = "An activity by appointment has no courses; plan a series.";
        return Err(Fault::invalid("/activity_id", detail));
    }
    let days = ground.days(tx, dates)?;
    refuse_none_held(&days)?;

    let name = dates.name.as_ref().unwrap_or(&ground.activity.title).clone();
    let course = new_course(tx, dates, name)?;
    let days = ground.make(tx, dates, &Bundle::Course(course.id.clone()), days)?;
    refuse_none_made(&days)?;
    Ok(course_of(course, warnings(&days, dates), days))
}

fn refuse_none_held(days: &[Occurrence]) -> Result<()> {
    if days.iter().any(|date| date.status == Status::Held) {
        return Ok(());
    }
    let detail = "No session can be held on any of these days. Check the rule, the period, the \
                  terms and the closures.";
    Err(Fault::invalid("/rule", detail))
}

fn refuse_none_made(days: &[PlannedDay]) -> Result<()> {
    if days.iter().any(|day| !day.session_ids.is_empty()) {
        return Ok(());
    }
    let detail = "All of these sessions are planned already, or cannot be held.";
    Err(Fault::new(Code::AlreadyExists, detail))
}

/// The record of a series, without its sessions.
pub(crate) fn new_series(tx: &mut Tx, dates: &Dates, last_day: NaiveDate) -> Result<Series> {
    let series = Series {
        id: SeriesId::new(),
        activity_id: dates.activity_id.clone(),
        centre_id: dates.centre_id.clone(),
        rule: dates.rule.text()?,
        first_day: dates.first_day,
        last_day: dates.last_day.unwrap_or(last_day),
        starts: dates.starts,
        ends: dates.ends,
        term_time_only: dates.term_time_only,
        created_at: tx.now(),
    };
    store::add_series(tx, &series)?;
    tx.audit(Event::AddSeries, series.id.as_str(), json!({}))?;
    Ok(series)
}

/// The record of a course, without its sessions.
pub(crate) fn new_course(tx: &mut Tx, dates: &Dates, name: String) -> Result<Course> {
    let course = Course {
        id: CourseId::new(),
        activity_id: dates.activity_id.clone(),
        centre_id: dates.centre_id.clone(),
        name,
        created_at: tx.now(),
    };
    store::add_course(tx, &course)?;
    tx.audit(Event::AddCourse, course.id.as_str(), json!({}))?;
    Ok(course)
}

pub(crate) fn series(tx: &mut Tx, id: &SeriesId) -> Result<PlannedSeries> {
    let series = store::series(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&series.centre_id), "series")?;
    let days = held(store::sessions_of_series(tx, id)?);
    Ok(PlannedSeries { series, days, warnings: Vec::new() })
}

pub(crate) fn course(tx: &mut Tx, id: &CourseId) -> Result<PlannedCourse> {
    let course = store::course(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&course.centre_id), "course")?;
    let days = held(store::sessions_of_course(tx, id)?);
    Ok(course_of(course, Vec::new(), days))
}

fn course_of(course: Course, warnings: Vec<String>, days: Vec<PlannedDay>) -> PlannedCourse {
    let head_session_id = days.iter().find_map(|day| day.session_ids.first().cloned());
    PlannedCourse { course, head_session_id, days, warnings }
}

/// Announces every session of a series that is not announced yet.
pub(crate) fn announce_series(tx: &mut Tx, id: &SeriesId) -> Result<PlannedSeries> {
    let planned = series(tx, id)?;
    announce(tx, &planned.days)?;
    Ok(planned)
}

/// Announces every session of a course that is not announced yet.
pub(crate) fn announce_course(tx: &mut Tx, id: &CourseId) -> Result<PlannedCourse> {
    let planned = course(tx, id)?;
    announce(tx, &planned.days)?;
    Ok(planned)
}

fn announce(tx: &mut Tx, days: &[PlannedDay]) -> Result<()> {
    let mut ids: Vec<&SessionId> = days.iter().flat_map(|day| &day.session_ids).collect();
    ids.sort();
    ids.into_iter().try_for_each(|id| sessions_service::announce(tx, id))
}

fn held(sessions: Vec<Session>) -> Vec<PlannedDay> {
    let mut days: Vec<PlannedDay> = Vec::new();
    for session in sessions {
        match days.last_mut() {
            Some(last) if last.day == session.local_day => last.session_ids.push(session.id),
            _ => {
                let day = Occurrence { day: session.local_day, status: Status::Held };
                days.push(PlannedDay { session_ids: vec![session.id], ..day.into() });
            }
        }
    }
    days
}

fn warnings(days: &[PlannedDay], dates: &Dates) -> Vec<String> {
    let mut warnings = Vec::new();
    let known = last_year_known();
    if days.iter().any(|day| day.day.year() > known) {
        warnings.push(format!(
            "Bank holidays are known until {known}; check the dates after that yourself."
        ));
    }
    let held = days.iter().filter(|day| day.status == DayStatus::Held).count();
    if let Some(wanted) = dates.dates.filter(|wanted| held < *wanted as usize) {
        warnings.push(format!("Only {held} of {wanted} dates were found in two years."));
    }
    warnings
}

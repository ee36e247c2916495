//! What can be done with series and courses. A day on which the same session already exists is
//! skipped, so that planning twice creates no duplicates.

pub(crate) mod copy;
pub(crate) mod days;

use super::{Bundle, Course, Dates, PlannedDay, Series, Until, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::last_year_known;
use crate::base::fault::{Code, Fault};
use crate::base::id::{CourseId, SeriesId, SessionId};
use crate::db::Tx;
use crate::sessions::recurrence::{Occurrence, Season, Status};
use crate::sessions::rule_form::RuleForm;
use crate::sessions::{Access, Session, service as sessions_service};
use chrono::{Datelike, NaiveDate};
use days::Ground;
use serde_json::json;

/// A series or a course, with what became of each day.
pub struct PlannedDates<T> {
    pub made: T,
    pub days: Vec<PlannedDay>,
    pub warnings: Vec<String>,
}

pub fn add_series(tx: &mut Tx, dates: &Dates) -> Result<PlannedDates<Series>, Fault> {
    let ground = Ground::of(tx, dates)?;
    let days = ground.days(tx, dates)?;
    refuse_none_held(&days)?;

    let last_held = days.iter().rfind(|date| date.status == Status::Held);
    let last_day = last_held.map_or(dates.first_day, |date| date.day);
    let series = new_series(tx, dates, last_day)?;
    let days = ground.make(tx, dates, &Bundle::Series(series.id.clone()), days)?;
    refuse_none_made(&days)?;
    Ok(PlannedDates { made: series, warnings: warnings(&days, dates), days })
}

pub fn add_course(
    tx: &mut Tx,
    name: Option<String>,
    dates: &Dates,
) -> Result<PlannedDates<Course>, Fault> {
    let ground = Ground::of(tx, dates)?;
    if ground.activity.access == Access::Appointment {
        let detail = "An activity by appointment has no courses; plan a series.";
        return Err(Fault::invalid("/activity_id", detail));
    }
    let days = ground.days(tx, dates)?;
    refuse_none_held(&days)?;

    let name = name.unwrap_or_else(|| ground.activity.title.clone());
    let course = new_course(tx, dates, name)?;
    let days = ground.make(tx, dates, &Bundle::Course(course.id.clone()), days)?;
    refuse_none_made(&days)?;
    Ok(PlannedDates { made: course, warnings: warnings(&days, dates), days })
}

fn refuse_none_held(days: &[Occurrence]) -> Result<(), Fault> {
    if days.iter().any(|date| date.status == Status::Held) {
        return Ok(());
    }
    let detail = "No session can be held on any of these days. Check the rule, the period, the \
                  terms and the closures.";
    Err(Fault::invalid("/rule", detail))
}

fn refuse_none_made(days: &[PlannedDay]) -> Result<(), Fault> {
    if days.iter().any(|day| !day.sessions.is_empty()) {
        return Ok(());
    }
    let detail = "All of these sessions are planned already, or cannot be held.";
    Err(Fault::new(Code::AlreadyExists, detail))
}

/// The record of a series, without its sessions.
pub fn new_series(tx: &mut Tx, dates: &Dates, last_day: NaiveDate) -> Result<Series, Fault> {
    let series = Series {
        id: SeriesId::new(),
        activity_id: dates.activity_id.clone(),
        centre_id: dates.centre_id.clone(),
        rule: RuleForm::text(&dates.rule)?,
        first_day: dates.first_day,
        last_day: match dates.until {
            Until::Day(last) => last,
            Until::Held(_) => last_day,
        },
        starts: dates.starts,
        ends: dates.ends,
        term_time_only: dates.season == Season::TermTime,
        created_at: tx.now(),
    };
    store::add_series(tx, &series)?;
    tx.audit(Event::AddSeries, series.id.as_str(), json!({}))?;
    Ok(series)
}

/// The record of a course, without its sessions.
pub fn new_course(tx: &mut Tx, dates: &Dates, name: String) -> Result<Course, Fault> {
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

pub fn series(tx: &mut Tx, id: &SeriesId) -> Result<PlannedDates<Series>, Fault> {
    let series = store::series(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&series.centre_id), "series")?;
    let days = held(store::sessions_of_series(tx, id)?);
    Ok(PlannedDates { made: series, days, warnings: Vec::new() })
}

pub fn course(tx: &mut Tx, id: &CourseId) -> Result<PlannedDates<Course>, Fault> {
    let course = store::course(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&course.centre_id), "course")?;
    let days = held(store::sessions_of_course(tx, id)?);
    Ok(PlannedDates { made: course, days, warnings: Vec::new() })
}

/// Announces every session of a series that is not announced yet.
pub fn announce_series(tx: &mut Tx, id: &SeriesId) -> Result<PlannedDates<Series>, Fault> {
    let planned = series(tx, id)?;
    announce(tx, &planned.days)?;
    Ok(planned)
}

/// Announces every session of a course that is not announced yet.
pub fn announce_course(tx: &mut Tx, id: &CourseId) -> Result<PlannedDates<Course>, Fault> {
    let planned = course(tx, id)?;
    announce(tx, &planned.days)?;
    Ok(planned)
}

fn announce(tx: &mut Tx, days: &[PlannedDay]) -> Result<(), Fault> {
    let mut ids: Vec<&SessionId> = days.iter().flat_map(|day| &day.sessions).collect();
    ids.sort();
    ids.into_iter().try_for_each(|id| sessions_service::announce(tx, id))
}

fn held(sessions: Vec<Session>) -> Vec<PlannedDay> {
    let mut days: Vec<PlannedDay> = Vec::new();
    for session in sessions {
        match days.last_mut() {
            Some(last) if last.day == session.local_day => last.sessions.push(session.id),
            _ => days.push(PlannedDay {
                day: session.local_day,
                status: Status::Held,
                sessions: vec![session.id],
            }),
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
    let held = days.iter().filter(|day| day.status == Status::Held).count();
    if let Until::Held(wanted) = dates.until
        && held < wanted
    {
        warnings.push(format!("Only {held} of {wanted} dates were found in two years."));
    }
    warnings
}

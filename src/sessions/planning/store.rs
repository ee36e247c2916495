//! Queries about series, courses and the diary.

use super::{Course, Dates, Series};
use crate::base::fault::Result;
use crate::base::id::{CentreId, CourseId, RoomId, SeriesId};
use crate::base::moment::Moment;
use crate::db::schema::{activities, centres, courses, series, sessions};
use crate::db::{Run, Tx, found};
use crate::sessions::{Session, TakenSlot};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Locks planning at this centre: other planners wait.
pub(crate) fn lock_centre(tx: &mut Tx, centre: &CentreId) -> Result<()> {
    tx.lock(|conn| {
        diesel::update(centres::table.find(centre.as_str()))
            .set(centres::zone.eq(centres::zone))
            .execute(conn)?;
        Ok(())
    })
}

/// Locks planning at every centre: other planners wait.
pub(crate) fn lock_centres(tx: &mut Tx) -> Result<()> {
    tx.lock(|conn| {
        diesel::update(centres::table).set(centres::zone.eq(centres::zone)).execute(conn)?;
        Ok(())
    })
}

/// What stands in the diary between these moments and has a room or a leader.
pub(crate) fn diary(tx: &mut Tx, from: Moment, to: Moment) -> Result<Vec<TakenSlot>> {
    Ok(sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(sessions::starts_at.lt(to))
        .filter(sessions::ends_at.gt(from))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::room_id.is_not_null().or(sessions::leader.is_not_null()))
        .order((sessions::starts_at, sessions::id))
        .select((
            sessions::id,
            activities::title,
            sessions::room_id,
            sessions::leader,
            sessions::starts_at,
            sessions::ends_at,
        ))
        .load(tx.conn())?)
}

pub(crate) fn add_series(tx: &mut Tx, row: &Series) -> Result<()> {
    diesel::insert_into(series::table).values(row).run(tx)
}

pub(crate) fn series(tx: &mut Tx, id: &SeriesId) -> Result<Series> {
    found(series::table.find(id.as_str()).select(Series::as_select()).first(tx.conn()), "series")
}

pub(crate) fn add_course(tx: &mut Tx, row: &Course) -> Result<()> {
    diesel::insert_into(courses::table).values(row).run(tx)
}

pub(crate) fn course(tx: &mut Tx, id: &CourseId) -> Result<Course> {
    found(courses::table.find(id.as_str()).select(Course::as_select()).first(tx.conn()), "course")
}

/// The series of an activity with this rule, at this time of day, that begins on this day.
pub(crate) fn series_like(tx: &mut Tx, like: &Series) -> Result<Option<Series>> {
    Ok(series::table
        .filter(series::activity_id.eq(like.activity_id.as_str()))
        .filter(series::centre_id.eq(like.centre_id.as_str()))
        .filter(series::rule.eq(&like.rule))
        .filter(series::starts.eq(like.starts))
        .filter(series::first_day.eq(like.first_day))
        .order(series::id)
        .select(Series::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Whether such a session exists already at this time. In another room or with another leader it is
/// a different session: two practitioners may see families at once.
pub(crate) fn has_twin(tx: &mut Tx, dates: &Dates, starts_at: Moment) -> Result<bool> {
    let standing: Vec<(Option<RoomId>, Option<String>)> = sessions::table
        .filter(sessions::activity_id.eq(dates.activity_id.as_str()))
        .filter(sessions::centre_id.eq(dates.centre_id.as_str()))
        .filter(sessions::starts_at.eq(starts_at))
        .filter(sessions::cancelled_at.is_null())
        .select((sessions::room_id, sessions::leader))
        .load(tx.conn())?;
    Ok(standing.contains(&(dates.room_id.clone(), dates.leader.clone())))
}

/// What is planned at a centre on these days and not cancelled, by start.
pub(crate) fn sessions_between(
    tx: &mut Tx,
    centre: &CentreId,
    first_day: NaiveDate,
    last_day: NaiveDate,
) -> Result<Vec<Session>> {
    Ok(sessions::table
        .filter(sessions::centre_id.eq(centre.as_str()))
        .filter(sessions::local_day.between(first_day, last_day))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select(Session::as_select())
        .load(tx.conn())?)
}

/// The sessions of a series that are not cancelled, by start.
pub(crate) fn sessions_of_series(tx: &mut Tx, id: &SeriesId) -> Result<Vec<Session>> {
    Ok(sessions::table
        .filter(sessions::series_id.eq(id.as_str()))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select(Session::as_select())
        .load(tx.conn())?)
}

/// The sessions of a course that are not cancelled, by start.
pub(crate) fn sessions_of_course(tx: &mut Tx, id: &CourseId) -> Result<Vec<Session>> {
    Ok(sessions::table
        .filter(sessions::course_id.eq(id.as_str()))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select(Session::as_select())
        .load(tx.conn())?)
}

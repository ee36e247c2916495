//! Queries about the dates of a course.

use super::matrix::Date;
use crate::base::fault::Fault;
use crate::base::id::{CourseId, SessionId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::schema::{registers, sessions};
use chrono::NaiveDate;
use diesel::prelude::*;

/// The dates, by start, and the session where the places are counted.
pub fn dates(tx: &mut Tx, course: &CourseId) -> Result<(Vec<Date>, Option<SessionId>), Fault> {
    type Row = (SessionId, Option<SessionId>, NaiveDate, Moment, Option<Moment>, Option<Moment>);
    let rows: Vec<Row> = sessions::table
        .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
        .filter(sessions::course_id.eq(course.as_str()))
        .order((sessions::starts_at, sessions::id))
        .select((
            sessions::id,
            sessions::head_session_id,
            sessions::local_day,
            sessions::starts_at,
            sessions::cancelled_at,
            registers::completed_at.nullable(),
        ))
        .load(tx.conn())?;
    let head = rows.iter().find(|row| row.1.is_none()).map(|row| row.0.clone());
    let date = |(session, _, day, starts_at, cancelled_at, completed_at): Row| Date {
        session,
        day,
        starts_at,
        cancelled: cancelled_at.is_some(),
        completed_at,
    };
    Ok((rows.into_iter().map(date).collect(), head))
}

//! What an earlier import left: queries by the keys that a programme knows.

use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId, CourseId, SeriesId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{activities, courses, series, sessions};
use crate::sessions::{Activity, store};
use chrono::NaiveTime;
use diesel::prelude::*;

/// The centre's own activity of that title.
pub(super) fn activity(tx: &mut Tx, centre: &CentreId, title: &str) -> Result<Option<Activity>> {
    let theirs = activities::table
        .filter(activities::centre_id.eq(centre.as_str()))
        .filter(activities::title.eq(title));
    Ok(store::load(tx, theirs.order(activities::id).limit(1).into_boxed())?.pop())
}

/// The series of an activity with this rule at this time of day.
pub(super) fn series(
    tx: &mut Tx,
    activity: &ActivityId,
    rule: &str,
    starts: NaiveTime,
) -> Result<Option<SeriesId>> {
    Ok(series::table
        .filter(series::activity_id.eq(activity.as_str()))
        .filter(series::rule.eq(rule))
        .filter(series::starts.eq(starts))
        .order(series::id)
        .select(series::id)
        .first(tx.conn())
        .optional()?)
}

/// The course of an activity with this name.
pub(super) fn course(tx: &mut Tx, activity: &ActivityId, name: &str) -> Result<Option<CourseId>> {
    Ok(courses::table
        .filter(courses::activity_id.eq(activity.as_str()))
        .filter(courses::name.eq(name))
        .order(courses::id)
        .select(courses::id)
        .first(tx.conn())
        .optional()?)
}

/// How many sessions of an activity begin then, cancelled ones too: what staff cancelled, an
/// import does not bring back.
pub(super) fn sessions_at(tx: &mut Tx, activity: &ActivityId, starts_at: Moment) -> Result<i64> {
    Ok(sessions::table
        .filter(sessions::activity_id.eq(activity.as_str()))
        .filter(sessions::starts_at.eq(starts_at))
        .count()
        .get_result(tx.conn())?)
}

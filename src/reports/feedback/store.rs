//! Queries for the report on what families said.

use super::Answers;
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId};
use crate::db::Tx;
use crate::db::schema::{activities, centres, feedback, sessions};
use chrono::NaiveDate;
use diesel::dsl::count_star;
use diesel::prelude::*;

/// An activity at a centre.
pub(crate) type Held = (ActivityId, String, CentreId, String);

/// What was held between two days, each once, by title.
pub(crate) fn held(
    tx: &mut Tx,
    (from, before): (NaiveDate, NaiveDate),
    at: Option<&[CentreId]>,
) -> Result<Vec<Held>> {
    let mut query = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .inner_join(centres::table.on(centres::id.eq(sessions::centre_id)))
        .filter(sessions::local_day.ge(from))
        .filter(sessions::local_day.lt(before))
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::announced_at.is_not_null())
        .filter(activities::sensitive.eq(false))
        .into_boxed();
    if let Some(at) = at {
        query = query.filter(sessions::centre_id.eq_any(at));
    }
    Ok(query
        .select((activities::id, activities::title, centres::id, centres::name))
        .distinct()
        .order((activities::title, centres::name, activities::id, centres::id))
        .load(tx.conn())?)
}

/// The answers about one day's sessions.
pub(crate) struct DayAnswers {
    pub activity: ActivityId,
    pub centre: CentreId,
    pub on: NaiveDate,
    pub answers: Answers,
}

/// All answers about sessions before a day.
pub(crate) fn answers(
    tx: &mut Tx,
    before: NaiveDate,
    at: Option<&[CentreId]>,
) -> Result<Vec<DayAnswers>> {
    let mut found = Vec::new();
    for is_good in [true, false] {
        let mut query = feedback::table
            .inner_join(sessions::table.on(sessions::id.eq(feedback::session_id)))
            .filter(sessions::local_day.lt(before))
            .filter(feedback::good.eq(is_good))
            .group_by((sessions::activity_id, sessions::centre_id, sessions::local_day))
            .select((sessions::activity_id, sessions::centre_id, sessions::local_day, count_star()))
            .into_boxed();
        if let Some(at) = at {
            query = query.filter(sessions::centre_id.eq_any(at));
        }
        let rows: Vec<(ActivityId, CentreId, NaiveDate, i64)> = query.load(tx.conn())?;
        found.extend(rows.into_iter().map(|(activity, centre, on, count)| {
            let all = u64::try_from(count).unwrap_or_default();
            let answers = Answers { all, good: if is_good { all } else { 0 } };
            DayAnswers { activity, centre, on, answers }
        }));
    }
    Ok(found)
}

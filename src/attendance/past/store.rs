//! Queries about past head-counts. A row is added and withdrawn, and otherwise never changed.

use super::PastHeadCount;
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, PastHeadCountId, SessionId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{activities, centres, past_head_counts, sessions};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Text;

diesel::define_sql_function! {
    /// Matches plain letters in either case.
    fn lower(text: Text) -> Text;
}

/// An activity by its title.
pub struct Titled {
    pub id: ActivityId,
    pub adults_only: bool,
}

/// The centre's own activity of a title, else one of every centre.
pub fn titled(tx: &mut Tx, centre: &CentreId, title: &str) -> Result<Option<Titled>, Fault> {
    let found: Option<(ActivityId, bool)> = activities::table
        .filter(lower(activities::title).eq(title.to_lowercase()))
        .filter(activities::centre_id.is_null().or(activities::centre_id.eq(centre.as_str())))
        .order((activities::centre_id.is_null(), activities::id))
        .select((activities::id, activities::adults_only))
        .first(tx.conn())
        .optional()?;
    Ok(found.map(|(id, adults_only)| Titled { id, adults_only }))
}

pub fn centre_named(tx: &mut Tx, name: &str) -> Result<Option<CentreId>, Fault> {
    Ok(centres::table
        .filter(centres::id.eq(name).or(lower(centres::name).eq(name.to_lowercase())))
        .select(centres::id)
        .first(tx.conn())
        .optional()?)
}

/// Whether an announced session of this activity was held there that day: it has a register.
pub fn is_held(
    tx: &mut Tx,
    centre: &CentreId,
    (activity, day): (&ActivityId, NaiveDate),
) -> Result<bool, Fault> {
    let found: Option<SessionId> = sessions::table
        .filter(sessions::centre_id.eq(centre.as_str()))
        .filter(sessions::activity_id.eq(activity.as_str()))
        .filter(sessions::local_day.eq(day))
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::cancelled_at.is_null())
        .select(sessions::id)
        .first(tx.conn())
        .optional()?;
    Ok(found.is_some())
}

/// The current count of this session.
pub fn standing(
    tx: &mut Tx,
    centre: &CentreId,
    reference: &str,
) -> Result<Option<PastHeadCount>, Fault> {
    Ok(past_head_counts::table
        .filter(past_head_counts::centre_id.eq(centre.as_str()))
        .filter(past_head_counts::reference.eq(reference))
        .filter(past_head_counts::withdrawn_at.is_null())
        .select(PastHeadCount::as_select())
        .first(tx.conn())
        .optional()?)
}

pub fn add(tx: &mut Tx, count: &PastHeadCount) -> Result<(), Fault> {
    diesel::insert_into(past_head_counts::table).values(count).execute(tx.conn())?;
    Ok(())
}

pub fn withdraw(tx: &mut Tx, id: &PastHeadCountId, at: Moment) -> Result<(), Fault> {
    diesel::update(past_head_counts::table.find(id.as_str()))
        .filter(past_head_counts::withdrawn_at.is_null())
        .set(past_head_counts::withdrawn_at.eq(at))
        .execute(tx.conn())?;
    Ok(())
}

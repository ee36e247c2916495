//! Queries about past head-counts. A row is added and withdrawn, and otherwise never changed.

use super::PastHeadCount;
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId, PastHeadCountId};
use crate::base::moment::Moment;
use crate::db::schema::{past_head_counts, sessions};
use crate::db::{Run, Tx};
use chrono::NaiveDate;
use diesel::prelude::*;

/// Whether an announced session of this activity was held there that day: it has a register.
pub(crate) fn is_held(
    tx: &mut Tx,
    centre: &CentreId,
    (activity, day): (&ActivityId, NaiveDate),
) -> Result<bool> {
    let held = sessions::table
        .filter(sessions::centre_id.eq(centre))
        .filter(sessions::activity_id.eq(activity))
        .filter(sessions::local_day.eq(day))
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::cancelled_at.is_null());
    Ok(diesel::select(diesel::dsl::exists(held)).get_result(tx.conn())?)
}

/// The current count of this session.
pub(crate) fn standing(
    tx: &mut Tx,
    centre: &CentreId,
    reference: &str,
) -> Result<Option<PastHeadCount>> {
    Ok(past_head_counts::table
        .filter(past_head_counts::centre_id.eq(centre.as_str()))
        .filter(past_head_counts::reference.eq(reference))
        .filter(past_head_counts::withdrawn_at.is_null())
        .select(PastHeadCount::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn add(tx: &mut Tx, count: &PastHeadCount) -> Result<()> {
    diesel::insert_into(past_head_counts::table).values(count).run(tx)
}

pub(crate) fn withdraw(tx: &mut Tx, id: &PastHeadCountId, at: Moment) -> Result<()> {
    diesel::update(past_head_counts::table.find(id.as_str()))
        .filter(past_head_counts::withdrawn_at.is_null())
        .set(past_head_counts::withdrawn_at.eq(at))
        .run(tx)
}

//! Queries about the settings of attendance: one row for the organisation, created with the table,
//! and one for each activity with its own settings.

use super::{AttendanceSettings, OfActivity};
use crate::base::fault::Fault;
use crate::base::id::ActivityId;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::{activity_attendance, attendance_settings};
use diesel::prelude::*;
use std::collections::HashMap;

pub fn read(tx: &mut Tx) -> Result<AttendanceSettings, Fault> {
    Ok(attendance_settings::table.select(AttendanceSettings::as_select()).first(tx.conn())?)
}

/// A report as known earlier goes by the settings of that moment.
const KEPT_AS: &str = "attendance_settings";

/// The settings as they were at a moment.
pub fn read_at(tx: &mut Tx, known_at: Moment) -> Result<AttendanceSettings, Fault> {
    match tx.past(KEPT_AS, known_at)? {
        Some(before) => Ok(before),
        None => read(tx),
    }
}

/// Replaces the version before. False where another change came first.
pub fn save(tx: &mut Tx, settings: &AttendanceSettings) -> Result<bool, Fault> {
    tx.alone("attendance_settings")?;
    let before = read(tx)?;
    tx.keep_past(KEPT_AS, &before)?;
    let over = attendance_settings::version.eq(settings.version - 1);
    let saved =
        diesel::update(attendance_settings::table.filter(over)).set(settings).execute(tx.conn())?;
    Ok(saved == 1)
}

/// An activity's own settings; none where it never had any.
pub fn of_activity(tx: &mut Tx, id: &ActivityId) -> Result<OfActivity, Fault> {
    Ok(activity_attendance::table
        .find(id.as_str())
        .select(OfActivity::as_select())
        .first(tx.conn())
        .optional()?
        .unwrap_or_default())
}

/// Every activity with its own settings.
pub fn of_activities(tx: &mut Tx) -> Result<HashMap<ActivityId, OfActivity>, Fault> {
    let rows: Vec<(ActivityId, OfActivity)> = activity_attendance::table
        .select((activity_attendance::activity_id, OfActivity::as_select()))
        .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}

pub fn save_of_activity(tx: &mut Tx, id: &ActivityId, of: &OfActivity) -> Result<(), Fault> {
    let known =
        diesel::update(activity_attendance::table.find(id.as_str())).set(of).execute(tx.conn())?;
    if known == 0 {
        diesel::insert_into(activity_attendance::table)
            .values((
                activity_attendance::activity_id.eq(id.as_str()),
                activity_attendance::not_coming.eq(of.not_coming),
                activity_attendance::missed.eq(of.missed),
                activity_attendance::weeks.eq(of.weeks),
                activity_attendance::give_after_minutes.eq(of.give_after_minutes),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

//! Changing what is done about places not taken up and registers left open.

use super::{AttendanceSettings, OfActivity, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Expected, Fault, version_conflict};
use crate::base::id::ActivityId;
use crate::db::Tx;
use crate::sessions::{self, Activity};
use serde_json::json;

/// Changes the organisation's settings that were read with this version.
pub fn change(
    tx: &mut Tx,
    version: &Expected,
    change: impl FnOnce(&mut AttendanceSettings),
) -> Result<AttendanceSettings, Fault> {
    tx.allow(Act::KeepAttendance, &Scope::organisation(), "settings")?;
    let mut settings = store::read(tx)?;
    version.must_be(settings.version)?;

    change(&mut settings);
    settings.version += 1;
    between("/not_coming/missed", settings.missed, 2, 20)?;
    between("/not_coming/weeks", settings.weeks, 1, 52)?;
    between("/incomplete_days", settings.incomplete_days, 1, 30)?;

    if !store::save(tx, &settings)? {
        return Err(version_conflict());
    }
    let detail = json!({
        "not_coming": settings.not_coming, "missed": settings.missed, "weeks": settings.weeks,
        "incomplete_days": settings.incomplete_days,
    });
    tx.audit(Event::ChangeAttendanceSettings, "organisation", detail)?;
    Ok(settings)
}

/// Sets what an activity does differently; its earlier settings are replaced.
pub fn set_of_activity(tx: &mut Tx, id: &ActivityId, of: &OfActivity) -> Result<(), Fault> {
    let activity = sessions::store::activity(tx, id)?;
    tx.allow(Act::Plan, &scope_of(&activity), "activity")?;
    check(of)?;

    tx.alone("attendance_settings")?;
    store::save_of_activity(tx, id, of)?;
    let detail = json!({
        "not_coming": of.not_coming, "missed": of.missed, "weeks": of.weeks,
        "give_after_minutes": of.give_after_minutes,
    });
    tx.audit(Event::SetActivityAttendance, id.as_str(), detail)
}

fn check(of: &OfActivity) -> Result<(), Fault> {
    if let Some(missed) = of.missed {
        between("/not_coming/missed", missed, 2, 20)?;
    }
    if let Some(weeks) = of.weeks {
        between("/not_coming/weeks", weeks, 1, 52)?;
    }
    if let Some(minutes) = of.give_after_minutes {
        between("/give_after_minutes", minutes, 0, 240)?;
    }
    if of.missed.is_some() != of.weeks.is_some() {
        let detail = "Give both numbers, or neither for the organisation's.";
        return Err(Fault::invalid("/not_coming", detail));
    }
    Ok(())
}

fn between(pointer: &str, value: i32, least: i32, most: i32) -> Result<(), Fault> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(Fault::invalid(pointer, format!("Use {least} to {most}.")))
}

fn scope_of(activity: &Activity) -> Scope {
    activity.centre_id.as_ref().map_or_else(Scope::organisation, Scope::centre)
}

//! Changing the reach settings. Earlier reports keep the settings they were made with.

use super::ReachSettings;
use super::store;
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Expected, Fault, version_conflict};
use crate::db::Tx;
use serde_json::json;

/// Changes the settings if they still have this version.
pub fn change(
    tx: &mut Tx,
    expected: &Expected,
    change: impl FnOnce(&mut ReachSettings),
) -> Result<(ReachSettings, i64), Fault> {
    tx.allow(Act::KeepReach, &Scope::organisation(), "settings")?;
    let (mut settings, version) = store::with_version(tx)?;
    expected.must_be(version)?;

    change(&mut settings);
    check(&settings)?;

    if !store::save(tx, &settings, version)? {
        return Err(version_conflict());
    }
    let detail = json!({
        "threshold": settings.measure.threshold, "window_months": settings.measure.window_months,
        "target_percent": settings.target_percent, "style": settings.style,
        "age_bands": settings.age_bands, "deprived_decile": settings.deprived_decile,
        "protect_seconds": settings.protect_seconds,
    });
    tx.audit(Event::ChangeReachSettings, "organisation", detail)?;
    Ok((settings, version + 1))
}

fn check(settings: &ReachSettings) -> Result<(), Fault> {
    let ranges = [
        ("/threshold", settings.measure.threshold as u64, 1..=50, "Use 1 to 50 days."),
        ("/window_months", settings.measure.window_months.into(), 1..=60, "Use 1 to 60 months."),
        ("/target_percent", settings.target_percent, 1..=100, "Use 1 to 100 percent."),
        ("/protect_seconds", settings.protect_seconds.into(), 0..=600, "Use 0 to 600 seconds."),
    ];
    for (pointer, value, range, detail) in ranges {
        if !range.contains(&value) {
            return Err(Fault::invalid(pointer, detail));
        }
    }
    if !(1..=10).contains(&settings.deprived_decile) {
        return Err(Fault::invalid("/deprived_decile", "Use 1 to 10."));
    }
    if let Some(own) = &settings.own {
        own.words().map_err(|why| Fault::invalid("/own_words", why))?;
    }
    settings.words().map_err(|why| Fault::invalid("/own_words", why))?;
    Ok(())
}

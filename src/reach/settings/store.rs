//! Queries about the reach settings: one row, created with the table.

use super::{AgeBands, OwnWords, ReachSettings, Style};
use crate::base::fault::Fault;
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::db::schema::reach_settings;
use crate::reach::sustained::Measure;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// A report as known at an earlier moment uses the settings of that moment.
const KEPT_AS: &str = "reach_settings";

#[derive(Queryable, Selectable, AsChangeset, Serialize, Deserialize)]
#[diesel(table_name = reach_settings, treat_none_as_null = true)]
struct SettingsRow {
    threshold: i32,
    window_months: i32,
    target_percent: i32,
    style: Style,
    own_words: Option<String>,
    age_bands: AgeBands,
    deprived_decile: i32,
    protect_seconds: i32,
    version: i64,
}

/// The organisation's own bands as stored.
#[derive(Serialize, Deserialize)]
struct KeptSettings {
    label: String,
    bands: Vec<(u64, String)>,
    half: Option<String>,
}

pub fn read(tx: &mut Tx) -> Result<ReachSettings, Fault> {
    Ok(with_version(tx)?.0)
}

/// The settings at a given moment.
pub fn read_at(tx: &mut Tx, known_at: Moment) -> Result<ReachSettings, Fault> {
    match tx.past(KEPT_AS, known_at)? {
        Some(row) => settings(row),
        None => read(tx),
    }
}

/// The settings and their version.
pub fn with_version(tx: &mut Tx) -> Result<(ReachSettings, i64), Fault> {
    let row = reach_settings::table.select(SettingsRow::as_select()).first(tx.conn())?;
    let version = row.version;
    Ok((settings(row)?, version))
}

/// Saves the settings over that version. False if another change came first.
pub fn save(tx: &mut Tx, settings: &ReachSettings, over: i64) -> Result<bool, Fault> {
    tx.alone("reach_settings")?;
    let before = reach_settings::table.select(SettingsRow::as_select()).first(tx.conn())?;
    tx.keep_past(KEPT_AS, &before)?;
    let row = row(settings, over + 1)?;
    let saved = diesel::update(reach_settings::table.filter(reach_settings::version.eq(over)))
        .set(&row)
        .execute(tx.conn())?;
    Ok(saved == 1)
}

fn settings(row: SettingsRow) -> Result<ReachSettings, Fault> {
    let own = row.own_words.as_deref().map(serde_json::from_str::<KeptSettings>).transpose();
    let own = own.map_err(Fault::internal)?.map(|kept| OwnWords {
        label: kept.label,
        bands: kept.bands,
        half: kept.half,
    });
    Ok(ReachSettings {
        measure: Measure {
            threshold: usize::try_from(row.threshold).map_err(Fault::internal)?,
            window_months: u32::try_from(row.window_months).map_err(Fault::internal)?,
        },
        target_percent: u64::try_from(row.target_percent).map_err(Fault::internal)?,
        style: row.style,
        own,
        age_bands: row.age_bands,
        deprived_decile: row.deprived_decile,
        protect_seconds: u32::try_from(row.protect_seconds).map_err(Fault::internal)?,
    })
}

fn row(settings: &ReachSettings, version: i64) -> Result<SettingsRow, Fault> {
    let kept = settings.own.clone().map(|own| KeptSettings {
        label: own.label,
        bands: own.bands,
        half: own.half,
    });
    let own_words = kept.map(|kept| serde_json::to_string(&kept)).transpose();
    Ok(SettingsRow {
        threshold: i32::try_from(settings.measure.threshold).map_err(Fault::internal)?,
        window_months: i32::try_from(settings.measure.window_months).map_err(Fault::internal)?,
        target_percent: i32::try_from(settings.target_percent).map_err(Fault::internal)?,
        style: settings.style,
        own_words: own_words.map_err(Fault::internal)?,
        age_bands: settings.age_bands,
        deprived_decile: settings.deprived_decile,
        protect_seconds: i32::try_from(settings.protect_seconds).map_err(Fault::internal)?,
        version,
    })
}

//! The report's parameters over REST.

use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::reach::settings::AgeBands;
use crate::reports::reach::asked::{ReachRequest, Rounding, TrendPeriod};
use crate::reports::reach::report::{Profile, ReachBy};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReachIn {
    /// One centre and its reach area. Default: all your centres together.
    pub centre_id: Option<CentreId>,
    /// As at this day. Default: today.
    pub as_at: Option<NaiveDate>,
    /// As known at this moment. Default: now.
    pub known_at: Option<Moment>,
    /// The length of the window in months. Default: the organisation's setting.
    pub window_months: Option<u32>,
    /// Number of distinct contact days that count as sustained. Default: the organisation's
    /// setting.
    pub threshold: Option<usize>,
    /// What to split by, separated by commas: `area`, `decile`, `target_group`, `age_band`,
    /// `activity`, `centre`. Default: the first four. Empty for none.
    #[param(example = "area,decile")]
    pub by: Option<String>,
    /// The age bands. Default: the organisation's setting.
    pub bands: Option<AgeBands>,
    /// Also show earlier periods. Default: no.
    pub trend: Option<TrendPeriod>,
    /// Who it is for. Default: `exact`. For the others the only filter is `as_at`, the last day of
    /// a quarter.
    pub profile: Option<Profile>,
    /// Whether counts are rounded, if not exact. Default: no.
    pub rounding: Option<Rounding>,
    /// `json`, `csv`, `xlsx` or `pdf`. Default: `json`.
    pub format: Option<String>,
}

impl ReachIn {
    /// Whether any format but JSON was requested, even an invalid one.
    pub(crate) fn wants_file(self) -> bool {
        self.format.is_some_and(|format| format != "json")
    }

    pub(crate) fn asked(self) -> Result<ReachRequest> {
        Ok(ReachRequest {
            centre: self.centre_id,
            as_at: self.as_at,
            known_at: self.known_at,
            window_months: self.window_months,
            threshold: self.threshold,
            age_bands: self.bands,
            by: self.by.as_deref().map(splits).transpose()?,
            trend: self.trend,
            profile: self.profile.unwrap_or_default(),
            rounding: self.rounding.unwrap_or_default(),
        })
    }
}

/// Parses the splits: each at most once, in the given order.
fn splits(text: &str) -> Result<Vec<ReachBy>> {
    let mut by = Vec::new();
    for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        let known = ReachBy::parse(word).filter(|known| !by.contains(known)).ok_or_else(|| {
            let words: Vec<&str> = ReachBy::ALL.iter().map(ReachBy::as_str).collect();
            Fault::invalid("/by", format!("Use each of {} at most once.", words.join(", ")))
        })?;
        by.push(known);
    }
    Ok(by)
}

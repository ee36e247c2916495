//! What is asked of the report over REST.

use super::asked::{Asked, TrendPeriod};
use super::profile::Rounding;
use super::report::{Profile, ReachBy};
use crate::fault::Fault;
use crate::id::CentreId;
use crate::moment::Moment;
use crate::reach::settings::AgeBands;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReachIn {
    /// One centre and its reach area; left out, all of yours together.
    pub centre_id: Option<CentreId>,
    /// As things stood on this day; left out, today.
    pub as_at: Option<NaiveDate>,
    /// As it was known at this moment; left out, now.
    pub known_at: Option<Moment>,
    /// How many months the window has; left out, as the organisation has it.
    pub window_months: Option<u32>,
    /// Distinct days of contact that make it sustained; left out, as the organisation has it.
    pub threshold: Option<usize>,
    /// What to split by, with commas between: `area`, `decile`, `target_group`, `age_band`,
    /// `activity`, `centre`; left out, the first four. Empty for none.
    #[param(example = "area,decile")]
    pub by: Option<String>,
    /// The age bands; left out, as the organisation has them.
    pub bands: Option<AgeBands>,
    /// Period by period besides; left out, not.
    pub trend: Option<TrendPeriod>,
    /// Who it is for; left out, `exact`. The others take no filter but `as_at`, the last day of a
    /// quarter.
    pub profile: Option<Profile>,
    /// Whether counts are rounded, where they are not exact; left out, not.
    pub rounding: Option<Rounding>,
    /// `json`, `csv`, `xlsx` or `pdf`; left out, `json`.
    pub format: Option<String>,
}

impl ReachIn {
    /// Anything but JSON, or what is no format at all.
    pub fn wants_file(self) -> bool {
        self.format.is_some_and(|format| format != "json")
    }

    pub fn asked(self) -> Result<Asked, Fault> {
        let defaults = Asked::default();
        Ok(Asked {
            centre: self.centre_id,
            as_at: self.as_at,
            known_at: self.known_at,
            window_months: self.window_months,
            threshold: self.threshold,
            age_bands: self.bands,
            by: self.by.as_deref().map(splits).transpose()?,
            trend: self.trend,
            profile: self.profile.unwrap_or(defaults.profile),
            rounding: self.rounding.unwrap_or(defaults.rounding),
        })
    }
}

/// Each split at most once, in the order it was asked for.
fn splits(text: &str) -> Result<Vec<ReachBy>, Fault> {
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

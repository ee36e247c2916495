//! Returns in requests and responses.

use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, ReturnId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::reports::reach::asked::{ReachRequest, Rounding, TrendPeriod};
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{Profile, ReachBy, ReachReport};
use crate::reports::returns::{Made, Preset, Return, ReturnSent};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What to freeze: a preset, or a report with its own parameters.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"preset": "quarterly", "centre_id": "0198c0d27f3a7d0e9d1c2b3a4f5e6d7c", "as_at": "2026-09-30"}))]
pub(crate) struct ReturnIn {
    /// If left out, the report has the parameters below.
    pub preset: Option<Preset>,
    /// One centre. Default: all together.
    pub centre_id: Option<CentreId>,
    /// Default: today; for a quarterly return, the end of the last completed quarter.
    pub as_at: Option<NaiveDate>,
    /// At most 60. Default: the organisation's setting.
    #[schema(minimum = 1, maximum = 60)]
    pub window_months: Option<u32>,
    /// Number of distinct contact days that count as sustained. Default: the organisation's
    /// setting.
    #[schema(minimum = 1, maximum = 50)]
    pub threshold: Option<usize>,
    /// What to split by.
    #[schema(max_items = 20)]
    pub by: Option<Vec<ReachBy>>,
    /// Also show earlier periods.
    pub trend: Option<TrendPeriod>,
    /// Who it is for. Default: exact.
    pub profile: Option<Profile>,
    /// Whether counts are rounded; for the public and partners only.
    pub rounding: Option<Rounding>,
}

impl ReturnIn {
    pub(crate) fn asked(&self) -> Result<ReachRequest> {
        let within = |pointer: &str, number: Option<usize>, most: usize| match number {
            Some(number) if !(1..=most).contains(&number) => {
                Err(Fault::invalid(pointer, format!("Use a number from 1 to {most}.")))
            }
            _ => Ok(()),
        };
        within("/window_months", self.window_months.map(|months| months as usize), 60)?;
        within("/threshold", self.threshold, 50)?;
        text::at_most("/by", self.by.as_deref().unwrap_or_default(), 20)?;
        Ok(ReachRequest {
            centre: self.centre_id.clone(),
            as_at: self.as_at,
            window_months: self.window_months,
            threshold: self.threshold,
            by: self.by.clone(),
            trend: self.trend,
            profile: self.profile.unwrap_or_default(),
            rounding: self.rounding.unwrap_or_default(),
            ..ReachRequest::default()
        })
    }
}

/// A frozen return.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReturnOut {
    /// Opaque.
    pub id: ReturnId,
    /// Its preset, if any.
    pub preset: Option<Preset>,
    /// Its centre; `null` for all together.
    pub centre_id: Option<CentreId>,
    /// The day of its figures.
    pub as_at: NaiveDate,
    /// The SHA-256 of the `format=json` file, in hexadecimal.
    pub sha256: String,
    /// When it was frozen.
    pub frozen_at: Moment,
    /// Its recipients.
    pub sent: Vec<ReturnSent>,
}

impl ReturnOut {
    pub(crate) fn new(frozen: Return, sent: Vec<ReturnSent>) -> ReturnOut {
        ReturnOut {
            id: frozen.id,
            preset: frozen.preset,
            centre_id: frozen.centre_id,
            as_at: frozen.as_at,
            sha256: frozen.sha256,
            frozen_at: frozen.frozen_at,
            sent,
        }
    }
}

/// A frozen return with its figures.
#[derive(Serialize, ToSchema)]
pub(crate) struct ReturnWhole {
    /// Details of the return.
    #[serde(flatten)]
    pub about: ReturnOut,
    /// The report as frozen.
    pub report: ReachReport,
    /// The quarters side by side, for a quarterly return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarterly: Option<Quarterly>,
}

/// A frozen return with its details; with `format=json` only its text.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum ReturnGiven {
    /// Without a format.
    Whole(Box<ReturnWhole>),
    /// With `format=json`: sent as it was frozen, and only described here.
    #[allow(dead_code, reason = "the document describes it")]
    Text(Box<Made>),
}

/// The recipient of a return.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "Commissioner for early years", "on": "2026-10-15"}))]
pub(crate) struct SentIn {
    /// The receiving office; no personal name is needed.
    #[schema(min_length = 1, max_length = 200)]
    pub to: String,
    /// The day. Default: today.
    pub on: Option<NaiveDate>,
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReturnsQuery {
    /// Only this centre's. Default: all.
    pub centre_id: Option<CentreId>,
    /// The page size, 1 to 500. Default: 100.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the previous page.
    pub after: Option<String>,
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FormatQuery {
    /// `json` for exactly the file that was hashed; `csv`, `xlsx` or `pdf`. If left out, the return
    /// with its details.
    pub format: Option<String>,
}

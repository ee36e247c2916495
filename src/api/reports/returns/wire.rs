//! Returns in requests and responses.

use crate::base::fault::Fault;
use crate::base::id::{CentreId, ReturnId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::reports::reach::asked::{ReachRequest, TrendPeriod};
use crate::reports::reach::profile::Rounding;
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::{Cell, Profile, ReachBy, ReachReport};
use crate::reports::returns::compare::{Because, ComparedSetting, FigureChange};
use crate::reports::returns::service::compare::Comparison;
use crate::reports::returns::service::{Freeze, Send};
use crate::reports::returns::{Preset, Return, ReturnSent};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What to freeze: a preset, or a report with its own parameters.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"preset": "quarterly", "centre_id": "0198c0d27f3a7d0e9d1c2b3a4f5e6d7c", "as_at": "2026-09-30"}))]
pub struct ReturnIn {
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
    pub fn command(&self) -> Result<Freeze, Fault> {
        let within = |pointer: &str, number: Option<usize>, most: usize| match number {
            Some(number) if !(1..=most).contains(&number) => {
                Err(Fault::invalid(pointer, format!("Use a number from 1 to {most}.")))
            }
            _ => Ok(()),
        };
        within("/window_months", self.window_months.map(|months| months as usize), 60)?;
        within("/threshold", self.threshold, 50)?;
        text::at_most("/by", self.by.as_deref().unwrap_or_default(), 20)?;
        let asked = ReachRequest {
            centre: self.centre_id.clone(),
            as_at: self.as_at,
            window_months: self.window_months,
            threshold: self.threshold,
            by: self.by.clone(),
            trend: self.trend,
            profile: self.profile.unwrap_or(Profile::Exact),
            rounding: self.rounding.unwrap_or(Rounding::Not),
            ..ReachRequest::default()
        };
        Ok(Freeze { preset: self.preset, asked })
    }
}

/// A frozen return.
#[derive(Serialize, ToSchema)]
pub struct ReturnOut {
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
    pub sent: Vec<SentOut>,
}

impl ReturnOut {
    pub fn new(frozen: Return, sent: Vec<ReturnSent>) -> ReturnOut {
        ReturnOut {
            id: frozen.id,
            preset: frozen.preset,
            centre_id: frozen.centre_id,
            as_at: frozen.as_at,
            sha256: frozen.sha256,
            frozen_at: frozen.frozen_at,
            sent: sent.into_iter().map(SentOut::from).collect(),
        }
    }
}

/// A frozen return with its figures.
#[derive(Serialize, ToSchema)]
pub struct ReturnWhole {
    /// Details of the return.
    #[serde(flatten)]
    pub about: ReturnOut,
    /// The report as frozen.
    pub report: ReachReport,
    /// The quarters side by side, for a quarterly return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarterly: Option<Quarterly>,
}

/// The text of a return, as frozen and hashed.
#[derive(Serialize, ToSchema)]
pub struct ReturnText {
    /// The report.
    #[serde(flatten)]
    pub report: ReachReport,
    /// The quarters side by side, for a quarterly return.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quarterly: Option<Quarterly>,
}

/// A frozen return with its details; with `format=json` only its text.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum ReturnGiven {
    /// Without a format.
    Whole(Box<ReturnWhole>),
    /// With `format=json`: sent as it was frozen, and only described here.
    #[allow(dead_code, reason = "the document describes it")]
    Text(Box<ReturnText>),
}

/// The recipient of a return.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"to": "Commissioner for early years", "on": "2026-10-15"}))]
pub struct SentIn {
    /// The receiving office; no personal name is needed.
    #[schema(min_length = 1, max_length = 200)]
    pub to: String,
    /// The day. Default: today.
    pub on: Option<NaiveDate>,
}

impl SentIn {
    pub fn command(&self) -> Result<Send, Fault> {
        Ok(Send { to: text::line("/to", &self.to, 200)?, on: self.on })
    }
}

/// A record that a return was sent.
#[derive(Serialize, ToSchema)]
pub struct SentOut {
    /// The recipient.
    pub to: String,
    /// The day.
    pub on: NaiveDate,
    /// When this was recorded.
    pub recorded_at: Moment,
}

impl From<ReturnSent> for SentOut {
    fn from(sent: ReturnSent) -> SentOut {
        SentOut { to: sent.sent_to, on: sent.sent_on, recorded_at: sent.recorded_at }
    }
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReturnsQuery {
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
pub struct FormatQuery {
    /// `json` for exactly the file that was hashed; `csv`, `xlsx` or `pdf`. If left out, the return
    /// with its details.
    pub format: Option<String>,
}

/// A return compared with the same report made now.
#[derive(Serialize, ToSchema)]
pub struct ComparisonOut {
    /// The return.
    pub id: ReturnId,
    /// As it was frozen.
    pub sha256: String,
    /// Figures that differ now, ordered by section and key; empty if none.
    pub changes: Vec<ChangeOut>,
    /// Basis of the figures and what is another now: a later table of residents, another index.
    pub settings: Vec<SettingOut>,
    /// What has been recorded since about the return's window, for the whole organisation.
    pub since: SinceOut,
}

/// A figure that is different now.
#[derive(Serialize, ToSchema)]
pub struct ChangeOut {
    /// The part of the report: `whole`, the split, `balance`, `quality`, `trend`.
    pub section: String,
    /// The line's key.
    pub key: String,
    /// The line in words.
    pub label: String,
    /// The measure, as a code.
    pub measure: String,
    /// As it was sent.
    pub sent: Option<Cell>,
    /// As it is now.
    pub now: Option<Cell>,
    /// Why, as far as the records show.
    pub because: Because,
}

impl From<FigureChange> for ChangeOut {
    fn from(change: FigureChange) -> ChangeOut {
        let FigureChange { section, key, label, measure, sent, now, because } = change;
        ChangeOut { section, key, label, measure, sent, now, because }
    }
}

/// A setting or source of the figures that is different now.
#[derive(Serialize, ToSchema)]
pub struct SettingOut {
    /// Which.
    #[schema(example = "Residents by")]
    pub label: String,
    /// As in the return.
    pub sent: String,
    /// As it is now.
    pub now: String,
}

impl From<ComparedSetting> for SettingOut {
    fn from(setting: ComparedSetting) -> SettingOut {
        SettingOut { label: setting.label, sent: setting.sent, now: setting.now }
    }
}

/// What has been recorded since a return was frozen.
#[derive(Serialize, ToSchema)]
pub struct SinceOut {
    /// Contacts in the window recorded since: late marks, past registers, feeds.
    pub contacts_recorded: i64,
    /// Contacts in the window withdrawn since: corrections.
    pub contacts_withdrawn: i64,
    /// How often a fact about a child changed: address, birth date, groups, membership.
    pub facts_changed: i64,
    /// Of those: records merged into another.
    pub records_joined: i64,
    /// Of those: records erased; their area is kept.
    pub records_erased: i64,
}

impl From<Comparison> for ComparisonOut {
    fn from(made: Comparison) -> ComparisonOut {
        ComparisonOut {
            id: made.frozen.id,
            sha256: made.frozen.sha256,
            changes: made.changes.into_iter().map(ChangeOut::from).collect(),
            settings: made.settings.into_iter().map(SettingOut::from).collect(),
            since: SinceOut {
                contacts_recorded: made.contacts_recorded,
                contacts_withdrawn: made.contacts_withdrawn,
                facts_changed: made.facts_changed,
                records_joined: made.records_joined,
                records_erased: made.records_erased,
            },
        }
    }
}

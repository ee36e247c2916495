//! Returns: reports that were sent and must never change. A return is frozen with the hash of its
//! text and never overwritten; recipients are recorded separately. Making it again shows what has
//! changed since, and why as far as the records show.

pub(crate) mod compare;
pub mod service;
pub(crate) mod store;

use crate::base::id::{AccountId, CentreId, ReturnId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::db::schema::{returns, returns_sent};
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::ReachReport;
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

text_enum! {
    /// A return with agreed columns.
    Preset {
        /// The last financial quarter and the earlier ones of its year.
        Quarterly = "quarterly",
    }
}

/// A frozen return. It cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = returns)]
pub struct Return {
    pub id: ReturnId,
    pub preset: Option<Preset>,
    /// `None`: all centres together.
    pub centre_id: Option<CentreId>,
    pub as_at: NaiveDate,
    /// The parameters, as JSON.
    pub asked: String,
    /// The report as it was sent, as JSON.
    pub report: String,
    /// Hash of the report's bytes, in hexadecimal.
    pub sha256: String,
    pub frozen_at: Moment,
    pub frozen_by: Option<AccountId>,
}

/// A record that a return was sent.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = returns_sent)]
#[schema(as = SentOut)]
pub struct ReturnSent {
    #[serde(skip)]
    pub return_id: ReturnId,
    #[serde(skip)]
    pub position: i32,
    /// The recipient.
    #[serde(rename = "to")]
    pub sent_to: String,
    /// The day.
    #[serde(rename = "on")]
    pub sent_on: NaiveDate,
    /// When this was recorded.
    pub recorded_at: Moment,
    #[serde(skip)]
    pub recorded_by: Option<AccountId>,
}

/// The text of a return, as frozen and hashed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ReturnText)]
pub struct Made {
    /// The report.
    #[serde(flatten)]
    pub report: ReachReport,
    /// The quarters side by side, for a quarterly return.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarterly: Option<Quarterly>,
}

/// The hash, which recipients can compute from the file too.
pub fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Return {
    /// Whether the report is still as frozen.
    pub fn is_whole(&self) -> bool {
        sha256(&self.report) == self.sha256
    }
}

//! Returns: reports that were sent and must stay what they were. A return is frozen whole, with the
//! hash of its text, and is never written again: that it was sent is written beside it. Made again
//! it tells what has changed since, and why as far as the records tell.

pub mod compare;
pub mod compare_service;
pub mod http;
pub mod service;
pub mod store;
pub mod wire;

use crate::id::{AccountId, CentreId, ReturnId, words};
use crate::moment::Moment;
use crate::reports::reach::quarterly::Quarterly;
use crate::reports::reach::report::ReachReport;
use crate::schema::{returns, returns_sent};
use chrono::NaiveDate;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

words! {
    /// A return whose columns are agreed.
    Preset {
        /// The last financial quarter and those before it in its year.
        Quarterly = "quarterly",
    }
}

/// A frozen return. There is no way to change one.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = returns)]
pub struct Return {
    pub id: ReturnId,
    pub preset: Option<Preset>,
    /// `None`: all centres together.
    pub centre_id: Option<CentreId>,
    pub as_at: NaiveDate,
    /// What was asked for, as JSON.
    pub asked: String,
    /// The report as it was sent, as JSON.
    pub report: String,
    /// Of the report's bytes, in hexadecimal digits.
    pub sha256: String,
    pub frozen_at: Moment,
    pub frozen_by: Option<AccountId>,
}

/// That a return was sent, to whom.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = returns_sent)]
pub struct Sent {
    pub return_id: ReturnId,
    pub position: i32,
    pub sent_to: String,
    pub sent_on: NaiveDate,
    pub recorded_at: Moment,
    pub recorded_by: Option<AccountId>,
}

/// What a return holds: the report, and the quarters side by side where its preset has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    #[serde(flatten)]
    pub report: ReachReport,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quarterly: Option<Quarterly>,
}

/// The hash that a recipient can make of the file as well.
pub fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

impl Return {
    /// Whether the report still is what was frozen.
    pub fn is_whole(&self) -> bool {
        sha256(&self.report) == self.sha256
    }
}

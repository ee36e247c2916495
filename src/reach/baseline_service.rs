//! Receiving a baseline of workless households: a partner's counts without names, under its
//! agreement for them.

use super::baseline_store::{self as store, Baseline};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{PartnerId, WorklessBaselineId};
use crate::db::Tx;
use crate::feeds::plan_service::{allowed_sender, must_be_agreed};
use crate::partners::agreements::AgreementPurpose;
use chrono::NaiveDate;
use serde_json::json;

/// Workless households of one month in one LSOA.
#[derive(Clone, Debug)]
pub struct Households {
    pub month: NaiveDate,
    pub lsoa: String,
    pub households: i32,
}

pub fn take(tx: &mut Tx, partner: Option<&PartnerId>, rows: &[Households]) -> Result<usize, Fault> {
    let sender = allowed_sender(tx, partner)?;
    if let Some(sender) = &sender {
        must_be_agreed(tx, sender, &[AgreementPurpose::WorklessBaseline])?;
    }

    tx.alone("feeds")?;
    for row in rows {
        let baseline = Baseline {
            id: WorklessBaselineId::new(),
            month: row.month,
            lsoa: row.lsoa.clone(),
            households: row.households,
            partner_id: sender.clone(),
            sent_at: tx.now(),
        };
        store::replace(tx, &baseline)?;
    }
    let detail = json!({ "partner": sender, "rows": rows.len() });
    tx.audit(Event::TakeWorklessBaseline, "", detail)?;
    Ok(rows.len())
}

pub fn list(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Baseline>, Fault> {
    tx.actor().allow_ever(Act::SeeFeeds)?;
    store::list(tx, after, rows)
}

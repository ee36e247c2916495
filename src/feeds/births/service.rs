//! Receiving births by month and area; a partner needs an agreement for them.

use super::BirthCount;
use super::store::{self, Filter};
use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{BirthCountId, CentreId, PartnerId};
use crate::centres;
use crate::db::Tx;
use crate::feeds::plan_service::{allowed_sender, must_be_agreed};
use crate::partners::agreements::AgreementPurpose;
use chrono::NaiveDate;
use serde_json::json;

/// Births of one month in an LSOA, or in a centre's area.
#[derive(Clone, Debug)]
pub struct Births {
    pub month: NaiveDate,
    pub lsoa: Option<String>,
    pub centre: Option<CentreId>,
    pub births: i32,
}

pub fn take(tx: &mut Tx, partner: Option<&PartnerId>, rows: &[Births]) -> Result<usize, Fault> {
    let sender = allowed_sender(tx, partner)?;
    if let Some(sender) = &sender {
        // An agreement for lists also covers counts.
        must_be_agreed(tx, sender, &[AgreementPurpose::BirthCounts, AgreementPurpose::Membership])?;
    }
    for centre in rows.iter().filter_map(|row| row.centre.as_ref()) {
        centres::store::centre(tx, centre)?;
    }

    tx.alone("feeds")?;
    for row in rows {
        let count = BirthCount {
            id: BirthCountId::new(),
            month: row.month,
            lsoa: row.lsoa.clone(),
            centre_id: row.centre.clone(),
            births: row.births,
            partner_id: sender.clone(),
            sent_at: tx.now(),
        };
        store::replace(tx, &count)?;
    }
    let detail = json!({ "partner": sender, "rows": rows.len() });
    tx.audit(Event::TakeBirths, "", detail)?;
    Ok(rows.len())
}

pub fn list(tx: &mut Tx, filter: &Filter) -> Result<Vec<BirthCount>, Fault> {
    tx.actor().allow_ever(Act::SeeFeeds)?;
    store::list(tx, filter)
}

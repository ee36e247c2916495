//! What can be done with agreements: recorded, and ended early. The content of an agreement never
//! changes: a new text is a new agreement.

use super::rules::to_review;
use super::{Agreement, AgreementPurpose, Item, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{AgreementId, PartnerId};
use crate::db::Tx;
use crate::partners;
use chrono::{Days, NaiveDate};
use serde_json::json;

pub struct RecordAgreement {
    pub purpose: AgreementPurpose,
    pub items: Vec<Item>,
    pub basis: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub review_on: NaiveDate,
    pub cards_a_month: Option<i32>,
    pub feed_every_days: Option<i32>,
}

pub fn record(
    tx: &mut Tx,
    partner: &PartnerId,
    record: &RecordAgreement,
) -> Result<Agreement, Fault> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;
    partners::store::partner(tx, partner)?;

    let items: Vec<&str> = record.items.iter().map(Item::as_str).collect();
    let agreement = Agreement {
        id: AgreementId::new(),
        partner_id: partner.clone(),
        purpose: record.purpose,
        items: items.join(" "),
        basis: record.basis.clone(),
        first_day: record.first_day,
        last_day: record.last_day,
        review_on: record.review_on,
        cards_a_month: record.cards_a_month,
        feed_every_days: record.feed_every_days,
        made_at: tx.now(),
    };
    store::add(tx, &agreement)?;
    let detail = json!({ "purpose": record.purpose });
    tx.audit(Event::RecordAgreement, agreement.id.as_str(), detail)?;
    Ok(agreement)
}

pub fn list(tx: &mut Tx, partner: &PartnerId) -> Result<Vec<Agreement>, Fault> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;
    partners::store::partner(tx, partner)?;
    store::of_partner(tx, partner)
}

/// An agreement to review.
pub struct Review {
    pub agreement: Agreement,
    /// The partner's name.
    pub partner: String,
    pub overdue: bool,
}

/// Agreements to review within this many days, or overdue for review; the soonest first.
pub fn reviews(tx: &mut Tx, within: u64) -> Result<Vec<Review>, Fault> {
    tx.actor().allow_ever(Act::SeePartnerReports)?;
    let today = tx.today();
    let by = today.checked_add_days(Days::new(within)).unwrap_or(NaiveDate::MAX);
    let mut reviews = Vec::new();
    for agreement in to_review(store::not_ended(tx, today)?, by) {
        let partner = partners::store::partner(tx, &agreement.partner_id)?.name;
        let overdue = agreement.review_on < today;
        reviews.push(Review { agreement, partner, overdue });
    }
    Ok(reviews)
}

/// Ends an agreement with a day that lies before its last.
pub fn end(
    tx: &mut Tx,
    partner: &PartnerId,
    id: &AgreementId,
    last_day: NaiveDate,
) -> Result<Agreement, Fault> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;
    let agreement = store::agreement(tx, id)?;
    if agreement.partner_id != *partner {
        return Err(Fault::not_found("agreement"));
    }
    if last_day > agreement.last_day {
        let detail = "An agreement cannot be extended. Record a new one.";
        return Err(Fault::invalid("/last_day", detail));
    }
    if last_day < agreement.first_day {
        return Err(Fault::invalid("/last_day", "It must not come before the first day."));
    }

    store::save_last_day(tx, id, last_day)?;
    tx.audit(Event::EndAgreement, id.as_str(), json!({ "last_day": last_day }))?;
    Ok(Agreement { last_day, ..agreement })
}

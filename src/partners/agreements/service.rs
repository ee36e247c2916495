//! What can be done with agreements: recorded, and ended early. The content of an agreement never
//! changes: a new text is a new agreement.

use super::rules::to_review;
use super::{Agreement, AgreementPurpose, Item, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{AgreementId, PartnerId};
use crate::base::text;
use crate::db::Tx;
use crate::partners;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

/// A new agreement.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgreementIn)]
#[schema(example = json!({
    "purpose": "membership",
    "items": ["child_name", "birth_date", "nhs_number", "carer_name", "address", "postcode"],
    "basis": "UK GDPR Article 6(1)(e), Childcare Act 2006",
    "first_day": "2026-04-01", "last_day": "2028-03-31", "review_on": "2027-04-01",
    "cards_a_month": 40, "feed_every_days": 31
}))]
pub(crate) struct RecordAgreement {
    /// What the data may be used for, and nothing else.
    pub purpose: AgreementPurpose,
    /// What may be sent; what is not named is not read.
    #[schema(max_items = 20)]
    pub items: Vec<Item>,
    /// In law.
    #[schema(min_length = 1, max_length = 200)]
    pub basis: String,
    /// From this day.
    pub first_day: NaiveDate,
    /// Until this day.
    pub last_day: NaiveDate,
    /// When it is reviewed; left out, on its last day.
    pub review_on: Option<NaiveDate>,
    /// Membership cards the partner hands out each month.
    #[schema(minimum = 0, maximum = 10000)]
    pub cards_a_month: Option<i32>,
    /// How many days after one feed the next is overdue.
    #[schema(minimum = 1, maximum = 10000)]
    pub feed_every_days: Option<i32>,
}

impl RecordAgreement {
    /// Checks what was sent; returns the basis as it is kept.
    fn check(&self) -> Result<String> {
        if self.last_day < self.first_day {
            return Err(Fault::invalid("/last_day", "It must not come before the first day."));
        }
        text::at_most("/items", &self.items, 20)?;
        if self.items.is_empty() && self.purpose == AgreementPurpose::Membership {
            return Err(Fault::invalid("/items", "Name what may be sent."));
        }
        for (pointer, value, least) in [
            ("/cards_a_month", self.cards_a_month, 0),
            ("/feed_every_days", self.feed_every_days, 1),
        ] {
            if value.is_some_and(|value| !(least..=10_000).contains(&value)) {
                return Err(Fault::invalid(
                    pointer,
                    format!("Use a number from {least} to 10000."),
                ));
            }
        }
        text::line("/basis", &self.basis, 200)
    }
}

pub(crate) fn record(
    tx: &mut Tx,
    partner: &PartnerId,
    record: &RecordAgreement,
) -> Result<Agreement> {
    let basis = record.check()?;
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;
    partners::store::partner(tx, partner)?;

    let items: Vec<&str> = record.items.iter().map(Item::as_str).collect();
    let agreement = Agreement {
        id: AgreementId::new(),
        partner_id: partner.clone(),
        purpose: record.purpose,
        items: items.join(" "),
        basis,
        first_day: record.first_day,
        last_day: record.last_day,
        review_on: record.review_on.unwrap_or(record.last_day),
        cards_a_month: record.cards_a_month,
        feed_every_days: record.feed_every_days,
        made_at: tx.now(),
    };
    store::add(tx, &agreement)?;
    let detail = json!({ "purpose": record.purpose });
    tx.audit(Event::RecordAgreement, agreement.id.as_str(), detail)?;
    Ok(agreement)
}

pub(crate) fn list(tx: &mut Tx, partner: &PartnerId) -> Result<Vec<Agreement>> {
    tx.allow(Act::ManagePartners, &Scope::organisation(), "partner")?;
    partners::store::partner(tx, partner)?;
    store::of_partner(tx, partner)
}

/// An agreement to review.
#[derive(Serialize, ToSchema)]
#[schema(as = AgreementReviewOut)]
pub(crate) struct Review {
    /// The agreement.
    pub agreement_id: AgreementId,
    /// The partner.
    pub partner_id: PartnerId,
    /// The partner's name.
    #[schema(example = "Trafford health visitors")]
    pub partner: String,
    /// What the data may be used for.
    pub purpose: AgreementPurpose,
    /// When it is reviewed.
    pub review_on: NaiveDate,
    /// Whether that day has passed.
    pub overdue: bool,
    /// Until this day; from the next day, feeds are refused.
    pub last_day: NaiveDate,
}

/// Agreements to review within this many days, or overdue for review; the soonest first.
pub(crate) fn reviews(tx: &mut Tx, within: u64) -> Result<Vec<Review>> {
    tx.actor().allow_ever(Act::SeePartnerReports)?;
    let today = tx.today();
    let by = today.checked_add_days(Days::new(within)).unwrap_or(NaiveDate::MAX);
    let mut reviews = Vec::new();
    for agreement in to_review(store::not_ended(tx, today)?, by) {
        let Agreement { id, partner_id, purpose, review_on, last_day, .. } = agreement;
        let partner = partners::store::partner(tx, &partner_id)?.name;
        let overdue = review_on < today;
        let agreement_id = id;
        reviews.push(Review {
            agreement_id,
            partner_id,
            partner,
            purpose,
            review_on,
            overdue,
            last_day,
        });
    }
    Ok(reviews)
}

/// Ends an agreement with a day that lies before its last.
pub(crate) fn end(
    tx: &mut Tx,
    partner: &PartnerId,
    id: &AgreementId,
    last_day: NaiveDate,
) -> Result<Agreement> {
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

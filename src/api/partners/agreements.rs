//! Agreements over REST, for an administrator; which are due for review, for managers too.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{AgreementId, PartnerId};
use crate::base::text;
use crate::partners::agreements::{Agreement, AgreementPurpose, Item, service};
use crate::web::{Answer, Api, Body, List};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_agreements).service(record_agreement).service(end_agreement);
}

/// What a partner may send, for what, and until when.
#[derive(Serialize, ToSchema)]
pub struct AgreementOut {
    /// Opaque.
    pub id: AgreementId,
    /// The partner.
    pub partner_id: PartnerId,
    /// What the data may be used for, and nothing else.
    pub purpose: AgreementPurpose,
    /// What may be sent; what is not here is not read.
    pub items: Vec<Item>,
    /// In law.
    #[schema(example = "UK GDPR Article 6(1)(e), Childcare Act 2006")]
    pub basis: String,
    /// From this day.
    pub first_day: NaiveDate,
    /// Until this day; from the next day, feeds are refused.
    pub last_day: NaiveDate,
    /// When it is reviewed.
    pub review_on: NaiveDate,
    /// Membership cards the partner agreed to hand out each month.
    pub cards_a_month: Option<i32>,
    /// How many days after one feed the next is overdue.
    pub feed_every_days: Option<i32>,
}

impl From<Agreement> for AgreementOut {
    fn from(row: Agreement) -> AgreementOut {
        AgreementOut {
            items: row.covers(),
            id: row.id,
            partner_id: row.partner_id,
            purpose: row.purpose,
            basis: row.basis,
            first_day: row.first_day,
            last_day: row.last_day,
            review_on: row.review_on,
            cards_a_month: row.cards_a_month,
            feed_every_days: row.feed_every_days,
        }
    }
}

/// A new agreement.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "purpose": "membership",
    "items": ["child_name", "birth_date", "nhs_number", "carer_name", "address", "postcode"],
    "basis": "UK GDPR Article 6(1)(e), Childcare Act 2006",
    "first_day": "2026-04-01", "last_day": "2028-03-31", "review_on": "2027-04-01",
    "cards_a_month": 40, "feed_every_days": 31
}))]
pub struct AgreementIn {
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

impl AgreementIn {
    fn command(&self) -> Result<service::RecordAgreement, Fault> {
        if self.last_day < self.first_day {
            return Err(Fault::invalid("/last_day", "It must not come before the first day."));
        }
        text::at_most("/items", &self.items, 20)?;
        if self.items.is_empty() && self.purpose == AgreementPurpose::Membership {
            return Err(Fault::invalid("/items", "Name what may be sent."));
        }
        let within = |pointer: &str, value: Option<i32>, least: i32| match value {
            Some(value) if !(least..=10_000).contains(&value) => {
                Err(Fault::invalid(pointer, format!("Use a number from {least} to 10000.")))
            }
            _ => Ok(value),
        };
        Ok(service::RecordAgreement {
            purpose: self.purpose,
            items: self.items.clone(),
            basis: text::line("/basis", &self.basis, 200)?,
            first_day: self.first_day,
            last_day: self.last_day,
            review_on: self.review_on.unwrap_or(self.last_day),
            cards_a_month: within("/cards_a_month", self.cards_a_month, 0)?,
            feed_every_days: within("/feed_every_days", self.feed_every_days, 1)?,
        })
    }
}

/// Until when an agreement is in force.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"last_day": "2027-01-31"}))]
pub struct EndAgreementIn {
    /// The last day on which feeds are taken.
    pub last_day: NaiveDate,
}

/// List the agreements with a partner
///
/// Newest first, including those that have ended.
#[utoipa::path(tag = "partners", params(("id" = inline(PartnerId), Path, description = "The partner.")),
    responses((status = 200, body = List<AgreementOut>)))]
#[get("/partners/{id}/agreements")]
async fn list_agreements(api: Api, id: Path<PartnerId>) -> Result<HttpResponse, Fault> {
    api.read(Act::ManagePartners, move |tx| {
        let rows = service::list(tx, &id)?;
        let items = rows.into_iter().map(AgreementOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Record an agreement
///
/// It is never changed: a new agreement is recorded instead.
#[utoipa::path(tag = "partners", params(("id" = inline(PartnerId), Path, description = "The partner.")),
    request_body = AgreementIn, responses((status = 201, body = AgreementOut)))]
#[post("/partners/{id}/agreements")]
async fn record_agreement(
    api: Api,
    id: Path<PartnerId>,
    body: Body<AgreementIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::ManagePartners, body, move |tx, input| {
        let agreement = service::record(tx, &id, &input.command()?)?;
        Ok(Answer::created(AgreementOut::from(agreement)))
    })
    .await
}

/// End an agreement before its time
#[utoipa::path(tag = "partners",
    params(("id" = inline(PartnerId), Path, description = "The partner."),
        ("agreement_id" = inline(AgreementId), Path, description = "The agreement.")),
    request_body = EndAgreementIn, responses((status = 200, body = AgreementOut)))]
#[post("/partners/{id}/agreements/{agreement_id}/end")]
async fn end_agreement(
    api: Api,
    path: Path<(PartnerId, AgreementId)>,
    body: Body<EndAgreementIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::ManagePartners, body, move |tx, input| {
        let (partner, id) = path.as_ref();
        Ok(Answer::ok(AgreementOut::from(service::end(tx, partner, id, input.last_day)?)))
    })
    .await
}

//! Proposals of feeds over REST.

use super::contacts::wire::ContactOut;
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, ChildId, ContactProposalId, FamilyId, PartnerId};
use crate::base::moment::Moment;
use crate::contacts::feed::Proposal;
use crate::contacts::feed::service::proposals;
use crate::contacts::{Kind, Place};
use crate::web::{Answer, Api, Body, List, Nothing, Paging, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    DecideFaults: NoLongerOpen, AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_proposals).service(accept_proposal).service(refuse_proposal);
}

/// A contact that may belong to a child.
#[derive(Serialize, ToSchema)]
pub struct ProposalOut {
    /// Opaque.
    pub id: ContactProposalId,
    /// The family of that child.
    pub family_id: FamilyId,
    /// The child it may belong to.
    pub child_id: ChildId,
    /// How well the row matches, 70 to 100.
    pub score: i32,
    /// What differs from the record: `name`, `birth_date`, `postcode`.
    pub differs: Vec<String>,
    /// The kind of contact.
    pub kind: Kind,
    /// The day it took place; for a place, its first day.
    pub on_day: NaiveDate,
    /// The centre that made the contact.
    pub centre_id: Option<CentreId>,
    /// The service that reported it, or the setting of a place.
    pub partner_id: Option<PartnerId>,
    /// The kind of place, if it is one.
    pub place: Option<Place>,
    /// When it was sent.
    pub made_at: Moment,
}

impl From<Proposal> for ProposalOut {
    fn from(proposal: Proposal) -> ProposalOut {
        ProposalOut {
            id: proposal.id,
            family_id: proposal.family_id,
            child_id: proposal.child_id,
            score: proposal.score,
            differs: proposal.differs.split_whitespace().map(str::to_owned).collect(),
            kind: proposal.kind,
            on_day: proposal.on_day,
            centre_id: proposal.centre_id,
            partner_id: proposal.partner_id,
            place: proposal.place,
            made_at: proposal.made_at,
        }
    }
}

/// List contacts that may belong to a child
///
/// From feed rows without an exact match. Nothing else of the row was stored.
#[utoipa::path(tag = "contacts", params(Paging),
    responses((status = 200, body = List<ProposalOut>)))]
#[get("/contact-proposals")]
async fn list_proposals(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeContacts, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.clone().unwrap_or_default();
        let rows = proposals::list(tx, &after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), ProposalOut::from)))
    })
    .await
}

/// Accept a proposed contact
///
/// The contact is recorded for the child. If that was wrong, withdraw it like any other.
#[utoipa::path(tag = "contacts", request_body = Nothing,
    params(("id" = inline(ContactProposalId), Path, description = "The proposal.")),
    responses((status = 200, body = ContactOut), DecideFaults))]
#[post("/contact-proposals/{id}/accept")]
async fn accept_proposal(
    api: Api,
    id: Path<ContactProposalId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, move |tx, _| {
        let contact = proposals::accept(tx, &id)?;
        let family = contact.family_id.clone();
        Ok(Answer::ok(ContactOut::new((contact, family))))
    })
    .await
}

/// Refuse a proposed contact
#[utoipa::path(tag = "contacts", request_body = Nothing,
    params(("id" = inline(ContactProposalId), Path, description = "The proposal.")),
    responses((status = 200, body = Nothing), DecideFaults))]
#[post("/contact-proposals/{id}/refuse")]
async fn refuse_proposal(
    api: Api,
    id: Path<ContactProposalId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, move |tx, _| {
        proposals::refuse(tx, &id)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

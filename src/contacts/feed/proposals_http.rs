//! Proposals of feeds over REST.

use super::{Proposal, proposals_service};
use crate::access::Act;
use crate::contacts::wire::ContactOut;
use crate::contacts::{Kind, Place};
use crate::fault::Fault;
use crate::id::{CentreId, ChildId, ContactProposalId, FamilyId, PartnerId};
use crate::moment::Moment;
use crate::web::{Answer, Api, Body, List, Nothing, Paging, Query, faults};
use actix_web::{HttpResponse, get, post, web::Path};
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

/// A contact that may be a child's.
#[derive(Serialize, ToSchema)]
pub struct ProposalOut {
    /// Opaque.
    pub id: ContactProposalId,
    /// The family of that child.
    pub family_id: FamilyId,
    /// The child it may be of.
    pub child_id: ChildId,
    /// How well the row fits, 70 to 100.
    pub score: i32,
    /// What of the row is not as it is known: `name`, `birth_date`, `postcode`.
    pub differs: Vec<String>,
    /// What the contact was.
    pub kind: Kind,
    /// The day it took place; of a place its first.
    pub on_day: NaiveDate,
    /// The centre whose work it was.
    pub centre_id: Option<CentreId>,
    /// The service that reported it, or the setting of a place.
    pub partner_id: Option<PartnerId>,
    /// What place it is, where it is one.
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

/// List contacts that may be a child's
///
/// Of rows of feeds that were not exactly a known child's. Nothing else of the row was kept.
#[utoipa::path(tag = "contacts", params(Paging),
    responses((status = 200, body = List<ProposalOut>)))]
#[get("/contact-proposals")]
async fn list_proposals(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeContacts, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.clone().unwrap_or_default();
        let rows = proposals_service::list(tx, &after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), ProposalOut::from)))
    })
    .await
}

/// Say that it was the child
///
/// The contact is recorded; where that was wrong it is withdrawn like any other.
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
        let contact = proposals_service::accept(tx, &id)?;
        let family = contact.family_id.clone();
        Ok(Answer::ok(ContactOut::new((contact, family))))
    })
    .await
}

/// Say that it was another child
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
        proposals_service::refuse(tx, &id)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

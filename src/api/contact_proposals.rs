//! Proposals of feeds over REST.

use crate::access::Act;
use crate::base::id::ContactProposalId;
use crate::contacts::Contact;
use crate::contacts::feed::Proposal;
use crate::contacts::feed::service::proposals;
use crate::web::{
    Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};

faults! {
    DecideFaults: NoLongerOpen, AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_proposals).service(accept_proposal).service(refuse_proposal);
}

/// List contacts that may belong to a child
///
/// From feed rows without an exact match. Nothing else of the row was stored.
#[utoipa::path(tag = "contacts", params(Paging),
    responses((status = 200, body = List<Proposal>)))]
#[get("/contact-proposals")]
async fn list_proposals(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeContacts, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.clone().unwrap_or_default();
        let rows = proposals::list(tx, &after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), |proposal| proposal)))
    })
    .await
}

/// Accept a proposed contact
///
/// The contact is recorded for the child. If that was wrong, withdraw it like any other.
#[utoipa::path(tag = "contacts", request_body = Nothing,
    params(("id" = inline(ContactProposalId), Path, description = "The proposal.")),
    responses((status = 200, body = Contact), DecideFaults))]
#[post("/contact-proposals/{id}/accept")]
async fn accept_proposal(api: Api, id: Path<ContactProposalId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::RecordContact, body, move |tx, _| Ok(Answer::ok(proposals::accept(tx, &id)?)))
        .await
}

/// Refuse a proposed contact
#[utoipa::path(tag = "contacts", request_body = Nothing,
    params(("id" = inline(ContactProposalId), Path, description = "The proposal.")),
    responses((status = 200, body = Nothing), DecideFaults))]
#[post("/contact-proposals/{id}/refuse")]
async fn refuse_proposal(api: Api, id: Path<ContactProposalId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::RecordContact, body, move |tx, _| {
        proposals::refuse(tx, &id)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

//! Contacts over REST. A contact is withdrawn and replaced, never overwritten.

pub(crate) mod wire;

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::ContactId;
use crate::contacts::list;
use crate::contacts::service::{hand, statement};
use crate::families::statements::service::speaks_for_team;
use crate::web::{Answer, Api, Body, List, Logged, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, patch, post};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;
use wire::{ContactIn, ContactOut, ContactPatch, ContactsQuery, WithdrawIn, cursor_of};

faults! {
    RecordFaults: AlreadyExists;
    WithdrawFaults: NoLongerOpen;
}

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_contacts)
        .service(record_contact)
        .service(change_contact)
        .service(withdraw_contact);
}

/// List contacts
///
/// Current contacts, newest first. Those of a sensitive session are shown only to those who can see
/// its register, and those of a restricted family only to those who may open it. Reading is logged.
#[utoipa::path(tag = "contacts", params(ContactsQuery),
    responses((status = 200, body = List<ContactOut>)))]
#[get("/contacts")]
async fn list_contacts(api: Api, query: Query<ContactsQuery>) -> Result<HttpResponse, Fault> {
    api.look(Act::SeeContacts, move |tx| {
        let query = query.read()?;
        let rows = list::service::list(tx, &query.command()?)?;
        let of = query.family_id.as_ref().map_or("", |id| id.as_str());
        let detail = json!({ "contacts": rows.len() });
        let families = query.family_id.iter().cloned().collect();
        let logged = Logged { families, detail, ..Logged::of(Event::SeeContacts, of) };
        Ok((Answer::ok(query.paging().page(rows, cursor_of, ContactOut::new)), logged))
    })
    .await
}

/// Record a contact
///
/// One-to-one support, a home visit, a phone call, signposting; a review by a health service, a
/// place in a setting. Staff use the ids of the family; a professional uses the ids of the team's
/// statement. One contact is created per child.
#[utoipa::path(tag = "contacts", request_body = ContactIn,
    responses((status = 201, body = List<ContactOut>), RecordFaults))]
#[post("/contacts")]
async fn record_contact(api: Api, body: Body<ContactIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, |tx, input| {
        let by_hand = input.command()?;
        let made = match speaks_for_team(tx.actor()) {
            true => statement::add(tx, &by_hand)?,
            false => hand::add(tx, &by_hand)?,
        };
        let items = made.into_iter().map(ContactOut::new).collect();
        Ok(Answer::created(List { items, next: None }))
    })
    .await
}

/// Update a contact
///
/// For a place that ended, or signposting that was taken up. The contact is withdrawn and a new one
/// recorded, so the response has another id. The old version is kept for reports as known then.
#[utoipa::path(tag = "contacts", request_body = ContactPatch,
    params(("id" = inline(ContactId), Path, description = "The contact.")),
    responses((status = 200, body = ContactOut), WithdrawFaults))]
#[patch("/contacts/{id}")]
async fn change_contact(
    api: Api,
    id: Path<ContactId>,
    body: Body<ContactPatch>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, move |tx, input| {
        let made = match speaks_for_team(tx.actor()) {
            true => statement::change(tx, &id, &input.command())?,
            false => hand::change(tx, &id, &input.command())?,
        };
        Ok(Answer::ok(ContactOut::new(made)))
    })
    .await
}

/// Withdraw a contact
///
/// It no longer counts, but is kept for reports as known until now. Correct attendance in the
/// register instead.
#[utoipa::path(tag = "contacts", request_body = WithdrawIn,
    params(("id" = inline(ContactId), Path, description = "The contact.")),
    responses((status = 200, body = ContactOut), WithdrawFaults))]
#[post("/contacts/{id}/withdraw")]
async fn withdraw_contact(
    api: Api,
    id: Path<ContactId>,
    body: Body<WithdrawIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, move |tx, input| {
        let why = input.reason()?;
        let withdrawn = match speaks_for_team(tx.actor()) {
            true => statement::withdraw(tx, &id, &why)?,
            false => hand::withdraw(tx, &id, &why)?,
        };
        Ok(Answer::ok(ContactOut::new(withdrawn)))
    })
    .await
}

//! Contacts over REST. A contact is withdrawn and recorded anew, and never overwritten.

use super::wire::{ContactIn, ContactOut, ContactPatch, ContactsQuery, WithdrawIn, cursor_of};
use super::{hand_service, list_service, statement_service};
use crate::access::Act;
use crate::audit::Event;
use crate::families::statements::service::speaks_for_team;
use crate::fault::Fault;
use crate::id::ContactId;
use crate::web::{Answer, Api, Body, List, Logged, Query, faults};
use actix_web::{HttpResponse, get, patch, post, web::Path};
use serde_json::json;
use utoipa_actix_web::service_config::ServiceConfig;

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
/// Those that stand, the newest first. Of a sensitive session only to those who see its register;
/// of a restricted family only to those who may open it. Looking is logged.
#[utoipa::path(tag = "contacts", params(ContactsQuery),
    responses((status = 200, body = List<ContactOut>)))]
#[get("/contacts")]
async fn list_contacts(api: Api, query: Query<ContactsQuery>) -> Result<HttpResponse, Fault> {
    api.look(Act::SeeContacts, move |tx| {
        let query = query.read()?;
        let rows = list_service::list(tx, &query.command()?)?;
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
/// place in a setting. By staff; or by a professional of a family that its team has spoken of, then
/// with the ids of its statement. One contact for each child.
#[utoipa::path(tag = "contacts", request_body = ContactIn,
    responses((status = 201, body = List<ContactOut>), RecordFaults))]
#[post("/contacts")]
async fn record_contact(api: Api, body: Body<ContactIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::RecordContact, body, |tx, input| {
        let by_hand = input.command()?;
        let made = match speaks_for_team(tx.actor()) {
            true => statement_service::add(tx, &by_hand)?,
            false => hand_service::add(tx, &by_hand)?,
        };
        let items = made.into_iter().map(ContactOut::new).collect();
        Ok(Answer::created(List { items, next: None }))
    })
    .await
}

/// Say what became of a contact later
///
/// A place ended, or signposting was taken up: the contact is withdrawn and recorded anew, so the
/// answer has another id. What was known before is kept as known then.
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
            true => statement_service::change(tx, &id, &input.command())?,
            false => hand_service::change(tx, &id, &input.command())?,
        };
        Ok(Answer::ok(ContactOut::new(made)))
    })
    .await
}

/// Withdraw a contact
///
/// It counts no more, but stays as known until now. What a register says is corrected there.
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
            true => statement_service::withdraw(tx, &id, &why)?,
            false => hand_service::withdraw(tx, &id, &why)?,
        };
        Ok(Answer::ok(ContactOut::new(withdrawn)))
    })
    .await
}

//! Contacts over REST. A contact is withdrawn and replaced, never overwritten.

use crate::access::Act;
use crate::audit::Event;
use crate::base::id::ContactId;
use crate::base::text;
use crate::contacts::Contact;
use crate::contacts::by_hand::{ByHand, Later};
use crate::contacts::list::service::cursor_of;
use crate::contacts::list::{self, ContactsQuery};
use crate::contacts::service::hand;
use crate::web::{
    Answer, Api, ApiResult, Body, List, Logged, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, patch, post};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

faults! {
    RecordFaults: AlreadyExists;
    WithdrawFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
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
    responses((status = 200, body = List<Contact>)))]
#[get("/contacts")]
async fn list_contacts(api: Api, query: Query<ContactsQuery>) -> ApiResult {
    api.read(Act::SeeContacts, move |tx| {
        let query = query.read()?;
        let paging = Paging { limit: query.limit, after: None };
        let rows = list::service::list(tx, &query, paging.rows())?;
        let of = query.family_id.as_ref().map_or("", |id| id.as_str());
        let detail = json!({ "contacts": rows.len() });
        let families = query.family_id.iter().cloned().collect();
        let logged = Logged { families, detail, ..Logged::of(Event::SeeContacts, of) };
        Ok((Answer::ok(paging.page(rows, cursor_of, |contact| contact)), logged))
    })
    .await
}

/// Record a contact
///
/// One-to-one support, a home visit, a phone call, signposting; a review by a health service, a
/// place in a setting. Staff use the ids of the family; a professional uses the ids of the team's
/// statement. One contact is created per child.
#[utoipa::path(tag = "contacts", request_body = ByHand,
    responses((status = 201, body = List<Contact>), RecordFaults))]
#[post("/contacts")]
async fn record_contact(api: Api, body: Body<ByHand>) -> ApiResult {
    api.write(Act::RecordContact, body, |tx, input| {
        Ok(Answer::created(List { items: hand::add(tx, input)?, next: None }))
    })
    .await
}

/// Update a contact
///
/// For a place that ended, or signposting that was taken up. The contact is withdrawn and a new one
/// recorded, so the response has another id. The old version is kept for reports as known then.
#[utoipa::path(tag = "contacts", request_body = Later,
    params(("id" = inline(ContactId), Path, description = "The contact.")),
    responses((status = 200, body = Contact), WithdrawFaults))]
#[patch("/contacts/{id}")]
async fn change_contact(api: Api, id: Path<ContactId>, body: Body<Later>) -> ApiResult {
    api.write(Act::RecordContact, body, move |tx, input| {
        Ok(Answer::ok(hand::change(tx, &id, input)?))
    })
    .await
}

/// Why a contact is withdrawn.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "Written down for the wrong family"}))]
pub(crate) struct WithdrawIn {
    /// The reason, for later readers; no names.
    #[schema(min_length = 1, max_length = 200)]
    pub reason: String,
}

/// Withdraw a contact
///
/// It no longer counts, but is kept for reports as known until now. Correct attendance in the
/// register instead.
#[utoipa::path(tag = "contacts", request_body = WithdrawIn,
    params(("id" = inline(ContactId), Path, description = "The contact.")),
    responses((status = 200, body = Contact), WithdrawFaults))]
#[post("/contacts/{id}/withdraw")]
async fn withdraw_contact(api: Api, id: Path<ContactId>, body: Body<WithdrawIn>) -> ApiResult {
    api.write(Act::RecordContact, body, move |tx, input| {
        let why = text::lines("/reason", &input.reason, 200)?;
        Ok(Answer::ok(hand::withdraw(tx, &id, &why)?))
    })
    .await
}

//! Kinds of contact over REST, and what each counts as.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::contacts::{Counts, Kind, service, store};
use crate::web::{Answer, Api, ApiResult, Body, List, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, patch};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_contact_kinds).service(change_contact_kind);
}

/// A kind of contact.
#[derive(Serialize, ToSchema)]
pub(crate) struct ContactKindOut {
    /// Its name in requests.
    pub kind: Kind,
    /// What it counts as in reach.
    pub counts: Counts,
}

/// A change of what a kind counts as.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"counts": "direct"}))]
pub(crate) struct ContactKindPatch {
    /// What it shall count as in reach.
    pub counts: Counts,
}

/// List the kinds of contact
#[utoipa::path(tag = "contacts", responses((status = 200, body = List<ContactKindOut>)))]
#[get("/contact-kinds")]
async fn list_contact_kinds(api: Api) -> ApiResult {
    api.read(Act::SeeProgramme, |tx| {
        let kinds = store::kinds(tx)?.into_iter();
        let items = kinds.map(|(kind, counts)| ContactKindOut { kind, counts }).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Set what a kind of contact counts as
///
/// Reports as known from then on use the new setting; reports as known earlier stay as they were.
#[utoipa::path(tag = "contacts", request_body = ContactKindPatch,
    params(("kind" = String, Path, description = "The kind, such as phone_call.")),
    responses((status = 200, body = ContactKindOut)))]
#[patch("/contact-kinds/{kind}")]
async fn change_contact_kind(
    api: Api,
    kind: Path<String>,
    body: Body<ContactKindPatch>,
) -> ApiResult {
    api.write(Act::KeepReach, body, move |tx, input| {
        let kind = Kind::parse(&kind).ok_or_else(|| Fault::not_found("kind of contact"))?;
        service::set_counts(tx, kind, input.counts)?;
        Ok(Answer::ok(ContactKindOut { kind, counts: input.counts }))
    })
    .await
}

//! More about a family over REST: the adults it trusts, and the restriction of its record.

use super::wire::TrustedAdultOut;
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{ChildId, FamilyId, TrustedAdultId};
use crate::base::text;
use crate::families::Relationship;
use crate::families::trusted;
use crate::families::trusted::service::AddTrusted;
use crate::web::{Answer, Api, Body, Nothing};
use actix_web::web::Path;
use actix_web::{HttpResponse, delete, post};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(add_trusted_adult).service(remove_trusted_adult);
}

/// An adult the family trusts.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Parveen Khan", "relationship": "grandparent",
    "phone": "0161 912 2122", "child_ids": ["0198c1d27f3a7d0e9d1c2b3a4f5e6d7c"]}))]
pub struct TrustedAdultIn {
    /// Name.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// What the adult is to the family.
    pub relationship: Relationship,
    /// Where to ring.
    #[schema(max_length = 30)]
    pub phone: Option<String>,
    /// The children this adult may bring, at least one.
    #[schema(min_items = 1, max_items = 20)]
    pub child_ids: Vec<ChildId>,
}

/// Name an adult who may bring some of the children
#[utoipa::path(tag = "families", request_body = TrustedAdultIn,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 201, body = TrustedAdultOut)))]
#[post("/families/{id}/trusted-adults")]
async fn add_trusted_adult(
    api: Api,
    id: Path<FamilyId>,
    body: Body<TrustedAdultIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::ChangeFamily, body, move |tx, input| {
        text::at_most("/child_ids", &input.child_ids, 20)?;
        let phone = text::maybe_line("/phone", input.phone.as_deref(), 30)?;
        let add = AddTrusted {
            name: text::name("/name", &input.name)?,
            relationship: input.relationship,
            phone: phone.map(|phone| text::phone("/phone", &phone)).transpose()?,
            child_ids: input.child_ids.clone(),
        };
        let adult = trusted::service::add(tx, &id, &add)?;
        Ok(Answer::created(TrustedAdultOut::from((adult, add.child_ids))))
    })
    .await
}

/// Take an adult off the family's list
#[utoipa::path(tag = "families",
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("adult_id" = inline(TrustedAdultId), Path, description = "The adult.")),
    responses((status = 200, body = Nothing)))]
#[delete("/families/{id}/trusted-adults/{adult_id}")]
async fn remove_trusted_adult(
    api: Api,
    path: Path<(FamilyId, TrustedAdultId)>,
) -> Result<HttpResponse, Fault> {
    api.open(Act::ChangeFamily, move |tx| {
        let (family, adult) = &*path;
        trusted::service::remove(tx, family, adult)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

//! More about a family over REST: the adults it trusts, and the restriction of its record.

use crate::access::Act;
use crate::base::id::{FamilyId, TrustedAdultId};
use crate::base::text;
use crate::families::TrustedAdult;
use crate::families::trusted::service::{self, AddTrusted};
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig};
use actix_web::web::Path;
use actix_web::{delete, post};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(add_trusted_adult).service(remove_trusted_adult);
}

/// Name an adult who may bring some of the children
#[utoipa::path(tag = "families", request_body = AddTrusted,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 201, body = TrustedAdult)))]
#[post("/families/{id}/trusted-adults")]
async fn add_trusted_adult(api: Api, id: Path<FamilyId>, body: Body<AddTrusted>) -> ApiResult {
    api.write(Act::ChangeFamily, body, move |tx, input| {
        text::at_most("/child_ids", &input.child_ids, 20)?;
        let phone = text::maybe_line("/phone", input.phone.as_deref(), 30)?;
        let add = AddTrusted {
            name: text::name("/name", &input.name)?,
            phone: phone.map(|phone| text::phone("/phone", &phone)).transpose()?,
            ..input.clone()
        };
        Ok(Answer::created(service::add(tx, &id, add)?))
    })
    .await
}

/// Take an adult off the family's list
#[utoipa::path(tag = "families",
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("adult_id" = inline(TrustedAdultId), Path, description = "The adult.")),
    responses((status = 200, body = Nothing)))]
#[delete("/families/{id}/trusted-adults/{adult_id}")]
async fn remove_trusted_adult(api: Api, path: Path<(FamilyId, TrustedAdultId)>) -> ApiResult {
    api.open(Act::ChangeFamily, move |tx| {
        let (family, adult) = &*path;
        service::remove(tx, family, adult)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

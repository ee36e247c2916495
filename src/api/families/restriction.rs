//! Restricting who may open a family's record, over REST.

use super::wire::FamilyOut;
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::FamilyId;
use crate::families::service::{Restriction, open, restrict};
use crate::web::{Answer, Api, Body};
use actix_web::web::Path;
use actix_web::{HttpResponse, put};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(restrict_family);
}

/// Who opens a record, and whether post goes to its address.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"restricted": true, "unsafe_address": true}))]
pub struct RestrictionIn {
    /// Only the safeguarding lead opens it, beside the family itself.
    pub restricted: bool,
    /// Nothing goes there by post.
    pub unsafe_address: bool,
}

/// Restrict a family record, or lift the restriction
#[utoipa::path(tag = "families", request_body = RestrictionIn,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = FamilyOut)))]
#[put("/families/{id}/restriction")]
async fn restrict_family(
    api: Api,
    id: Path<FamilyId>,
    body: Body<RestrictionIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::RestrictFamily, body, move |tx, input| {
        let restriction =
            Restriction { restricted: input.restricted, unsafe_address: input.unsafe_address };
        restrict(tx, &id, &restriction)?;
        let household = open(tx, &id)?;
        Ok(Answer::ok(FamilyOut::load(tx, household)?))
    })
    .await
}

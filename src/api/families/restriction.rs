//! Restricting who may open a family's record, over REST.

use super::wire::FamilyOut;
use crate::access::Act;
use crate::base::id::FamilyId;
use crate::families::service::{Restriction, open, restrict};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig};
use actix_web::put;
use actix_web::web::Path;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(restrict_family);
}

/// Restrict a family record, or lift the restriction
#[utoipa::path(tag = "families", request_body = Restriction,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = FamilyOut)))]
#[put("/families/{id}/restriction")]
async fn restrict_family(api: Api, id: Path<FamilyId>, body: Body<Restriction>) -> ApiResult {
    api.write(Act::RestrictFamily, body, move |tx, input| {
        restrict(tx, &id, input)?;
        let household = open(tx, &id)?;
        Ok(Answer::ok(FamilyOut::load(tx, household)?))
    })
    .await
}

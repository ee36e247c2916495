//! Ending a carer's access, over REST: when somebody else may hold her phone or read her mail.

use crate::access::Act;
use crate::base::id::{CarerId, FamilyId};
use crate::families::service::access;
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig};
use actix_web::post;
use actix_web::web::Path;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(end_access);
}

/// End all sign-ins of a carer
///
/// At once, and nobody is told. Change her contacts too: a new code goes to the address on record.
#[utoipa::path(tag = "families", request_body = Nothing,
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("carer_id" = inline(CarerId), Path, description = "The carer.")),
    responses((status = 200, body = Nothing)))]
#[post("/families/{id}/carers/{carer_id}/end-access")]
async fn end_access(api: Api, path: Path<(FamilyId, CarerId)>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::EndAccess, body, move |tx, _| {
        let (family, carer) = &*path;
        access::end(tx, family, carer)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

//! A person's own sign-ins.

use crate::access::Act;
use crate::access::service::sessions::{self, OpenSignIn};
use crate::base::fault::Fault;
use crate::base::id::{AuthSessionId, may_be_one};
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, ServiceConfig};
use actix_web::web::Path;
use actix_web::{delete, get};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_sign_ins).service(end_sign_in);
}

/// List your sign-ins
///
/// Those that have not ended, newest first, a calendar feed among them. Who signed in with a code
/// sees what belongs to no account.
#[utoipa::path(tag = "access", responses((status = 200, body = List<OpenSignIn>)))]
#[get("/auth/sessions")]
async fn list_sign_ins(api: Api) -> ApiResult {
    api.read(Act::SeeSelf, |tx| Ok(Answer::ok(List { items: sessions::list(tx)?, next: None })))
        .await
}

/// End one of your sign-ins
///
/// It opens nothing from then on; a calendar feed shows nothing.
#[utoipa::path(tag = "access",
    params(("id" = inline(AuthSessionId), Path, description = "The sign-in.")),
    responses((status = 200, body = Nothing)))]
#[delete("/auth/sessions/{id}")]
async fn end_sign_in(api: Api, id: Path<AuthSessionId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::SeeSelf, body, move |tx, _| {
        if !may_be_one(id.as_str()) {
            return Err(Fault::not_found("sign-in"));
        }
        sessions::end(tx, &id)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

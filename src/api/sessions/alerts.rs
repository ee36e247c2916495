//! Asking to be told when booking opens, over REST.

use crate::access::Act;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::bookings::telling;
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

faults! {
    AlertFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(ask_alert);
}

/// That a family will be told.
#[derive(Serialize, ToSchema)]
pub(crate) struct AlertOut {
    /// Which session.
    pub session_id: SessionId,
    /// When the message will go out.
    pub opens_at: Moment,
}

/// Ask to be told when booking opens
///
/// Asking twice changes nothing.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 201, body = AlertOut), AlertFaults))]
#[post("/sessions/{id}/alerts")]
async fn ask_alert(api: Api, id: Path<SessionId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::AskAlert, body, move |tx, _| {
        let session = telling::service::ask_alert(tx, &id)?.session;
        let opens_at = session.public_release_at.unwrap_or(session.starts_at);
        Ok(Answer::created(AlertOut { session_id: session.id, opens_at }))
    })
    .await
}

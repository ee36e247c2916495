//! A professional asks to be told when a referral window opens, over REST.

use super::alerts::AlertOut;
use crate::access::Act;
use crate::base::id::SessionId;
use crate::reports::digests::service;
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;

faults! {
    WindowAlertFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(ask_window_alert);
}

/// Ask to be told when a referral window opens
///
/// By professionals. Asking twice changes nothing.
#[utoipa::path(tag = "bookings", request_body = Nothing,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 201, body = AlertOut), WindowAlertFaults))]
#[post("/sessions/{id}/window-alerts")]
async fn ask_window_alert(api: Api, id: Path<SessionId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::Refer, body, move |tx, _| {
        let session = service::ask(tx, &id)?.session;
        let opens_at = session.referrals_open_at;
        Ok(Answer::created(AlertOut { session_id: session.id, opens_at }))
    })
    .await
}

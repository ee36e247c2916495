//! Asking to be told when booking opens, over REST.

use crate::access::{Act, Scope};
use crate::base::fault::{Code, Fault};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::bookings::telling::store;
use crate::bookings::view;
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
        let family = tx.actor().family_id.clone().ok_or_else(|| Fault::not_found("family"))?;
        tx.allow(Act::AskAlert, &Scope::organisation().family(&family), "family")?;
        let standing = view::see(tx, &id)?;
        let session = &standing.planned().session;
        let now = tx.now();
        let opens_at =
            session.public_release_at.filter(|at| *at > now && session.cancelled_at.is_none());
        let opens_at = opens_at.ok_or_else(|| {
            Fault::new(
                Code::NoLongerOpen,
                "Booking is already open, or will never open for everyone.",
            )
        })?;
        let carer = tx.actor().carer_id.clone();
        store::ask(tx, &family, &id, carer.as_ref(), now)?;
        Ok(Answer::created(AlertOut { session_id: id.clone(), opens_at }))
    })
    .await
}

//! Marks over REST that could not be sent while they were made.

use super::marks::{MarkTakenOut, MarksTakenOut};
use super::marks_wire::RegisterMarksIn;
use crate::access::Act;
use crate::attendance::{late, register};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

faults! {
    LateMarksFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(permit_late_marks).service(take_late_marks);
}

/// What a device keeps with the marks it could not send.
#[derive(Serialize, ToSchema)]
pub(crate) struct PermitOut {
    /// Send it with the marks.
    pub permit: String,
    /// Until when marks with it are taken.
    pub until: Moment,
}

/// Get a permit to send marks later
///
/// For a device that may lose its network. Marks made in the next twelve hours can be sent with the
/// permit for 14 days, in the name of the person who asked for it. That holds after they sign out, and
/// after the register was taken back or completed. A permit opens nothing.
#[utoipa::path(tag = "registers", request_body = Nothing,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = PermitOut)))]
#[post("/sessions/{id}/register/permit")]
async fn permit_late_marks(api: Api, id: Path<SessionId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::TakeRegister, body, move |tx, _| {
        let permit = late::service::permit(tx, &id)?;
        Ok(Answer::ok(PermitOut { permit, until: tx.now() + late::KEPT }))
    })
    .await
}

/// Marks that were made with a permit.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"permit": "0192f1c4.0192f1d2.1764064800.kT9s", "device": "tablet-1",
    "marks": [{"client_id": "0192f1c4-7e1b", "at": "2026-11-23T10:02:11Z",
        "booking_id": "0192f1d27f3a7d0e9d1c2b3a4f5e6d7c", "mark": "came"}]}))]
pub(crate) struct LateMarksIn {
    /// As it was given with the register.
    #[schema(max_length = 256)]
    pub permit: String,
    /// The device's own name, always the same.
    #[schema(min_length = 1, max_length = 64)]
    pub device: String,
    /// At most 500, in any order; at most 50 of them by a typed number.
    #[schema(value_type = Vec<super::marks_wire::MarkIn>, min_items = 1, max_items = 500)]
    pub marks: Vec<Value>,
}

/// Send marks that could not be sent before
///
/// As `POST /sessions/{id}/register/marks`, with a permit in place of a sign-in. A mark is taken if the
/// person who asked for the permit may take the register now, or held it when the mark was made (by
/// the device's clock). A complete register takes it too, and shows staff that it came late.
#[utoipa::path(tag = "registers", security(()), request_body = LateMarksIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = MarksTakenOut), LateMarksFaults))]
#[post("/sessions/{id}/register/late-marks")]
async fn take_late_marks(api: Api, id: Path<SessionId>, body: Body<LateMarksIn>) -> ApiResult {
    api.write_public(body, move |tx, input| {
        let sent =
            RegisterMarksIn { device: Some(input.device.clone()), marks: input.marks.clone() };
        let batch = sent.batch(tx.today())?;
        let (desk, taken) = late::service::take(tx, &id, &input.permit, batch)?;
        let unnamed = register::service::unnamed(tx, &desk)?;
        let marks = taken.into_iter().map(|one| MarkTakenOut::of(&desk, &unnamed, one)).collect();
        let (room, now) = (desk.filled(), tx.now());
        Ok(Answer::ok(MarksTakenOut { marks, room, now }))
    })
    .await
}

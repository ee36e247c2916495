//! Registers over REST: opened, completed, handed to a volunteer.

pub(crate) mod late;
pub(crate) mod marks;
pub(crate) mod marks_wire;
pub(crate) mod sheet;
pub(crate) mod wire;

use crate::access::Act;
use crate::attendance::handover::service::Hands;
use crate::attendance::service::complete::{self, Unmarked};
use crate::attendance::{handover, register};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{AccountId, SessionId};
use crate::web::{Answer, Api, ApiResult, Body, List, Logged, Nothing, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{delete, get, post};
use serde::Deserialize;
use utoipa::ToSchema;
use wire::RegisterOut;

faults! {
    CompleteFaults: PeopleUnmarked, NotYetBegun, SessionCancelled;
    HandoverFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    marks::routes(config);
    late::routes(config);
    sheet::routes(config);
    config
        .service(open_register)
        .service(complete_register)
        .service(list_hands)
        .service(hand_over_register)
        .service(take_back_register);
}

/// Open a session's register
///
/// Who is expected, what was marked for each, and how full the room is. Staff and the desk open the
/// registers of their centres; a volunteer opens one that was handed over, until the session ends,
/// with first names only. It shows nothing about referrals, groups, addresses or the waiting list.
/// Every opening is logged.
#[utoipa::path(tag = "registers", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = RegisterOut)))]
#[get("/sessions/{id}/register")]
async fn open_register(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::SeeRegister, move |tx| {
        let register = register::service::open(tx, &id)?;
        let out = RegisterOut::of(&register, tx.now());
        let families = register::service::families(&register.desk);
        let logged = Logged { families, ..Logged::of(Event::OpenRegister, id.as_str()) };
        Ok((Answer::ok(out), logged))
    })
    .await
}

/// How to complete a register.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"unmarked": "did_not_come"}))]
pub(crate) struct CompleteIn {
    /// How to record people who are not marked; if left out, everybody must be marked.
    pub unmarked: Option<Unmarked>,
}

/// Complete a register
///
/// Where somebody is not marked, the fault names them in `unmarked`; they are recorded as not come
/// only if you say so. Afterwards only people who may correct the register can change marks.
/// Completing it again changes nothing.
#[utoipa::path(tag = "registers", request_body = CompleteIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = RegisterOut), CompleteFaults))]
#[post("/sessions/{id}/register/complete")]
async fn complete_register(api: Api, id: Path<SessionId>, body: Body<CompleteIn>) -> ApiResult {
    api.write(Act::KeepRegister, body, move |tx, input| {
        let desk = complete::complete(tx, &id, input.unmarked)?;
        let register = register::service::show(tx, desk)?;
        Ok(Answer::ok(RegisterOut::of(&register, tx.now())))
    })
    .await
}

/// Who gets the register.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"account_id": "0192f1c47e1b7d0e9d1c2b3a4f5e6d7c"}))]
pub(crate) struct HandOverIn {
    /// A volunteer of the centre.
    pub account_id: AccountId,
}

fn out(items: Vec<Hands>) -> Answer<List<Hands>> {
    Answer::ok(List { items, next: None })
}

/// List the volunteers who may be given a register
///
/// The volunteers of the centre, and since when they have it.
#[utoipa::path(tag = "registers", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = List<Hands>)))]
#[get("/sessions/{id}/register/handover")]
async fn list_hands(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::KeepRegister, move |tx| Ok(out(handover::service::list(tx, &id)?))).await
}

/// Hand a register to a volunteer
///
/// Until the session ends, or it is taken back. The register of a sensitive session stays with
/// staff.
#[utoipa::path(tag = "registers", request_body = HandOverIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = List<Hands>), HandoverFaults))]
#[post("/sessions/{id}/register/handover")]
async fn hand_over_register(api: Api, id: Path<SessionId>, body: Body<HandOverIn>) -> ApiResult {
    api.write(Act::KeepRegister, body, move |tx, input| {
        Ok(out(handover::service::hand_over(tx, &id, &input.account_id)?))
    })
    .await
}

/// Take a register back from a volunteer
#[utoipa::path(tag = "registers",
    params(("id" = inline(SessionId), Path, description = "The session."),
        ("account_id" = inline(AccountId), Path, description = "The volunteer.")),
    responses((status = 200, body = List<Hands>)))]
#[delete("/sessions/{id}/register/handover/{account_id}")]
async fn take_back_register(
    api: Api,
    path: Path<(SessionId, AccountId)>,
    body: Body<Nothing>,
) -> ApiResult {
    api.write(Act::KeepRegister, body, move |tx, _| {
        let (id, account) = &*path;
        if !crate::base::id::may_be_one(account.as_str()) {
            return Err(Fault::not_found("account"));
        }
        Ok(out(handover::service::take_back(tx, id, account)?))
    })
    .await
}

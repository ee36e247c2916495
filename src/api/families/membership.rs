//! Memberships over REST: leaving, and joining again.

use super::wire::{FamilyOrStatement, FamilyOut};
use crate::access::Act;
use crate::base::id::{FamilyId, StatementId};
use crate::families::statements::service::speaks_for_team;
use crate::membership::birthdays::lost;
use crate::membership::service::{self, partner_statements};
use crate::web::{Answer, Api, ApiResult, Body, Nothing, ServiceConfig};
use actix_web::post;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(opt_out).service(join_again).service(record_in_touch);
}

/// End a family's membership at its wish
///
/// No card, no feed and no birthday mail from now on. What it booked stays booked, and it may go on
/// booking. Repeating it changes nothing. Only keyed hashes of the family are kept, so that no feed
/// brings it back, until the youngest child is five. A professional records the no of a family
/// their team has described, and gets the team's statement, whatever was known of the family.
#[utoipa::path(tag = "membership", request_body = Nothing,
    params(("id" = inline(FamilyId), Path, description = "The family, or the team's statement.")),
    responses((status = 200, body = FamilyOrStatement)))]
#[post("/families/{id}/opt-out")]
async fn opt_out(api: Api, id: Path<FamilyId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::EndMembership, body, move |tx, _| {
        if speaks_for_team(tx.actor()) {
            let statement = partner_statements::say_no(tx, &StatementId::from(id.as_str()))?;
            return Ok(Answer::ok(FamilyOrStatement::statement(statement)?));
        }
        let household = service::opt_out(tx, &id)?;
        Ok(Answer::ok(FamilyOrStatement::family(FamilyOut::load(tx, household)?)))
    })
    .await
}

/// Make a family a member again at its wish
#[utoipa::path(tag = "membership", request_body = Nothing,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = FamilyOut)))]
#[post("/families/{id}/join-again")]
async fn join_again(api: Api, id: Path<FamilyId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::ChangeFamily, body, move |tx, _| {
        let household = service::join_again(tx, &id)?;
        Ok(Answer::ok(FamilyOut::load(tx, household)?))
    })
    .await
}

/// What came of it.
#[derive(Serialize, ToSchema)]
pub(crate) struct InTouchOut {
    /// How many cards to the family were on the list.
    pub cards: usize,
}

/// Record that a family was reached
///
/// It leaves the list of families out of touch. Repeating it changes nothing.
#[utoipa::path(tag = "membership", request_body = Nothing,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = InTouchOut)))]
#[post("/families/{id}/in-touch")]
async fn record_in_touch(api: Api, id: Path<FamilyId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::DoTasks, body, move |tx, _| {
        Ok(Answer::ok(InTouchOut { cards: lost::service::in_touch(tx, &id)? }))
    })
    .await
}

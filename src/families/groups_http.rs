//! Target groups over REST: what each does, and which of them staff state of a family.

use super::groups::TargetGroup;
use super::groups_service::{self as service, ChangeGroup};
use super::store;
use crate::access::Act;
use crate::fault::Fault;
use crate::id::FamilyId;
use crate::text;
use crate::web::{Answer, Api, Body, List, Nothing, faults};
use actix_web::{HttpResponse, delete, get, patch, post, web::Path};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    GroupFaults: ReasonNeeded;
}

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(state_group)
        .service(end_group)
        .service(list_target_groups)
        .service(change_target_group);
}

/// A group to state.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "lone_parent"}))]
pub struct StateIn {
    /// A code of `GET /target-groups`.
    pub code: String,
}

/// State that a family belongs to a target group
#[utoipa::path(tag = "families", request_body = StateIn,
    params(("id" = String, Path, description = "The family.")),
    responses((status = 201, body = Nothing)))]
#[post("/families/{id}/groups")]
async fn state_group(
    api: Api,
    id: Path<FamilyId>,
    body: Body<StateIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::StateGroups, body, move |tx, input| {
        service::state(tx, &id, &input.code)?;
        Ok(Answer::created(Nothing {}))
    })
    .await
}

/// End what staff stated of a family
#[utoipa::path(tag = "families",
    params(("id" = String, Path, description = "The family."),
        ("code" = String, Path, description = "The group's code.")),
    responses((status = 200, body = Nothing)))]
#[delete("/families/{id}/groups/{code}")]
async fn end_group(api: Api, path: Path<(FamilyId, String)>) -> Result<HttpResponse, Fault> {
    api.open(Act::StateGroups, move |tx| {
        let (id, code) = &*path;
        service::end_statement(tx, id, code)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

/// A target group and what it does.
#[derive(Serialize, ToSchema)]
pub struct TargetGroupOut {
    /// What it is called in requests.
    #[schema(example = "lone_parent")]
    pub code: String,
    /// What staff read.
    #[schema(example = "Lone parent")]
    pub label: String,
    /// A protected characteristic.
    pub protected: bool,
    /// Whether its families come before everyone else's in a line.
    pub gives_priority: bool,
    /// Whether it counts for reach.
    pub counts_for_reach: bool,
    /// Why a protected characteristic gives priority.
    pub priority_reason: Option<String>,
    /// When that is looked at again.
    pub priority_review_on: Option<NaiveDate>,
}

impl From<TargetGroup> for TargetGroupOut {
    fn from(group: TargetGroup) -> TargetGroupOut {
        TargetGroupOut {
            code: group.code,
            label: group.label,
            protected: group.protected,
            gives_priority: group.gives_priority,
            counts_for_reach: group.counts_for_reach,
            priority_reason: group.priority_reason,
            priority_review_on: group.priority_review_on,
        }
    }
}

/// List target groups
#[utoipa::path(tag = "families", responses((status = 200, body = List<TargetGroupOut>)))]
#[get("/target-groups")]
async fn list_target_groups(api: Api) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeTargetGroups, |tx| {
        let items = store::groups(tx)?.into_iter().map(TargetGroupOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Switches of a target group; what is left out stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"gives_priority": true,
    "priority_reason": "Fathers are few at every session", "priority_review_on": "2027-09-01"}))]
pub struct TargetGroupPatch {
    /// Whether its families come before everyone else's in a line.
    pub gives_priority: Option<bool>,
    /// Whether it counts for reach.
    pub counts_for_reach: Option<bool>,
    /// Needed for priority of a protected characteristic.
    pub priority_reason: Option<String>,
    /// Needed with it.
    pub priority_review_on: Option<NaiveDate>,
}

/// Change what a target group does
#[utoipa::path(tag = "families", request_body = TargetGroupPatch,
    params(("code" = String, Path, description = "The group's code.")),
    responses((status = 200, body = TargetGroupOut), GroupFaults))]
#[patch("/target-groups/{code}")]
async fn change_target_group(
    api: Api,
    code: Path<String>,
    body: Body<TargetGroupPatch>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::ManageTargetGroups, body, move |tx, input| {
        let reason = text::maybe_line("/priority_reason", input.priority_reason.as_deref(), 500)?;
        let change = ChangeGroup {
            gives_priority: input.gives_priority,
            counts_for_reach: input.counts_for_reach,
            priority_reason: reason,
            priority_review_on: input.priority_review_on,
        };
        Ok(Answer::ok(TargetGroupOut::from(service::change_group(tx, &code, &change)?)))
    })
    .await
}

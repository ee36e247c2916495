//! Target groups over REST: what each does, and staff's statements about families.

use crate::access::Act;
use crate::base::id::{ChildId, FamilyId};
use crate::families::groups::GroupStatement;
use crate::families::groups::service::{self, State};
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Query, ServiceConfig};
use actix_web::web::Path;
use actix_web::{delete, get, post};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(state_group).service(list_statements).service(review_group).service(end_group);
}

/// Record that a family or child belongs to a target group
///
/// A group's `stated_of` says whether it is for a household or a child.
#[utoipa::path(tag = "families", request_body = State,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 201, body = GroupStatement)))]
#[post("/families/{id}/groups")]
async fn state_group(api: Api, id: Path<FamilyId>, body: Body<State>) -> ApiResult {
    api.write(Act::StateGroups, body, move |tx, input| {
        Ok(Answer::created(service::state(tx, &id, input)?))
    })
    .await
}

/// List staff's statements about a family
///
/// Includes ended statements. Reading the list is logged.
#[utoipa::path(tag = "families",
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = List<GroupStatement>)))]
#[get("/families/{id}/groups")]
async fn list_statements(api: Api, id: Path<FamilyId>) -> ApiResult {
    api.open(Act::StateGroups, move |tx| {
        Ok(Answer::ok(List { items: service::statements(tx, &id)?, next: None }))
    })
    .await
}

/// When a statement is reviewed next.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"review_on": "2027-11-01"}))]
pub(crate) struct ReviewIn {
    /// If left out, it is not reviewed again.
    pub review_on: Option<NaiveDate>,
    /// The child, for a child's group.
    #[schema(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
}

/// Record that a statement still holds
#[utoipa::path(tag = "families", request_body = ReviewIn,
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("code" = String, Path, description = "The group's code.")),
    responses((status = 200, body = GroupStatement)))]
#[post("/families/{id}/groups/{code}/review")]
async fn review_group(api: Api, path: Path<(FamilyId, String)>, body: Body<ReviewIn>) -> ApiResult {
    api.write(Act::StateGroups, body, move |tx, input| {
        let (id, code) = &*path;
        let group = (code.as_str(), input.child_id.as_ref());
        Ok(Answer::ok(service::review(tx, id, group, input.review_on)?))
    })
    .await
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EndGroupIn {
    /// The child, for a child's group.
    #[param(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
}

/// End a statement about a family or child
#[utoipa::path(tag = "families",
    params(("id" = inline(FamilyId), Path, description = "The family."),
        ("code" = String, Path, description = "The group's code."), EndGroupIn),
    responses((status = 200, body = Nothing)))]
#[delete("/families/{id}/groups/{code}")]
async fn end_group(
    api: Api,
    path: Path<(FamilyId, String)>,
    query: Query<EndGroupIn>,
) -> ApiResult {
    api.open(Act::StateGroups, move |tx| {
        let ((id, code), EndGroupIn { child_id }) = (&*path, query.read()?);
        service::end_statement(tx, id, (code, child_id.as_ref()))?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

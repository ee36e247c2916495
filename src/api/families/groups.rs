//! Target groups over REST: what each does, and staff's statements about families.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::families::groups::service::{self, State};
use crate::families::groups::{Evidence, GroupStatement};
use crate::web::{Answer, Api, Body, List, Nothing, Query};
use actix_web::web::Path;
use actix_web::{HttpResponse, delete, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(state_group).service(list_statements).service(review_group).service(end_group);
}

/// A group to state.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "lone_parent", "evidence": "said_by_family",
    "review_on": "2027-05-01"}))]
pub struct StateIn {
    /// A code from `GET /target-groups` that is not derived.
    pub code: String,
    /// The child, for a child's group; left out for a household's group.
    #[schema(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
    /// The first day it held; today if left out.
    pub since_on: Option<NaiveDate>,
    /// The last day it holds, if known.
    pub until_on: Option<NaiveDate>,
    /// The evidence; `not_recorded` if left out.
    pub evidence: Option<Evidence>,
    /// The day it is due for review.
    pub review_on: Option<NaiveDate>,
}

impl StateIn {
    fn command(&self) -> State {
        State {
            code: self.code.clone(),
            child: self.child_id.clone(),
            since_on: self.since_on,
            until_on: self.until_on,
            evidence: self.evidence.unwrap_or(Evidence::NotRecorded),
            review_on: self.review_on,
        }
    }
}

/// A statement that a family is in a target group.
#[derive(Serialize, ToSchema)]
pub struct GroupStatementOut {
    /// The group's code.
    #[schema(example = "lone_parent")]
    pub code: String,
    /// The child it was stated for; left out for a household's group.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub child_id: Option<ChildId>,
    /// The first day it held.
    pub since_on: NaiveDate,
    /// The last day it holds, if known.
    pub until_on: Option<NaiveDate>,
    /// The evidence.
    pub evidence: Evidence,
    /// When it was stated.
    pub stated_at: Moment,
    /// The account that stated it.
    pub stated_by: String,
    /// The day it is due for review.
    pub review_on: Option<NaiveDate>,
    /// When it was last reviewed.
    pub reviewed_at: Option<Moment>,
    /// When it was ended.
    pub ended_at: Option<Moment>,
}

impl From<GroupStatement> for GroupStatementOut {
    fn from(said: GroupStatement) -> GroupStatementOut {
        GroupStatementOut {
            code: said.group_code,
            child_id: said.child_id,
            since_on: said.since_on,
            until_on: said.until_on,
            evidence: said.evidence,
            stated_at: said.stated_at,
            stated_by: said.stated_by,
            review_on: said.review_on,
            reviewed_at: said.reviewed_at,
            ended_at: said.ended_at,
        }
    }
}

/// Record that a family or child belongs to a target group
///
/// A group's `stated_of` says whether it is for a household or a child.
#[utoipa::path(tag = "families", request_body = StateIn,
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 201, body = GroupStatementOut)))]
#[post("/families/{id}/groups")]
async fn state_group(
    api: Api,
    id: Path<FamilyId>,
    body: Body<StateIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::StateGroups, body, move |tx, input| {
        let said = service::state(tx, &id, &input.command())?;
        Ok(Answer::created(GroupStatementOut::from(said)))
    })
    .await
}

/// List staff's statements about a family
///
/// Includes ended statements. Reading the list is logged.
#[utoipa::path(tag = "families",
    params(("id" = inline(FamilyId), Path, description = "The family.")),
    responses((status = 200, body = List<GroupStatementOut>)))]
#[get("/families/{id}/groups")]
async fn list_statements(api: Api, id: Path<FamilyId>) -> Result<HttpResponse, Fault> {
    api.open(Act::StateGroups, move |tx| {
        let items =
            service::statements(tx, &id)?.into_iter().map(GroupStatementOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// When a statement is reviewed next.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"review_on": "2027-11-01"}))]
pub struct ReviewIn {
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
    responses((status = 200, body = GroupStatementOut)))]
#[post("/families/{id}/groups/{code}/review")]
async fn review_group(
    api: Api,
    path: Path<(FamilyId, String)>,
    body: Body<ReviewIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::StateGroups, body, move |tx, input| {
        let (id, code) = &*path;
        let group = (code.as_str(), input.child_id.as_ref());
        let said = service::review(tx, id, group, input.review_on)?;
        Ok(Answer::ok(GroupStatementOut::from(said)))
    })
    .await
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct EndGroupIn {
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
) -> Result<HttpResponse, Fault> {
    api.open(Act::StateGroups, move |tx| {
        let ((id, code), EndGroupIn { child_id }) = (&*path, query.read()?);
        service::end_statement(tx, id, (code, child_id.as_ref()))?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

//! The target groups of the organisation, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::text;
use crate::families::groups::service::{self, ChangeGroup};
use crate::families::groups::store;
use crate::families::groups::{Derived, StatedOf, TargetGroup};
use crate::web::{Answer, Api, Body, List, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, patch, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    GroupFaults: ReasonNeeded;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(add_target_group).service(list_target_groups).service(change_target_group);
}

/// A target group and what it does.
#[derive(Serialize, ToSchema)]
pub struct TargetGroupOut {
    /// Its name in requests.
    #[schema(example = "lone_parent")]
    pub code: String,
    /// The label that staff see.
    #[schema(example = "Lone parent")]
    pub label: String,
    /// A protected characteristic.
    pub protected: bool,
    /// Whether its families come first on waiting lists.
    pub gives_priority: bool,
    /// Whether it counts for reach.
    pub counts_for_reach: bool,
    /// Why a protected characteristic gives priority.
    pub priority_reason: Option<String>,
    /// When that is reviewed.
    pub priority_review_on: Option<NaiveDate>,
    /// How it is derived, if nobody has to state it.
    pub derived: Option<Derived>,
    /// For an age group: the first completed month in it.
    pub from_months: Option<i32>,
    /// For an age group: the first month after it.
    pub until_months: Option<i32>,
    /// Whether it is stated for a household or a child, and counts for it.
    pub stated_of: StatedOf,
    /// Kept out of partners' reports.
    pub guarded: bool,
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
            derived: group.derived,
            from_months: group.from_months,
            until_months: group.until_months,
            stated_of: group.stated_of,
            guarded: group.guarded,
        }
    }
}

/// A target group to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "one_year_old", "label": "From one to two years",
    "from_months": 12, "until_months": 24}))]
pub struct TargetGroupIn {
    /// Its name in requests: lower-case letters, digits and `_`.
    #[schema(pattern = "^[a-z0-9_]{1,40}$")]
    pub code: String,
    /// The label that staff see.
    #[schema(min_length = 1, max_length = 100)]
    pub label: String,
    /// A protected characteristic.
    #[serde(default)]
    pub protected: bool,
    /// Whether it counts for reach; true if left out.
    pub counts_for_reach: Option<bool>,
    /// Makes it an age group: the first completed month in it.
    pub from_months: Option<i32>,
    /// For an age group: the first month after it.
    pub until_months: Option<i32>,
    /// Whether it is stated for a household or a child. If left out: a child for an age group, else
    /// a household.
    pub stated_of: Option<StatedOf>,
    /// Kept out of partners' reports; true if left out.
    pub guarded: Option<bool>,
}

impl TargetGroupIn {
    fn group(&self) -> Result<TargetGroup, Fault> {
        let letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
        if self.code.is_empty() || self.code.len() > 40 || !self.code.bytes().all(letter) {
            let detail = "Use 1 to 40 lower-case letters, digits and _.";
            return Err(Fault::invalid("/code", detail));
        }
        let derived = self.from_months.or(self.until_months).map(|_| Derived::Age);
        let usual = derived.map_or(StatedOf::Household, |_| StatedOf::Child);
        Ok(TargetGroup {
            code: self.code.clone(),
            label: text::line("/label", &self.label, 100)?,
            protected: self.protected,
            gives_priority: false,
            counts_for_reach: self.counts_for_reach.unwrap_or(true),
            priority_reason: None,
            priority_review_on: None,
            derived,
            from_months: self.from_months,
            until_months: self.until_months,
            stated_of: self.stated_of.unwrap_or(usual),
            guarded: self.guarded.unwrap_or(true),
        })
    }
}

/// Add a target group
///
/// It gives no priority until that is switched on with `PATCH`.
#[utoipa::path(tag = "families", request_body = TargetGroupIn,
    responses((status = 201, body = TargetGroupOut)))]
#[post("/target-groups")]
async fn add_target_group(api: Api, body: Body<TargetGroupIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::ManageTargetGroups, body, move |tx, input| {
        let group = service::add_group(tx, &input.group()?)?;
        Ok(Answer::created(TargetGroupOut::from(group)))
    })
    .await
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

/// Changes to a target group; fields left out stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"gives_priority": true,
    "priority_reason": "Fathers are few at every session", "priority_review_on": "2027-09-01"}))]
pub struct TargetGroupPatch {
    /// The label that staff see.
    #[schema(max_length = 100)]
    pub label: Option<String>,
    /// Whether its families come first on waiting lists.
    pub gives_priority: Option<bool>,
    /// Whether it counts for reach.
    pub counts_for_reach: Option<bool>,
    /// Kept out of partners' reports. Protected characteristics always are.
    pub guarded: Option<bool>,
    /// Required to give priority to a protected characteristic.
    #[schema(max_length = 500)]
    pub priority_reason: Option<String>,
    /// Required together with `priority_reason`.
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
        let reason = text::maybe_lines("/priority_reason", input.priority_reason.as_deref(), 500)?;
        let change = ChangeGroup {
            label: text::maybe_line("/label", input.label.as_deref(), 100)?,
            gives_priority: input.gives_priority,
            counts_for_reach: input.counts_for_reach,
            guarded: input.guarded,
            priority_reason: reason,
            priority_review_on: input.priority_review_on,
        };
        Ok(Answer::ok(TargetGroupOut::from(service::change_group(tx, &code, &change)?)))
    })
    .await
}

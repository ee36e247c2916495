//! The target groups of the organisation, over REST.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::text;
use crate::families::groups::service::{self, ChangeGroup};
use crate::families::groups::{Derived, StatedOf, TargetGroup, store};
use crate::web::{Answer, Api, ApiResult, Body, List, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, patch, post};
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    GroupFaults: ReasonNeeded;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(add_target_group).service(list_target_groups).service(change_target_group);
}

/// A target group to add.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "one_year_old", "label": "From one to two years",
    "from_months": 12, "until_months": 24}))]
pub(crate) struct TargetGroupIn {
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
    fn group(&self) -> Result<TargetGroup> {
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
    responses((status = 201, body = TargetGroup)))]
#[post("/target-groups")]
async fn add_target_group(api: Api, body: Body<TargetGroupIn>) -> ApiResult {
    api.write(Act::ManageTargetGroups, body, move |tx, input| {
        let group = service::add_group(tx, &input.group()?)?;
        Ok(Answer::created(group))
    })
    .await
}

/// List target groups
#[utoipa::path(tag = "families", responses((status = 200, body = List<TargetGroup>)))]
#[get("/target-groups")]
async fn list_target_groups(api: Api) -> ApiResult {
    api.read(Act::SeeTargetGroups, |tx| {
        Ok(Answer::ok(List { items: store::groups(tx)?, next: None }))
    })
    .await
}

/// Change what a target group does
#[utoipa::path(tag = "families", request_body = ChangeGroup,
    params(("code" = String, Path, description = "The group's code.")),
    responses((status = 200, body = TargetGroup), GroupFaults))]
#[patch("/target-groups/{code}")]
async fn change_target_group(api: Api, code: Path<String>, body: Body<ChangeGroup>) -> ApiResult {
    api.write(Act::ManageTargetGroups, body, move |tx, input| {
        let reason = input.priority_reason.as_deref();
        let change = ChangeGroup {
            priority_reason: text::maybe_lines("/priority_reason", reason, 500)?,
            label: text::maybe_line("/label", input.label.as_deref(), 100)?,
            ..input.clone()
        };
        Ok(Answer::ok(service::change_group(tx, &code, &change)?))
    })
    .await
}

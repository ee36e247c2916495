//! Target groups: staff record, review and end statements about families, and change what each
//! group does. Professionals state groups on a referral.

use super::{Derived, Evidence, GroupStatement, StatedOf, TargetGroup, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::within_years;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, FamilyGroupId, FamilyId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::service::{allow, lock_allowed};
use crate::families::store::children_of;
use crate::settings;
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// A group to state.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = StateIn, example = json!({"code": "lone_parent", "evidence": "said_by_family",
    "review_on": "2027-05-01"}))]
pub(crate) struct State {
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

/// Records a staff statement about a family.
pub(crate) fn state(tx: &mut Tx, id: &FamilyId, state: &State) -> Result<GroupStatement> {
    lock_allowed(tx, Act::StateGroups, id)?;
    write(tx, id, state)
}

/// Without a permission check: a family is created with its groups, whatever its home centre.
/// Groups of children are stated once they have ids.
pub(crate) fn write_statement(tx: &mut Tx, id: &FamilyId, code: &str) -> Result<()> {
    if known_group(tx, code)?.stated_of == StatedOf::Child {
        let detail = format!(
            "\"{code}\" is a child's group: create the family, then POST /families/{{id}}/groups \
             with child_id."
        );
        return Err(Fault::invalid("/target_groups", detail));
    }
    write(tx, id, &State { code: code.to_owned(), ..State::default() }).map(drop)
}

/// Repeating a statement changes nothing; a different one for the same group ends the old one.
fn write(tx: &mut Tx, id: &FamilyId, state: &State) -> Result<GroupStatement> {
    let code = &state.code;
    let group = known_group(tx, code)?;
    if !group.may_be_stated() {
        let detail = "This group is derived and cannot be stated.";
        return Err(Fault::invalid("/code", detail));
    }
    of_whom(tx, id, &group, state.child_id.as_ref())?;
    for (pointer, day) in [
        ("/since_on", state.since_on),
        ("/until_on", state.until_on),
        ("/review_on", state.review_on),
    ] {
        day.map(|day| within_years(pointer, day)).transpose()?;
    }
    let evidence = state.evidence.unwrap_or(Evidence::NotRecorded);
    let (now, today) = (tx.now(), tx.today());
    let before = store::live(tx, id, (code, state.child_id.as_ref()))?;
    let since_on =
        state.since_on.or(before.as_ref().map(|before| before.since_on)).unwrap_or(today);
    if since_on > today {
        return Err(Fault::invalid(
            "/since_on",
            "This date is in the future. Use today or earlier.",
        ));
    }
    if state.until_on.is_some_and(|until| until < since_on) {
        return Err(Fault::invalid("/until_on", "The first day is after the last."));
    }
    if let Some(before) = before {
        let details = |of: &GroupStatement| (of.since_on, of.until_on, of.evidence, of.review_on);
        if details(&before) == (since_on, state.until_on, evidence, state.review_on) {
            return Ok(before);
        }
        store::end(tx, &before, now)?;
    }

    let by = tx.actor().account_id.as_ref().map(ToString::to_string).unwrap_or_default();
    let said = GroupStatement {
        id: FamilyGroupId::new(),
        family_id: id.clone(),
        group_code: code.clone(),
        stated_by: by,
        partner_id: None,
        stated_at: now,
        since_on,
        until_on: state.until_on,
        evidence,
        review_on: state.review_on,
        reviewed_at: None,
        reviewed_by: None,
        ended_at: None,
        child_id: state.child_id.clone(),
    };
    store::state(tx, &said)?;
    let detail = json!({ "group": code, "child": said.child_id });
    tx.audit(Event::StateGroup, id.as_str(), detail)?;
    Ok(said)
}

/// A child's group must name a child of the family; any other must name none.
fn of_whom(tx: &mut Tx, id: &FamilyId, group: &TargetGroup, child: Option<&ChildId>) -> Result<()> {
    let wrong = |detail: &str| Err(Fault::invalid("/child_id", detail));
    match (group.stated_of, child) {
        (StatedOf::Household, None) => Ok(()),
        (StatedOf::Household, Some(_)) => {
            wrong("This group is for the whole household: leave out child_id.")
        }
        (StatedOf::Child, None) => wrong("This group is for a child: send child_id."),
        (StatedOf::Child, Some(child)) if children_of(tx, id)?.iter().any(|of| of.id == *child) => {
            Ok(())
        }
        (StatedOf::Child, Some(_)) => wrong("This child does not belong to this family."),
    }
}

/// Staff's statements about a family, including ended ones. Agencies' statements are not shown.
pub(crate) fn statements(tx: &mut Tx, id: &FamilyId) -> Result<Vec<GroupStatement>> {
    allow(tx, Act::StateGroups, id)?;
    let mut stated = store::statements(tx, id)?;
    stated.retain(|one| one.partner_id.is_none());
    tx.audit(Event::SeeGroups, id.as_str(), json!({}))?;
    Ok(stated)
}

/// Ends a staff statement; it is kept on record as true until today.
pub(crate) fn end_statement(
    tx: &mut Tx,
    id: &FamilyId,
    (code, child): (&str, Option<&ChildId>),
) -> Result<()> {
    lock_allowed(tx, Act::StateGroups, id)?;
    let group = known_group(tx, code)?;
    of_whom(tx, id, &group, child)?;
    if let Some(live) = store::live(tx, id, (code, child))? {
        let at = tx.now();
        store::end(tx, &live, at)?;
        tx.audit(Event::EndGroup, id.as_str(), json!({ "group": code, "child": child }))?;
    }
    Ok(())
}

/// Records a review: the statement still holds.
pub(crate) fn review(
    tx: &mut Tx,
    id: &FamilyId,
    (code, child): (&str, Option<&ChildId>),
    next: Option<NaiveDate>,
) -> Result<GroupStatement> {
    next.map(|day| within_years("/review_on", day)).transpose()?;
    lock_allowed(tx, Act::StateGroups, id)?;
    let gone = || Fault::not_found("statement");
    let group = known_group(tx, code)?;
    of_whom(tx, id, &group, child)?;
    let live = store::live(tx, id, (code, child))?.ok_or_else(gone)?;
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    store::reviewed(tx, &live.id, (now, by.as_ref()), next)?;
    tx.audit(Event::ReviewGroup, id.as_str(), json!({ "group": code, "child": child }))?;
    store::live(tx, id, (code, child))?.ok_or_else(gone)
}

pub(crate) fn known_group(tx: &mut Tx, code: &str) -> Result<TargetGroup> {
    let groups = store::groups(tx)?;
    if let Some(group) = groups.iter().find(|group| group.code == code) {
        return Ok(group.clone());
    }
    let known: Vec<&str> = groups.iter().map(|group| group.code.as_str()).collect();
    let detail = format!("\"{code}\" is not one of: {}.", known.join(", "));
    Err(Fault::invalid("/target_groups", detail))
}

/// Adds a group. Age groups are derived, all others are stated.
pub(crate) fn add_group(tx: &mut Tx, group: &TargetGroup) -> Result<TargetGroup> {
    tx.allow(Act::ManageTargetGroups, &Scope::organisation(), "target group")?;
    explained(group)?;
    match (group.derived, group.from_months, group.until_months) {
        (None, None, None) => {}
        (Some(Derived::Age), Some(from), Some(until)) if 0 <= from && from < until => {}
        _ => {
            let detail = "Send from_months and a later until_months, or neither.";
            return Err(Fault::invalid("/from_months", detail));
        }
    }
    if group.derived == Some(Derived::Age) && group.stated_of == StatedOf::Household {
        let detail = "An age group is always for a child: leave this out.";
        return Err(Fault::invalid("/stated_of", detail));
    }
    must_be_stated(group)?;
    keep_list(tx)?;
    if !store::add_group(tx, group)? {
        return Err(Fault::invalid("/code", "A group with this code already exists."));
    }
    tx.audit(Event::AddGroup, &group.code, json!({}))?;
    Ok(group.clone())
}

/// Changes to a target group; fields left out stay as they are.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TargetGroupPatch, example = json!({"gives_priority": true,
    "priority_reason": "Fathers are few at every session", "priority_review_on": "2027-09-01"}))]
pub(crate) struct ChangeGroup {
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

/// Changes what a group does. Priority for a protected characteristic needs a reason and a review
/// date.
pub(crate) fn change_group(tx: &mut Tx, code: &str, change: &ChangeGroup) -> Result<TargetGroup> {
    tx.allow(Act::ManageTargetGroups, &Scope::organisation(), "target group")?;
    change.priority_review_on.map(|day| within_years("/priority_review_on", day)).transpose()?;
    let groups = store::groups(tx)?;
    let group = groups.into_iter().find(|group| group.code == code);
    let mut group = group.ok_or_else(|| Fault::not_found("target group"))?;

    group.label = change.label.clone().unwrap_or(group.label);
    group.gives_priority = change.gives_priority.unwrap_or(group.gives_priority);
    group.counts_for_reach = change.counts_for_reach.unwrap_or(group.counts_for_reach);
    group.guarded = change.guarded.unwrap_or(group.guarded);
    group.priority_reason = change.priority_reason.clone().or(group.priority_reason);
    group.priority_review_on = change.priority_review_on.or(group.priority_review_on);
    explained(&group)?;
    must_be_stated(&group)?;
    keep_list(tx)?;
    store::save_group(tx, &group)?;
    let detail = json!({ "gives_priority": group.gives_priority,
        "counts_for_reach": group.counts_for_reach, "guarded": group.guarded });
    tx.audit(Event::ChangeGroup, code, detail)?;
    Ok(group)
}

/// The name under which past lists of groups are kept.
const LIST: &str = "target_groups";

/// A report as known at an earlier moment uses the list of that moment.
fn keep_list(tx: &mut Tx) -> Result<()> {
    tx.alone("target_groups")?;
    let before = store::groups(tx)?;
    settings::store::keep(tx, LIST, &before)
}

/// The list at a given moment.
pub(crate) fn groups_at(tx: &mut Tx, known_at: Moment) -> Result<Vec<TargetGroup>> {
    settings::store::at(tx, LIST, known_at, store::groups)
}

fn must_be_stated(group: &TargetGroup) -> Result<()> {
    if group.gives_priority && !group.may_be_stated() {
        let detail = "Priority needs a statement; this group is derived.";
        return Err(Fault::invalid("/gives_priority", detail));
    }
    Ok(())
}

fn explained(group: &TargetGroup) -> Result<()> {
    if group.protected && !group.guarded {
        let detail = "A protected characteristic is always kept out of partners' reports.";
        return Err(Fault::invalid("/guarded", detail));
    }
    let explained = group.priority_reason.is_some() && group.priority_review_on.is_some();
    if group.protected && group.gives_priority && !explained {
        return Err(Fault::new(
            Code::ReasonNeeded,
            "Priority for a protected characteristic needs priority_reason and priority_review_on.",
        ));
    }
    Ok(())
}

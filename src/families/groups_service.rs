//! Target groups: stated of a family by staff, ended again; what each group does. Professionals
//! state theirs on a referral.

use super::groups::TargetGroup;
use super::service::scope_of;
use super::store;
use crate::access::{Act, Scope};
use crate::db::Tx;
use crate::fault::{Code, Fault};
use crate::id::FamilyId;
use chrono::NaiveDate;
use serde_json::json;

/// States a group of a family, as staff.
pub fn state(tx: &mut Tx, id: &FamilyId, code: &str) -> Result<(), Fault> {
    let family = store::family(tx, id)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::StateGroups, &scope, "family")?;

    write_statement(tx, id, code)
}

/// Without the question who may: a family is made with its groups, whichever centre is its home.
pub fn write_statement(tx: &mut Tx, id: &FamilyId, code: &str) -> Result<(), Fault> {
    known_group(tx, code)?;
    let stated = store::stated(tx, id)?;
    if stated.iter().any(|(known, partner)| known == code && partner.is_none()) {
        return Ok(());
    }

    let at = tx.now();
    let by = tx.actor().account_id.as_ref().map(ToString::to_string).unwrap_or_default();
    store::state(tx, &store::Statement { family: id, code, stated_by: &by, partner: None, at })?;
    tx.audit("state_group", "family", id.as_str(), json!({ "group": code }))
}

/// Ends what staff stated.
pub fn end_statement(tx: &mut Tx, id: &FamilyId, code: &str) -> Result<(), Fault> {
    let family = store::family(tx, id)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::StateGroups, &scope, "family")?;

    let at = tx.now();
    store::end_statement(tx, id, code, at)?;
    tx.audit("end_group", "family", id.as_str(), json!({ "group": code }))
}

pub fn known_group(tx: &mut Tx, code: &str) -> Result<TargetGroup, Fault> {
    let groups = store::groups(tx)?;
    let known: Vec<&str> = groups.iter().map(|group| group.code.as_str()).collect();
    let unknown =
        Fault::invalid("/target_groups", format!("\"{code}\" is none of: {}.", known.join(", ")));
    groups.iter().find(|group| group.code == code).cloned().ok_or(unknown)
}

pub struct ChangeGroup {
    pub gives_priority: Option<bool>,
    pub counts_for_reach: Option<bool>,
    pub priority_reason: Option<String>,
    pub priority_review_on: Option<NaiveDate>,
}

/// Switches what a group does. Priority for a protected characteristic needs why and until when.
pub fn change_group(tx: &mut Tx, code: &str, change: &ChangeGroup) -> Result<TargetGroup, Fault> {
    tx.allow(Act::ManageTargetGroups, &Scope::organisation(), "target group")?;
    let groups = store::groups(tx)?;
    let group = groups.into_iter().find(|group| group.code == code);
    let mut group = group.ok_or_else(|| Fault::not_found("target group"))?;

    group.gives_priority = change.gives_priority.unwrap_or(group.gives_priority);
    group.counts_for_reach = change.counts_for_reach.unwrap_or(group.counts_for_reach);
    group.priority_reason = change.priority_reason.clone().or(group.priority_reason);
    group.priority_review_on = change.priority_review_on.or(group.priority_review_on);
    let explained = group.priority_reason.is_some() && group.priority_review_on.is_some();
    if group.protected && group.gives_priority && !explained {
        return Err(Fault::new(
            Code::ReasonNeeded,
            "Priority for a protected characteristic needs priority_reason and priority_review_on.",
        ));
    }
    store::save_group(tx, &group)?;
    tx.audit(
        "change_group",
        "target_group",
        code,
        json!({ "gives_priority": group.gives_priority }),
    )?;
    Ok(group)
}

//! A family's request about a child, and staff who settle it. The household that makes it gets one
//! answer, whether the child has another household or not; only what staff accept changes the
//! child, and only then is what was booked for it judged again.

use super::again::judge_children_again;
use super::children::{born, end, move_out};
use crate::access::{Act, Role};
use crate::audit::Event;
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ChildId, ChildRequestId, FamilyId};
use crate::db::Tx;
use crate::families::requests::{ChildChange, ChildRequest, RequestState, store};
use crate::families::service::{children, scope_of};
use crate::families::store::tasks;
use crate::families::{self, Household, TaskKind};
use crate::mail;
use serde_json::json;

/// Whether the caller speaks only for their own family, so that staff settle what is said about a
/// child. 404 if they may not change the family.
pub(crate) fn is_asked(tx: &mut Tx, id: &FamilyId) -> Result<bool> {
    let family = families::store::family(tx, id)?;
    let scope = scope_of(tx, &family)?;
    tx.allow(Act::ChangeFamily, &scope, "family")?;
    let own = tx.actor().may_as(Role::Parent, Act::ChangeFamily, &scope);
    let other = [Role::Staff, Role::SafeguardingLead]
        .into_iter()
        .any(|role| tx.actor().may_as(role, Act::ChangeFamily, &scope));
    Ok(own && !other)
}

/// Records what a family says about one of its children. After a death, a loss or a leaving,
/// nothing about the child is sent to this household any more, at once.
pub(crate) fn ask(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    asked: &ChildChange,
) -> Result<Household> {
    families::store::lock(tx, std::slice::from_ref(family))?;
    let household = families::store::household(tx, family)?;
    let known = household.children.iter().find(|known| known.id == *child);
    let known = known.ok_or_else(|| Fault::not_found("child"))?;
    children::can_be(known, asked)?;

    let request = ChildRequest {
        id: ChildRequestId::new(),
        family_id: family.clone(),
        child_id: child.clone(),
        kind: asked.kind(),
        asked: serde_json::to_string(asked).map_err(Fault::internal)?,
        state: RequestState::Open,
        made_at: tx.now(),
        settled_at: None,
        settled_by: None,
        why: None,
    };
    store::ask(tx, &request)?;
    if asked.silences() {
        mail::service::silence(tx, family, child)?;
    }
    if let ChildChange::Ended { .. } = asked {
        tasks::add(tx, TaskKind::ChildSilenced, &household.family, "speak_with_care")?;
    }
    tx.audit(Event::AskChildChange, family.as_str(), json!({ "kind": request.kind }))?;
    Ok(household)
}

/// The decision of staff on a request.
#[derive(Clone, Debug)]
pub(crate) enum RequestDecision {
    Accept,
    Refuse { why: String },
}

/// Settles a request. Accepted, the child is changed as if staff had done it.
pub(crate) fn settle(
    tx: &mut Tx,
    id: &ChildRequestId,
    decision: &RequestDecision,
) -> Result<ChildRequest> {
    let before = store::request(tx, id)?;
    if !is_settled_by(tx, &before)? {
        return Err(Fault::not_found("request"));
    }
    if before.state != RequestState::Open {
        return Err(Fault::new(Code::NoLongerOpen, "Somebody settled this request before."));
    }
    let (state, why) = match decision {
        RequestDecision::Accept => (RequestState::Accepted, None),
        RequestDecision::Refuse { why } => (RequestState::Refused, Some(why.clone())),
    };
    if state == RequestState::Accepted {
        accept(tx, &before)?;
    }
    let settled = ChildRequest {
        state,
        why,
        settled_at: Some(tx.now()),
        settled_by: tx.actor().account_id.clone(),
        ..before
    };
    store::settle(tx, &settled)?;
    let detail = json!({ "kind": settled.kind, "state": state });
    tx.audit(Event::SettleChildChange, settled.family_id.as_str(), detail)?;
    Ok(settled)
}

/// Whether the caller settles this one: staff of the household that asked. If any household of the
/// child is restricted, only the safeguarding lead.
pub(crate) fn is_settled_by(tx: &mut Tx, request: &ChildRequest) -> Result<bool> {
    let family = families::store::family(tx, &request.family_id)?;
    let mut scope = scope_of(tx, &family)?;
    for home in families::store::families_of(tx, std::slice::from_ref(&request.child_id))? {
        scope.restricted |= families::store::family(tx, &home)?.restricted;
    }
    Ok(tx.actor().may(Act::SettleRequests, &scope))
}

fn accept(tx: &mut Tx, request: &ChildRequest) -> Result<()> {
    let (family, child) = (&request.family_id, &request.child_id);
    match serde_json::from_str(&request.asked).map_err(Fault::internal)? {
        ChildChange::Details(details) => {
            if children::correct(tx, family, child, &details)? {
                judge_children_again(tx, std::slice::from_ref(child))?;
            }
        }
        ChildChange::Birth { babies } => drop(born(tx, family, child, &babies)?),
        ChildChange::Ended { ended } => drop(end(tx, family, child, ended)?),
        ChildChange::Left => drop(move_out(tx, family, child, None)?),
    }
    Ok(())
}

//! Queries about requests.

use super::{ChildRequest, RequestKind, RequestState};
use crate::base::fault::Fault;
use crate::base::id::{ChildId, ChildRequestId, FamilyId};
use crate::db::Tx;
use crate::schema::{child_requests, family_children};
use diesel::prelude::*;
use std::collections::HashSet;

/// Saves a request, replacing the family's earlier open request of the same kind.
pub fn ask(tx: &mut Tx, request: &ChildRequest) -> Result<(), Fault> {
    tx.note_child(&request.child_id);
    diesel::delete(child_requests::table)
        .filter(child_requests::family_id.eq(request.family_id.as_str()))
        .filter(child_requests::child_id.eq(request.child_id.as_str()))
        .filter(child_requests::kind.eq(request.kind))
        .filter(child_requests::state.eq(RequestState::Open))
        .execute(tx.conn())?;
    diesel::insert_into(child_requests::table).values(request).execute(tx.conn())?;
    Ok(())
}

pub fn request(tx: &mut Tx, id: &ChildRequestId) -> Result<ChildRequest, Fault> {
    child_requests::table
        .find(id.as_str())
        .select(ChildRequest::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("request"))
}

/// A household's requests, oldest first.
pub fn of_family(tx: &mut Tx, family: &FamilyId) -> Result<Vec<ChildRequest>, Fault> {
    Ok(child_requests::table
        .filter(child_requests::family_id.eq(family.as_str()))
        .order(child_requests::id)
        .select(ChildRequest::as_select())
        .load(tx.conn())?)
}

/// Open requests, oldest first.
pub fn open(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<ChildRequest>, Fault> {
    Ok(child_requests::table
        .filter(child_requests::state.eq(RequestState::Open))
        .filter(child_requests::id.gt(after))
        .order(child_requests::id)
        .limit(rows)
        .select(ChildRequest::as_select())
        .load(tx.conn())?)
}

/// Whether both children have an open request of the same kind.
pub fn both_ask(tx: &mut Tx, one: &ChildId, another: &ChildId) -> Result<bool, Fault> {
    let rows: Vec<(ChildId, RequestKind)> = child_requests::table
        .filter(child_requests::child_id.eq_any([one.as_str(), another.as_str()]))
        .filter(child_requests::state.eq(RequestState::Open))
        .select((child_requests::child_id, child_requests::kind))
        .load(tx.conn())?;
    let asked = |child: &ChildId, kind| rows.iter().any(|row| row.0 == *child && row.1 == kind);
    Ok(rows.iter().any(|(_, kind)| asked(one, *kind) && asked(another, *kind)))
}

/// Records how a request was settled.
pub fn settle(tx: &mut Tx, request: &ChildRequest) -> Result<(), Fault> {
    tx.note_child(&request.child_id);
    diesel::update(child_requests::table.find(request.id.as_str()))
        .set((
            child_requests::state.eq(request.state),
            child_requests::settled_at.eq(request.settled_at),
            child_requests::settled_by.eq(request.settled_by.as_ref()),
            child_requests::why.eq(request.why.as_deref()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Those of these children with an open request from their home to stop all messages.
pub fn silenced(tx: &mut Tx, children: &[&str]) -> Result<HashSet<ChildId>, Fault> {
    let ids: Vec<ChildId> = child_requests::table
        .inner_join(
            family_children::table.on(family_children::child_id
                .eq(child_requests::child_id)
                .and(family_children::family_id.eq(child_requests::family_id))),
        )
        .filter(family_children::is_home)
        .filter(child_requests::child_id.eq_any(children.to_vec()))
        .filter(child_requests::state.eq(RequestState::Open))
        .filter(child_requests::kind.eq_any([RequestKind::Ended, RequestKind::Left]))
        .select(child_requests::child_id)
        .load(tx.conn())?;
    Ok(ids.into_iter().collect())
}

//! Queries about children who join a household, leave it, or are no longer contacted about.

use crate::base::fault::Result;
use crate::base::id::{ChildId, ChildMoveId, FamilyId};
use crate::base::moment::Moment;
use crate::db::schema::{
    child_moves, children, family_children, family_groups, trusted_adult_children, trusted_adults,
};
use crate::db::{Run, Tx};
use crate::families::{Child, Ended};
use diesel::prelude::*;

/// Removes a child from a household and from its trusted adults.
pub(crate) fn leave(tx: &mut Tx, child: &ChildId, family: &FamilyId) -> Result<bool> {
    tx.note_child(child);
    let adults: Vec<String> = trusted_adults::table
        .filter(trusted_adults::family_id.eq(family.as_str()))
        .select(trusted_adults::id)
        .load(tx.conn())?;
    diesel::delete(
        trusted_adult_children::table
            .filter(trusted_adult_children::child_id.eq(child.as_str()))
            .filter(trusted_adult_children::trusted_adult_id.eq_any(adults)),
    )
    .execute(tx.conn())?;
    let place = family_children::table.find((family.as_str(), child.as_str()));
    let was_home = place.select(family_children::is_home).first(tx.conn()).optional()?;
    diesel::delete(place).execute(tx.conn())?;
    Ok(was_home.unwrap_or(false))
}

/// Where a child's birthday card goes now: its new household, else another one it lives in.
pub(crate) fn find_home(tx: &mut Tx, child: &ChildId, to: Option<&FamilyId>) -> Result<()> {
    tx.note_child(child);
    let homes: Vec<(String, bool)> = family_children::table
        .filter(family_children::child_id.eq(child.as_str()))
        .order(family_children::family_id)
        .select((family_children::family_id, family_children::is_home))
        .load(tx.conn())?;
    if homes.iter().any(|(_, is_home)| *is_home) {
        return Ok(());
    }
    let moved = to.map(ToString::to_string);
    if let Some(family) = moved.or_else(|| homes.into_iter().map(|(family, _)| family).next()) {
        diesel::update(family_children::table.find((family, child.as_str())))
            .set(family_children::is_home.eq(true))
            .execute(tx.conn())?;
    }
    Ok(())
}

/// A child's group statements move with it, unless the new household has the same ones.
pub(crate) fn carry_groups(
    tx: &mut Tx,
    child: &ChildId,
    from: &FamilyId,
    to: &FamilyId,
) -> Result<()> {
    tx.note_child(child);
    let live = |family: &FamilyId| {
        family_groups::table
            .filter(family_groups::child_id.eq(child.to_string()))
            .filter(family_groups::family_id.eq(family.to_string()))
            .filter(family_groups::ended_at.is_null())
    };
    let there: Vec<String> = live(to).select(family_groups::group_code).load(tx.conn())?;
    diesel::update(live(from).filter(family_groups::group_code.ne_all(there)))
        .set(family_groups::family_id.eq(to.as_str()))
        .run(tx)
}

pub(crate) fn record(
    tx: &mut Tx,
    child: &ChildId,
    from: &FamilyId,
    to: Option<&FamilyId>,
) -> Result<()> {
    let (now, by) = (tx.now(), tx.actor().account_id.clone());
    diesel::insert_into(child_moves::table)
        .values((
            child_moves::id.eq(ChildMoveId::new()),
            child_moves::child_id.eq(child.as_str()),
            child_moves::from_family_id.eq(from.as_str()),
            child_moves::to_family_id.eq(to.map(FamilyId::as_str)),
            child_moves::moved_at.eq(now),
            child_moves::moved_by.eq(by),
        ))
        .run(tx)
}

pub(crate) fn end(tx: &mut Tx, child: &Child, ended: Ended, at: Moment) -> Result<()> {
    tx.note_child(&child.id);
    diesel::update(children::table.find(child.id.as_str()))
        .set((children::ended.eq(ended), children::ended_at.eq(at)))
        .run(tx)
}

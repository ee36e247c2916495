//! Queries about target groups and statements about families.

use super::{
    FIRST_DERIVED, FIRST_LIST, FIRST_OF_A_CHILD, FIRST_OPEN, GroupStatement, StatedOf, TargetGroup,
};
use crate::base::fault::Result;
use crate::base::id::{AccountId, ChildId, FamilyGroupId, FamilyId};
use crate::base::moment::Moment;
use crate::db::schema::{family_groups, target_groups};
use crate::db::{Run, Tx};
use chrono::NaiveDate;
use diesel::prelude::*;

pub(crate) fn groups(tx: &mut Tx) -> Result<Vec<TargetGroup>> {
    Ok(target_groups::table
        .order(target_groups::code)
        .select(TargetGroup::as_select())
        .load(tx.conn())?)
}

/// Inserts the initial list if there is none.
pub(crate) fn seed_groups(tx: &mut Tx) -> Result<()> {
    tx.alone("target_groups")?;
    let count: i64 = target_groups::table.count().get_result(tx.conn())?;
    if count > 0 {
        return Ok(());
    }
    for (code, label, protected, gives_priority) in FIRST_LIST {
        let derived = FIRST_DERIVED.iter().find(|(of, _)| of == code);
        let group = TargetGroup {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
            protected: *protected,
            gives_priority: *gives_priority,
            counts_for_reach: true,
            priority_reason: None,
            priority_review_on: None,
            derived: derived.map(|(_, derived)| *derived),
            from_months: None,
            until_months: None,
            stated_of: if FIRST_OF_A_CHILD.contains(code) {
                StatedOf::Child
            } else {
                StatedOf::Household
            },
            guarded: !FIRST_OPEN.contains(code),
        };
        add_group(tx, &group)?;
    }
    Ok(())
}

/// False where the code is taken.
pub(crate) fn add_group(tx: &mut Tx, group: &TargetGroup) -> Result<bool> {
    diesel::insert_into(target_groups::table).values(group).run_if_new(tx)
}

pub(crate) fn save_group(tx: &mut Tx, group: &TargetGroup) -> Result<()> {
    diesel::update(target_groups::table.find(&group.code)).set(group).run(tx)
}

/// Current statements about a family and its children.
pub(crate) fn stated(tx: &mut Tx, id: &FamilyId) -> Result<Vec<GroupStatement>> {
    let mut stated = statements(tx, id)?;
    stated.retain(|one| one.ended_at.is_none());
    Ok(stated)
}

/// All statements about a family, including ended ones, by group.
pub(crate) fn statements(tx: &mut Tx, id: &FamilyId) -> Result<Vec<GroupStatement>> {
    Ok(family_groups::table
        .filter(family_groups::family_id.eq(id.as_str()))
        .order((family_groups::group_code, family_groups::stated_at, family_groups::id))
        .select(GroupStatement::as_select())
        .load(tx.conn())?)
}

/// Staff's current statements about a family or one of its children.
pub(crate) fn live(
    tx: &mut Tx,
    id: &FamilyId,
    (code, child): (&str, Option<&ChildId>),
) -> Result<Option<GroupStatement>> {
    let mut query = family_groups::table
        .filter(family_groups::family_id.eq(id.to_string()))
        .filter(family_groups::group_code.eq(code.to_owned()))
        .filter(family_groups::partner_id.is_null())
        .filter(family_groups::ended_at.is_null())
        .into_boxed();
    query = match child {
        None => query.filter(family_groups::child_id.is_null()),
        Some(child) => query.filter(family_groups::child_id.eq(child.to_string())),
    };
    Ok(query.select(GroupStatement::as_select()).first(tx.conn()).optional()?)
}

/// The first group stated for the family or the children who come that gives priority today.
pub(crate) fn priority_group(
    tx: &mut Tx,
    id: &FamilyId,
    children: &[ChildId],
) -> Result<Option<String>> {
    let today = tx.today();
    let of_household = family_groups::child_id.is_null();
    Ok(family_groups::table
        .inner_join(target_groups::table.on(target_groups::code.eq(family_groups::group_code)))
        .filter(family_groups::family_id.eq(id.as_str()))
        .filter(of_household.or(family_groups::child_id.eq_any(children)))
        .filter(family_groups::ended_at.is_null())
        .filter(family_groups::since_on.le(today))
        .filter(family_groups::until_on.is_null().or(family_groups::until_on.ge(today)))
        .filter(target_groups::gives_priority.eq(true))
        .order(family_groups::group_code)
        .select(family_groups::group_code)
        .first(tx.conn())
        .optional()?)
}

/// A statement changes what is known about the children.
fn note(tx: &mut Tx, said: &GroupStatement) {
    match &said.child_id {
        Some(child) => tx.note_child(child),
        None => tx.note_family(&said.family_id),
    }
}

pub(crate) fn state(tx: &mut Tx, said: &GroupStatement) -> Result<()> {
    note(tx, said);
    diesel::insert_into(family_groups::table).values(said).run(tx)
}

pub(crate) fn end(tx: &mut Tx, said: &GroupStatement, at: Moment) -> Result<()> {
    note(tx, said);
    diesel::update(family_groups::table.find(said.id.as_str()))
        .set(family_groups::ended_at.eq(at))
        .run(tx)
}

/// Records a review and the next review date.
pub(crate) fn reviewed(
    tx: &mut Tx,
    id: &FamilyGroupId,
    (at, by): (Moment, Option<&AccountId>),
    next: Option<NaiveDate>,
) -> Result<()> {
    diesel::update(family_groups::table.find(id.as_str()))
        .set((
            family_groups::reviewed_at.eq(at),
            family_groups::reviewed_by.eq(by.map(AccountId::as_str)),
            family_groups::review_on.eq(next),
        ))
        .run(tx)
}

//! Queries about target groups and what was stated of families.

use super::groups::{FIRST_DERIVED, FIRST_LIST, Statement, TargetGroup};
use crate::calendar::local_day;
use crate::db::Tx;
use crate::fault::{Fault, is_duplicate};
use crate::id::{AccountId, FamilyGroupId, FamilyId, PartnerId};
use crate::moment::Moment;
use crate::schema::{family_groups, target_groups};
use chrono::NaiveDate;
use chrono_tz::Europe::London;
use diesel::prelude::*;

pub fn groups(tx: &mut Tx) -> Result<Vec<TargetGroup>, Fault> {
    Ok(target_groups::table
        .order(target_groups::code)
        .select(TargetGroup::as_select())
        .load(tx.conn())?)
}

/// Puts the first list in where there is none.
pub fn seed_groups(tx: &mut Tx) -> Result<(), Fault> {
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
        };
        add_group(tx, &group)?;
    }
    Ok(())
}

/// False where the code is taken.
pub fn add_group(tx: &mut Tx, group: &TargetGroup) -> Result<bool, Fault> {
    let added =
        tx.attempt(|conn| diesel::insert_into(target_groups::table).values(group).execute(conn));
    match added {
        Ok(_) => Ok(true),
        Err(error) if is_duplicate(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

pub fn save_group(tx: &mut Tx, group: &TargetGroup) -> Result<(), Fault> {
    diesel::update(target_groups::table.find(&group.code))
        .set((
            target_groups::label.eq(&group.label),
            target_groups::gives_priority.eq(group.gives_priority),
            target_groups::counts_for_reach.eq(group.counts_for_reach),
            target_groups::priority_reason.eq(&group.priority_reason),
            target_groups::priority_review_on.eq(group.priority_review_on),
        ))
        .execute(tx.conn())?;
    Ok(())
}

/// Groups stated of a family that have not ended: `(code, who stated it for which partner)`.
pub fn stated(tx: &mut Tx, id: &FamilyId) -> Result<Vec<(String, Option<PartnerId>)>, Fault> {
    let live = statements(tx, id)?.into_iter().filter(|one| one.ended_at.is_none());
    Ok(live.map(|one| (one.group_code, one.partner_id)).collect())
}

/// Everything that was stated of a family, ended statements too, by group.
pub fn statements(tx: &mut Tx, id: &FamilyId) -> Result<Vec<Statement>, Fault> {
    Ok(family_groups::table
        .filter(family_groups::family_id.eq(id.as_str()))
        .order((family_groups::group_code, family_groups::stated_at, family_groups::id))
        .select(Statement::as_select())
        .load(tx.conn())?)
}

/// What staff stated of a family and has not ended.
pub fn live(tx: &mut Tx, id: &FamilyId, code: &str) -> Result<Option<Statement>, Fault> {
    Ok(family_groups::table
        .filter(family_groups::family_id.eq(id.as_str()))
        .filter(family_groups::group_code.eq(code))
        .filter(family_groups::partner_id.is_null())
        .filter(family_groups::ended_at.is_null())
        .select(Statement::as_select())
        .first(tx.conn())
        .optional()?)
}

/// The first group stated of the family that gives priority today.
pub fn priority_group(tx: &mut Tx, id: &FamilyId) -> Result<Option<String>, Fault> {
    let today = local_day(tx.now().utc(), London);
    Ok(family_groups::table
        .inner_join(target_groups::table.on(target_groups::code.eq(family_groups::group_code)))
        .filter(family_groups::family_id.eq(id.as_str()))
        .filter(family_groups::ended_at.is_null())
        .filter(family_groups::since_on.le(today))
        .filter(family_groups::until_on.is_null().or(family_groups::until_on.ge(today)))
        .filter(target_groups::gives_priority.eq(true))
        .order(family_groups::group_code)
        .select(family_groups::group_code)
        .first(tx.conn())
        .optional()?)
}

pub fn state(tx: &mut Tx, said: &Statement) -> Result<(), Fault> {
    tx.note_family(&said.family_id);
    diesel::insert_into(family_groups::table).values(said).execute(tx.conn())?;
    Ok(())
}

pub fn end(tx: &mut Tx, said: &Statement, at: Moment) -> Result<(), Fault> {
    tx.note_family(&said.family_id);
    diesel::update(family_groups::table.find(said.id.as_str()))
        .set(family_groups::ended_at.eq(at))
        .execute(tx.conn())?;
    Ok(())
}

/// Somebody looked: it still holds, and is looked at again on that day.
pub fn reviewed(
    tx: &mut Tx,
    id: &FamilyGroupId,
    (at, by): (Moment, Option<&AccountId>),
    next: Option<NaiveDate>,
) -> Result<(), Fault> {
    diesel::update(family_groups::table.find(id.as_str()))
        .set((
            family_groups::reviewed_at.eq(at),
            family_groups::reviewed_by.eq(by.map(AccountId::as_str)),
            family_groups::review_on.eq(next),
        ))
        .execute(tx.conn())?;
    Ok(())
}

//! Queries for where children stood: the versions known of them by a moment.

use super::facts::ChildFact;
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{ChildId, FamilyId};
use crate::moment::Moment;
use crate::schema::child_facts;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// So many ids go into one query; for many times as many, the table is read through.
const AT_ONCE: usize = 1_000;
const READ_THROUGH: usize = 20 * AT_ONCE;

/// What was known of these children by a moment, in the order it came to be known.
pub fn versions(
    tx: &mut Tx,
    children: &[ChildId],
    known_at: Moment,
) -> Result<Vec<ChildFact>, Fault> {
    let known = || {
        child_facts::table
            .filter(child_facts::known_from.le(known_at))
            .order((child_facts::known_from, child_facts::id))
            .select(ChildFact::as_select())
    };
    if children.len() > READ_THROUGH {
        let wanted: HashSet<&ChildId> = children.iter().collect();
        let mut all: Vec<ChildFact> = known().load(tx.conn())?;
        all.retain(|version| wanted.contains(&version.child_id));
        return Ok(all);
    }
    let mut found = Vec::new();
    for some in children.chunks(AT_ONCE) {
        let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
        found.extend(known().filter(child_facts::child_id.eq_any(ids)).load(tx.conn())?);
    }
    Ok(found)
}

/// The children of whom a household was known to be the home by a moment.
pub fn children_of(
    tx: &mut Tx,
    families: &[FamilyId],
    known_at: Moment,
) -> Result<Vec<ChildId>, Fault> {
    let mut found = Vec::new();
    for some in families.chunks(AT_ONCE) {
        let ids: Vec<&str> = some.iter().map(FamilyId::as_str).collect();
        let children: Vec<ChildId> = child_facts::table
            .filter(child_facts::family_id.eq_any(ids))
            .filter(child_facts::known_from.le(known_at))
            .select(child_facts::child_id)
            .distinct()
            .load(tx.conn())?;
        found.extend(children);
    }
    Ok(found)
}

/// What is known, as of a moment, of children that households expect or have had since a day.
pub fn expected(
    tx: &mut Tx,
    families: &[FamilyId],
    since: NaiveDate,
    known_at: Moment,
) -> Result<Vec<ChildFact>, Fault> {
    let known = || {
        child_facts::table
            .filter(child_facts::known_from.le(known_at))
            .filter(child_facts::known_until.is_null().or(child_facts::known_until.gt(known_at)))
            .filter(child_facts::due_on.is_not_null().or(child_facts::born_on.gt(since)))
            .filter(child_facts::joined_into.is_null())
            .select(ChildFact::as_select())
    };
    if families.len() > READ_THROUGH {
        let wanted: HashSet<&FamilyId> = families.iter().collect();
        let mut all: Vec<ChildFact> = known().load(tx.conn())?;
        all.retain(|child| child.family_id.as_ref().is_some_and(|of| wanted.contains(of)));
        return Ok(all);
    }
    let mut found = Vec::new();
    for some in families.chunks(AT_ONCE) {
        let ids: Vec<&str> = some.iter().map(FamilyId::as_str).collect();
        found.extend(known().filter(child_facts::family_id.eq_any(ids)).load(tx.conn())?);
    }
    Ok(found)
}

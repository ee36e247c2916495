//! Queries about possible duplicates.

use super::Pair;
use crate::base::fault::Result;
use crate::base::id::{AccountId, ChildId, FamilyId, PossibleDuplicateId};
use crate::base::moment::Moment;
use crate::db::schema::{children, families, family_children, possible_duplicates};
use crate::db::{Run, Tx, found};
use diesel::prelude::*;

/// Whether a pair was found before, even if dismissed since.
pub(crate) fn is_found(tx: &mut Tx, pair: &Pair) -> Result<bool> {
    let mut query = possible_duplicates::table
        .filter(possible_duplicates::family_id.eq(pair.family_id.as_str()))
        .filter(possible_duplicates::other_family_id.eq(pair.other_family_id.as_str()))
        .select(possible_duplicates::id)
        .into_boxed();
    if let Some((one, other)) = pair.children() {
        query = query
            .filter(possible_duplicates::child_id.eq(one.as_str()))
            .filter(possible_duplicates::other_child_id.eq(other.as_str()));
    }
    let found: Option<String> = query.first(tx.conn()).optional()?;
    Ok(found.is_some())
}

/// Whether a family is in a pair that was not dismissed.
pub(crate) fn is_in_a_pair(tx: &mut Tx, family: &FamilyId) -> Result<bool> {
    Ok(!open(tx, Some(family), "", 1)?.is_empty())
}

pub(crate) fn add(tx: &mut Tx, pair: &Pair) -> Result<()> {
    diesel::insert_into(possible_duplicates::table).values(pair).run(tx)
}

pub(crate) fn pair(tx: &mut Tx, id: &PossibleDuplicateId) -> Result<Pair> {
    found(
        possible_duplicates::table.find(id.as_str()).select(Pair::as_select()).first(tx.conn()),
        "pair",
    )
}

/// Pairs of current records that were not dismissed, by id.
pub(crate) fn open(
    tx: &mut Tx,
    family: Option<&FamilyId>,
    after: &str,
    rows: i64,
) -> Result<Vec<Pair>> {
    let others = diesel::alias!(families as others);
    let mut query = possible_duplicates::table
        .inner_join(families::table.on(families::id.eq(possible_duplicates::family_id)))
        .inner_join(others.on(others.field(families::id).eq(possible_duplicates::other_family_id)))
        .filter(possible_duplicates::dismissed_at.is_null())
        .filter(families::joined_into.is_null())
        .filter(families::erased_at.is_null())
        .filter(others.field(families::joined_into).is_null())
        .filter(others.field(families::erased_at).is_null())
        .filter(possible_duplicates::id.gt(after.to_owned()))
        .into_boxed();
    if let Some(family) = family {
        query = query.filter(
            possible_duplicates::family_id
                .eq(family.to_string())
                .or(possible_duplicates::other_family_id.eq(family.to_string())),
        );
    }
    Ok(query
        .order(possible_duplicates::id)
        .limit(rows)
        .select(Pair::as_select())
        .load(tx.conn())?)
}

pub(crate) fn dismiss(
    tx: &mut Tx,
    id: &PossibleDuplicateId,
    by: Option<&AccountId>,
    at: Moment,
) -> Result<()> {
    diesel::update(possible_duplicates::table.find(id.as_str()))
        .set((
            possible_duplicates::dismissed_at.eq(at),
            possible_duplicates::dismissed_by.eq(by.map(AccountId::as_str)),
        ))
        .run(tx)
}

/// Families with a child of one of these NHS numbers.
pub(crate) fn with_nhs_numbers(tx: &mut Tx, numbers: &[&str]) -> Result<Vec<FamilyId>> {
    Ok(children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .filter(children::nhs_number.eq_any(numbers))
        .select(family_children::family_id)
        .distinct()
        .load(tx.conn())?)
}

/// Whether two families share a child; then they are certainly two families.
pub(crate) fn share_a_child(tx: &mut Tx, one: &[ChildId], other: &FamilyId) -> Result<bool> {
    let shared: i64 = family_children::table
        .filter(family_children::family_id.eq(other.as_str()))
        .filter(family_children::child_id.eq_any(one))
        .count()
        .get_result(tx.conn())?;
    Ok(shared > 0)
}

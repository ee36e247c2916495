//! Search keys as rows: written with the family, looked up by ranges of one column, which sorts by
//! bytes on every database.

use super::keys::Range;
use crate::access::Reach;
use crate::base::fault::Result;
use crate::base::id::FamilyId;
use crate::base::moment::Moment;
use crate::db::schema::{
    booking_sessions, bookings, carers, children, families, family_children, marks, search_keys,
    sessions,
};
use crate::db::{Tx, insert_all};
use crate::families::store::within;
use crate::families::{Carer, Child, Family, Household};
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

#[derive(Insertable)]
#[diesel(table_name = search_keys)]
struct KeyRow<'a> {
    search_key: &'a str,
    family_id: &'a FamilyId,
}

pub fn keys(tx: &mut Tx, family: &FamilyId) -> Result<BTreeSet<String>> {
    let keys: Vec<String> = search_keys::table
        .filter(search_keys::family_id.eq(family.as_str()))
        .select(search_keys::search_key)
        .load(tx.conn())?;
    Ok(keys.into_iter().collect())
}

/// Sets the family's keys, writing only the differences.
pub fn save_keys(tx: &mut Tx, family: &FamilyId, wanted: &BTreeSet<String>) -> Result<()> {
    let kept = keys(tx, family)?;
    let gone: Vec<&String> = kept.difference(wanted).collect();
    if !gone.is_empty() {
        diesel::delete(
            search_keys::table
                .filter(search_keys::family_id.eq(family.as_str()))
                .filter(search_keys::search_key.eq_any(gone)),
        )
        .execute(tx.conn())?;
    }
    let new = wanted.difference(&kept);
    let rows: Vec<KeyRow> = new.map(|key| KeyRow { search_key: key, family_id: family }).collect();
    insert_all!(tx, search_keys::table, rows)
}

/// Adds keys of new families, many at once.
pub fn add_keys(tx: &mut Tx, keys: &[(String, FamilyId)]) -> Result<()> {
    let rows: Vec<KeyRow> =
        keys.iter().map(|(search_key, family_id)| KeyRow { search_key, family_id }).collect();
    insert_all!(tx, search_keys::table, rows)
}

/// Ranges per key look-up.
const RANGES: usize = 4;

fn padded(ranges: &[Range]) -> [Range; RANGES] {
    let nothing = Range { from: String::new(), to: String::new() };
    std::array::from_fn(|at| ranges.get(at).unwrap_or(&nothing).clone())
}

macro_rules! in_ranges {
    ($ranges:expr) => {{
        let [a, b, c, d] = padded($ranges);
        search_keys::search_key
            .ge(a.from)
            .and(search_keys::search_key.lt(a.to))
            .or(search_keys::search_key.ge(b.from).and(search_keys::search_key.lt(b.to)))
            .or(search_keys::search_key.ge(c.from).and(search_keys::search_key.lt(c.to)))
            .or(search_keys::search_key.ge(d.from).and(search_keys::search_key.lt(d.to)))
    }};
}

/// Families with, for every term, a key in one of its ranges, by id.
pub fn matching(
    tx: &mut Tx,
    terms: &[Vec<Range>],
    (reach, since): (&Reach, Moment),
    rows: i64,
) -> Result<Vec<FamilyId>> {
    let Some(first) = rarest(tx, terms)? else { return Ok(Vec::new()) };
    let mut query = within!(families::table.into_boxed(), reach, since);
    let driver =
        search_keys::table.filter(in_ranges!(&terms[first])).select(search_keys::family_id);
    query = query.filter(families::id.eq_any(driver));
    for (_, ranges) in terms.iter().enumerate().filter(|(at, _)| *at != first) {
        let answered = search_keys::table
            .filter(search_keys::family_id.eq(families::id))
            .filter(in_ranges!(ranges));
        query = query.filter(exists(answered));
    }
    Ok(query.select(families::id).limit(rows).load(tx.conn())?)
}

/// The term that roughly the fewest families match: the search starts there.
fn rarest(tx: &mut Tx, terms: &[Vec<Range>]) -> Result<Option<usize>> {
    if terms.len() < 2 {
        return Ok((!terms.is_empty()).then_some(0));
    }
    for many in [100, 2_000, 10_000] {
        for (at, ranges) in terms.iter().enumerate() {
            let more: Option<String> = search_keys::table
                .filter(in_ranges!(ranges))
                .select(search_keys::family_id)
                .offset(many)
                .limit(1)
                .first(tx.conn())
                .optional()?;
            if more.is_none() {
                return Ok(Some(at));
            }
        }
    }
    Ok(Some(0))
}

pub fn ids_after(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<FamilyId>> {
    Ok(families::table
        .filter(families::id.gt(after))
        .order(families::id)
        .limit(rows)
        .select(families::id)
        .load(tx.conn())?)
}

/// Households by id, unordered, in three queries.
pub fn households(tx: &mut Tx, ids: &[FamilyId]) -> Result<Vec<Household>> {
    let found: Vec<Family> = families::table
        .filter(families::id.eq_any(ids))
        .select(Family::as_select())
        .load(tx.conn())?;
    let adults: Vec<Carer> = carers::table
        .filter(carers::family_id.eq_any(ids))
        .order((carers::family_id, carers::position))
        .select(Carer::as_select())
        .load(tx.conn())?;
    let born: Vec<(FamilyId, Child)> = children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .filter(family_children::family_id.eq_any(ids))
        .order((family_children::family_id, family_children::position))
        .select((family_children::family_id, Child::as_select()))
        .load(tx.conn())?;

    let empty = |family: Family| Household { family, carers: Vec::new(), children: Vec::new() };
    let mut all: HashMap<FamilyId, Household> =
        found.into_iter().map(|family| (family.id.clone(), empty(family))).collect();
    for carer in adults {
        if let Some(household) = all.get_mut(&carer.family_id) {
            household.carers.push(carer);
        }
    }
    for (family, child) in born {
        if let Some(household) = all.get_mut(&family) {
            household.children.push(child);
        }
    }
    Ok(all.into_values().collect())
}

//! Queries for what was known of children by a moment, version by version.

use super::facts::{ChildFact, ELSEWHERE};
use super::histories::Expected;
use super::version::Version;
use crate::areas::{LsoaCode, Vintage};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{ChildId, FamilyId};
use crate::moment::Moment;
use crate::schema::{child_facts, postcodes};
use chrono::NaiveDate;
use diesel::prelude::*;

/// So many ids go into one query.
const AT_ONCE: usize = 1_000;

/// What was known of children by a moment, with the LSOAs of a vintage. `None`: of all.
pub fn versions(
    tx: &mut Tx,
    (vintage, known_at): (Vintage, Moment),
    children: Option<&[ChildId]>,
    mut each: impl FnMut(Version),
) -> Result<(), Fault> {
    let query = || {
        child_facts::table
            .left_join(
                postcodes::table.on(postcodes::postcode
                    .nullable()
                    .eq(child_facts::postcode)
                    .and(postcodes::vintage.eq(vintage))),
            )
            .filter(child_facts::known_from.le(known_at))
            .filter(
                child_facts::known_until
                    .is_null()
                    .or(child_facts::known_until.gt(child_facts::known_from.nullable())),
            )
            .select((
                ChildFact::as_select(),
                postcodes::postcode.nullable(),
                postcodes::lsoa.nullable(),
            ))
            .into_boxed()
    };
    type Row = (ChildFact, Option<String>, Option<LsoaCode>);
    let mut take = |rows: Vec<Row>| {
        for (fact, postcode, lsoa) in rows {
            each(version(fact, vintage, postcode.is_some().then_some(lsoa)));
        }
    };
    match children {
        None => take(query().load(tx.conn())?),
        Some(children) => {
            for some in children.chunks(AT_ONCE) {
                let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
                take(query().filter(child_facts::child_id.eq_any(ids)).load(tx.conn())?);
            }
        }
    }
    Ok(())
}

/// `found`: the postcode is known, and lies in an LSOA or in none.
fn version(fact: ChildFact, vintage: Vintage, found: Option<Option<LsoaCode>>) -> Version {
    let erased = match vintage {
        Vintage::Of2011 => fact.lsoa_2011,
        Vintage::Of2021 => fact.lsoa_2021,
    };
    let lsoa = found.map(|lsoa| lsoa.map_or_else(|| ELSEWHERE.to_owned(), |code| code.to_string()));
    Version {
        child: fact.child_id,
        known_from: fact.known_from,
        known_until: fact.known_until,
        family: fact.family_id,
        centre: fact.centre_id,
        born_on: fact.born_on,
        born_month_only: fact.born_month_only,
        due_on: fact.due_on,
        ended_on: fact.ended_on,
        listed_on: fact.listed_on,
        joined_on: fact.joined_on,
        left_on: fact.left_on,
        place: fact.place,
        lsoa: lsoa.or(erased),
        target_groups: fact.target_groups,
        ethnicity_asked: fact.ethnicity_asked,
        joined_into: fact.joined_into,
    }
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

/// Children that households are known, as of a moment, to expect, or to have had since a day.
/// `None`: all households.
pub fn expected(
    tx: &mut Tx,
    families: Option<&[&FamilyId]>,
    since: NaiveDate,
    known_at: Moment,
) -> Result<Vec<Expected>, Fault> {
    let known = || {
        child_facts::table
            .filter(child_facts::known_from.le(known_at))
            .filter(child_facts::known_until.is_null().or(child_facts::known_until.gt(known_at)))
            .filter(child_facts::due_on.is_not_null().or(child_facts::born_on.gt(since)))
            .filter(child_facts::joined_into.is_null())
            .select((
                child_facts::family_id,
                child_facts::due_on,
                child_facts::born_on,
                child_facts::ended_on,
            ))
            .into_boxed()
    };
    type Row = (Option<FamilyId>, Option<NaiveDate>, Option<NaiveDate>, Option<NaiveDate>);
    let mut rows: Vec<Row> = Vec::new();
    match families {
        None => rows.extend(known().load::<Row>(tx.conn())?),
        Some(families) => {
            for some in families.chunks(AT_ONCE) {
                let ids: Vec<&str> = some.iter().map(|family| family.as_str()).collect();
                let query = known().filter(child_facts::family_id.eq_any(ids));
                rows.extend(query.load::<Row>(tx.conn())?);
            }
        }
    }
    let expected = |(family, due_on, born_on, ended_on): Row| {
        Some(Expected { family: family?, due_on, born_on, ended_on })
    };
    Ok(rows.into_iter().filter_map(expected).collect())
}

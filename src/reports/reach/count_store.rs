//! Queries for the report that read the rows of some children, or few rows of all.

use super::bulk_store::{TOGETHER, Window};
use super::child::Version;
use crate::areas::{LsoaCode, ReachArea, Vintage};
use crate::contacts::{Counts, Place};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{ActivityId, CentreId, ChildId, FamilyId, PartnerId};
use crate::moment::Moment;
use crate::reach::facts::{ChildFact, ELSEWHERE};
use crate::schema::{activities, child_facts, contacts, postcodes, reach_areas, setting_supports};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// What was known of children by a moment, child by child, the oldest first. `None`: of all.
pub fn versions(
    tx: &mut Tx,
    (vintage, known_at): (Option<Vintage>, Moment),
    children: Option<&[ChildId]>,
    mut each: impl FnMut(Version),
) -> Result<(), Fault> {
    // Any vintage finds no postcode where there is no area to place it in.
    let of = vintage.unwrap_or(Vintage::Of2021);
    let query = || {
        child_facts::table
            .left_join(
                postcodes::table.on(postcodes::postcode
                    .nullable()
                    .eq(child_facts::postcode)
                    .and(postcodes::vintage.eq(of))),
            )
            .filter(child_facts::known_from.le(known_at))
            .filter(
                child_facts::known_until
                    .is_null()
                    .or(child_facts::known_until.gt(child_facts::known_from.nullable())),
            )
            .order((child_facts::child_id, child_facts::known_from))
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
            each(version(fact, of, postcode.is_some().then_some(lsoa)));
        }
    };
    match children {
        None => take(query().load(tx.conn())?),
        Some(children) => {
            for some in children.chunks(TOGETHER) {
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

macro_rules! known {
    ($query:expr, $table:ident, $known_at:expr) => {
        $query
            .filter($table::recorded_at.le($known_at))
            .filter($table::withdrawn_at.is_null().or($table::withdrawn_at.gt($known_at)))
    };
}

/// The days on which these children were met in the window, each once.
pub fn days(
    tx: &mut Tx,
    window: &Window,
    children: &[ChildId],
) -> Result<Vec<(ChildId, NaiveDate)>, Fault> {
    let direct = window.counting_as(Counts::Direct);
    let mut days = Vec::new();
    for some in children.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
        let rows: Vec<(Option<ChildId>, NaiveDate)> =
            known!(contacts::table, contacts, window.known_at)
                .filter(contacts::child_id.eq_any(ids))
                .filter(contacts::kind.eq_any(direct.clone()))
                .filter(contacts::on_day.between(window.from, window.as_at))
                .select((contacts::child_id, contacts::on_day))
                .distinct()
                .load(tx.conn())?;
        days.extend(rows.into_iter().filter_map(|(child, day)| Some((child?, day))));
    }
    Ok(days)
}

type PlaceRow = (Option<ChildId>, Option<Place>, Option<PartnerId>);

/// The places in early learning and school that children have on the day.
pub fn places(
    tx: &mut Tx,
    window: &Window,
    children: Option<&[ChildId]>,
) -> Result<Vec<PlaceRow>, Fault> {
    let setting = window.counting_as(Counts::Setting);
    let query = || {
        known!(contacts::table, contacts, window.known_at)
            .filter(contacts::place.is_not_null())
            .filter(contacts::kind.eq_any(setting.clone()))
            .filter(contacts::on_day.le(window.as_at))
            .filter(contacts::until_day.is_null().or(contacts::until_day.ge(window.as_at)))
            .select((contacts::child_id, contacts::place, contacts::partner_id))
            .into_boxed()
    };
    let Some(children) = children else { return Ok(query().load(tx.conn())?) };
    let mut places = Vec::new();
    for some in children.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
        places.extend(query().filter(contacts::child_id.eq_any(ids)).load::<PlaceRow>(tx.conn())?);
    }
    Ok(places)
}

/// Settings that a centre gave direct support to in the window.
pub fn supported(tx: &mut Tx, window: &Window) -> Result<HashSet<PartnerId>, Fault> {
    let rows: Vec<PartnerId> = known!(setting_supports::table, setting_supports, window.known_at)
        .filter(setting_supports::on_day.between(window.from, window.as_at))
        .select(setting_supports::partner_id)
        .distinct()
        .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}

/// Who came to which activity of these centres in the window; `None`: of all.
pub fn by_activity(
    tx: &mut Tx,
    window: &Window,
    centres: Option<&[CentreId]>,
) -> Result<Vec<(ChildId, ActivityId)>, Fault> {
    let mut query = known!(contacts::table, contacts, window.known_at)
        .filter(contacts::child_id.is_not_null())
        .filter(contacts::activity_id.is_not_null())
        .filter(contacts::kind.eq_any(window.counting_as(Counts::Direct)))
        .filter(contacts::on_day.between(window.from, window.as_at))
        .select((contacts::child_id, contacts::activity_id))
        .distinct()
        .into_boxed();
    if let Some(centres) = centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(contacts::centre_id.eq_any(ids));
    }
    let rows: Vec<(Option<ChildId>, Option<ActivityId>)> = query.load(tx.conn())?;
    Ok(rows.into_iter().filter_map(|(child, activity)| Some((child?, activity?))).collect())
}

/// What activities are called.
pub fn titles(tx: &mut Tx) -> Result<Vec<(ActivityId, String)>, Fault> {
    Ok(activities::table.select((activities::id, activities::title)).load(tx.conn())?)
}

/// The reach areas that these centres have had.
pub fn areas(tx: &mut Tx, centres: Option<&[CentreId]>) -> Result<Vec<ReachArea>, Fault> {
    let mut query = reach_areas::table.select(ReachArea::as_select()).into_boxed();
    if let Some(centres) = centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(reach_areas::centre_id.eq_any(ids));
    }
    Ok(query.load(tx.conn())?)
}

/// What children are called now.
pub fn names(tx: &mut Tx, children: &[ChildId]) -> Result<HashMap<ChildId, String>, Fault> {
    use crate::schema::children as table;
    let mut names = HashMap::new();
    for some in children.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
        let rows: Vec<(ChildId, String)> = table::table
            .filter(table::id.eq_any(ids))
            .select((table::id, table::name))
            .load(tx.conn())?;
        names.extend(rows);
    }
    Ok(names)
}

/// Families that are restricted now, of these.
pub fn restricted(tx: &mut Tx, families: &[&FamilyId]) -> Result<HashSet<FamilyId>, Fault> {
    use crate::schema::families as table;
    let mut found = HashSet::new();
    for some in families.chunks(TOGETHER) {
        let ids: Vec<&str> = some.iter().map(|family| family.as_str()).collect();
        let rows: Vec<FamilyId> = table::table
            .filter(table::id.eq_any(ids))
            .filter(table::restricted.eq(true))
            .select(table::id)
            .load(tx.conn())?;
        found.extend(rows);
    }
    Ok(found)
}

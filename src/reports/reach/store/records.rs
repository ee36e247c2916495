//! The report's smaller queries.

use super::bulk::TOGETHER;
use crate::areas::ReachArea;
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, ChildId, FamilyId, PartnerId};
use crate::contacts::{Counts, Place};
use crate::db::Tx;
use crate::db::schema::{activities, contacts, reach_areas, setting_supports};
use crate::reports::reach::met::Window;
use crate::reports::reach::records::Learning;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

macro_rules! known {
    ($query:expr, $table:ident, $known_at:expr) => {
        $query
            .filter($table::recorded_at.le($known_at))
            .filter($table::withdrawn_at.is_null().or($table::withdrawn_at.gt($known_at)))
    };
}

/// The places in early learning and school that children had in the window.
pub fn learning(
    tx: &mut Tx,
    window: &Window,
    children: Option<&[ChildId]>,
) -> Result<Vec<(ChildId, Learning)>, Fault> {
    let setting = window.counting_as(Counts::Setting);
    let query = || {
        known!(contacts::table, contacts, window.known_at)
            // The index of places starts with both.
            .filter(contacts::place.is_not_null())
            .filter(contacts::child_id.is_not_null())
            .filter(contacts::kind.eq_any(setting.clone()))
            .filter(contacts::on_day.le(window.as_at))
            .filter(contacts::until_day.is_null().or(contacts::until_day.ge(window.from)))
            .select((
                contacts::child_id,
                contacts::place,
                contacts::partner_id,
                contacts::on_day,
                contacts::until_day,
            ))
            .into_boxed()
    };
    type Row = (Option<ChildId>, Option<Place>, Option<PartnerId>, NaiveDate, Option<NaiveDate>);
    let mut rows: Vec<Row> = Vec::new();
    match children {
        None => rows.extend(query().load::<Row>(tx.conn())?),
        Some(children) => {
            for some in children.chunks(TOGETHER) {
                let ids: Vec<&str> = some.iter().map(ChildId::as_str).collect();
                let of_some = query().filter(contacts::child_id.eq_any(ids));
                rows.extend(of_some.load::<Row>(tx.conn())?);
            }
        }
    }
    let learning = |(child, place, setting, from, until): Row| {
        Some((child?, Learning { place: place?, setting, from, until }))
    };
    Ok(rows.into_iter().filter_map(learning).collect())
}

/// When a centre gave settings direct support in the window.
pub fn supports(tx: &mut Tx, window: &Window) -> Result<Vec<(PartnerId, NaiveDate)>, Fault> {
    Ok(known!(setting_supports::table, setting_supports, window.known_at)
        .filter(setting_supports::on_day.between(window.from, window.as_at))
        .select((setting_supports::partner_id, setting_supports::on_day))
        .distinct()
        .load(tx.conn())?)
}

/// The titles of activities.
pub fn titles(tx: &mut Tx) -> Result<Vec<(ActivityId, String)>, Fault> {
    Ok(activities::table.select((activities::id, activities::title)).load(tx.conn())?)
}

/// All past and present reach areas of these centres.
pub fn areas(tx: &mut Tx, centres: Option<&[CentreId]>) -> Result<Vec<ReachArea>, Fault> {
    let mut query = reach_areas::table.select(ReachArea::as_select()).into_boxed();
    if let Some(centres) = centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(reach_areas::centre_id.eq_any(ids));
    }
    Ok(query.load(tx.conn())?)
}

/// The current names of children.
pub fn names(tx: &mut Tx, children: &[ChildId]) -> Result<HashMap<ChildId, String>, Fault> {
    use crate::db::schema::children as table;
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

/// Which of these families are restricted now.
pub fn restricted(tx: &mut Tx, families: &[&FamilyId]) -> Result<HashSet<FamilyId>, Fault> {
    use crate::db::schema::families as table;
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

//! The report's queries: how reliable the records are, what is read besides meetings, and what may be
//! shown of a figure. Those that read many rows are in `bulk`.

pub(crate) mod bulk;

use crate::areas::ReachArea;
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId, ChildId, FamilyId, PartnerId};
use crate::base::moment::Moment;
use crate::contacts::supports::SupportKind;
use crate::contacts::{Counts, Place};
use crate::db::schema::{
    activities, children, contacts, families, family_children, family_groups, feed_runs, partners,
    reach_areas, registers, sessions, setting_supports,
};
use crate::db::{Tx, in_chunks};
use crate::families::groups::{StatedOf, TargetGroup};
use crate::partners::PartnerKind;
use crate::reports::reach::met::Window;
use crate::reports::reach::plan::ReachPlan;
use crate::reports::reach::records::Learning;
use bulk::TOGETHER;
use chrono::NaiveDate;
use diesel::dsl::{count_star, max};
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
pub(crate) fn learning(
    tx: &mut Tx,
    window: &Window,
    children: Option<&[ChildId]>,
) -> Result<Vec<(ChildId, Learning)>> {
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
    let rows: Vec<Row> = match children {
        None => query().load(tx.conn())?,
        Some(children) => in_chunks(tx, children, |tx, some| {
            Ok(query().filter(contacts::child_id.eq_any(some.to_vec())).load(tx.conn())?)
        })?,
    };
    let learning = |(child, place, setting, from, until): Row| {
        Some((child?, Learning { place: place?, setting, from, until }))
    };
    Ok(rows.into_iter().filter_map(learning).collect())
}

/// When a centre gave settings direct support in the window.
pub(crate) fn supports(tx: &mut Tx, window: &Window) -> Result<Vec<(PartnerId, NaiveDate)>> {
    Ok(known!(setting_supports::table, setting_supports, window.known_at)
        .filter(setting_supports::on_day.between(window.from, window.as_at))
        .select((setting_supports::partner_id, setting_supports::on_day))
        .distinct()
        .load(tx.conn())?)
}

/// The titles of activities.
pub(crate) fn titles(tx: &mut Tx) -> Result<Vec<(ActivityId, String)>> {
    Ok(activities::table.select((activities::id, activities::title)).load(tx.conn())?)
}

/// All past and present reach areas of these centres.
pub(crate) fn areas(tx: &mut Tx, centres: Option<&[CentreId]>) -> Result<Vec<ReachArea>> {
    let mut query = reach_areas::table.select(ReachArea::as_select()).into_boxed();
    if let Some(centres) = centres {
        query = query.filter(reach_areas::centre_id.eq_any(centres));
    }
    Ok(query.load(tx.conn())?)
}

/// The current names of children.
pub(crate) fn names(tx: &mut Tx, of: &[ChildId]) -> Result<HashMap<ChildId, String>> {
    let names = in_chunks(tx, of, |tx, some| {
        Ok(children::table
            .filter(children::id.eq_any(some))
            .select((children::id, children::name))
            .load(tx.conn())?)
    });
    Ok(names?.into_iter().collect())
}

/// Which of these families are restricted now.
pub(crate) fn restricted(tx: &mut Tx, of: &[&FamilyId]) -> Result<HashSet<FamilyId>> {
    let found = in_chunks(tx, of, |tx, some| {
        Ok(families::table
            .filter(families::id.eq_any(some.iter().copied()))
            .filter(families::restricted.eq(true))
            .select(families::id)
            .load(tx.conn())?)
    });
    Ok(found?.into_iter().collect())
}

/// When each partner's feed last ended, by name; a run without a partner is from the organisation's
/// own files.
pub(crate) fn feeds(tx: &mut Tx, known_at: Moment) -> Result<Vec<(String, Option<Moment>)>> {
    let rows: Vec<(Option<String>, Option<Moment>)> = feed_runs::table
        .filter(feed_runs::ended_at.le(known_at))
        .group_by(feed_runs::partner_id)
        .select((feed_runs::partner_id, max(feed_runs::ended_at)))
        .load(tx.conn())?;
    let names: Vec<(String, String)> =
        partners::table.select((partners::id, partners::name)).load(tx.conn())?;
    let names: HashMap<String, String> = names.into_iter().collect();
    let name = |id: Option<String>| {
        id.and_then(|id| names.get(&id).cloned()).unwrap_or_else(|| "Own files".to_owned())
    };
    let mut feeds: Vec<_> = rows.into_iter().map(|(id, at)| (name(id), at)).collect();
    feeds.sort();
    Ok(feeds)
}

/// Sessions that were held in the window, and those of them whose register is complete.
pub(crate) fn registers_held(tx: &mut Tx, plan: &ReachPlan) -> Result<(u64, u64)> {
    let held = || {
        let mut query = sessions::table
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .filter(sessions::announced_at.is_not_null())
            .filter(sessions::cancelled_at.is_null())
            .filter(sessions::ends_at.le(plan.known_at))
            .filter(sessions::local_day.between(plan.window_from(), plan.as_at))
            .into_boxed();
        if let Some(centres) = &plan.centres {
            query = query.filter(sessions::centre_id.eq_any(centres));
        }
        query
    };
    let all: i64 = held().count().get_result(tx.conn())?;
    let complete: i64 =
        held().filter(registers::completed_at.le(plan.known_at)).count().get_result(tx.conn())?;
    Ok((u64::try_from(all).unwrap_or_default(), u64::try_from(complete).unwrap_or_default()))
}

/// The number of nurseries, childminders and schools known at a given moment.
pub(crate) fn settings_known(tx: &mut Tx, known_at: Moment) -> Result<u64> {
    let all: i64 = partners::table
        .filter(partners::kind.eq(PartnerKind::EarlyYears))
        .filter(partners::created_at.le(known_at))
        .count()
        .get_result(tx.conn())?;
    Ok(u64::try_from(all).unwrap_or_default())
}

/// The direct support that the report's centres gave settings in its window.
pub(crate) fn supports_given(
    tx: &mut Tx,
    plan: &ReachPlan,
) -> Result<Vec<(PartnerId, SupportKind)>> {
    let mut query = known!(setting_supports::table, setting_supports, plan.known_at)
        .filter(setting_supports::on_day.between(plan.window_from(), plan.as_at))
        .into_boxed();
    if let Some(centres) = &plan.centres {
        query = query.filter(setting_supports::centre_id.eq_any(centres));
    }
    Ok(query
        .order(setting_supports::id)
        .select((setting_supports::partner_id, setting_supports::kind))
        .load(tx.conn())?)
}

/// The number of families each partner brought in a period.
pub(crate) fn brought(tx: &mut Tx, from: Moment, until: Moment) -> Result<HashMap<PartnerId, u64>> {
    let rows: Vec<(Option<PartnerId>, i64)> = families::table
        .filter(families::partner_id.is_not_null())
        .filter(families::guest.eq(false))
        .filter(families::created_at.ge(from))
        .filter(families::created_at.le(until))
        .group_by(families::partner_id)
        .select((families::partner_id, count_star()))
        .load(tx.conn())?;
    let number = |(partner, families): (Option<PartnerId>, i64)| {
        Some((partner?, u64::try_from(families).unwrap_or_default()))
    };
    Ok(rows.into_iter().filter_map(number).collect())
}

/// Which of these children live in a restricted household now, wherever they lived before.
pub(crate) fn secret(tx: &mut Tx, of: &[&ChildId]) -> Result<HashSet<ChildId>> {
    let found = in_chunks(tx, of, |tx, some| {
        Ok(family_children::table
            .inner_join(families::table.on(families::id.eq(family_children::family_id)))
            .filter(family_children::child_id.eq_any(some.iter().copied()))
            .filter(family_children::is_home.eq(true))
            .filter(families::restricted.eq(true))
            .select(family_children::child_id)
            .load(tx.conn())?)
    });
    Ok(found?.into_iter().collect())
}

/// Who stated a group, by family or child id.
#[derive(Default)]
pub(crate) struct StatedBy {
    pub staff: HashSet<String>,
    pub agencies: HashSet<String>,
}

/// Statements of a group that held on a day or earlier, for these families, or these children if it
/// is a child's group.
pub(crate) fn stated(
    tx: &mut Tx,
    (group, by): (&TargetGroup, NaiveDate),
    of: &[&str],
) -> Result<StatedBy> {
    let mut found = StatedBy::default();
    for some in of.chunks(TOGETHER) {
        let query = family_groups::table
            .filter(family_groups::group_code.eq(group.code.clone()))
            .filter(family_groups::since_on.le(by))
            .into_boxed();
        let ids: Vec<String> = some.iter().map(|id| (*id).to_owned()).collect();
        let query = match group.stated_of {
            StatedOf::Household => query.filter(family_groups::family_id.eq_any(ids)),
            StatedOf::Child => query.filter(family_groups::child_id.eq_any(ids)),
        };
        let rows: Vec<(String, Option<String>, bool)> = query
            .select((
                family_groups::family_id,
                family_groups::child_id,
                family_groups::partner_id.is_null(),
            ))
            .load(tx.conn())?;
        for (family, child, is_staff) in rows {
            let by = if is_staff { &mut found.staff } else { &mut found.agencies };
            by.insert(child.unwrap_or(family));
        }
    }
    Ok(found)
}

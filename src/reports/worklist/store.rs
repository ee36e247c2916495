//! Queries for the lists of children not met or without a place.

use super::{LastMet, ListedChild, Places, standing};
use crate::base::calendar::{BirthDate, completed_months};
use crate::base::fault::Result;
use crate::base::id::{CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::contacts::{Counts, Kind, Place};
use crate::db::schema::{
    bookings, children, contact_kinds, contacts, families, family_children, family_groups,
    memberships, referrals,
};
use crate::db::{Tx, in_chunks};
use crate::families::joined::kept_among;
use crate::families::store::joined;
use crate::membership::Standing;
use chrono::{Days, Months, NaiveDate};
use diesel::dsl::max;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

type ChildRow = (ChildId, FamilyId, Option<CentreId>, NaiveDate, bool, bool);

/// Children under five whose home is a family with a membership, in some centres (`None`: all), or
/// those among some.
pub(crate) fn children(
    tx: &mut Tx,
    centres: Option<&[CentreId]>,
    among: Option<&[ChildId]>,
    today: NaiveDate,
) -> Result<Vec<ListedChild>> {
    let oldest = today.checked_sub_months(Months::new(62)).unwrap_or(NaiveDate::MIN);
    let mut query = children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .inner_join(memberships::table.on(memberships::family_id.eq(families::id)))
        .filter(memberships::status.eq_any(vec![Standing::Listed, Standing::Member]))
        .filter(family_children::is_home.eq(true))
        .filter(families::joined_into.is_null())
        .filter(families::moved_away_on.is_null())
        .filter(children::ended.is_null())
        .filter(children::born_on.ge(oldest))
        .into_boxed();
    if let Some(centres) = centres {
        query = query.filter(families::centre_id.eq_any(centres));
    }
    if let Some(among) = among {
        query = query.filter(children::id.eq_any(among));
    }
    let rows: Vec<ChildRow> = query
        .order(children::id)
        .select((
            children::id,
            families::id,
            families::centre_id,
            children::born_on.assume_not_null(),
            children::born_month_only,
            families::restricted,
        ))
        .load(tx.conn())?;
    Ok(rows.into_iter().filter_map(|row| served(row, today)).collect())
}

fn served(
    (child_id, family_id, centre_id, born, month_only, restricted): ChildRow,
    today: NaiveDate,
) -> Option<ListedChild> {
    let born = if month_only { BirthDate::MonthOf(born) } else { BirthDate::Day(born) };
    let age_months = u32::try_from(completed_months(born, today)).ok().filter(|age| *age < 60)?;
    let (name, to_ring) = (None, None);
    Some(ListedChild { child_id, family_id, centre_id, age_months, restricted, name, to_ring })
}

/// Families referred by a professional since a moment, without withdrawn referrals.
pub(crate) fn referred(tx: &mut Tx, since: Moment) -> Result<HashSet<FamilyId>> {
    let families: Vec<FamilyId> = referrals::table
        .inner_join(bookings::table.on(bookings::id.eq(referrals::booking_id)))
        .filter(referrals::made_at.ge(since))
        .filter(referrals::withdrawn_at.is_null())
        .select(bookings::family_id)
        .distinct()
        .load(tx.conn())?;
    Ok(families.into_iter().collect())
}

/// Who had a direct contact on one of these days.
pub(crate) fn met(
    tx: &mut Tx,
    (from, to): (NaiveDate, NaiveDate),
    kept: &HashMap<ChildId, ChildId>,
) -> Result<LastMet> {
    let rows: Vec<(FamilyId, Option<ChildId>)> = contacts::table
        .inner_join(contact_kinds::table.on(contact_kinds::kind.eq(contacts::kind)))
        .filter(contact_kinds::counts.eq(Counts::Direct))
        .filter(contacts::withdrawn_at.is_null())
        .filter(contacts::on_day.between(from, to))
        .select((contacts::family_id, contacts::child_id))
        .distinct()
        .load(tx.conn())?;
    let families = joined(tx)?;
    let mut met = LastMet::default();
    for (family, child) in rows {
        met.children.extend(child.map(|child| standing(&child, kept)));
        met.families.insert(kept_among(&family, |record| families.get(record).cloned()));
    }
    Ok(met)
}

/// The last day of direct contact of each of some children.
pub(crate) fn last_days(tx: &mut Tx, ids: &[ChildId]) -> Result<Vec<(ChildId, NaiveDate)>> {
    in_chunks(tx, ids, |tx, some| {
        Ok(contacts::table
            .inner_join(contact_kinds::table.on(contact_kinds::kind.eq(contacts::kind)))
            .filter(contact_kinds::counts.eq(Counts::Direct))
            .filter(contacts::withdrawn_at.is_null())
            .filter(contacts::child_id.eq_any(some))
            .group_by(contacts::child_id)
            .select((contacts::child_id.assume_not_null(), max(contacts::on_day).assume_not_null()))
            .load(tx.conn())?)
    })
}

/// Children stated to be in a group on a day, each as its current record.
pub(crate) fn stated(
    tx: &mut Tx,
    group: &str,
    on: NaiveDate,
    kept: &HashMap<ChildId, ChildId>,
) -> Result<HashSet<ChildId>> {
    let rows: Vec<Option<ChildId>> = family_groups::table
        .filter(family_groups::group_code.eq(group))
        .filter(family_groups::ended_at.is_null())
        .filter(family_groups::since_on.le(on))
        .filter(family_groups::until_on.is_null().or(family_groups::until_on.ge(on)))
        .select(family_groups::child_id)
        .distinct()
        .load(tx.conn())?;
    Ok(rows.into_iter().flatten().map(|child| standing(&child, kept)).collect())
}

/// The same by the id of the record, those after one, up to a number.
pub(crate) fn stated_after(
    tx: &mut Tx,
    group: &str,
    on: NaiveDate,
    (after, rows): (&str, i64),
) -> Result<Vec<ChildId>> {
    Ok(family_groups::table
        .filter(family_groups::group_code.eq(group))
        .filter(family_groups::ended_at.is_null())
        .filter(family_groups::since_on.le(on))
        .filter(family_groups::until_on.is_null().or(family_groups::until_on.ge(on)))
        .filter(family_groups::child_id.gt(after))
        .order(family_groups::child_id)
        .limit(rows)
        .select(family_groups::child_id.assume_not_null())
        .load(tx.conn())?)
}

/// The places of children on a day, or of those among some.
pub(crate) fn places(
    tx: &mut Tx,
    on: NaiveDate,
    among: Option<&[ChildId]>,
    kept: &HashMap<ChildId, ChildId>,
) -> Result<Places> {
    // Children of five or older are not needed.
    let oldest = on.checked_sub_days(Days::new(366 * 5)).unwrap_or(NaiveDate::MIN);
    let mut query = contacts::table
        .filter(contacts::kind.eq_any([Kind::EarlyLearning, Kind::SchoolPlace]))
        .filter(contacts::withdrawn_at.is_null())
        .filter(contacts::on_day.between(oldest, on))
        .filter(contacts::until_day.is_null().or(contacts::until_day.ge(on)))
        .filter(contacts::child_id.is_not_null())
        .filter(contacts::place.is_not_null())
        .into_boxed();
    if let Some(among) = among {
        query = query.filter(contacts::child_id.eq_any(among));
    }
    let rows: Vec<(ChildId, Place)> = query
        .select((contacts::child_id.assume_not_null(), contacts::place.assume_not_null()))
        .load(tx.conn())?;
    let mut places = Places::new();
    for (child, place) in rows {
        places.entry(standing(&child, kept)).or_default().push(place);
    }
    Ok(places)
}

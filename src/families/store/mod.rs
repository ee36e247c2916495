//! Queries about families, carers and children.

pub(crate) mod moving;
pub(crate) mod tasks;

pub(crate) use super::groups::store::{groups, priority_group, seed_groups, stated};
use super::{Carer, Child, Family, Household, joined};
use crate::access::Reach;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CarerId, CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::schema::{
    booking_sessions, bookings, carers, children, families, family_children, marks, sessions,
};
use crate::db::{Prepared, Run, Tx, found, in_chunks};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// Bookings made by staff do not give them access to the family's file. Those made by the family or
/// a professional do, and so does a scanned card, because its code holds a secret.
pub(crate) const BY_STAFF: [&str; 2] = ["front_desk", "staff"];

pub(crate) fn family(tx: &mut Tx, id: &FamilyId) -> Result<Family> {
    found(families::table.find(id.as_str()).select(Family::as_select()).first(tx.conn()), "family")
}

pub(crate) fn household(tx: &mut Tx, id: &FamilyId) -> Result<Household> {
    let family = family(tx, id)?;
    Ok(Household { family, carers: carers_of(tx, id)?, children: children_of(tx, id)? })
}

/// The current record: this one, or the one it was merged into.
pub(crate) fn kept(tx: &mut Tx, id: &FamilyId) -> Result<FamilyId> {
    joined::kept(id, |id| Ok(family(tx, id)?.joined_into))
}

pub(crate) fn carers_of(tx: &mut Tx, id: &FamilyId) -> Result<Vec<Carer>> {
    Ok(carers::table
        .filter(carers::family_id.eq(id.as_str()))
        .order(carers::position)
        .select(Carer::as_select())
        .load(tx.conn())?)
}

pub(crate) fn children_of(tx: &mut Tx, id: &FamilyId) -> Result<Vec<Child>> {
    Ok(children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .filter(family_children::family_id.eq(id.as_str()))
        .order(family_children::position)
        .select(Child::as_select())
        .load(tx.conn())?)
}

/// The children of a family in their order, each with every household it lives in.
pub(crate) fn kin(tx: &mut Tx, id: &FamilyId) -> Result<Vec<(Child, FamilyId)>> {
    let households = diesel::alias!(family_children as households);
    let same_child = households.field(family_children::child_id).eq(children::id);
    Ok(children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(households.on(same_child))
        .filter(family_children::family_id.eq(id.as_str()))
        .order((family_children::position, households.field(family_children::family_id)))
        .select((Child::as_select(), households.field(family_children::family_id)))
        .load(tx.conn())?)
}

/// Every family these children live in, including this one.
pub(crate) fn families_of(tx: &mut Tx, child_ids: &[ChildId]) -> Result<Vec<FamilyId>> {
    Ok(family_children::table
        .filter(family_children::child_id.eq_any(child_ids))
        .select(family_children::family_id)
        .distinct()
        .load(tx.conn())?)
}

/// Limits a query to families within the caller's reach: families of their centres, families that
/// since a moment booked there themselves or through a professional or came there by card, families
/// their team created, or their own. Restricted families only for those who may open them.
macro_rules! within {
    ($query:expr, $reach:expr, $since:expr) => {{
        let mut query = $query;
        let own = $reach.own.as_ref().map_or("", FamilyId::as_str).to_owned();
        if !$reach.everywhere {
            query = query.filter(families::id.eq(own.clone()));
            if !$reach.centres.is_empty() {
                let centres = $reach.centres.to_vec();
                let booked = booking_sessions::table
                    .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
                    .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
                    .filter(booking_sessions::family_id.eq(families::id))
                    .filter(bookings::made_as.ne_all(crate::families::store::BY_STAFF))
                    .filter(sessions::starts_at.ge($since))
                    .filter(sessions::centre_id.eq_any(centres.clone()));
                let came = marks::table
                    .inner_join(sessions::table.on(sessions::id.eq(marks::session_id)))
                    .filter(marks::family_id.eq(families::id))
                    .filter(marks::source.eq("card"))
                    .filter(sessions::starts_at.ge($since))
                    .filter(sessions::centre_id.eq_any(centres.clone()));
                query = query
                    .or_filter(families::centre_id.eq_any(centres))
                    .or_filter(diesel::dsl::exists(booked))
                    .or_filter(diesel::dsl::exists(came));
            }
        }
        if !$reach.restricted {
            query = query.filter(families::restricted.eq(false).or(families::id.eq(own)));
        }
        query.filter(families::joined_into.is_null()).filter(families::erased_at.is_null())
    }};
}
pub(crate) use within;

/// Those within reach, by id.
pub(crate) fn list(
    tx: &mut Tx,
    reach: &Reach,
    since: Moment,
    after: &str,
    rows: i64,
) -> Result<Vec<Family>> {
    Ok(within!(families::table.into_boxed(), reach, since)
        .filter(families::id.gt(after.to_owned()))
        .order(families::id)
        .limit(rows)
        .select(Family::as_select())
        .load(tx.conn())?)
}

/// Those of these families that are within reach.
pub(crate) fn openable(
    tx: &mut Tx,
    (reach, since): (&Reach, Moment),
    of: &[&FamilyId],
) -> Result<HashSet<FamilyId>> {
    let found = in_chunks(tx, of, |tx, some| {
        Ok(within!(families::table.into_boxed(), reach, since)
            .filter(families::id.eq_any(some.to_vec()))
            .select(families::id)
            .load(tx.conn())?)
    });
    Ok(found?.into_iter().collect())
}

/// Merged records, each with the one it was merged into.
pub(crate) fn joined(tx: &mut Tx) -> Result<HashMap<FamilyId, FamilyId>> {
    let rows: Vec<(FamilyId, Option<FamilyId>)> = families::table
        .filter(families::joined_into.is_not_null())
        .select((families::id, families::joined_into))
        .load(tx.conn())?;
    Ok(rows.into_iter().filter_map(|(family, into)| Some((family, into?))).collect())
}

/// The same for children.
pub(crate) fn joined_children(tx: &mut Tx) -> Result<HashMap<ChildId, ChildId>> {
    let rows: Vec<(ChildId, Option<ChildId>)> = children::table
        .filter(children::joined_into.is_not_null())
        .select((children::id, children::joined_into))
        .load(tx.conn())?;
    Ok(rows.into_iter().filter_map(|(child, into)| Some((child, into?))).collect())
}

/// The home centre, and the centres where the family booked itself or through a professional, or
/// came by card, since a moment: the same rule as `within!`, for one family.
pub(crate) fn centres_of(tx: &mut Tx, family: &Family, since: Moment) -> Result<Vec<CentreId>> {
    let mut centres: Vec<CentreId> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .filter(booking_sessions::family_id.eq(family.id.as_str()))
        .filter(bookings::made_as.ne_all(BY_STAFF))
        .filter(sessions::starts_at.ge(since))
        .select(sessions::centre_id)
        .distinct()
        .load(tx.conn())?;
    let came: Vec<CentreId> = marks::table
        .inner_join(sessions::table.on(sessions::id.eq(marks::session_id)))
        .filter(marks::family_id.eq(family.id.as_str()))
        .filter(marks::source.eq("card"))
        .filter(sessions::starts_at.ge(since))
        .select(sessions::centre_id)
        .distinct()
        .load(tx.conn())?;
    centres.extend(came);
    centres.extend(family.centre_id.clone());
    Ok(centres)
}

pub(crate) fn add(tx: &mut Tx, household: &Household) -> Result<()> {
    tx.note_family(&household.family.id);
    diesel::insert_into(families::table).values(&household.family).execute(tx.conn())?;
    for carer in &household.carers {
        diesel::insert_into(carers::table).values(carer).execute(tx.conn())?;
    }
    Ok(())
}

pub(crate) fn add_child(tx: &mut Tx, child: &Child) -> Result<()> {
    diesel::insert_into(children::table).values(child).run(tx)
}

pub(crate) fn child(tx: &mut Tx, id: &ChildId) -> Result<Option<Child>> {
    Ok(children::table.find(id.as_str()).select(Child::as_select()).first(tx.conn()).optional()?)
}

pub(crate) fn join_child(
    tx: &mut Tx,
    family: &FamilyId,
    child: &ChildId,
    position: i32,
) -> Result<()> {
    // A child that already has a home also lives here.
    let homes: i64 = family_children::table
        .filter(family_children::child_id.eq(child.as_str()))
        .filter(family_children::is_home.eq(true))
        .count()
        .get_result(tx.conn())?;
    tx.note_child(child);
    diesel::insert_into(family_children::table)
        .values((
            family_children::family_id.eq(family.as_str()),
            family_children::child_id.eq(child.as_str()),
            family_children::position.eq(position),
            family_children::is_home.eq(homes == 0),
        ))
        .run(tx)
}

/// Saves where a family lives and what is known about its address.
pub(crate) fn save_family(tx: &mut Tx, family: &Family) -> Result<()> {
    tx.note_family(&family.id);
    diesel::update(families::table.find(family.id.as_str()))
        .set((
            families::postcode.eq(&family.postcode),
            families::postcode_reason.eq(family.postcode_reason),
            families::address.eq(&family.address),
            families::centre_id.eq(&family.centre_id),
            families::guest.eq(family.guest),
            families::moved_away_on.eq(family.moved_away_on),
            families::version.eq(families::version + 1),
        ))
        .run(tx)
}

/// Sets who may open a record and whether post may go there. The version stays the same, because
/// the family can read it and must not notice.
pub(crate) fn restrict(
    tx: &mut Tx,
    id: &FamilyId,
    restricted: bool,
    unsafe_address: bool,
) -> Result<()> {
    tx.note_family(id);
    diesel::update(families::table.find(id.as_str()))
        .set((families::restricted.eq(restricted), families::unsafe_address.eq(unsafe_address)))
        .run(tx)
}

/// No link of the family that was made until then works any more.
pub(crate) fn end_links(tx: &mut Tx, id: &FamilyId, at: Moment) -> Result<()> {
    diesel::update(families::table.find(id.as_str())).set(families::links_ended_at.eq(at)).run(tx)
}

pub(crate) fn save_carer(tx: &mut Tx, carer: &Carer) -> Result<()> {
    diesel::update(carers::table.find(&carer.id)).set(carer).run(tx)
}

pub(crate) fn set_language(tx: &mut Tx, carer: &CarerId, language: &str) -> Result<()> {
    diesel::update(carers::table.find(carer)).set(carers::language.eq(language)).run(tx)
}

pub(crate) fn language_of(tx: &mut Tx, carer: &CarerId) -> Result<Option<String>> {
    Ok(carers::table.find(carer).select(carers::language).first(tx.conn())?)
}

pub(crate) fn add_carer(tx: &mut Tx, carer: &Carer) -> Result<()> {
    diesel::insert_into(carers::table).values(carer).run(tx)
}

pub(crate) fn save_birth(tx: &mut Tx, child: &Child) -> Result<()> {
    tx.note_child(&child.id);
    diesel::update(children::table.find(child.id.as_str()))
        .set((
            children::name.eq(&child.name),
            children::sort_name.eq(&child.sort_name),
            children::born_on.eq(child.born_on),
            children::born_month_only.eq(child.born_month_only),
            children::due_on.eq(child.due_on),
        ))
        .run(tx)
}

/// A child as described from outside, for matching.
pub(crate) struct Described<'a> {
    pub postcode: Option<&'a str>,
    pub sort_name: &'a str,
    pub born_on: Option<NaiveDate>,
    pub nhs_number: Option<&'a str>,
}

/// Exact matches only: the same NHS number, or else name, birth date and postcode.
pub(crate) fn exact(tx: &mut Tx, child: &Described) -> Result<Vec<(FamilyId, ChildId)>> {
    let people = children::table
        .inner_join(family_children::table.on(family_children::child_id.eq(children::id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .filter(families::joined_into.is_null())
        .filter(families::guest.eq(false))
        .order((families::id, children::id))
        .select((families::id, children::id));
    if let Some(number) = child.nhs_number {
        let by_number = people.filter(children::nhs_number.eq(number)).load(tx.conn())?;
        if !by_number.is_empty() {
            return Ok(by_number);
        }
    }
    let (Some(postcode), Some(born_on)) = (child.postcode, child.born_on) else {
        return Ok(Vec::new());
    };
    Ok(people
        .filter(children::sort_name.eq(child.sort_name))
        .filter(children::born_on.eq(born_on))
        .filter(families::postcode.eq(postcode))
        .load(tx.conn())?)
}

/// Locks families against concurrent decisions, after the sessions. A merged record is refused:
/// nothing is decided about it any more.
pub(crate) fn lock(tx: &mut Tx, ids: &[FamilyId]) -> Result<()> {
    match touch(tx, ids)?.iter().any(Option::is_some) {
        true => Err(Fault::not_found("family")),
        false => Ok(()),
    }
}

/// The same, but accepts merged records.
pub(crate) fn lock_joined(tx: &mut Tx, ids: &[FamilyId]) -> Result<()> {
    touch(tx, ids).map(drop)
}

/// For each family, the record it was merged into.
fn touch(tx: &mut Tx, ids: &[FamilyId]) -> Result<Vec<Option<FamilyId>>> {
    let mut ids = ids.to_vec();
    ids.sort();
    ids.dedup();
    let mut joined = Vec::with_capacity(ids.len());
    tx.lock(|conn| {
        for id in &ids {
            let row = diesel::update(families::table.find(id.as_str()))
                .set(families::touched.eq(families::touched + 1))
                .returning(families::joined_into);
            let into: Option<Option<FamilyId>> = Prepared(row).get_result(conn).optional()?;
            joined.extend(into);
        }
        Ok(())
    })?;
    Ok(joined)
}

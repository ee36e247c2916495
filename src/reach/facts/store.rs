//! Queries about what is known of children: their current records, and their versions.

use super::{
    ChildFact, ELSEWHERE, KnownHome, KnownRecord, KnownStatement, Left, Member, PlaceKnown,
};
use crate::areas::{PostcodeRow, Vintage};
use crate::base::fault::{Fault, Result, is_duplicate};
use crate::base::id::{ChildFactId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::db::schema::{
    answers, bookings, child_facts, child_moves, children, families, family_children,
    family_groups, memberships, referral_groups, referrals,
};
use crate::db::{Noted, Tx, insert_all};
use crate::families::answers::Question;
use crate::reach::known::{KnownChild, day_of, known_by};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Children per statement.
pub const TOGETHER: usize = 500;

/// The noted children, and the present and past children of the noted families.
pub fn noted(tx: &mut Tx, noted: &Noted) -> Result<Vec<ChildId>> {
    let mut all: BTreeSet<ChildId> = noted.children.clone();
    let families: Vec<&FamilyId> = noted.families.iter().collect();
    for ids in families.chunks(TOGETHER) {
        let live: Vec<ChildId> = family_children::table
            .filter(family_children::family_id.eq_any(ids.to_vec()))
            .select(family_children::child_id)
            .load(tx.conn())?;
        let known: Vec<ChildId> = child_facts::table
            .filter(child_facts::family_id.eq_any(ids.to_vec()))
            .filter(child_facts::known_until.is_null())
            .select(child_facts::child_id)
            .load(tx.conn())?;
        all.extend(live.into_iter().chain(known));
    }
    Ok(all.into_iter().collect())
}

/// The next `rows` children after an id.
pub fn children_after(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<ChildId>> {
    Ok(children::table
        .filter(children::id.gt(after))
        .order(children::id)
        .limit(rows)
        .select(children::id)
        .load(tx.conn())?)
}

/// What is known of these children now; at most `TOGETHER` of them.
pub fn known(tx: &mut Tx, ids: &[ChildId]) -> Result<Vec<KnownChild>> {
    let records: Vec<KnownRecord> = children::table
        .filter(children::id.eq_any(ids))
        .order(children::id)
        .select(KnownRecord::as_select())
        .load(tx.conn())?;
    let asked = asked_for_ethnicity(tx, ids)?;
    let mut homes = homes(tx, ids)?;
    let homeless: Vec<&ChildId> = ids.iter().filter(|id| !homes.contains_key(id)).collect();
    let mut left = left(tx, &homeless)?;

    let by = homes.values().filter_map(|homes| known_by(homes)).map(|home| home.family.clone());
    let families: BTreeSet<FamilyId> =
        by.chain(left.values().map(|left| left.family.clone())).collect();
    let members = members(tx, &families)?;
    let (stated, of_child) = stated(tx, &families, ids)?;

    let whole = |record: KnownRecord| {
        let homes = homes.remove(&record.id).unwrap_or_default();
        let left = left.remove(&record.id);
        let family = known_by(&homes).map(|home| &home.family);
        let family = family.or(left.as_ref().map(|left| &left.family));
        let member = family.and_then(|family| members.get(family)).copied();
        let mut stated = family.and_then(|family| stated.get(family)).cloned().unwrap_or_default();
        stated.extend(of_child.get(&record.id).into_iter().flatten().cloned());
        let ethnicity_asked = asked.contains(record.id.as_str());
        KnownChild { record, ethnicity_asked, homes, left, member, stated }
    };
    Ok(records.into_iter().map(whole).collect())
}

fn asked_for_ethnicity(tx: &mut Tx, ids: &[ChildId]) -> Result<BTreeSet<String>> {
    let asked: Vec<String> = answers::table
        .filter(answers::subject_id.eq_any(ids))
        .filter(answers::question.eq(Question::Ethnicity))
        .filter(answers::ended_at.is_null())
        .select(answers::subject_id)
        .load(tx.conn())?;
    Ok(asked.into_iter().collect())
}

fn homes(tx: &mut Tx, ids: &[ChildId]) -> Result<HashMap<ChildId, Vec<KnownHome>>> {
    let rows: Vec<(ChildId, KnownHome)> = family_children::table
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .filter(family_children::child_id.eq_any(ids))
        .filter(families::joined_into.is_null())
        .select((family_children::child_id, KnownHome::as_select()))
        .load(tx.conn())?;
    let mut homes: HashMap<ChildId, Vec<KnownHome>> = HashMap::new();
    for (child, home) in rows {
        homes.entry(child).or_default().push(home);
    }
    Ok(homes)
}

/// The household each of these children left last.
fn left(tx: &mut Tx, ids: &[&ChildId]) -> Result<HashMap<ChildId, Left>> {
    let rows: Vec<(ChildId, Left)> = child_moves::table
        .filter(child_moves::child_id.eq_any(ids.to_vec()))
        .order((child_moves::moved_at, child_moves::id))
        .select((child_moves::child_id, Left::as_select()))
        .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}

fn members(tx: &mut Tx, ids: &BTreeSet<FamilyId>) -> Result<HashMap<FamilyId, Member>> {
    let rows: Vec<(FamilyId, Member)> = memberships::table
        .filter(memberships::family_id.eq_any(ids))
        .select((memberships::family_id, Member::as_select()))
        .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}

/// Statements by family or child.
type StatedOf<Id> = HashMap<Id, Vec<KnownStatement>>;

/// Statements by staff and by agencies with a referral, including ended ones: for these families,
/// and for these children in any household.
fn stated(
    tx: &mut Tx,
    families: &BTreeSet<FamilyId>,
    children: &[ChildId],
) -> Result<(StatedOf<FamilyId>, StatedOf<ChildId>)> {
    type Row = (FamilyId, Option<ChildId>, KnownStatement);
    let of_household = family_groups::family_id.eq_any(families);
    let mut rows: Vec<Row> = family_groups::table
        .filter(
            (of_household.and(family_groups::child_id.is_null()))
                .or(family_groups::child_id.eq_any(children)),
        )
        .select((family_groups::family_id, family_groups::child_id, KnownStatement::as_select()))
        .load(tx.conn())?;
    let referred = || {
        referral_groups::table
            .inner_join(referrals::table.on(referrals::id.eq(referral_groups::referral_id)))
            .inner_join(bookings::table.on(bookings::id.eq(referrals::booking_id)))
            .select((
                bookings::family_id,
                referral_groups::child_id,
                referral_groups::group_code,
                referrals::made_at,
                referrals::withdrawn_at,
            ))
    };
    type Referred = (FamilyId, Option<ChildId>, String, Moment, Option<Moment>);
    // Two statements: no index finds what is of a booking's family or of a child.
    let mut of_bookings: Vec<Referred> = referred()
        .filter(bookings::family_id.eq_any(families))
        .filter(referral_groups::child_id.is_null())
        .load(tx.conn())?;
    of_bookings.extend(
        referred()
            .filter(referral_groups::child_id.eq_any(children))
            .load::<Referred>(tx.conn())?,
    );
    rows.extend(of_bookings.into_iter().map(|(family, child, code, at, ended_at)| {
        (family, child, KnownStatement { code, since_on: day_of(at), until_on: None, ended_at })
    }));
    let (mut of_family, mut of_child) = (StatedOf::new(), StatedOf::new());
    for (family, child, one) in rows {
        let list = match child {
            Some(child) => of_child.entry(child).or_default(),
            None => of_family.entry(family).or_default(),
        };
        list.push(one);
    }
    Ok((of_family, of_child))
}

/// Statements that name a child for a household's group, or none for a child's group.
pub fn of_the_wrong(tx: &mut Tx) -> Result<Vec<String>> {
    use crate::db::schema::target_groups;
    Ok(family_groups::table
        .inner_join(target_groups::table.on(target_groups::code.eq(family_groups::group_code)))
        .filter((target_groups::stated_of.eq("child").and(family_groups::child_id.is_null())).or(
            target_groups::stated_of.eq("household").and(family_groups::child_id.is_not_null()),
        ))
        .order(family_groups::id)
        .select(family_groups::id)
        .load(tx.conn())?)
}

/// The live version of each of these children; at most `TOGETHER` of them.
pub fn live(tx: &mut Tx, ids: &[ChildId]) -> Result<HashMap<ChildId, ChildFact>> {
    let rows: Vec<ChildFact> = child_facts::table
        .filter(child_facts::child_id.eq_any(ids))
        .filter(child_facts::known_until.is_null())
        .select(ChildFact::as_select())
        .load(tx.conn())?;
    Ok(rows.into_iter().map(|fact| (fact.child_id.clone(), fact)).collect())
}

/// Every version of a child, oldest first.
pub fn versions(tx: &mut Tx, id: &ChildId) -> Result<Vec<ChildFact>> {
    Ok(child_facts::table
        .filter(child_facts::child_id.eq(id.as_str()))
        .order((child_facts::known_from, child_facts::id))
        .select(ChildFact::as_select())
        .load(tx.conn())?)
}

/// Closes a version; if another transaction has closed it, this one is retried.
pub fn end(tx: &mut Tx, id: &ChildFactId, at: Moment) -> Result<()> {
    let live = child_facts::table.find(id.as_str()).filter(child_facts::known_until.is_null());
    let ended = diesel::update(live).set(child_facts::known_until.eq(at)).execute(tx.conn())?;
    match ended {
        1 => Ok(()),
        _ => Err(Fault::again("what is known of a child has just changed")),
    }
}

pub fn add(tx: &mut Tx, facts: Vec<ChildFact>) -> Result<()> {
    insert_all!(tx, child_facts::table, facts)
}

/// The same for one, which another transaction may have written first.
pub fn add_one(tx: &mut Tx, fact: &ChildFact) -> Result<()> {
    let added = diesel::insert_into(child_facts::table).values(fact).execute(tx.conn());
    added.map(drop).map_err(
        |error| {
            if is_duplicate(&error) { Fault::again(error) } else { error.into() }
        },
    )
}

/// Replaces every postcode of a family's children by its LSOAs in each vintage.
pub fn erase_postcodes(tx: &mut Tx, family: &FamilyId) -> Result<usize> {
    let of_family = child_facts::table
        .filter(child_facts::family_id.eq(family.as_str()))
        .filter(child_facts::place.eq(PlaceKnown::Postcode));
    let codes: Vec<Option<String>> =
        of_family.select(child_facts::postcode).distinct().load(tx.conn())?;
    let mut erased = 0;
    for code in codes.into_iter().flatten() {
        let rows = crate::areas::store::postcode(tx, &code)?;
        let lsoa = |vintage: Vintage| {
            let row: Option<&PostcodeRow> = rows.iter().find(|row| row.vintage == vintage);
            let lsoa = |row: &PostcodeRow| {
                row.lsoa.as_ref().map_or_else(|| ELSEWHERE.to_owned(), ToString::to_string)
            };
            row.map(lsoa)
        };
        erased += diesel::update(
            child_facts::table
                .filter(child_facts::family_id.eq(family.as_str()))
                .filter(child_facts::postcode.eq(&code)),
        )
        .set((
            child_facts::place.eq(PlaceKnown::Lsoa),
            child_facts::postcode.eq(None::<String>),
            child_facts::lsoa_2011.eq(lsoa(Vintage::Of2011)),
            child_facts::lsoa_2021.eq(lsoa(Vintage::Of2021)),
        ))
        .execute(tx.conn())?;
    }
    Ok(erased)
}

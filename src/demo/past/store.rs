//! The demo's past as rows, many per statement.

use super::rows::{PastChild, Rows};
use crate::base::fault::Result;
use crate::base::id::{AccountId, CentreId, ChildId, FamilyId, PartnerId, StatementId};
use crate::base::moment::Moment;
use crate::db::schema::{
    accounts, activities, answers, birthday_cards, children, contacts, families, family_children,
    family_groups, marks, memberships, monthly_counts, reach_areas, registers, renewals, sessions,
    setting_supports, statements,
};
use crate::db::{Run, Tx, insert_all};
use crate::families::answers::FamilyAnswer;
use crate::families::groups::GroupStatement;
use crate::membership::Standing;
use crate::sessions::Session;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

pub(super) fn has_contacts(tx: &mut Tx) -> Result<bool> {
    let first: Option<String> = contacts::table.select(contacts::id).first(tx.conn()).optional()?;
    Ok(first.is_some())
}

/// In the order of their ids.
pub(super) fn children(tx: &mut Tx) -> Result<Vec<PastChild>> {
    let rows: Vec<(ChildId, FamilyId, CentreId, NaiveDate, Moment)> = family_children::table
        .inner_join(children::table.on(children::id.eq(family_children::child_id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .filter(family_children::is_home.eq(true))
        .filter(families::restricted.eq(false))
        .filter(families::guest.eq(false))
        .filter(families::centre_id.is_not_null().and(children::born_on.is_not_null()))
        .order(children::id)
        .select((
            children::id,
            families::id,
            families::centre_id.assume_not_null(),
            children::born_on.assume_not_null(),
            families::created_at,
        ))
        .load(tx.conn())?;
    let child = |(id, family, centre, born_on, known_at)| PastChild {
        id,
        family,
        centre,
        born_on,
        known_at,
    };
    Ok(rows.into_iter().map(child).collect())
}

/// Each centre's next session of an activity.
pub(super) fn weekly(tx: &mut Tx, title: &str) -> Result<Vec<Session>> {
    let all: Vec<Session> = sessions::table
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(activities::title.eq(title))
        .order((sessions::starts_at, sessions::id))
        .select(Session::as_select())
        .load(tx.conn())?;
    let mut centres = HashSet::new();
    Ok(all.into_iter().filter(|session| centres.insert(session.centre_id.to_string())).collect())
}

/// The reach areas were drawn when the past began.
pub(super) fn draw_areas(tx: &mut Tx, at: Moment) -> Result<()> {
    diesel::update(reach_areas::table).set(reach_areas::since_at.eq(at)).run(tx)
}

/// The families that renew, and whether each is a member.
pub(super) fn memberships(tx: &mut Tx) -> Result<HashMap<FamilyId, Standing>> {
    let live = [Standing::Member, Standing::Listed];
    let rows: Vec<(FamilyId, Standing)> = memberships::table
        .filter(memberships::status.eq_any(live))
        .select((memberships::family_id, memberships::status))
        .load(tx.conn())?;
    Ok(rows.into_iter().collect())
}

/// For families with no statements or answers yet.
pub(super) fn tell(
    tx: &mut Tx,
    mut statements: Vec<GroupStatement>,
    mut given: Vec<FamilyAnswer>,
) -> Result<()> {
    let stated: Vec<String> =
        family_groups::table.select(family_groups::family_id).load(tx.conn())?;
    let stated: HashSet<String> = stated.into_iter().collect();
    let asked: Vec<String> = answers::table.select(answers::subject_id).load(tx.conn())?;
    let asked: HashSet<String> = asked.into_iter().collect();
    statements.retain(|one| !stated.contains(one.family_id.as_str()));
    given.retain(|one| !asked.contains(&one.subject_id));
    insert_all!(tx, family_groups::table, statements)?;
    insert_all!(tx, answers::table, given)
}

pub(super) fn hold(tx: &mut Tx, held: Vec<Session>) -> Result<()> {
    insert_all!(tx, sessions::table, held)
}

/// The account that refers for an agency, and its team.
pub(super) fn professional(
    tx: &mut Tx,
    agency: &PartnerId,
) -> Result<Option<(AccountId, Option<String>)>> {
    Ok(accounts::table
        .filter(accounts::partner_id.eq(agency.as_str()))
        .order(accounts::id)
        .select((accounts::id, accounts::team))
        .first(tx.conn())
        .optional()?)
}

pub(super) fn stated_at(tx: &mut Tx, id: &StatementId, at: Moment) -> Result<()> {
    diesel::update(statements::table.find(id.as_str())).set(statements::made_at.eq(at)).run(tx)
}

pub(super) fn add(tx: &mut Tx, rows: Rows) -> Result<()> {
    insert_all!(tx, registers::table, rows.registers)?;
    insert_all!(tx, marks::table, rows.marks)?;
    insert_all!(tx, contacts::table, rows.contacts)?;
    insert_all!(tx, monthly_counts::table, rows.baselines)?;
    insert_all!(tx, setting_supports::table, rows.supports)?;
    insert_all!(tx, renewals::table, rows.renewals.renewals)?;
    insert_all!(tx, birthday_cards::table, rows.renewals.cards)?;
    renewed(tx, rows.renewals.last)
}

/// When each family was renewed last, by day.
fn renewed(tx: &mut Tx, last: BTreeMap<FamilyId, NaiveDate>) -> Result<()> {
    let mut by_day: BTreeMap<NaiveDate, Vec<FamilyId>> = BTreeMap::new();
    for (family, day) in last {
        by_day.entry(day).or_default().push(family);
    }
    for (day, families) in by_day {
        diesel::update(memberships::table.filter(memberships::family_id.eq_any(families)))
            .set(memberships::renewed_on.eq(day))
            .execute(tx.conn())?;
    }
    Ok(())
}

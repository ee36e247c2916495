//! The demo's past as rows, many in a statement.

use crate::attendance::{Completed, MarkRow};
use crate::contacts::Contact;
use crate::db::{Tx, insert_all};
use crate::families::answers::Answer;
use crate::families::groups::Statement;
use crate::fault::Fault;
use crate::id::{CentreId, ChildId, FamilyId, PartnerId};
use crate::moment::Moment;
use crate::partners::PartnerKind;
use crate::schema::{
    activities, answers, children, contacts, families, family_children, family_groups, marks,
    partners, reach_areas, registers, sessions,
};
use crate::sessions::Session;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashSet;

/// A born child at home.
pub struct Child {
    pub id: ChildId,
    pub family: FamilyId,
    pub centre: CentreId,
    pub born_on: NaiveDate,
    pub known_at: Moment,
}

/// What is put in together.
#[derive(Default)]
pub struct Rows {
    pub sessions: Vec<Session>,
    pub registers: Vec<Completed>,
    pub marks: Vec<MarkRow>,
    pub contacts: Vec<Contact>,
}

pub fn has_contacts(tx: &mut Tx) -> Result<bool, Fault> {
    let first: Option<String> = contacts::table.select(contacts::id).first(tx.conn()).optional()?;
    Ok(first.is_some())
}

/// In the order of their ids.
pub fn children(tx: &mut Tx) -> Result<Vec<Child>, Fault> {
    type Row = (ChildId, FamilyId, Option<CentreId>, Option<NaiveDate>, Moment);
    let rows: Vec<Row> = family_children::table
        .inner_join(children::table.on(children::id.eq(family_children::child_id)))
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .filter(family_children::is_home.eq(true))
        .filter(families::restricted.eq(false))
        .filter(families::guest.eq(false))
        .order(children::id)
        .select((
            children::id,
            families::id,
            families::centre_id,
            children::born_on,
            families::created_at,
        ))
        .load(tx.conn())?;
    let child = |(id, family, centre, born_on, known_at): Row| {
        Some(Child { id, family, centre: centre?, born_on: born_on?, known_at })
    };
    Ok(rows.into_iter().filter_map(child).collect())
}

/// The next session of each centre that an activity has.
pub fn weekly(tx: &mut Tx, title: &str) -> Result<Vec<Session>, Fault> {
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
pub fn draw_areas(tx: &mut Tx, at: Moment) -> Result<(), Fault> {
    diesel::update(reach_areas::table).set(reach_areas::since_at.eq(at)).execute(tx.conn())?;
    Ok(())
}

pub fn health_agency(tx: &mut Tx) -> Result<Option<PartnerId>, Fault> {
    Ok(partners::table
        .filter(partners::kind.eq(PartnerKind::Health))
        .order(partners::name)
        .select(partners::id)
        .first(tx.conn())
        .optional()?)
}

/// Of families of whom nothing is stated or answered yet.
pub fn tell(
    tx: &mut Tx,
    mut statements: Vec<Statement>,
    mut given: Vec<Answer>,
) -> Result<(), Fault> {
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

pub fn add(tx: &mut Tx, rows: Rows) -> Result<(), Fault> {
    insert_all!(tx, sessions::table, rows.sessions)?;
    insert_all!(tx, registers::table, rows.registers)?;
    insert_all!(tx, marks::table, rows.marks)?;
    insert_all!(tx, contacts::table, rows.contacts)
}

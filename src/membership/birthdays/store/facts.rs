//! Queries for what a birthday is judged by: whose it is, and the households it concerns. Several
//! children at once, so that a day's birthdays take a handful of queries.

use crate::base::calendar::BirthDate;
use crate::base::fault::Result;
use crate::base::id::ChildId;
use crate::db::Tx;
use crate::db::schema::{answers, carers, children, families, family_children, memberships};
use crate::families::answers::Question;
use crate::families::{Carer, Child, Family, requests};
use crate::membership::birthdays::channel::{CardHome, Reader};
use crate::membership::birthdays::judge::BirthdayChild;
use crate::membership::{Membership, Standing};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

/// A child and when it was born.
#[derive(Clone, Debug)]
pub(crate) struct Born {
    pub id: ChildId,
    pub name: String,
    pub birth: BirthDate,
    pub died: bool,
}

/// A child whose home said that nothing more should be sent gets no card, settled or not.
fn born(tx: &mut Tx, rows: Vec<Child>) -> Result<Vec<Born>> {
    let ids: Vec<&str> = rows.iter().map(|child| child.id.as_str()).collect();
    let silenced = requests::store::silenced(tx, &ids)?;
    let one = |child: Child| {
        let died = !child.is_spoken_of() || silenced.contains(&child.id);
        Some(Born { birth: child.born()?, died, id: child.id, name: child.name })
    };
    Ok(rows.into_iter().filter_map(one).collect())
}

/// Children born on one of these days, by id, after one.
pub(crate) fn born_on(
    tx: &mut Tx,
    births: &[NaiveDate],
    after: &str,
    rows: i64,
) -> Result<Vec<Born>> {
    let rows: Vec<Child> = children::table
        .filter(children::born_on.eq_any(births.to_vec()))
        .filter(children::id.gt(after))
        .order(children::id)
        .limit(rows)
        .select(Child::as_select())
        .load(tx.conn())?;
    born(tx, rows)
}

/// The same, by id.
pub(crate) fn born_of(tx: &mut Tx, ids: &[ChildId]) -> Result<Vec<Born>> {
    let rows: Vec<Child> = children::table
        .filter(children::id.eq_any(ids))
        .order(children::id)
        .select(Child::as_select())
        .load(tx.conn())?;
    born(tx, rows)
}

/// How many children were born on one of these days.
pub(crate) fn count_born_on(tx: &mut Tx, births: &[NaiveDate]) -> Result<i64> {
    Ok(children::table
        .filter(children::born_on.eq_any(births.to_vec()))
        .count()
        .get_result(tx.conn())?)
}

/// A household of a child, with what else about it a card needs.
#[derive(Queryable)]
pub(crate) struct Lives {
    pub child: ChildId,
    pub is_home: bool,
    pub family: Family,
    pub membership: Option<Membership>,
}

/// The households in use that these children live in.
pub(crate) fn households(tx: &mut Tx, child_ids: &[ChildId]) -> Result<Vec<Lives>> {
    Ok(family_children::table
        .inner_join(families::table.on(families::id.eq(family_children::family_id)))
        .left_join(memberships::table.on(memberships::family_id.eq(families::id)))
        .filter(family_children::child_id.eq_any(child_ids))
        .filter(families::joined_into.is_null())
        .filter(families::erased_at.is_null())
        .order((family_children::child_id, families::id))
        .select((
            family_children::child_id,
            family_children::is_home,
            Family::as_select(),
            Option::<Membership>::as_select(),
        ))
        .load(tx.conn())?)
}

/// What these households said and are.
pub(crate) fn homes(tx: &mut Tx, lives: &[Lives]) -> Result<Vec<CardHome>> {
    let ids: Vec<&str> = lives.iter().map(|one| one.family.id.as_str()).collect();
    let people: Vec<Carer> = carers::table
        .filter(carers::family_id.eq_any(ids.clone()))
        .order((carers::family_id, carers::position))
        .select(Carer::as_select())
        .load(tx.conn())?;
    let mut subjects = ids;
    subjects.extend(people.iter().map(|carer| carer.id.as_str()));
    let said = said(tx, &subjects)?;

    let home = |one: &Lives| {
        let own = people.iter().filter(|carer| carer.family_id == one.family.id);
        let readers = own.map(|carer| reader(carer, &said)).collect();
        let key = (one.family.id.to_string(), Question::BirthdayCards);
        let said_no = said.get(&key).is_some_and(|yes| !yes);
        home_of(one, readers, said_no)
    };
    Ok(lives.iter().map(home).collect())
}

type Said = HashMap<(String, Question), bool>;

/// Live answers about cards, by person: yes or no.
fn said(tx: &mut Tx, subjects: &[&str]) -> Result<Said> {
    let questions =
        vec![Question::BirthdayByEmail, Question::BirthdayByText, Question::BirthdayCards];
    let rows: Vec<(String, Question, String)> = answers::table
        .filter(answers::subject_id.eq_any(subjects.to_vec()))
        .filter(answers::question.eq_any(questions))
        .filter(answers::ended_at.is_null())
        .select((answers::subject_id, answers::question, answers::value))
        .load(tx.conn())?;
    Ok(rows.into_iter().map(|(of, question, value)| ((of, question), value == "yes")).collect())
}

fn reader(carer: &Carer, said: &Said) -> Reader {
    let answer = |question| said.get(&(carer.id.to_string(), question)).copied();
    let known = carer.confirmed_at.is_some();
    Reader {
        carer: carer.id.clone(),
        email: carer.mail().filter(|_| known).map(str::to_owned),
        phone: carer.text_number(),
        no_post: carer.no_post,
        by_email: answer(Question::BirthdayByEmail),
        by_text: answer(Question::BirthdayByText),
    }
}

fn home_of(lives: &Lives, readers: Vec<Reader>, said_no: bool) -> CardHome {
    let (family, membership) = (&lives.family, lives.membership.as_ref());
    let standing = membership.map(|membership| membership.status);
    CardHome {
        family: family.id.clone(),
        is_home: lives.is_home,
        centre: family.centre_id.clone(),
        since: membership.and_then(|own| own.joined_on.or(own.listed_on)),
        standing,
        guest: family.guest,
        told: standing != Some(Standing::Listed)
            || membership.is_some_and(|membership| membership.told_at.is_some()),
        moved_away: family.moved_away_on.is_some(),
        restricted: family.restricted,
        unsafe_address: family.unsafe_address,
        has_address: family.postcode.is_some() || family.address.is_some(),
        said_no,
        readers,
    }
}

/// Children on a birthday, with the households it concerns.
pub(crate) fn birthday_children(
    tx: &mut Tx,
    reached: &[(Born, i32)],
    due_on: NaiveDate,
) -> Result<Vec<BirthdayChild>> {
    let ids: Vec<ChildId> = reached.iter().map(|(born, _)| born.id.clone()).collect();
    let lives = households(tx, &ids)?;
    let homes = homes(tx, &lives)?;
    let had = super::had(tx, &ids)?;

    let homes_of = |child: &ChildId| {
        let own = lives.iter().zip(&homes).filter(|(one, _)| one.child == *child);
        own.map(|(_, home)| home.clone()).collect()
    };
    let child = |(born, age): &(Born, i32)| BirthdayChild {
        id: born.id.clone(),
        age: *age,
        due_on,
        died: born.died,
        had_card: had.contains(&(born.id.clone(), *age)),
        households: homes_of(&born.id),
    };
    Ok(reached.iter().map(child).collect())
}

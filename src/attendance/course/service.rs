//! Reading who came to the dates of a course.

use super::matrix::{Matrix, Person, everybody, matrix};
use super::store;
use crate::access::{Act, Scope};
use crate::attendance::{MarkRow, Who, marks_store, register_store};
use crate::base::fault::Fault;
use crate::base::id::{BookingId, ChildId, CourseId, FamilyId, SessionId};
use crate::db::Tx;
use crate::families::{Carer, Child, Family};
use crate::sessions::planning::{self, Course};
use std::collections::{BTreeMap, BTreeSet};

pub fn attendance(tx: &mut Tx, id: &CourseId) -> Result<(Course, Matrix), Fault> {
    let course = planning::store::course(tx, id)?;
    let centre = Scope::centre(&course.centre_id);
    tx.allow(Act::SeeRegister, &centre, "course")?;
    let sees_restricted = tx.actor().may(Act::SeeFamily, &Scope { restricted: true, ..centre });

    let (dates, head) = store::dates(tx, id)?;
    let ids: Vec<&str> = dates.iter().map(|date| date.session.as_str()).collect();
    let standing = marks_store::standing_of(tx, &ids)?;
    let booked = match head {
        Some(head) => booked(tx, &head)?,
        None => BTreeMap::new(),
    };
    let people = people(tx, &booked, &standing, sees_restricted)?;
    Ok((course, matrix(dates, people, &standing)))
}

/// Everybody with a place: the children of each party, or the adults of one without any.
fn booked(tx: &mut Tx, head: &SessionId) -> Result<BTreeMap<Who, FamilyId>, Fault> {
    let bookings = register_store::seated(tx, head)?;
    let ids: Vec<&str> = bookings.iter().map(|booking| booking.id.as_str()).collect();
    let children = register_store::party_children(tx, &ids)?;

    let mut booked = BTreeMap::new();
    for booking in &bookings {
        let of_it = |(id, _): &&(BookingId, Child)| *id == booking.id;
        let own: Vec<Who> =
            children.iter().filter(of_it).map(|(_, child)| Who::Child(child.id.clone())).collect();
        let adults = Who::Adults(booking.family_id.clone());
        let whole = if own.is_empty() { vec![adults] } else { own };
        booked.extend(whole.into_iter().map(|who| (who, booking.family_id.clone())));
    }
    Ok(booked)
}

/// The people of the lines, by name. Children who are no longer mentioned are left out.
fn people(
    tx: &mut Tx,
    booked: &BTreeMap<Who, FamilyId>,
    standing: &[MarkRow],
    sees_restricted: bool,
) -> Result<Vec<Person>, Fault> {
    let all = everybody(booked, standing);
    let family_ids: BTreeSet<&FamilyId> = all.values().collect();
    let family_ids: Vec<&FamilyId> = family_ids.into_iter().collect();
    let families = register_store::families(tx, &family_ids)?;
    let carers = register_store::carers(tx, &family_ids)?;
    let child_ids: Vec<&ChildId> = all
        .keys()
        .filter_map(|who| match who {
            Who::Child(child) => Some(child),
            Who::Adults(_) => None,
        })
        .collect();
    let children = register_store::children(tx, &child_ids)?;

    let person = |(who, family_id): (&Who, &FamilyId)| {
        let name = name_of(who, &children, &carers)?;
        let named = sees_restricted || !is_restricted(&families, family_id);
        Some(Person {
            who: who.clone(),
            family_id: family_id.clone(),
            named,
            name: name.filter(|_| named),
            booked: booked.contains_key(who),
        })
    };
    let mut people: Vec<Person> = all.iter().filter_map(person).collect();
    people.sort_by_key(|person| person.name.as_ref().map(|name| name.to_lowercase()));
    Ok(people)
}

/// `None` for a child who is no longer mentioned.
fn name_of(who: &Who, children: &[Child], carers: &[Carer]) -> Option<Option<String>> {
    match who {
        Who::Child(id) => {
            let child = children.iter().find(|child| child.id == *id)?;
            child.is_spoken_of().then(|| Some(child.name.clone()))
        }
        Who::Adults(family) => {
            let carer = carers.iter().find(|carer| carer.family_id == *family);
            Some(carer.map(|carer| carer.name.clone()))
        }
    }
}

fn is_restricted(families: &[Family], id: &FamilyId) -> bool {
    families.iter().any(|family| family.id == *id && family.restricted)
}

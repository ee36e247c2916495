//! Who came to which date of a course.

pub(crate) mod matrix {
    //! A course as a table: a line for each child, and for the adults of a party without one; a
    //! column for each date. A date without a mark stays open: nobody is assumed to be missing.

    use crate::attendance::{Mark, MarkRow, MarkedPerson};
    use crate::base::id::{FamilyId, SessionId};
    use crate::base::moment::Moment;
    use chrono::NaiveDate;
    use std::collections::{BTreeMap, BTreeSet};

    /// One date.
    #[derive(Clone, Debug)]
    pub struct Date {
        pub session: SessionId,
        pub day: NaiveDate,
        pub starts_at: Moment,
        pub cancelled: bool,
        pub completed_at: Option<Moment>,
    }

    /// Somebody who takes part in the course.
    #[derive(Clone, Debug)]
    pub struct Person {
        pub who: MarkedPerson,
        pub family_id: FamilyId,
        /// Whether the caller may know whose line this is.
        pub named: bool,
        /// `None`: not to be named, or not known.
        pub name: Option<String>,
        /// Whether they have a place in the course now; false for somebody who left it or walked
        /// in.
        pub booked: bool,
    }

    #[derive(Clone, Debug)]
    pub struct CoursePerson {
        pub person: Person,
        /// One for each date.
        pub marks: Vec<Option<Mark>>,
    }

    impl CoursePerson {
        pub fn came(&self) -> usize {
            self.marks.iter().flatten().filter(|mark| mark.is_here()).count()
        }
    }

    #[derive(Clone, Debug)]
    pub struct Matrix {
        pub dates: Vec<Date>,
        pub lines: Vec<CoursePerson>,
    }

    impl Matrix {
        /// Whose lines they are.
        pub fn families(&self) -> Vec<FamilyId> {
            self.lines.iter().map(|line| line.person.family_id.clone()).collect()
        }

        /// How many of the lines came to each date.
        pub fn came(&self) -> Vec<usize> {
            let on = |at: usize| {
                let marks = self.lines.iter().filter_map(move |line| line.marks.get(at).copied());
                marks.flatten().filter(|mark| mark.is_here()).count()
            };
            (0..self.dates.len()).map(on).collect()
        }
    }

    /// Everybody with a place, and everybody who came without one. Adults who came with a child
    /// have no line: the child has it.
    pub fn everybody(
        booked: &BTreeMap<MarkedPerson, FamilyId>,
        standing: &[MarkRow],
    ) -> BTreeMap<MarkedPerson, FamilyId> {
        let child = |who: &MarkedPerson| matches!(who, MarkedPerson::Child(_));
        let with_child: BTreeSet<&FamilyId> = standing
            .iter()
            .filter(|row| row.child_id.is_some())
            .map(|row| &row.family_id)
            .chain(booked.iter().filter(|(who, _)| child(who)).map(|(_, family)| family))
            .collect();
        let mut all = booked.clone();
        for row in standing.iter().filter(|row| row.mark.is_here()) {
            if row.child_id.is_some() || !with_child.contains(&row.family_id) {
                all.entry(row.who()).or_insert_with(|| row.family_id.clone());
            }
        }
        all
    }

    /// Lines in the order of the people.
    pub fn matrix(dates: Vec<Date>, people: Vec<Person>, standing: &[MarkRow]) -> Matrix {
        let said: BTreeMap<(&SessionId, MarkedPerson), Mark> =
            standing.iter().map(|row| ((&row.session_id, row.who()), row.mark)).collect();
        let line = |person: Person| {
            let mark = |date: &Date| said.get(&(&date.session, person.who.clone())).copied();
            CoursePerson { marks: dates.iter().map(mark).collect(), person }
        };
        let lines = people.into_iter().map(line).collect();
        Matrix { dates, lines }
    }
}

pub(crate) mod service {
    //! Reading who came to the dates of a course.

    use super::matrix::{Matrix, Person, everybody, matrix};
    use super::store;
    use crate::access::{Act, Scope};
    use crate::attendance::{MarkRow, MarkedPerson, mark_log, register};
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
        let standing = mark_log::store::standing_of(tx, &ids)?;
        let booked = match head {
            Some(head) => booked(tx, &head)?,
            None => BTreeMap::new(),
        };
        let people = people(tx, &booked, &standing, sees_restricted)?;
        Ok((course, matrix(dates, people, &standing)))
    }

    /// Everybody with a place: the children of each party, or the adults of one without any.
    fn booked(tx: &mut Tx, head: &SessionId) -> Result<BTreeMap<MarkedPerson, FamilyId>, Fault> {
        let bookings = register::store::seated(tx, head)?;
        let ids: Vec<&str> = bookings.iter().map(|booking| booking.id.as_str()).collect();
        let children = register::store::party_children(tx, &ids)?;

        let mut booked = BTreeMap::new();
        for booking in &bookings {
            let of_it = |(id, _): &&(BookingId, Child)| *id == booking.id;
            let own: Vec<MarkedPerson> = children
                .iter()
                .filter(of_it)
                .map(|(_, child)| MarkedPerson::Child(child.id.clone()))
                .collect();
            let adults = MarkedPerson::Adults(booking.family_id.clone());
            let whole = if own.is_empty() { vec![adults] } else { own };
            booked.extend(whole.into_iter().map(|who| (who, booking.family_id.clone())));
        }
        Ok(booked)
    }

    /// The people of the lines, by name. Children who are no longer mentioned are left out.
    fn people(
        tx: &mut Tx,
        booked: &BTreeMap<MarkedPerson, FamilyId>,
        standing: &[MarkRow],
        sees_restricted: bool,
    ) -> Result<Vec<Person>, Fault> {
        let all = everybody(booked, standing);
        let family_ids: BTreeSet<&FamilyId> = all.values().collect();
        let family_ids: Vec<&FamilyId> = family_ids.into_iter().collect();
        let families = register::store::families(tx, &family_ids)?;
        let carers = register::store::carers(tx, &family_ids)?;
        let child_ids: Vec<&ChildId> = all
            .keys()
            .filter_map(|who| match who {
                MarkedPerson::Child(child) => Some(child),
                MarkedPerson::Adults(_) => None,
            })
            .collect();
        let children = register::store::children(tx, &child_ids)?;

        let person = |(who, family_id): (&MarkedPerson, &FamilyId)| {
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
    fn name_of(who: &MarkedPerson, children: &[Child], carers: &[Carer]) -> Option<Option<String>> {
        match who {
            MarkedPerson::Child(id) => {
                let child = children.iter().find(|child| child.id == *id)?;
                child.is_spoken_of().then(|| Some(child.name.clone()))
            }
            MarkedPerson::Adults(family) => {
                let carer = carers.iter().find(|carer| carer.family_id == *family);
                Some(carer.map(|carer| carer.name.clone()))
            }
        }
    }

    fn is_restricted(families: &[Family], id: &FamilyId) -> bool {
        families.iter().any(|family| family.id == *id && family.restricted)
    }
}

pub(crate) mod store {
    //! Queries about the dates of a course.

    use super::matrix::Date;
    use crate::base::fault::Fault;
    use crate::base::id::{CourseId, SessionId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{registers, sessions};
    use chrono::NaiveDate;
    use diesel::prelude::*;

    /// The dates, by start, and the session where the places are counted.
    pub fn dates(tx: &mut Tx, course: &CourseId) -> Result<(Vec<Date>, Option<SessionId>), Fault> {
        type Row =
            (SessionId, Option<SessionId>, NaiveDate, Moment, Option<Moment>, Option<Moment>);
        let rows: Vec<Row> = sessions::table
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .filter(sessions::course_id.eq(course.as_str()))
            .order((sessions::starts_at, sessions::id))
            .select((
                sessions::id,
                sessions::head_session_id,
                sessions::local_day,
                sessions::starts_at,
                sessions::cancelled_at,
                registers::completed_at.nullable(),
            ))
            .load(tx.conn())?;
        let head = rows.iter().find(|row| row.1.is_none()).map(|row| row.0.clone());
        let date = |(session, _, day, starts_at, cancelled_at, completed_at): Row| Date {
            session,
            day,
            starts_at,
            cancelled: cancelled_at.is_some(),
            completed_at,
        };
        Ok((rows.into_iter().map(date).collect(), head))
    }
}

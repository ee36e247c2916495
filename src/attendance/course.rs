//! Who came to which date of a course.

pub(crate) mod matrix {
    //! A course as a table: a line for each child, and for the adults of a party without one; a
    //! column for each date. A date without a mark stays open: nobody is assumed to be missing.

    use crate::attendance::{Mark, MarkRow, MarkedPerson};
    use crate::base::id::{ChildId, CourseId, FamilyId, SessionId};
    use crate::base::moment::Moment;
    use chrono::NaiveDate;
    use serde::Serialize;
    use std::collections::{BTreeMap, BTreeSet};
    use utoipa::ToSchema;

    /// Who came to which date of a course.
    #[derive(Clone, Debug, Serialize, ToSchema)]
    #[schema(as = CourseAttendanceOut)]
    pub(crate) struct CourseAttendance {
        /// The course.
        pub course_id: CourseId,
        /// What staff call it.
        pub name: String,
        /// Its dates, in order.
        pub dates: Vec<CourseDate>,
        /// Everybody with a place, and everybody who came without one.
        pub people: Vec<CoursePerson>,
    }

    /// One date of a course.
    #[derive(Clone, Debug, Serialize, ToSchema)]
    #[schema(as = CourseDateOut)]
    pub(crate) struct CourseDate {
        /// Its session.
        pub session_id: SessionId,
        /// Its local day.
        pub day: NaiveDate,
        /// When it begins.
        pub starts_at: Moment,
        /// Whether it was cancelled.
        pub cancelled: bool,
        /// When its register was completed; `null` while it is open.
        pub completed_at: Option<Moment>,
        /// How many of the people below came.
        pub came: usize,
    }

    /// Somebody of a course.
    #[derive(Clone, Debug, Serialize, ToSchema)]
    #[schema(as = CoursePersonOut)]
    pub(crate) struct CoursePerson {
        /// Whose line it is, whether or not the caller may know.
        #[serde(skip)]
        pub who: MarkedPerson,
        #[serde(skip)]
        pub of_family: FamilyId,
        /// Which family; `null` where it must not be named here.
        pub family_id: Option<FamilyId>,
        /// Which child; `null` for the adults of a family that comes without one, or for a child that
        /// must not be named here.
        pub child_id: Option<ChildId>,
        /// The name; `null` where it must not be shown here.
        pub name: Option<String>,
        /// Whether they have a place in the course; false for somebody who left it or walked in.
        pub booked: bool,
        /// One for each date; `null` where nothing was recorded.
        pub marks: Vec<Option<Mark>>,
        /// How many dates they came to.
        pub came: usize,
    }

    impl CourseAttendance {
        /// Whose lines they are.
        pub(crate) fn families(&self) -> Vec<FamilyId> {
            self.people.iter().map(|person| person.of_family.clone()).collect()
        }

        /// Fills in the marks, and how many came.
        pub(crate) fn fill(&mut self, standing: &[MarkRow]) {
            let said: BTreeMap<(&SessionId, MarkedPerson), Mark> =
                standing.iter().map(|row| ((&row.session_id, row.who()), row.mark)).collect();
            for person in &mut self.people {
                for date in &mut self.dates {
                    let mark = said.get(&(&date.session_id, person.who.clone())).copied();
                    let here = usize::from(mark.is_some_and(Mark::is_here));
                    person.marks.push(mark);
                    person.came += here;
                    date.came += here;
                }
            }
        }
    }

    /// Everybody with a place, and everybody who came without one. Adults who came with a child
    /// have no line: the child has it.
    pub(crate) fn everybody(
        booked: &BTreeMap<MarkedPerson, FamilyId>,
        standing: &[MarkRow],
    ) -> BTreeMap<MarkedPerson, FamilyId> {
        let with_child: BTreeSet<&FamilyId> = standing
            .iter()
            .filter(|row| row.child_id.is_some())
            .map(|row| &row.family_id)
            .chain(booked.iter().filter(|(who, _)| who.child().is_some()).map(|(_, family)| family))
            .collect();
        let mut all = booked.clone();
        for row in standing.iter().filter(|row| row.mark.is_here()) {
            if row.child_id.is_some() || !with_child.contains(&row.family_id) {
                all.entry(row.who()).or_insert_with(|| row.family_id.clone());
            }
        }
        all
    }
}

pub(crate) mod service {
    //! Reading who came to the dates of a course.

    use super::matrix::{CourseAttendance, CoursePerson, everybody};
    use super::store;
    use crate::access::{Act, Scope};
    use crate::attendance::{MarkRow, MarkedPerson, mark_log, register};
    use crate::base::fault::Result;
    use crate::base::id::{BookingId, CourseId, FamilyId, SessionId};
    use crate::db::Tx;
    use crate::families::{Carer, Child, Family};
    use crate::sessions::planning;
    use std::collections::{BTreeMap, BTreeSet};

    pub(crate) fn attendance(tx: &mut Tx, id: &CourseId) -> Result<CourseAttendance> {
        let course = planning::store::course(tx, id)?;
        tx.allow(Act::SeeRegister, &Scope::centre(&course.centre_id), "course")?;
        let sees_restricted = register::service::names_restricted(tx, &course.centre_id);

        let (dates, head) = store::dates(tx, id)?;
        let ids: Vec<&SessionId> = dates.iter().map(|date| &date.session_id).collect();
        let standing = mark_log::store::standing_of(tx, &ids)?;
        let booked = match head {
            Some(head) => booked(tx, &head)?,
            None => BTreeMap::new(),
        };
        let people = people(tx, &booked, &standing, sees_restricted)?;
        let (course_id, name) = (course.id, course.name);
        let mut attendance = CourseAttendance { course_id, name, dates, people };
        attendance.fill(&standing);
        Ok(attendance)
    }

    /// Everybody with a place: the children of each party, or the adults of one without any.
    fn booked(tx: &mut Tx, head: &SessionId) -> Result<BTreeMap<MarkedPerson, FamilyId>> {
        let bookings = register::store::seated(tx, head)?;
        let ids: Vec<&BookingId> = bookings.iter().map(|booking| &booking.id).collect();
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
    ) -> Result<Vec<CoursePerson>> {
        let all = everybody(booked, standing);
        let family_ids: BTreeSet<&FamilyId> = all.values().collect();
        let families = register::store::families(tx, family_ids.clone())?;
        let carers = register::store::carers(tx, family_ids)?;
        let children = register::store::children(tx, all.keys().filter_map(MarkedPerson::child))?;

        let person = |(who, family_id): (&MarkedPerson, &FamilyId)| {
            let name = name_of(who, &children, &carers)?;
            let named = sees_restricted || !is_restricted(&families, family_id);
            Some(CoursePerson {
                family_id: named.then(|| family_id.clone()),
                child_id: who.child().filter(|_| named).cloned(),
                name: name.filter(|_| named),
                booked: booked.contains_key(who),
                who: who.clone(),
                of_family: family_id.clone(),
                marks: Vec::new(),
                came: 0,
            })
        };
        let mut people: Vec<CoursePerson> = all.iter().filter_map(person).collect();
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

    use super::matrix::CourseDate;
    use crate::base::fault::Result;
    use crate::base::id::{CourseId, SessionId};
    use crate::base::moment::Moment;
    use crate::db::Tx;
    use crate::db::schema::{registers, sessions};
    use chrono::NaiveDate;
    use diesel::prelude::*;

    type Row = (SessionId, Option<SessionId>, NaiveDate, Moment, bool, Option<Moment>);

    /// The dates, by start, and the session where the places are counted.
    pub(crate) fn dates(
        tx: &mut Tx,
        course: &CourseId,
    ) -> Result<(Vec<CourseDate>, Option<SessionId>)> {
        let rows: Vec<Row> = sessions::table
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .filter(sessions::course_id.eq(course))
            .order((sessions::starts_at, sessions::id))
            .select((
                sessions::id,
                sessions::head_session_id,
                sessions::local_day,
                sessions::starts_at,
                sessions::cancelled_at.is_not_null(),
                registers::completed_at.nullable(),
            ))
            .load(tx.conn())?;
        let head = rows.iter().find(|row| row.1.is_none()).map(|row| row.0.clone());
        let date = |(session_id, _, day, starts_at, cancelled, completed_at): Row| CourseDate {
            session_id,
            day,
            starts_at,
            cancelled,
            completed_at,
            came: 0,
        };
        Ok((rows.into_iter().map(date).collect(), head))
    }
}

//! A course as a table: a line for each child, and for the adults of a party without one; a column
//! for each date. A date without a mark stays open: nobody is assumed to be missing.

use crate::attendance::{Mark, MarkRow, Who};
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
    pub who: Who,
    pub family_id: FamilyId,
    /// Whether the caller may know whose line this is.
    pub named: bool,
    /// `None`: not to be named, or not known.
    pub name: Option<String>,
    /// Whether they have a place in the course now; false for somebody who left it or walked in.
    pub booked: bool,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub person: Person,
    /// One for each date.
    pub marks: Vec<Option<Mark>>,
}

impl Line {
    pub fn came(&self) -> usize {
        self.marks.iter().flatten().filter(|mark| mark.is_here()).count()
    }
}

#[derive(Clone, Debug)]
pub struct Matrix {
    pub dates: Vec<Date>,
    pub lines: Vec<Line>,
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

/// Everybody with a place, and everybody who came without one. Adults who came with a child have no
/// line: the child has it.
pub fn everybody(
    booked: &BTreeMap<Who, FamilyId>,
    standing: &[MarkRow],
) -> BTreeMap<Who, FamilyId> {
    let child = |who: &Who| matches!(who, Who::Child(_));
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
    let said: BTreeMap<(&SessionId, Who), Mark> =
        standing.iter().map(|row| ((&row.session_id, row.who()), row.mark)).collect();
    let line = |person: Person| {
        let mark = |date: &Date| said.get(&(&date.session, person.who.clone())).copied();
        Line { marks: dates.iter().map(mark).collect(), person }
    };
    let lines = people.into_iter().map(line).collect();
    Matrix { dates, lines }
}

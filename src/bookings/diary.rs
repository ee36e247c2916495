//! The diary of a family around a day: where it has a place or waits, and where its children have
//! one, with whichever household. Read once for each request; the rules take from it what they ask.

use super::judge::clash;
use super::{Busy, Holds};
use crate::base::id::{ActivityId, BookingId, FamilyId, SessionId};
use crate::base::moment::Moment;
use chrono::{NaiveDate, TimeDelta};

/// Limits look this far to either side of a day.
const AROUND: TimeDelta = TimeDelta::days(6);

/// One date of a session, and what is held there.
#[derive(Clone, Debug)]
pub(crate) struct DiaryEntry {
    pub held: Busy,
    pub session: SessionId,
    pub holds: Holds,
    pub activity: ActivityId,
    pub day: NaiveDate,
    /// The date at which the places are counted; of a course, its first.
    pub is_counted_here: bool,
    /// Whether one of the children who would come is in the party.
    pub brings_them: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Diary(Vec<DiaryEntry>);

/// The days that a diary has to cover for sessions on these days.
pub(crate) fn days_around(first: NaiveDate, last: NaiveDate) -> (NaiveDate, NaiveDate) {
    (first - AROUND, last + AROUND)
}

impl Diary {
    pub(crate) fn of(entries: Vec<DiaryEntry>) -> Diary {
        Diary(entries)
    }

    /// What the family has in a session: a place, or an entry in its line.
    pub(crate) fn has_at(&self, family: &FamilyId, session: &SessionId) -> Option<&DiaryEntry> {
        self.of_family(family).find(|entry| entry.session == *session)
    }

    /// The days of the family's places in an activity, without one booking.
    pub(crate) fn days_held(
        &self,
        family: &FamilyId,
        activity: &ActivityId,
        but: Option<&BookingId>,
    ) -> Vec<NaiveDate> {
        let places = self.of_family(family).filter(|entry| entry.holds == Holds::Place);
        let counted = places.filter(|entry| entry.activity == *activity);
        let others = counted.filter(|entry| but != Some(&entry.held.booking));
        others.map(|entry| entry.day).collect()
    }

    /// The lines that the family stands in.
    pub(crate) fn lines(&self, family: &FamilyId) -> Vec<SessionId> {
        let waits = self.of_family(family).filter(|entry| entry.holds == Holds::Waits);
        waits.map(|entry| entry.session.clone()).collect()
    }

    /// Places that one of the children has at the time of these dates, without one booking.
    pub(crate) fn busy(
        &self,
        dates: &[(Moment, Moment)],
        but: Option<&BookingId>,
    ) -> impl Iterator<Item = &Busy> {
        let theirs = self.0.iter().filter(|entry| entry.holds == Holds::Place && entry.brings_them);
        let held = theirs.map(|entry| &entry.held);
        held.filter(move |held| but != Some(&held.booking) && clash(held, dates))
    }

    fn of_family(&self, family: &FamilyId) -> impl Iterator<Item = &DiaryEntry> {
        let own = self.0.iter().filter(|entry| entry.is_counted_here);
        own.filter(move |entry| entry.held.family == *family)
    }
}

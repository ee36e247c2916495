//! A mark on its way in, checked for its form; and which people of a family a mark without a name
//! means.

use super::Mark;
use super::room::People;
use crate::base::calendar::{BirthDate, completed_years};
use crate::base::id::{BookingId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::families::add::AddFamily;
use crate::families::{Child, SERVED_YEARS};
use crate::sessions::Activity;
use chrono::{NaiveDate, TimeDelta};

/// Days before its due date from which a child counts as expected.
const PREGNANCY_DAYS: i64 = 280;

/// A mark or head-count, as sent by a device that may have been offline.
#[derive(Clone, Debug)]
pub(crate) struct MarkRequest {
    pub client_id: String,
    pub at: Moment,
    pub corrects: Option<String>,
    /// What was sent, in one normal form: the same content is the same mark.
    pub content: String,
    pub what: What,
}

#[derive(Clone, Debug)]
pub(crate) enum What {
    Mark(Box<AskedMark>),
    HeadCount(People),
}

#[derive(Clone, Debug)]
pub(crate) struct AskedMark {
    pub target: Target,
    /// One child; `None` is everybody who comes.
    pub child_id: Option<ChildId>,
    /// How many adults came; left out, as many as booked.
    pub adults: Option<i32>,
    pub mark: Mark,
}

/// How a family is identified.
#[derive(Clone, Debug)]
pub(crate) enum Target {
    Booking(BookingId),
    /// A line of a printed sheet.
    Sheet(BookingId),
    Number(String),
    Card(String),
    Family(FamilyId),
    WalkIn(Newcomer),
}

/// A family that is not known yet. The key is the device's own name for it, so that a second mark
/// with it creates no second family, whichever arrives first.
#[derive(Clone, Debug)]
pub(crate) struct Newcomer {
    pub key: String,
    pub family: Option<NewFamily>,
}

#[derive(Clone, Debug)]
pub(crate) struct NewFamily {
    pub add: AddFamily,
    pub rejoins: bool,
    pub notice_language: Option<String>,
}

/// Of a family without a booking, the children that a mark for all of them means: those that are
/// born and young enough to come; where none is born, those expected.
pub(crate) fn children_meant(
    children: &[Child],
    activity: &Activity,
    day: NaiveDate,
) -> Vec<ChildId> {
    if activity.adults_only {
        return Vec::new();
    }
    let spoken_of = || children.iter().filter(|child| child.is_spoken_of());
    let is_young =
        |born: BirthDate| born.earliest() <= day && completed_years(born, day) < SERVED_YEARS;
    let fits = |born: BirthDate| activity.ages.range().admits(born, day) || is_young(born);
    let come: Vec<ChildId> = spoken_of()
        .filter(|child| child.born().is_some_and(fits))
        .map(|child| child.id.clone())
        .collect();
    if !come.is_empty() || !activity.expectant_welcome {
        return come;
    }
    spoken_of().filter(|child| child.born().is_none()).map(|child| child.id.clone()).collect()
}

/// Whether a child can have been at a session on a day: born by then, or expected where expected
/// children are welcome. A booked child may be born without our being told.
pub(crate) fn can_have_come(child: &Child, activity: &Activity, day: NaiveDate) -> bool {
    let on_the_way = |birth: NaiveDate| {
        activity.expectant_welcome && day >= birth - TimeDelta::days(PREGNANCY_DAYS)
    };
    match (child.born(), child.due_on) {
        (Some(born), _) => born.earliest() <= day || on_the_way(born.earliest()),
        (None, Some(due)) => on_the_way(due),
        (None, None) => activity.expectant_welcome,
    }
}

//! Planning many sessions at once: a series is a rule that makes sessions, a course is sessions
//! booked as one. Both say which days, from when to when and where; every day the rule names is
//! reported, held or skipped, and why.

pub(crate) mod service;
pub(crate) mod store;

use super::recurrence::{BankHolidays, Occurrence, Rule, Season, Status};
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, CourseId, RoomId, SeriesId, SessionId, VenueId};
use crate::base::moment::Moment;
use crate::db::schema::{courses, series};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = series)]
pub struct Series {
    pub id: SeriesId,
    pub activity_id: ActivityId,
    pub centre_id: CentreId,
    /// The rule as it is written on the wire.
    pub rule: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub term_time_only: bool,
    pub created_at: Moment,
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = courses)]
pub struct Course {
    pub id: CourseId,
    pub activity_id: ActivityId,
    pub centre_id: CentreId,
    pub name: String,
    pub created_at: Moment,
}

/// What a series and a course share.
#[derive(Clone, Debug)]
pub struct Dates {
    pub activity_id: ActivityId,
    pub centre_id: CentreId,
    pub rule: Rule,
    pub first_day: NaiveDate,
    pub until: Until,
    /// By the centre's clock; the end is after the start.
    pub starts: NaiveTime,
    pub ends: NaiveTime,
    pub season: Season,
    pub bank_holidays: BankHolidays,
    /// A venue by name, made where it is new, or by its id.
    pub venue: Option<String>,
    pub venue_id: Option<VenueId>,
    pub room_id: Option<RoomId>,
    pub leader: Option<String>,
    pub capacity: Option<i32>,
    pub priority_places: Option<i32>,
    pub on_clash: OnClash,
}

/// What sessions made together belong to.
#[derive(Clone, Debug)]
pub enum Bundle {
    /// Nothing: each stands alone.
    None,
    Series(SeriesId),
    Course(CourseId),
}

/// Where the days end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// This day belongs to them.
    Day(NaiveDate),
    /// After this many held days.
    Held(usize),
}

/// What to do about a day on which the room or the leader is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnClash {
    /// Nothing is planned at all.
    #[default]
    Refuse,
    /// That day is skipped.
    Skip,
}

/// One day of a rule, and the sessions made for it: several where it is cut into slots.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedDay {
    pub day: NaiveDate,
    pub status: Status,
    pub sessions: Vec<SessionId>,
}

impl PlannedDay {
    pub fn skipped(occurrence: Occurrence) -> PlannedDay {
        PlannedDay { day: occurrence.day, status: occurrence.status, sessions: Vec::new() }
    }
}

/// How many sessions one call may make, so that nobody waits long behind it: a year of a weekly
/// surgery of nineteen appointments.
pub const MOST_AT_ONCE: usize = 1_000;

/// Refuses a call that would make too many, before any is made.
pub fn refuse_too_many(pointer: &str, sessions: usize) -> Result<(), Fault> {
    if sessions <= MOST_AT_ONCE {
        return Ok(());
    }
    let detail = format!(
        "This would make more than {MOST_AT_ONCE} sessions at once. Choose a shorter period."
    );
    Err(Fault::invalid(pointer, detail))
}

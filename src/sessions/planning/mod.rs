//! Planning many sessions at once: a series is a rule that makes sessions, a course is sessions
//! booked as one. Both say which days, from when to when and where; every day the rule names is
//! reported, held or skipped, and why.

pub(crate) mod service;
pub(crate) mod store;

use super::recurrence::{BankHolidays, Occurrence, Rule, Status};
use super::rule_form::RuleForm;
use super::time_of_day;
use crate::base::calendar::within_years;
use crate::base::fault::{Fault, Result};
use crate::base::id::{ActivityId, CentreId, CourseId, RoomId, SeriesId, SessionId, VenueId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::db::schema::{courses, series};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;
use serde::{Deserialize, Serialize, Serializer};
use utoipa::ToSchema;

#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = series)]
pub struct Series {
    /// Opaque.
    pub id: SeriesId,
    /// What is held.
    pub activity_id: ActivityId,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// On which days.
    #[serde(serialize_with = "as_rule")]
    #[schema(value_type = RuleForm)]
    pub rule: String,
    /// Where the rule begins.
    pub first_day: NaiveDate,
    /// The last day belongs to it.
    pub last_day: NaiveDate,
    /// By the centre's clock.
    #[serde(with = "time_of_day")]
    #[schema(value_type = String, example = "10:00")]
    pub starts: NaiveTime,
    /// By the centre's clock.
    #[serde(with = "time_of_day")]
    #[schema(value_type = String, example = "11:30")]
    pub ends: NaiveTime,
    /// Held only in the centre's terms.
    pub term_time_only: bool,
    #[serde(skip)]
    pub created_at: Moment,
}

/// A rule is kept as it is written on the wire.
fn as_rule<S: Serializer>(rule: &str, to: S) -> Result<S::Ok, S::Error> {
    serde_json::from_str::<RuleForm>(rule).unwrap_or_default().serialize(to)
}

#[derive(Clone, Debug, Queryable, Selectable, Insertable, Serialize, ToSchema)]
#[diesel(table_name = courses)]
pub struct Course {
    /// Opaque.
    pub id: CourseId,
    /// What is held.
    pub activity_id: ActivityId,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// What staff call it.
    #[schema(example = "The Parenting Puzzle, spring")]
    pub name: String,
    #[serde(skip)]
    pub created_at: Moment,
}

/// A series, and each day that its rule names.
#[derive(Serialize, ToSchema)]
#[schema(as = SeriesOut)]
pub(crate) struct PlannedSeries {
    #[serde(flatten)]
    pub series: Series,
    /// Every day of the rule, held or skipped; for a series that was read, the days held.
    pub days: Vec<PlannedDay>,
    /// Things to check, although nothing was refused because of them.
    pub warnings: Vec<String>,
}

/// A course, and each day that its rule names.
#[derive(Serialize, ToSchema)]
#[schema(as = CourseOut)]
pub(crate) struct PlannedCourse {
    #[serde(flatten)]
    pub course: Course,
    /// The first session: booking it books the whole course.
    pub head_session_id: Option<SessionId>,
    /// Every day of the rule, held or skipped; for a course that was read, the days held.
    pub days: Vec<PlannedDay>,
    /// Things to check, although nothing was refused because of them.
    pub warnings: Vec<String>,
}

/// Sessions to plan by a rule: the days, the time of day, the place.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DatesIn, example = json!({
    "activity_id": "0198c5d27f3a7d0e9d1c2b3a4f5e6d7c",
    "centre_id": "0198c5d27f3a7d0e9d1c2b3a4f5e6d7d",
    "rule": {"every": "month", "weekday": "wednesday", "which": [1, 3]},
    "first_day": "2027-01-04", "last_day": "2027-03-25",
    "starts": "09:15", "ends": "10:30", "term_time_only": true
}))]
pub(crate) struct Dates {
    /// What is held.
    pub activity_id: ActivityId,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// A course's name; the activity's title where it is left out.
    #[schema(max_length = 160)]
    pub name: Option<String>,
    /// On which days.
    pub rule: RuleForm,
    /// Where the rule begins.
    pub first_day: NaiveDate,
    /// The last day belongs to it; at most two years after the first. Or say how many `dates`.
    pub last_day: Option<NaiveDate>,
    /// How many days are held, skipped ones not counted. Or say the `last_day`.
    #[schema(minimum = 1, maximum = 120, example = json!(null))]
    pub dates: Option<u32>,
    /// By the centre's clock; it stays so when the clocks change.
    #[serde(with = "time_of_day")]
    #[schema(value_type = String, example = "10:00", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub starts: NaiveTime,
    /// After `starts`, on the same day.
    #[serde(with = "time_of_day")]
    #[schema(value_type = String, example = "11:30", pattern = "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$")]
    pub ends: NaiveTime,
    /// Held only in the centre's terms.
    #[serde(default)]
    pub term_time_only: bool,
    /// Bank holidays are left out unless this says `keep`.
    #[serde(default)]
    pub bank_holidays: BankHolidays,
    /// A venue of the centre by name; made where it is new.
    #[schema(max_length = 120)]
    pub venue: Option<String>,
    /// A room of the venue; two sessions never share one at a time.
    pub room_id: Option<RoomId>,
    /// Who leads it; nobody leads two sessions at a time.
    #[schema(max_length = 120)]
    pub leader: Option<String>,
    /// Of each session; the activity's where it is left out.
    #[schema(minimum = 1, maximum = 10000)]
    pub capacity: Option<i32>,
    /// Of each session; the activity's where it is left out.
    #[schema(minimum = 0, maximum = 10000)]
    pub priority_places: Option<i32>,
    /// What to do about a day on which the room or the leader is taken.
    #[serde(default)]
    pub on_clash: OnClash,
    /// The venue by its id, instead.
    #[serde(skip)]
    pub venue_id: Option<VenueId>,
}

/// The longest period that one call plans, in days: two years.
const LONGEST: i64 = 2 * 366;

impl Dates {
    pub(crate) fn rule(&self) -> Result<Rule> {
        self.rule.rule().map_err(|(field, what)| Fault::invalid(&format!("/rule/{field}"), what))
    }

    /// With the rule and the names as they are kept.
    pub(crate) fn checked(&self) -> Result<Dates> {
        let rule = self.rule()?;
        if self.starts >= self.ends {
            return Err(Fault::invalid("/ends", "It must come after `starts` on the same day."));
        }
        for (pointer, number) in [
            ("/capacity", self.capacity.map(|places| places - 1)),
            ("/priority_places", self.priority_places),
        ] {
            if number.is_some_and(|number| !(0..10_000).contains(&number)) {
                return Err(Fault::invalid(pointer, "Use a number of places."));
            }
        }
        self.check_end()?;
        Ok(Dates {
            name: text::maybe_line("/name", self.name.as_deref(), 160)?,
            rule: RuleForm::from(&rule),
            venue: text::maybe_name("/venue", self.venue.as_deref())?,
            leader: text::maybe_name("/leader", self.leader.as_deref())?,
            ..self.clone()
        })
    }

    fn check_end(&self) -> Result<()> {
        within_years("/first_day", self.first_day)?;
        match (self.last_day, self.dates) {
            (Some(last), None) if last < self.first_day => {
                Err(Fault::invalid("/last_day", "It must not come before the first day."))
            }
            (Some(last), None) if (last - self.first_day).num_days() > LONGEST => {
                Err(Fault::invalid("/last_day", "Plan at most two years at once."))
            }
            (Some(_), None) | (None, Some(1..=120)) => Ok(()),
            (None, Some(_)) => Err(Fault::invalid("/dates", "Use a number from 1 to 120.")),
            (None, None) | (Some(_), Some(_)) => {
                Err(Fault::invalid("/last_day", "Say either `last_day` or how many `dates`."))
            }
        }
    }
}

/// What sessions made together belong to.
#[derive(Clone, Debug)]
pub(crate) enum Bundle {
    /// Nothing: each stands alone.
    None,
    Series(SeriesId),
    Course(CourseId),
}

/// What to do about a day on which the room or the leader is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum OnClash {
    /// Nothing is planned at all.
    #[default]
    Refuse,
    /// That day is skipped.
    Skip,
}

/// One day that the rule names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = DayOut)]
pub(crate) struct PlannedDay {
    /// By the centre's clock.
    pub day: NaiveDate,
    /// Whether a session is held on it.
    pub status: DayStatus,
    /// Why it is skipped.
    #[schema(example = "bank holiday: Easter Monday")]
    pub why: Option<String>,
    /// The sessions made for it: several where the activity is by appointment.
    pub session_ids: Vec<SessionId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum DayStatus {
    Held,
    Skipped,
}

impl From<Occurrence> for PlannedDay {
    fn from(Occurrence { day, status }: Occurrence) -> PlannedDay {
        let (status, why) = match status {
            Status::Held => (DayStatus::Held, None),
            Status::Skipped(why) => (DayStatus::Skipped, Some(why)),
        };
        PlannedDay { day, status, why, session_ids: Vec::new() }
    }
}

/// How many sessions one call may make, so that nobody waits long behind it: a year of a weekly
/// surgery of nineteen appointments.
pub(crate) const MOST_AT_ONCE: usize = 1_000;

/// Refuses a call that would make too many, before any is made.
pub(crate) fn refuse_too_many(pointer: &str, sessions: usize) -> Result<()> {
    if sessions <= MOST_AT_ONCE {
        return Ok(());
    }
    let detail = format!(
        "This would make more than {MOST_AT_ONCE} sessions at once. Choose a shorter period."
    );
    Err(Fault::invalid(pointer, detail))
}

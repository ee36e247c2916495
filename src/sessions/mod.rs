//! What is offered and when: activities, and the sessions that are their dated occurrences. Who has
//! a place is not known here but in `bookings`.

pub(crate) mod clash;
pub(crate) mod planning;
pub mod programme;
pub(crate) mod recurrence;
pub(crate) mod release;
pub(crate) mod rule_form;
pub(crate) mod service;
pub(crate) mod store;
pub(crate) mod terms;

use crate::base::calendar::{AgeRange, AgeUnit};
use crate::base::id::{
    ActivityId, CentreId, CourseId, RoomId, SeriesId, SessionId, VenueId, words,
};
use crate::base::moment::Moment;
use crate::centres::Centre;
use crate::db::schema::{activities, sessions};
use chrono::{NaiveDate, NaiveTime};
use diesel::prelude::*;

words! {
    /// How people get a place at a session.
    Access {
        Book = "book",
        /// Never released to the public.
        ReferralOnly = "referral_only",
        /// No booking; walk-ins up to the room's limit.
        DropIn = "drop_in",
        Members = "members",
        /// Slots of a length, one family each.
        Appointment = "appointment",
    }
}

words! {
    /// What a place is counted in.
    Unit {
        Families = "families",
        Children = "children",
    }
}

words! {
    /// In what order a waiting list is served.
    LineOrder {
        /// Referred, then target group with priority, then everyone.
        Tier = "tier",
        /// Plain order of joining.
        Joining = "joining",
    }
}

words! {
    /// The phase of a session, computed from its moments when needed.
    Phase {
        Draft = "draft",
        Announced = "announced",
        ReferralWindow = "referral_window",
        Public = "public",
        Closed = "closed",
        Running = "running",
        Ended = "ended",
        Cancelled = "cancelled",
    }
}

/// What is offered: who it is for, how people get a place, how it is released and filled.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = activities, treat_none_as_null = true)]
pub struct Activity {
    pub id: ActivityId,
    /// `None`: any centre may hold it.
    pub centre_id: Option<CentreId>,
    pub title: String,
    pub description: Option<String>,
    pub audience: Option<String>,
    pub access: Access,
    pub unit: Unit,
    pub capacity: i32,
    pub adult_limit: Option<i32>,
    pub safety_limit: Option<i32>,
    /// Most children of one party.
    pub party_limit: Option<i32>,
    pub age_unit: AgeUnit,
    pub age_min: i32,
    pub age_max: Option<i32>,
    pub siblings_welcome: bool,
    pub expectant_welcome: bool,
    pub adults_only: bool,
    pub sensitive: bool,
    pub priority_places: i32,
    pub priority_hours: i32,
    pub referrals_days_before: i32,
    pub referrals_time: NaiveTime,
    pub public_days_before: Option<i32>,
    pub public_time: NaiveTime,
    pub closes_minutes_before: i32,
    pub cancel_hours: i32,
    pub waitlist_order: LineOrder,
    pub saving: bool,
    pub limit_a_day: i32,
    pub limit_in_seven_days: i32,
    pub slot_minutes: Option<i32>,
    pub price: Option<String>,
    pub bring: Option<String>,
    pub version: i64,
    pub created_at: Moment,
}

impl Activity {
    pub fn ages(&self) -> AgeRange {
        AgeRange { unit: self.age_unit, min: self.age_min, max: self.age_max }
    }
}

/// One dated occurrence of an activity. Its moments are all set when it is planned.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = sessions)]
pub struct Session {
    pub id: SessionId,
    pub activity_id: ActivityId,
    pub centre_id: CentreId,
    pub venue_id: Option<VenueId>,
    pub room_id: Option<RoomId>,
    pub series_id: Option<SeriesId>,
    pub course_id: Option<CourseId>,
    /// For a later session of a course: the first, where the places are counted.
    pub head_session_id: Option<SessionId>,
    pub leader: Option<String>,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub local_day: NaiveDate,
    pub capacity: i32,
    pub referrals_open_at: Moment,
    pub public_release_at: Option<Moment>,
    pub bookings_close_at: Moment,
    pub cancel_by: Moment,
    pub priority_places: i32,
    pub priority_until: Moment,
    pub announced_at: Option<Moment>,
    pub cancelled_at: Option<Moment>,
    pub cancel_reason: Option<String>,
    pub displaced_by: Option<SessionId>,
    /// Until when nothing changes by time alone; `None` where that is not known.
    pub settled_until: Option<Moment>,
    pub touched: i64,
    pub version: i64,
    pub created_at: Moment,
}

/// A session with its activity and centre.
#[derive(Clone, Debug)]
pub struct Planned {
    pub session: Session,
    pub activity: Activity,
    pub centre: Centre,
}

impl Planned {
    /// Whether a family that has nothing there may not even know of it: a sensitive session, or one
    /// that never opens to everybody.
    pub fn is_closed_to_families(&self) -> bool {
        let never = self.session.public_release_at.is_none();
        self.activity.sensitive || (never && self.activity.access != Access::DropIn)
    }
}

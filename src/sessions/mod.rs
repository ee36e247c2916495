//! What is offered and when: activities, and the sessions that are their dated occurrences. Who has
//! a place is not known here but in `bookings`.

pub(crate) mod activity;
pub(crate) mod choice;
pub(crate) mod clash;
pub(crate) mod planning;
pub mod programme;
pub(crate) mod recurrence;
pub(crate) mod release;
pub(crate) mod rule_form;
pub(crate) mod service;
pub(crate) mod store;
pub(crate) mod terms;
pub(crate) mod time_of_day;

pub(crate) use crate::base::said::said;
pub use activity::{Access, Activity, ActivitySettings, Ages, LineOrder, ReleasePlan, Unit};

use crate::base::id::{ActivityId, CentreId, CourseId, RoomId, SeriesId, SessionId, VenueId};
use crate::base::moment::Moment;
use crate::base::text_enum::text_enum;
use crate::centres::{AccessFeature, Centre, PlaceFeatures, Venue};
use crate::db::schema::sessions;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use diesel::prelude::*;

text_enum! {
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

/// No session lasts longer.
pub(crate) const LONGEST: TimeDelta = TimeDelta::hours(24);

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

impl Session {
    /// Where its places are counted: at the first of a course, else here.
    pub fn counted_at(&self) -> &SessionId {
        self.head_session_id.as_ref().unwrap_or(&self.id)
    }
}

/// By what a reader sees that nothing was decided about a session since: it grows with every
/// decision, and with every decision about the first session of its course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub id: SessionId,
    pub starts_at: Moment,
    pub touched: i64,
    pub generation: Generation,
}

/// What else is shown of sessions, as a number: it grows with every change of an activity, a
/// centre or a plan, and with the few decisions that change sessions without touching them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generation(pub i64);

/// A session in the diary, as far as the clash check needs it.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct TakenSlot {
    pub id: SessionId,
    pub title: String,
    pub room_id: Option<RoomId>,
    pub leader: Option<String>,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

/// A session with its activity and its place.
#[derive(Clone, Debug, Queryable)]
pub struct Planned {
    pub session: Session,
    pub activity: Activity,
    pub centre: Centre,
    /// Where it is, if not at the centre itself.
    pub venue: Option<Venue>,
    /// Of its room, where that has not what its venue has.
    pub room_features: Option<PlaceFeatures>,
}

impl Planned {
    /// A moment as the centre's clock shows it.
    pub fn local(&self, at: Moment) -> NaiveDateTime {
        at.utc().with_timezone(&self.centre.zone()).naive_local()
    }

    /// What there is for people with access needs: where it is, and of what is done there. Of the
    /// nearest that says: its room, else its venue, else the centre itself.
    pub(crate) fn access_features(&self) -> Vec<AccessFeature> {
        let of_place = self.features_of_place().iter().map(AccessFeature::Place);
        of_place.chain(self.activity.access_features.iter().map(AccessFeature::Activity)).collect()
    }

    /// Whether it has all of these.
    pub(crate) fn has_all(&self, wanted: &[AccessFeature]) -> bool {
        wanted.iter().all(|one| match one {
            AccessFeature::Place(feature) => self.features_of_place().has(*feature),
            AccessFeature::Activity(feature) => self.activity.access_features.has(*feature),
        })
    }

    fn features_of_place(&self) -> &PlaceFeatures {
        let of_building = match &self.venue {
            Some(venue) => &venue.access_features,
            None => &self.centre.access_features,
        };
        self.room_features.as_ref().unwrap_or(of_building)
    }

    /// Whether a family that has nothing there may not even know of it: a sensitive session, or one
    /// that never opens to everybody.
    pub fn is_closed_to_families(&self) -> bool {
        let never = self.session.public_release_at.is_none();
        self.activity.sensitive || (never && self.activity.access != Access::DropIn)
    }
}

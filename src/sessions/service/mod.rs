//! What can be done with activities, and how a session is planned. Editing and cancelling touch
//! bookings and live there.

pub(crate) mod venues;

use super::activity::check_places;
use super::clash::WantedSlot;
use super::recurrence::slots;
use super::release::{Overrides, moments};
use super::{Access, Activity, ActivitySettings, LONGEST, Session, said, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::local_day;
use crate::base::fault::{Code, Expected, Fault, Result};
use crate::base::id::{ActivityId, CentreId, CourseId, RoomId, SeriesId, SessionId, VenueId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::centres;
use crate::db::Tx;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use venues::VenueRequest;

pub(crate) fn add_activity(tx: &mut Tx, settings: ActivitySettings) -> Result<Activity> {
    tx.allow(Act::Plan, &scope_of(&settings), "activity")?;
    if let Some(centre) = &settings.centre_id {
        centres::store::centre(tx, centre)?;
    }

    let (id, created_at) = (ActivityId::new(), tx.now());
    let activity = Activity { id, version: 1, settings, created_at };
    store::add_activity(tx, &activity)?;
    tx.audit(Event::AddActivity, activity.id.as_str(), json!({}))?;
    Ok(activity)
}

/// Replaces an activity's settings; sessions already planned keep their moments and capacity.
pub(crate) fn change_activity(
    tx: &mut Tx,
    id: &ActivityId,
    version: &Expected,
    change: impl FnOnce(&ActivitySettings) -> Result<ActivitySettings>,
) -> Result<Activity> {
    let before = store::activity(tx, id)?;
    tx.allow(Act::Plan, &scope_of(&before), "activity")?;
    version.must_be(before.version)?;

    let settings = change(&before.settings)?;
    let after = Activity { settings, version: before.version + 1, ..before };
    tx.allow(Act::Plan, &scope_of(&after), "activity")?;
    store::save_activity(tx, &after)?;
    tx.audit(Event::ChangeActivity, after.id.as_str(), json!({}))?;
    Ok(after)
}

fn scope_of(activity: &ActivitySettings) -> Scope {
    activity.centre_id.as_ref().map_or_else(Scope::organisation, Scope::centre)
}

/// A session to plan.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SessionIn, example = json!({
    "activity_id": "0198c0de7f3a7d0e9d1c2b3a4f5e6d7c", "centre_id": "0198beef7f3a7d0e9d1c2b3a4f5e6d7c", "starts_at": "2026-12-02T10:00:00Z",
    "ends_at": "2026-12-02T11:30:00Z", "capacity": 12
}))]
pub(crate) struct Plan {
    /// The activity.
    pub activity_id: ActivityId,
    /// The centre that holds it.
    pub centre_id: CentreId,
    /// A venue by name, created if it is new; left out, the centre itself.
    #[schema(max_length = 120)]
    pub venue: Option<String>,
    /// A venue by id, instead.
    pub venue_id: Option<VenueId>,
    /// A room of the venue.
    pub room_id: Option<RoomId>,
    /// Who leads it.
    #[schema(max_length = 120)]
    pub leader: Option<String>,
    /// The start.
    pub starts_at: Moment,
    /// The end; by appointment, that of the last slot.
    pub ends_at: Moment,
    /// Places; left out, the activity's.
    #[schema(minimum = 1, maximum = 10000)]
    pub capacity: Option<i32>,
    /// When professionals may begin to refer; left out, by the activity's plan.
    pub referrals_open_at: Option<Moment>,
    /// When the public may begin to book; `null` for never; left out, by the activity's plan.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<Moment>)]
    pub public_release_at: Option<Option<Moment>>,
    /// When new requests stop; left out, by the activity's plan.
    pub bookings_close_at: Option<Moment>,
    /// Places kept for referred and target-group parties; left out, the activity's.
    #[schema(minimum = 0, maximum = 10000)]
    pub priority_places: Option<i32>,
    /// Until when they are kept.
    pub priority_until: Option<Moment>,
    /// Sessions of the centre on that day that are called off for it.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub displaces: Vec<SessionId>,
    #[serde(skip)]
    pub series_id: Option<SeriesId>,
    #[serde(skip)]
    pub course_id: Option<CourseId>,
    #[serde(skip)]
    pub head_session_id: Option<SessionId>,
}

impl Plan {
    /// A session that is as its activity has it.
    pub(crate) fn new(
        activity_id: ActivityId,
        centre_id: CentreId,
        times: (Moment, Moment),
    ) -> Plan {
        Plan {
            activity_id,
            centre_id,
            venue: None,
            venue_id: None,
            room_id: None,
            leader: None,
            starts_at: times.0,
            ends_at: times.1,
            capacity: None,
            referrals_open_at: None,
            public_release_at: None,
            bookings_close_at: None,
            priority_places: None,
            priority_until: None,
            displaces: Vec::new(),
            series_id: None,
            course_id: None,
            head_session_id: None,
        }
    }

    /// With names as they are kept.
    pub(crate) fn checked(&self) -> Result<Plan> {
        text::at_most("/displaces", &self.displaces, 20)?;
        Ok(Plan {
            venue: text::maybe_name("/venue", self.venue.as_deref())?,
            leader: text::maybe_name("/leader", self.leader.as_deref())?,
            ..self.clone()
        })
    }

    fn overrides(&self) -> Overrides {
        Overrides {
            referrals_open_at: self.referrals_open_at,
            public_release_at: self.public_release_at,
            bookings_close_at: self.bookings_close_at,
            priority_until: self.priority_until,
        }
    }
}

/// From when to when: once, or slot by slot where the activity is by appointment.
pub(crate) fn times(activity: &Activity, whole: (Moment, Moment)) -> Vec<(Moment, Moment)> {
    let (starts_at, ends_at) = whole;
    let minutes = activity.slot_minutes.and_then(|minutes| u32::try_from(minutes).ok());
    match (activity.access, minutes) {
        (Access::Appointment, Some(minutes)) => slots(ends_at - starts_at, minutes)
            .map(|(from, to)| (starts_at + from, starts_at + to))
            .collect(),
        _ => vec![whole],
    }
}

/// Plans one session, as a draft.
pub(crate) fn plan(tx: &mut Tx, plan: &Plan) -> Result<Session> {
    tx.allow(Act::Plan, &Scope::centre(&plan.centre_id), "centre")?;
    let activity = store::activity(tx, &plan.activity_id)?;
    let centre = centres::store::centre(tx, &plan.centre_id)?;
    if activity.centre_id.as_ref().is_some_and(|own| *own != centre.id) {
        return Err(Fault::invalid("/activity_id", "This activity belongs to another centre."));
    }
    check_times(plan)?;

    let zone = centre.zone();
    let day = local_day(plan.starts_at.utc(), zone);
    let capacity = plan.capacity.unwrap_or(match activity.access {
        Access::Appointment => 1,
        Access::Book | Access::ReferralOnly | Access::DropIn | Access::Members => activity.capacity,
    });
    let priority_places = plan.priority_places.unwrap_or(activity.priority_places.min(capacity));
    check_places(capacity, priority_places)?;
    let times = moments(&activity, plan.starts_at, day, zone, &plan.overrides())?;
    let asked = VenueRequest {
        centre_id: &plan.centre_id,
        venue: plan.venue.as_deref(),
        venue_id: plan.venue_id.as_ref(),
        room_id: plan.room_id.as_ref(),
    };
    let venue_id = venues::venue(tx, &asked)?;
    let wanted = WantedSlot {
        id: None,
        room_id: plan.room_id.as_ref(),
        leader: plan.leader.as_deref(),
        starts_at: plan.starts_at,
        ends_at: plan.ends_at,
    };
    venues::refuse_clash(tx, &plan.centre_id, &wanted)?;

    let session = Session {
        id: SessionId::new(),
        activity_id: plan.activity_id.clone(),
        centre_id: plan.centre_id.clone(),
        venue_id,
        room_id: plan.room_id.clone(),
        series_id: plan.series_id.clone(),
        course_id: plan.course_id.clone(),
        head_session_id: plan.head_session_id.clone(),
        leader: plan.leader.clone(),
        starts_at: plan.starts_at,
        ends_at: plan.ends_at,
        local_day: day,
        capacity,
        referrals_open_at: times.referrals_open_at,
        public_release_at: times.public_release_at,
        bookings_close_at: times.bookings_close_at,
        cancel_by: times.cancel_by,
        priority_places,
        priority_until: times.priority_until,
        announced_at: None,
        cancelled_at: None,
        cancel_reason: None,
        displaced_by: None,
        settled_until: None,
        touched: 0,
        version: 1,
        created_at: tx.now(),
    };
    store::add(tx, &session)?;
    tx.audit(Event::PlanSession, session.id.as_str(), json!({}))?;
    Ok(session)
}

fn check_times(plan: &Plan) -> Result<()> {
    if plan.ends_at <= plan.starts_at {
        return Err(Fault::invalid("/ends_at", "A session must end after it starts."));
    }
    if plan.ends_at - plan.starts_at > LONGEST {
        return Err(Fault::invalid("/ends_at", "A session lasts at most 24 hours."));
    }
    Ok(())
}

/// Announces it: from now on the phase follows from the moments.
pub(crate) fn announce(tx: &mut Tx, id: &SessionId) -> Result<()> {
    store::lock(tx, std::slice::from_ref(id))?;
    let planned = store::planned(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&planned.session.centre_id), "session")?;
    if planned.session.cancelled_at.is_some() {
        return Err(Fault::new(Code::SessionCancelled, "A cancelled session cannot be announced."));
    }
    if planned.session.announced_at.is_some() {
        return Ok(());
    }

    let now = tx.now();
    store::announce(tx, id, now)?;
    tx.audit(Event::AnnounceSession, id.as_str(), json!({}))
}

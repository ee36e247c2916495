//! What can be done with activities, and how a session is planned. Editing and cancelling touch
//! bookings and live there.

pub(crate) mod venues;

use super::clash::WantedSlot;
use super::recurrence::slots;
use super::release::{Moments, Overrides, moments};
use super::{Access, Activity, Session, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::calendar::local_day;
use crate::base::fault::{Code, Expected, Fault};
use crate::base::id::{ActivityId, CentreId, CourseId, RoomId, SeriesId, SessionId, VenueId};
use crate::base::moment::Moment;
use crate::centres;
use crate::db::Tx;
use chrono::TimeDelta;
use serde_json::json;
use venues::VenueRequest;

pub fn add_activity(tx: &mut Tx, mut activity: Activity) -> Result<Activity, Fault> {
    tx.allow(Act::Plan, &scope_of(&activity), "activity")?;
    if let Some(centre) = &activity.centre_id {
        centres::store::centre(tx, centre)?;
    }

    activity.created_at = tx.now();
    store::add_activity(tx, &activity)?;
    tx.audit(Event::AddActivity, activity.id.as_str(), json!({}))?;
    Ok(activity)
}

/// Replaces an activity; sessions already planned keep their moments and capacity.
pub fn change_activity(
    tx: &mut Tx,
    id: &ActivityId,
    version: &Expected,
    change: impl FnOnce(&Activity) -> Result<Activity, Fault>,
) -> Result<Activity, Fault> {
    let before = store::activity(tx, id)?;
    tx.allow(Act::Plan, &scope_of(&before), "activity")?;
    version.must_be(before.version)?;

    let mut after = change(&before)?;
    after.id = before.id;
    after.created_at = before.created_at;
    after.version = before.version + 1;
    tx.allow(Act::Plan, &scope_of(&after), "activity")?;
    store::save_activity(tx, &after)?;
    tx.audit(Event::ChangeActivity, after.id.as_str(), json!({}))?;
    Ok(after)
}

fn scope_of(activity: &Activity) -> Scope {
    activity.centre_id.as_ref().map_or_else(Scope::organisation, Scope::centre)
}

/// One session to be planned.
#[derive(Clone, Debug)]
pub struct Plan {
    pub activity_id: ActivityId,
    pub centre_id: CentreId,
    pub venue: Option<String>,
    pub venue_id: Option<VenueId>,
    pub room_id: Option<RoomId>,
    pub leader: Option<String>,
    pub starts_at: Moment,
    pub ends_at: Moment,
    pub capacity: Option<i32>,
    pub priority_places: Option<i32>,
    pub release: Overrides,
    pub series_id: Option<SeriesId>,
    pub course_id: Option<CourseId>,
    pub head_session_id: Option<SessionId>,
}

/// From when to when: once, or slot by slot where the activity is by appointment.
pub fn times(activity: &Activity, whole: (Moment, Moment)) -> Vec<(Moment, Moment)> {
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
pub fn plan(tx: &mut Tx, plan: &Plan) -> Result<Session, Fault> {
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
    let times = moments(&activity, plan.starts_at, day, zone, &plan.release)?;
    let venue_id = venues::venue(
        tx,
        &VenueRequest {
            centre_id: &plan.centre_id,
            venue: plan.venue.as_deref(),
            venue_id: plan.venue_id.as_ref(),
            room_id: plan.room_id.as_ref(),
        },
    )?;
    let wanted = WantedSlot {
        id: None,
        room_id: plan.room_id.as_ref(),
        leader: plan.leader.as_deref(),
        starts_at: plan.starts_at,
        ends_at: plan.ends_at,
    };
    venues::refuse_clash(tx, &plan.centre_id, &wanted)?;

    let session =
        session_of(plan, times, RoomOfVenue { day, capacity, priority_places, venue_id }, tx.now());
    store::add(tx, &session)?;
    tx.audit(Event::PlanSession, session.id.as_str(), json!({}))?;
    Ok(session)
}

struct RoomOfVenue {
    day: chrono::NaiveDate,
    capacity: i32,
    priority_places: i32,
    venue_id: Option<VenueId>,
}

fn session_of(plan: &Plan, times: Moments, room: RoomOfVenue, now: Moment) -> Session {
    Session {
        id: SessionId::new(),
        activity_id: plan.activity_id.clone(),
        centre_id: plan.centre_id.clone(),
        venue_id: room.venue_id,
        room_id: plan.room_id.clone(),
        series_id: plan.series_id.clone(),
        course_id: plan.course_id.clone(),
        head_session_id: plan.head_session_id.clone(),
        leader: plan.leader.clone(),
        starts_at: plan.starts_at,
        ends_at: plan.ends_at,
        local_day: room.day,
        capacity: room.capacity,
        referrals_open_at: times.referrals_open_at,
        public_release_at: times.public_release_at,
        bookings_close_at: times.bookings_close_at,
        cancel_by: times.cancel_by,
        priority_places: room.priority_places,
        priority_until: times.priority_until,
        announced_at: None,
        cancelled_at: None,
        cancel_reason: None,
        displaced_by: None,
        settled_until: None,
        touched: 0,
        version: 1,
        created_at: now,
    }
}

fn check_times(plan: &Plan) -> Result<(), Fault> {
    if plan.ends_at <= plan.starts_at {
        return Err(Fault::invalid("/ends_at", "A session must end after it starts."));
    }
    if plan.ends_at - plan.starts_at > TimeDelta::hours(24) {
        return Err(Fault::invalid("/ends_at", "A session lasts at most 24 hours."));
    }
    Ok(())
}

pub fn check_places(capacity: i32, priority_places: i32) -> Result<(), Fault> {
    if !(1..=10_000).contains(&capacity) {
        return Err(Fault::invalid("/capacity", "Use 1 to 10,000 places."));
    }
    if !(0..=capacity).contains(&priority_places) {
        return Err(Fault::invalid(
            "/priority_places",
            format!("Use 0 to {capacity}, the capacity."),
        ));
    }
    Ok(())
}

/// Announces it: from now on the phase follows from the moments.
pub fn announce(tx: &mut Tx, id: &SessionId) -> Result<(), Fault> {
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

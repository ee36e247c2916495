//! Changing and cancelling sessions that people have booked. Everyone concerned is told what
//! changed; people who no longer fit are told so; freed places are given out at once.

use super::again::{judge_all_again, refuse_below_taken};
use super::alternatives::alternatives;
use crate::access::Act;
use crate::audit::Event;
use crate::base::calendar::{at_local, local_day};
use crate::base::fault::{Code, Expected, Fault, Result};
use crate::base::id::{RoomId, SessionId, VenueId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::service::settle::{Since, settle};
use crate::bookings::service::{cancel, clash, tell};
use crate::bookings::{Booking, Status, offer, store, view};
use crate::centres;
use crate::db::Tx;
use crate::mail::SessionChange as Told;
use crate::mail::spoken::When;
use crate::sessions::activity::check_places;
use crate::sessions::clash::WantedSlot;
use crate::sessions::release::{Overrides, moments};
use crate::sessions::service::venues::{VenueRequest, refuse_clash, venue};
use crate::sessions::service::{Plan, plan, times};
use crate::sessions::{self, Planned, Session, said};
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// Plans a session; by appointment, one for each slot. Returns all that were made.
pub(crate) fn plan_sessions(tx: &mut Tx, wanted: &Plan) -> Result<Vec<SessionId>> {
    let activity = sessions::store::activity(tx, &wanted.activity_id)?;
    if wanted.ends_at - wanted.starts_at > TimeDelta::hours(24) {
        return Err(Fault::invalid(
            "/ends_at",
            "A session must end after it starts, within 24 hours.",
        ));
    }
    let slots = times(&activity, (wanted.starts_at, wanted.ends_at));
    if slots.is_empty() {
        return Err(Fault::invalid("/ends_at", "There is no room for a single appointment."));
    }
    let mut made = Vec::new();
    for (starts_at, ends_at) in slots {
        made.push(plan(tx, &Plan { starts_at, ends_at, ..wanted.clone() })?.id);
    }
    Ok(made)
}

/// A change to a session. Fields left out stay as they are.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
#[schema(as = SessionPatch, example = json!({"capacity": 14, "starts_at": "2026-12-02T10:30:00Z"}))]
pub(crate) struct PlannedChange {
    /// Another venue by name.
    #[schema(max_length = 120)]
    pub venue: Option<String>,
    /// Another venue by id.
    pub venue_id: Option<VenueId>,
    /// Another room; `null` for none.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<RoomId>)]
    pub room_id: Option<Option<RoomId>>,
    /// Another leader; `null` for none.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<String>, max_length = 120)]
    pub leader: Option<Option<String>>,
    /// A new start; without a new end the length stays.
    pub starts_at: Option<Moment>,
    /// A new end.
    pub ends_at: Option<Moment>,
    /// More or fewer places, never below what is taken.
    #[schema(minimum = 1, maximum = 10000)]
    pub capacity: Option<i32>,
    /// When professionals may begin to refer.
    pub referrals_open_at: Option<Moment>,
    /// When the public may begin to book; `null` for never.
    #[serde(deserialize_with = "said")]
    #[schema(value_type = Option<Moment>)]
    pub public_release_at: Option<Option<Moment>>,
    /// When new requests stop.
    pub bookings_close_at: Option<Moment>,
    /// Places kept for referred and target-group parties.
    #[schema(minimum = 0, maximum = 10000)]
    pub priority_places: Option<i32>,
    /// Until when they are kept.
    pub priority_until: Option<Moment>,
}

impl PlannedChange {
    /// With names as they are kept.
    pub(crate) fn checked(&self) -> Result<PlannedChange> {
        let leader = self.leader.as_ref().map(|name| text::maybe_name("/leader", name.as_deref()));
        Ok(PlannedChange {
            venue: text::maybe_name("/venue", self.venue.as_deref())?,
            leader: leader.transpose()?,
            ..self.clone()
        })
    }
}

/// Changes one session, or it and all later ones in its series. Returns those changed.
pub(crate) fn change(
    tx: &mut Tx,
    id: &SessionId,
    version: &Expected,
    change: &PlannedChange,
    all_to_come: bool,
) -> Result<Vec<SessionId>> {
    let first = sessions::store::planned(tx, id)?;
    let ids =
        if all_to_come { sessions::store::to_come(tx, &first.session)? } else { vec![id.clone()] };
    sessions::store::lock(tx, &ids)?;
    let first = sessions::store::planned(tx, id)?;
    tx.allow(Act::Plan, &view::scope(&first), "session")?;
    version.must_be(first.session.version)?;

    let mut ordered = ids.clone();
    if change.starts_at.is_some_and(|to| to > first.session.starts_at) {
        ordered.reverse();
    }
    for id in &ordered {
        let planned = sessions::store::planned(tx, id)?;
        let change = shifted(&first, &planned, change);
        change_one(tx, &planned, &change)?;
    }
    Ok(ids)
}

/// The same change for another date: times move by as many days, to the same time of day.
fn shifted(first: &Planned, other: &Planned, change: &PlannedChange) -> PlannedChange {
    if first.session.id == other.session.id {
        return change.clone();
    }
    let zone = first.centre.zone();
    let days = other.session.local_day - first.session.local_day;
    let shift = |at: Moment| -> Moment {
        let local = at.utc().with_timezone(&zone).naive_local();
        at_local(local.date() + days, local.time(), zone).into()
    };
    PlannedChange {
        starts_at: change.starts_at.map(shift),
        ends_at: change.ends_at.map(shift),
        referrals_open_at: change.referrals_open_at.map(shift),
        public_release_at: change.public_release_at.map(|at| at.map(shift)),
        bookings_close_at: change.bookings_close_at.map(shift),
        priority_until: change.priority_until.map(shift),
        ..change.clone()
    }
}

fn change_one(tx: &mut Tx, planned: &Planned, change: &PlannedChange) -> Result<()> {
    let before = &planned.session;
    if before.cancelled_at.is_some() {
        return Err(Fault::new(Code::SessionCancelled, "A cancelled session cannot be changed."));
    }
    let now = tx.now();
    if before.ends_at <= now {
        return Err(Fault::new(Code::NoLongerOpen, "A session that is over cannot be changed."));
    }
    let after = changed_session(tx, planned, change)?;
    if after.local_day != before.local_day && store::was_somebody_there(tx, &before.id)? {
        let detail = "Somebody was already there on its day, as a mark or a contact says. Plan \
                      another session for the other day, or correct what was recorded.";
        return Err(Fault::new(Code::NoLongerOpen, detail));
    }
    settle(tx, planned, Since::Time)?;
    refuse_below_taken(tx, planned, after.capacity)?;

    tx.decided()?;
    sessions::store::save(tx, &after)?;
    let planned_after = Planned { session: after, ..planned.clone() };
    tx.audit(Event::ChangeSession, before.id.as_str(), json!({}))?;
    tell_all(tx, planned, &planned_after)?;
    if planned_after.session.local_day != before.local_day
        || planned_after.session.starts_at != before.starts_at
    {
        judge_all_again(tx, &planned_after)?;
        for booking in store::live_in(tx, &before.id)? {
            sessions::store::look_again(tx, &booking.family_id, now)?;
        }
        tell_of_two_places(tx, &planned_after)?;
    }
    if planned_after.session.starts_at != before.starts_at {
        offers_by_new_start(tx, &planned_after)?;
    }
    let planned_after = sessions::store::planned(tx, &before.id)?;
    settle(tx, &planned_after, Since::Change)?;
    Ok(())
}

fn changed_session(tx: &mut Tx, planned: &Planned, change: &PlannedChange) -> Result<Session> {
    let before = &planned.session;
    let starts_at = change.starts_at.unwrap_or(before.starts_at);
    let ends_at = change.ends_at.unwrap_or(starts_at + (before.ends_at - before.starts_at));
    if ends_at <= starts_at || ends_at - starts_at > TimeDelta::hours(24) {
        return Err(Fault::invalid(
            "/ends_at",
            "A session must end after it starts, within 24 hours.",
        ));
    }
    let capacity = change.capacity.unwrap_or(before.capacity);
    let priority = change.priority_places.unwrap_or(before.priority_places.min(capacity));
    check_places(capacity, priority)?;
    let zone = planned.centre.zone();
    let day = local_day(starts_at.utc(), zone);
    let said = kept_moments(before, change, starts_at);
    let times = moments(&planned.activity, starts_at, day, zone, &said)?;
    let room_id = change.room_id.clone().unwrap_or(before.room_id.clone());
    let leader = change.leader.clone().unwrap_or(before.leader.clone());
    let asked = VenueRequest {
        centre_id: &before.centre_id,
        venue: change.venue.as_deref(),
        venue_id: change.venue_id.as_ref(),
        room_id: change.room_id.as_ref().and_then(|room| room.as_ref()),
    };
    let venue_id = venue(tx, &asked)?.or(before.venue_id.clone());
    let wanted = WantedSlot {
        id: Some(&before.id),
        room_id: room_id.as_ref(),
        leader: leader.as_deref(),
        starts_at,
        ends_at,
    };
    refuse_clash(tx, &before.centre_id, &wanted)?;
    Ok(Session {
        venue_id,
        room_id,
        leader,
        starts_at,
        ends_at,
        local_day: day,
        capacity,
        priority_places: priority,
        referrals_open_at: times.referrals_open_at,
        public_release_at: times.public_release_at,
        bookings_close_at: times.bookings_close_at,
        cancel_by: times.cancel_by,
        priority_until: times.priority_until,
        version: before.version + 1,
        ..before.clone()
    })
}

/// What is not given stays; moments that depend on a new start are planned again from it.
fn kept_moments(before: &Session, change: &PlannedChange, starts_at: Moment) -> Overrides {
    let moved = starts_at - before.starts_at;
    let closes = change.bookings_close_at.unwrap_or(before.bookings_close_at + moved);
    let public = change.public_release_at.unwrap_or(before.public_release_at);
    let latest = public.unwrap_or(closes);
    let opens = change.referrals_open_at;
    Overrides {
        referrals_open_at: Some(opens.unwrap_or(before.referrals_open_at.min(latest))),
        public_release_at: Some(match change.public_release_at {
            Some(said) => said,
            None => public.map(|at| at.min(closes)),
        }),
        bookings_close_at: Some(closes),
        priority_until: Some(change.priority_until.unwrap_or(before.priority_until + moved)),
    }
}

fn tell_all(tx: &mut Tx, before: &Planned, after: &Planned) -> Result<()> {
    let changes = changes(tx, before, after)?;
    if changes.is_empty() || before.session.announced_at.is_none() {
        return Ok(());
    }
    for booking in store::live_in(tx, after.session.counted_at())? {
        tell::changed(tx, after, &booking, &changes)?;
    }
    Ok(())
}

/// At its new time a child may have another place that the person who booked this one may not know
/// of.
fn tell_of_two_places(tx: &mut Tx, planned: &Planned) -> Result<()> {
    for booking in store::live_in(tx, &planned.session.id)? {
        if booking.status == Status::Booked {
            clash::tell_staff(tx, planned, &booking)?;
        }
    }
    Ok(())
}

/// No offer may last longer than the formula allows before the new start.
fn offers_by_new_start(tx: &mut Tx, planned: &Planned) -> Result<()> {
    let (now, starts_at) = (tx.now(), planned.session.starts_at);
    for booking in store::live_in(tx, &planned.session.id)? {
        let Some(live) = store::live_offer(tx, &booking.id)? else { continue };
        let from = live.clock_starts_at.map_or(now, |clock| clock.max(now));
        let end = offer::end(from, starts_at, planned.centre.zone());
        if end < live.expires_at {
            store::shorten_offer(tx, &live.id, end)?;
        }
    }
    Ok(())
}

/// Changes that families notice: the time, the venue, the room.
fn changes(tx: &mut Tx, before: &Planned, after: &Planned) -> Result<Vec<Told>> {
    let zone = before.centre.zone();
    let local = |at: Moment| at.utc().with_timezone(&zone).naive_local();
    let (was, is) = (&before.session, &after.session);
    let mut changes = Vec::new();
    if (was.starts_at, was.ends_at) != (is.starts_at, is.ends_at) {
        changes.push(Told::Time {
            was: When { starts: local(was.starts_at), ends: local(was.ends_at) },
        });
    }
    if was.venue_id != is.venue_id {
        let old = match &was.venue_id {
            Some(id) => centres::store::venue(tx, id)?.name,
            None => before.centre.name.clone(),
        };
        changes.push(Told::Venue { was: old });
    }
    if let (true, Some(room)) = (was.room_id != is.room_id, &is.room_id) {
        let rooms = centres::store::rooms(tx, &is.centre_id)?;
        let named = rooms.into_iter().find(|known| known.id == *room);
        changes.extend(named.map(|room| Told::Room { now: room.name }));
    }
    Ok(changes)
}

/// Calls a session off. For the first date of a course, the whole course is called off.
pub(crate) fn cancel_session(tx: &mut Tx, id: &SessionId, reason: &str) -> Result<()> {
    let later = sessions::store::later_dates(tx, id)?;
    let mut ids = vec![id.clone()];
    ids.extend(later.clone());
    sessions::store::lock(tx, &ids)?;
    let planned = sessions::store::planned(tx, id)?;
    tx.allow(Act::Plan, &view::scope(&planned), "session")?;
    if planned.session.cancelled_at.is_some() {
        return Ok(());
    }

    let now = tx.now();
    for id in &ids {
        sessions::store::cancel(tx, id, reason, now)?;
        tx.audit(Event::CancelSession, id.as_str(), json!({ "reason": reason }))?;
    }
    let alternatives = alternatives(tx, &planned)?;
    let counted_at = planned.session.counted_at();
    for booking in store::live_in(tx, counted_at)? {
        if counted_at == id {
            end_for_cancelled(tx, &planned, &booking)?;
        }
        if planned.session.announced_at.is_some() {
            tell::session_cancelled(tx, &planned, &booking, &alternatives)?;
        }
    }
    Ok(())
}

/// Places and offers end with the session; an entry that waits elsewhere goes on.
fn end_for_cancelled(tx: &mut Tx, planned: &Planned, booking: &Booking) -> Result<()> {
    let waits_elsewhere = booking.status == Status::Waiting
        && store::leave_one_line(tx, &booking.id, &planned.session.id)?;
    if waits_elsewhere {
        return Ok(());
    }
    cancel::give_up(tx, planned, booking, Some("session_cancelled"))
}

//! Everything the auditor reads: plain rows.

use crate::audit::Event;
use crate::base::fault::Result;
use crate::base::id::{ActivityId, BookingId, CarerId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::waitlist::{Size, Taken};
use crate::bookings::{Booking, Holds, MadeAs, Offer, OfferState, Passes, Tier};
use crate::db::Tx;
use crate::db::schema::{
    activities, audit, booking_children, booking_sessions, bookings, families, family_children,
    offers, sessions,
};
use crate::sessions::{Activity, Session, Unit};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

pub(crate) type HeldRow = (BookingId, SessionId, FamilyId, Holds);
/// A child that is expected somewhere, by one of its households.
#[derive(Queryable)]
pub(crate) struct ComingRow {
    pub child: ChildId,
    pub family: FamilyId,
    pub booking: BookingId,
    pub carer: Option<CarerId>,
    pub made_as: MadeAs,
    pub sensitive: bool,
    pub starts_at: Moment,
    pub ends_at: Moment,
}

pub(crate) fn bookings(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Booking>> {
    Ok(bookings::table
        .filter(bookings::id.gt(after))
        .order(bookings::id)
        .limit(rows)
        .select(Booking::as_select())
        .load(tx.conn())?)
}

pub(crate) fn held(tx: &mut Tx, ids: &[&str]) -> Result<Vec<HeldRow>> {
    Ok(booking_sessions::table
        .filter(booking_sessions::booking_id.eq_any(ids))
        .select((
            booking_sessions::booking_id,
            booking_sessions::session_id,
            booking_sessions::family_id,
            booking_sessions::holds,
        ))
        .load(tx.conn())?)
}

pub(crate) fn children(tx: &mut Tx, ids: &[&str]) -> Result<Vec<(BookingId, ChildId)>> {
    Ok(booking_children::table
        .filter(booking_children::booking_id.eq_any(ids))
        .select((booking_children::booking_id, booking_children::child_id))
        .load(tx.conn())?)
}

pub(crate) fn is_of_family(tx: &mut Tx, family: &FamilyId, child: &ChildId) -> Result<bool> {
    let found: i64 = family_children::table
        .find((family.as_str(), child.as_str()))
        .count()
        .get_result(tx.conn())?;
    Ok(found > 0)
}

pub(crate) fn live_offers(tx: &mut Tx) -> Result<Vec<Offer>> {
    Ok(offers::table
        .filter(offers::state.eq(OfferState::Live))
        .select(Offer::as_select())
        .load(tx.conn())?)
}

/// What is held in a session, party by party: another way than decisions count it.
pub(crate) fn held_in(tx: &mut Tx, session: &SessionId, unit: Unit) -> Result<Taken> {
    let rows: Vec<(Tier, i32, i32)> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .select((bookings::tier, bookings::adults, bookings::children))
        .load(tx.conn())?;
    let mut held = Taken::default();
    for (tier, adults, children) in rows {
        held.add(tier, Size::of(unit, adults, children));
    }
    Ok(held)
}

/// Sessions in which anybody has, is offered or waits for a place.
pub(crate) fn live_sessions(tx: &mut Tx) -> Result<Vec<SessionId>> {
    Ok(booking_sessions::table
        .filter(booking_sessions::holds.ne(Holds::None))
        .select(booking_sessions::session_id)
        .distinct()
        .load(tx.conn())?)
}

/// Which child is expected when by which household, course dates too, ordered for a sweep.
pub(crate) fn coming(tx: &mut Tx) -> Result<Vec<ComingRow>> {
    let dates = diesel::alias!(sessions as dates);
    let counted_here = dates
        .field(sessions::id)
        .eq(booking_sessions::session_id)
        .or(dates.field(sessions::head_session_id).eq(booking_sessions::session_id.nullable()));
    Ok(booking_children::table
        .inner_join(
            booking_sessions::table
                .on(booking_sessions::booking_id.eq(booking_children::booking_id)),
        )
        .inner_join(bookings::table.on(bookings::id.eq(booking_children::booking_id)))
        .inner_join(dates.on(counted_here.assume_not_null()))
        .inner_join(activities::table.on(activities::id.eq(dates.field(sessions::activity_id))))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(bookings::status.eq(crate::bookings::Status::Booked))
        .filter(dates.field(sessions::cancelled_at).is_null())
        .order((
            booking_children::child_id,
            bookings::family_id,
            dates.field(sessions::starts_at),
            bookings::id,
        ))
        .select((
            booking_children::child_id,
            bookings::family_id,
            bookings::id,
            bookings::carer_id,
            bookings::made_as,
            activities::sensitive,
            dates.field(sessions::starts_at),
            dates.field(sessions::ends_at),
        ))
        .load(tx.conn())?)
}

/// A place that a family has without a referral or a reason given by staff.
pub(crate) struct OwnPlace {
    pub family: FamilyId,
    pub activity: ActivityId,
    pub day: NaiveDate,
    pub limit_a_day: i32,
    pub limit_in_seven_days: i32,
    /// Whether the session, the activity or the family has changed since the place was given.
    pub changed_since: bool,
}

/// By family and activity.
pub(crate) fn own_places(tx: &mut Tx) -> Result<Vec<OwnPlace>> {
    let changes: Vec<(String, Moment)> = audit::table
        .filter(audit::act.eq_any([Event::ChangeSession, Event::ChangeActivity].map(Event::as_str)))
        .select((audit::subject_id, audit::at))
        .load(tx.conn())?;
    let mut changed: HashMap<&str, Moment> = HashMap::new();
    for (subject, at) in &changes {
        let last = changed.entry(subject).or_insert(*at);
        *last = (*last).max(*at);
    }
    let joined: Vec<Option<FamilyId>> = families::table
        .filter(families::joined_into.is_not_null())
        .select(families::joined_into)
        .load(tx.conn())?;
    let rows: Vec<(Booking, Session, Activity)> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .order((bookings::family_id, activities::id, sessions::local_day))
        .select((Booking::as_select(), Session::as_select(), Activity::as_select()))
        .load(tx.conn())?;
    let own = rows.into_iter().filter(|(booking, ..)| booking.passes() == Passes::Nothing);
    let place = |(booking, session, activity): (Booking, Session, Activity)| {
        let since = |id: &str| changed.get(id).is_some_and(|at| *at >= booking.made_at);
        let was_changed = since(session.id.as_str()) || since(activity.id.as_str());
        OwnPlace {
            changed_since: was_changed || joined.contains(&Some(booking.family_id.clone())),
            limit_a_day: activity.limit_a_day,
            limit_in_seven_days: activity.limit_in_seven_days,
            family: booking.family_id,
            activity: activity.id,
            day: session.local_day,
        }
    };
    Ok(own.map(place).collect())
}

/// Whether a guest's personal details were deleted.
pub(crate) fn is_erased(tx: &mut Tx, family: &FamilyId) -> Result<bool> {
    let erased: i64 = families::table
        .filter(families::id.eq(family.as_str()))
        .filter(families::erased_at.is_not_null())
        .count()
        .get_result(tx.conn())?;
    Ok(erased > 0)
}

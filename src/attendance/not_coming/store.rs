//! Queries about who did not come.

use super::NotComingTold;
use crate::attendance::Mark;
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CarerId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{Holds, Status};
use crate::db::schema::{
    activities, booking_children, booking_sessions, bookings, children, marks, not_coming_told,
    registers, sessions,
};
use crate::db::{Run, Tx};
use diesel::dsl::{exists, not};
use diesel::prelude::*;

/// Sessions whose register was completed in a stretch of time, by id.
pub(crate) fn completed(tx: &mut Tx, after: Moment, until: Moment) -> Result<Vec<SessionId>> {
    Ok(registers::table
        .filter(registers::completed_at.gt(after))
        .filter(registers::completed_at.le(until))
        .order(registers::session_id)
        .select(registers::session_id)
        .load(tx.conn())?)
}

/// A place that a family had in a session whose register is complete.
#[derive(Clone, Debug, Queryable)]
pub(crate) struct MissedSession {
    pub session: SessionId,
    pub activity: ActivityId,
    pub starts_at: Moment,
    pub family: FamilyId,
    pub carer: Option<CarerId>,
}

/// Places of people who may be asked about. Left out are a place that brings a child who is no
/// longer mentioned, or who came with its other household, and one that was booked after the date
/// had passed.
macro_rules! places {
    ($on:expr, $of:expr) => {{
        let silenced = booking_children::table
            .inner_join(children::table.on(children::id.eq(booking_children::child_id)))
            .filter(booking_children::booking_id.eq(bookings::id))
            .filter(children::ended.is_not_null());
        let brought = marks::table
            .inner_join(
                booking_children::table
                    .on(booking_children::child_id.nullable().eq(marks::child_id)),
            )
            .filter(booking_children::booking_id.eq(bookings::id))
            .filter(marks::session_id.eq(sessions::id))
            .filter(marks::stands.eq(true))
            .filter(marks::mark.eq_any([Mark::Came, Mark::Late]));
        booking_sessions::table
            .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
            .inner_join(sessions::table.on($on))
            .inner_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
            .filter(booking_sessions::holds.eq(Holds::Place))
            .filter(bookings::status.eq(Status::Booked))
            .filter(bookings::taken_at.le(sessions::starts_at.nullable()))
            .filter(sessions::cancelled_at.is_null())
            .filter(activities::sensitive.eq(false))
            .filter(not(exists(silenced)))
            .filter(not(exists(brought)))
            .filter($of)
            .order((sessions::starts_at, bookings::id))
            .select((
                sessions::id,
                sessions::activity_id,
                sessions::starts_at,
                bookings::family_id,
                bookings::carer_id,
            ))
    }};
}

/// The places themselves; those of a later date of a course count at its first.
macro_rules! held {
    ($tx:expr, $of:expr) => {{
        let single = sessions::id.eq(booking_sessions::session_id);
        let later = sessions::head_session_id.eq(booking_sessions::session_id.nullable());
        let mut found: Vec<MissedSession> = places!(single, $of).load($tx.conn())?;
        found.extend(places!(later, $of).load::<MissedSession>($tx.conn())?);
        Ok(found)
    }};
}

/// The places in one session.
pub(crate) fn held_in(tx: &mut Tx, session: &SessionId) -> Result<Vec<MissedSession>> {
    held!(tx, sessions::id.eq(session))
}

/// The places of one family in sessions that began since a moment.
pub(crate) fn held_by(tx: &mut Tx, family: &FamilyId, since: Moment) -> Result<Vec<MissedSession>> {
    held!(tx, booking_sessions::family_id.eq(family).and(sessions::starts_at.gt(since)))
}

/// The current marks of a family's people in a session.
#[derive(Clone, Debug, Queryable)]
pub(crate) struct NotComingAnswer {
    pub session: SessionId,
    pub activity: ActivityId,
    pub starts_at: Moment,
    pub family: FamilyId,
    pub mark: Mark,
}

macro_rules! said {
    () => {
        marks::table
            .inner_join(sessions::table.on(sessions::id.eq(marks::session_id)))
            .filter(marks::stands.eq(true))
            .select((
                sessions::id,
                sessions::activity_id,
                sessions::starts_at,
                marks::family_id,
                marks::mark,
            ))
    };
}

pub(crate) fn said_in(tx: &mut Tx, session: &SessionId) -> Result<Vec<NotComingAnswer>> {
    Ok(said!().filter(marks::session_id.eq(session.as_str())).load(tx.conn())?)
}

pub(crate) fn said_of(
    tx: &mut Tx,
    family: &FamilyId,
    since: Moment,
) -> Result<Vec<NotComingAnswer>> {
    Ok(said!()
        .filter(marks::family_id.eq(family.as_str()))
        .filter(sessions::starts_at.gt(since))
        .load(tx.conn())?)
}

/// The last time a family was asked: about everything, or about one activity.
pub(crate) fn last_told(
    tx: &mut Tx,
    family: &FamilyId,
    activity: Option<&ActivityId>,
) -> Result<Option<NotComingTold>> {
    let mut query =
        not_coming_told::table.filter(not_coming_told::family_id.eq(family.as_str())).into_boxed();
    query = match activity {
        Some(activity) => query.filter(not_coming_told::activity_id.eq(activity.clone())),
        None => query.filter(not_coming_told::activity_id.is_null()),
    };
    Ok(query
        .order(not_coming_told::last_missed_at.desc())
        .select(NotComingTold::as_select())
        .first(tx.conn())
        .optional()?)
}

pub(crate) fn add(tx: &mut Tx, told: &NotComingTold) -> Result<()> {
    diesel::insert_into(not_coming_told::table).values(told).run(tx)
}

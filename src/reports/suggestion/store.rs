//! Queries for what an activity's past sessions suggest.

use super::facts::{DemandOfSession, PastSession};
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{Holds, Status, Tier};
use crate::contacts::Kind;
use crate::db::Tx;
use crate::db::schema::{booking_sessions, bookings, contacts, sessions};
use crate::sessions::Unit;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Which sessions are considered.
pub struct PastSessions<'a> {
    pub activity: &'a ActivityId,
    pub unit: Unit,
    pub centres: Option<Vec<CentreId>>,
    pub from: NaiveDate,
    /// Those that have begun by now.
    pub now: Moment,
}

/// Past sessions, newest first; a course counts by its first session.
pub fn held(
    tx: &mut Tx,
    wanted: &PastSessions,
    rows: i64,
) -> Result<Vec<(SessionId, PastSession)>, Fault> {
    let mut query = sessions::table
        .filter(sessions::activity_id.eq(wanted.activity.to_string()))
        .filter(sessions::head_session_id.is_null())
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::local_day.ge(wanted.from))
        .filter(sessions::starts_at.le(wanted.now))
        .into_boxed();
    if let Some(centres) = &wanted.centres {
        let ids: Vec<String> = centres.iter().map(ToString::to_string).collect();
        query = query.filter(sessions::centre_id.eq_any(ids));
    }
    type Row = (SessionId, i32, Moment, Option<Moment>, Moment);
    let found: Vec<Row> = query
        .order((sessions::starts_at.desc(), sessions::id))
        .limit(rows)
        .select((
            sessions::id,
            sessions::capacity,
            sessions::referrals_open_at,
            sessions::public_release_at,
            sessions::starts_at,
        ))
        .load(tx.conn())?;
    let held = |(id, capacity, referrals_open_at, public_release_at, starts_at): Row| {
        let unit = wanted.unit;
        (id, PastSession { unit, capacity, referrals_open_at, public_release_at, starts_at })
    };
    Ok(found.into_iter().map(held).collect())
}

/// Who asked for a place in these sessions.
pub fn asked(
    tx: &mut Tx,
    sessions: &[SessionId],
) -> Result<HashMap<SessionId, Vec<DemandOfSession>>, Fault> {
    let ids: Vec<&str> = sessions.iter().map(SessionId::as_str).collect();
    type Row = (
        (SessionId, Holds, SessionId),
        (FamilyId, Tier, Status, i32, i32),
        (Moment, Option<Moment>, Option<Moment>, bool, Option<String>),
    );
    let rows: Vec<Row> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq_any(ids))
        .select((
            (booking_sessions::session_id, booking_sessions::holds, bookings::session_id),
            (
                bookings::family_id,
                bookings::tier,
                bookings::status,
                bookings::adults,
                bookings::children,
            ),
            (
                bookings::made_at,
                bookings::taken_at,
                bookings::ended_at,
                bookings::late,
                bookings::end_reason,
            ),
        ))
        .load(tx.conn())?;
    let mut by_session: HashMap<SessionId, Vec<DemandOfSession>> = HashMap::new();
    for ((session, holds, placed), of, (made_at, taken_at, ended_at, late, end_reason)) in rows {
        let (family, tier, status, adults, children) = of;
        // It waited for several dates and took another one.
        if taken_at.is_some() && placed != session {
            continue;
        }
        let over = status == Status::Lapsed && end_reason.as_deref() == Some("line_over");
        by_session.entry(session).or_default().push(DemandOfSession {
            family,
            tier,
            status,
            adults,
            children,
            made_at,
            taken_at,
            ended_at,
            late,
            in_vain: taken_at.is_none() && (over || holds == Holds::Waits),
        });
    }
    Ok(by_session)
}

/// The families who came, by session.
pub fn came(
    tx: &mut Tx,
    sessions: &[SessionId],
) -> Result<HashMap<SessionId, BTreeSet<FamilyId>>, Fault> {
    let ids: Vec<&str> = sessions.iter().map(SessionId::as_str).collect();
    let rows: Vec<(Option<SessionId>, FamilyId)> = contacts::table
        .filter(contacts::session_id.eq_any(ids))
        .filter(contacts::kind.eq(Kind::Attendance))
        .filter(contacts::withdrawn_at.is_null())
        .select((contacts::session_id, contacts::family_id))
        .distinct()
        .load(tx.conn())?;
    let mut by_session: HashMap<SessionId, BTreeSet<FamilyId>> = HashMap::new();
    for (session, family) in rows {
        if let Some(session) = session {
            by_session.entry(session).or_default().insert(family);
        }
    }
    Ok(by_session)
}

//! Queries for what an activity's past sessions suggest.

use super::{DemandOfSession, PastSession};
use crate::base::fault::Result;
use crate::base::id::{ActivityId, CentreId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{Holds, Status};
use crate::contacts::Kind;
use crate::db::Tx;
use crate::db::schema::{booking_sessions, bookings, contacts, sessions};
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Which sessions are considered.
pub(crate) struct PastSessions<'a> {
    pub activity: &'a ActivityId,
    pub centres: Option<Vec<CentreId>>,
    pub from: NaiveDate,
    /// Those that have begun by now.
    pub now: Moment,
}

/// Past sessions, newest first; a course counts by its first session.
pub(crate) fn held(
    tx: &mut Tx,
    wanted: &PastSessions,
    rows: i64,
) -> Result<Vec<(SessionId, PastSession)>> {
    let mut query = sessions::table
        .filter(sessions::activity_id.eq(wanted.activity))
        .filter(sessions::head_session_id.is_null())
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::cancelled_at.is_null())
        .filter(sessions::local_day.ge(wanted.from))
        .filter(sessions::starts_at.le(wanted.now))
        .into_boxed();
    if let Some(centres) = &wanted.centres {
        query = query.filter(sessions::centre_id.eq_any(centres));
    }
    Ok(query
        .order((sessions::starts_at.desc(), sessions::id))
        .limit(rows)
        .select((sessions::id, PastSession::as_select()))
        .load(tx.conn())?)
}

/// Who asked for a place in these sessions.
pub(crate) fn asked(
    tx: &mut Tx,
    sessions: &[SessionId],
) -> Result<HashMap<SessionId, Vec<DemandOfSession>>> {
    type Row = (SessionId, Holds, SessionId, Option<String>, DemandOfSession);
    let rows: Vec<Row> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq_any(sessions))
        .select((
            booking_sessions::session_id,
            booking_sessions::holds,
            bookings::session_id,
            bookings::end_reason,
            (
                bookings::family_id,
                bookings::tier,
                bookings::status,
                bookings::adults,
                bookings::children,
                bookings::made_at,
                bookings::taken_at,
                bookings::ended_at,
                bookings::late,
                bookings::taken_at.is_null(),
            ),
        ))
        .load(tx.conn())?;
    let mut by_session: HashMap<SessionId, Vec<DemandOfSession>> = HashMap::new();
    for (session, holds, placed, end_reason, mut demand) in rows {
        // It waited for several dates and took another one.
        if demand.taken_at.is_some() && placed != session {
            continue;
        }
        let over = demand.status == Status::Lapsed && end_reason.as_deref() == Some("line_over");
        demand.in_vain &= over || holds == Holds::Waits;
        by_session.entry(session).or_default().push(demand);
    }
    Ok(by_session)
}

/// The families who came, by session.
pub(crate) fn came(
    tx: &mut Tx,
    sessions: &[SessionId],
) -> Result<HashMap<SessionId, BTreeSet<FamilyId>>> {
    let rows: Vec<(SessionId, FamilyId)> = contacts::table
        .filter(contacts::session_id.eq_any(sessions))
        .filter(contacts::kind.eq(Kind::Attendance))
        .filter(contacts::withdrawn_at.is_null())
        .select((contacts::session_id.assume_not_null(), contacts::family_id))
        .distinct()
        .load(tx.conn())?;
    let mut by_session: HashMap<SessionId, BTreeSet<FamilyId>> = HashMap::new();
    for (session, family) in rows {
        by_session.entry(session).or_default().insert(family);
    }
    Ok(by_session)
}

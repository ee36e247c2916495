//! Queries about which people to tell, and what.

use crate::base::fault::Result;
use crate::base::id::{AlertId, BookingId, CarerId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::tasks::TaskKind;
use crate::bookings::{Booking, Holds, Status};
use crate::db::schema::{
    alerts, booking_children, booking_sessions, bookings, children, family_children, outbox,
    sessions, tasks,
};
use crate::db::{Run, Tx};
use diesel::prelude::*;

/// The children a booking brings, by name.
pub(crate) fn child_names(tx: &mut Tx, booking: &BookingId) -> Result<Vec<String>> {
    Ok(booking_children::table
        .inner_join(children::table.on(children::id.eq(booking_children::child_id)))
        .filter(booking_children::booking_id.eq(booking.as_str()))
        .filter(children::ended.is_null())
        .order(children::name)
        .select(children::name)
        .load(tx.conn())?)
}

/// The same, of those that still live in its family: one that moved away is not shown any more.
pub(crate) fn own_children(tx: &mut Tx, booking: &Booking) -> Result<Vec<(ChildId, String)>> {
    let own = family_children::table
        .filter(family_children::family_id.eq(booking.family_id.as_str()))
        .select(family_children::child_id);
    Ok(booking_children::table
        .inner_join(children::table.on(children::id.eq(booking_children::child_id)))
        .filter(booking_children::booking_id.eq(booking.id.as_str()))
        .filter(booking_children::child_id.eq_any(own))
        .filter(children::ended.is_null())
        .order((children::name, children::id))
        .select((children::id, children::name))
        .load(tx.conn())?)
}

/// A session that starts within a period, and where its places are counted.
pub(crate) fn starting(
    tx: &mut Tx,
    after: Moment,
    until: Moment,
) -> Result<Vec<(SessionId, SessionId)>> {
    let rows: Vec<(SessionId, Option<SessionId>)> = sessions::table
        .filter(sessions::starts_at.gt(after))
        .filter(sessions::starts_at.le(until))
        .filter(sessions::cancelled_at.is_null())
        .order((sessions::starts_at, sessions::id))
        .select((sessions::id, sessions::head_session_id))
        .load(tx.conn())?;
    Ok(rows.into_iter().map(|(id, head)| (id.clone(), head.unwrap_or(id))).collect())
}

/// A booking that has its place: whose it is, and made by which carer.
pub(crate) type Holder = (BookingId, FamilyId, Option<CarerId>);

pub(crate) fn holders(tx: &mut Tx, session: &SessionId) -> Result<Vec<Holder>> {
    Ok(booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(bookings::status.eq(Status::Booked))
        .order(bookings::id)
        .select((bookings::id, bookings::family_id, bookings::carer_id))
        .load(tx.conn())?)
}

/// Somebody who asked to be told when booking opens.
#[derive(Queryable, Selectable)]
#[diesel(table_name = alerts)]
pub(crate) struct AlertRequest {
    pub id: AlertId,
    pub family_id: FamilyId,
    pub carer_id: Option<CarerId>,
    pub session_id: SessionId,
}

/// A family asks to be told when a session's booking opens; once is enough.
pub(crate) fn ask(
    tx: &mut Tx,
    family: &FamilyId,
    session: &SessionId,
    carer: Option<&CarerId>,
    at: Moment,
) -> Result<()> {
    // A family that said no more and then asks again is told again.
    let asked = diesel::update(alerts::table)
        .filter(alerts::family_id.eq(family.as_str()))
        .filter(alerts::session_id.eq(session.as_str()))
        .set(alerts::told_at.eq(None::<Moment>))
        .execute(tx.conn())?;
    if asked > 0 {
        return Ok(());
    }
    diesel::insert_into(alerts::table)
        .values((
            alerts::id.eq(AlertId::new()),
            alerts::family_id.eq(family.as_str()),
            alerts::session_id.eq(session.as_str()),
            alerts::carer_id.eq(carer.map(CarerId::as_str)),
            alerts::made_at.eq(at),
        ))
        .run(tx)
}

pub(crate) fn alerts_due(tx: &mut Tx, now: Moment, rows: i64) -> Result<Vec<AlertRequest>> {
    Ok(alerts::table
        .inner_join(sessions::table.on(sessions::id.eq(alerts::session_id)))
        .filter(alerts::told_at.is_null())
        .filter(sessions::public_release_at.le(now))
        .filter(sessions::announced_at.is_not_null())
        .filter(sessions::cancelled_at.is_null())
        .order(alerts::id)
        .limit(rows)
        .select(AlertRequest::as_select())
        .load(tx.conn())?)
}

pub(crate) fn alert(tx: &mut Tx, id: &AlertId) -> Result<Option<AlertRequest>> {
    Ok(alerts::table
        .find(id.as_str())
        .select(AlertRequest::as_select())
        .first(tx.conn())
        .optional()?)
}

/// It was told, or no longer needs to be.
pub(crate) fn alert_told(tx: &mut Tx, alert: &AlertId, now: Moment) -> Result<()> {
    diesel::update(alerts::table.find(alert.as_str())).set(alerts::told_at.eq(now)).run(tx)
}

/// A letter that was given up or a text that never arrived, about a booking of a session that is still to come or was missed.
#[derive(Queryable)]
pub(crate) struct Unreached {
    pub booking: BookingId,
    pub session: SessionId,
    pub kind: String,
    pub channel: String,
}

/// What became of a text that did not arrive.
const FAILED: [&str; 3] = ["failed_permanently", "failed_for_now", "technical"];

/// Letters of these kinds that are not on the call list yet.
pub(crate) fn unreached(
    tx: &mut Tx,
    kinds: &[&str],
    now: Moment,
    rows: i64,
) -> Result<Vec<Unreached>> {
    let listed = tasks::table
        .filter(tasks::kind.eq_any([TaskKind::NotReached, TaskKind::RingOffer]))
        .filter(tasks::booking_id.eq(outbox::booking_id))
        .filter(tasks::session_id.eq(outbox::session_id))
        .filter(tasks::detail.eq(outbox::kind));
    let failed = outbox::delivery.eq_any(FAILED);
    // A family that was not told in time may have come to a closed door.
    let missed = outbox::last_error.eq("session_past");
    Ok(outbox::table
        .inner_join(sessions::table.on(sessions::id.nullable().eq(outbox::session_id)))
        .filter(outbox::state.eq("dead").or(failed.assume_not_null()))
        .filter(outbox::kind.eq_any(kinds.to_vec()))
        .filter(outbox::booking_id.is_not_null())
        .filter(outbox::last_error.is_null().or(outbox::last_error.ne("no_longer_so")))
        .filter(sessions::starts_at.gt(now).or(missed))
        .filter(diesel::dsl::not(diesel::dsl::exists(listed)))
        .order(outbox::id)
        .limit(rows)
        .select((
            outbox::booking_id.assume_not_null(),
            outbox::session_id.assume_not_null(),
            outbox::kind,
            outbox::channel,
        ))
        .load(tx.conn())?)
}

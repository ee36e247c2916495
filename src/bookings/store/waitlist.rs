//! Queries about the line of a session: who holds, who waits, in which order, and when it is next
//! looked at.

use super::barred;
use crate::base::fault::Result;
use crate::base::id::{BookingId, FamilyId, OfferId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::waitlist::{Size, Taken, Waitlist, WaitlistEntry};
use crate::bookings::{Holds, OfferState, Tier, Wants};
use crate::db::schema::{booking_sessions, bookings, offers, sessions};
use crate::db::{Run, Tx};
use crate::sessions::Unit;
use crate::sessions::store::look_again;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

type LineRow = (
    (SessionId, BookingId, Holds, bool, Option<Moment>),
    (Tier, i32, f64, i32, i32, Wants, Option<Moment>),
    Option<(OfferId, Moment)>,
);

/// Everyone who has, is offered or waits for a place in a session.
pub fn waitlist(tx: &mut Tx, session: &SessionId, unit: Unit) -> Result<Waitlist> {
    let mut lines = lines(tx, &[(session, unit)])?;
    Ok(lines.remove(session).unwrap_or_default())
}

/// The same for many sessions, in one query.
pub fn lines(tx: &mut Tx, wanted: &[(&SessionId, Unit)]) -> Result<HashMap<SessionId, Waitlist>> {
    let live_offer = offers::booking_id.eq(bookings::id).and(offers::state.eq(OfferState::Live));
    let ids: Vec<&str> = wanted.iter().map(|(id, _)| id.as_str()).collect();
    let rows: Vec<LineRow> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .left_join(offers::table.on(live_offer))
        .filter(booking_sessions::session_id.eq_any(&ids))
        .filter(booking_sessions::holds.ne(Holds::None))
        .select((
            (
                booking_sessions::session_id,
                bookings::id,
                booking_sessions::holds,
                booking_sessions::saved,
                booking_sessions::last_call_at,
            ),
            (
                bookings::tier,
                bookings::line_tier,
                bookings::line_number,
                bookings::adults,
                bookings::children,
                bookings::wants,
                bookings::saved_until,
            ),
            (offers::id, offers::expires_at).nullable(),
        ))
        .load(tx.conn())?;

    let waits = rows.iter().any(|((_, _, holds, ..), ..)| *holds == Holds::Waits);
    let barred = if waits { barred::barred(tx, &ids)? } else { HashSet::new() };
    let mut lines: HashMap<SessionId, Waitlist> = HashMap::new();
    for ((session, booking, holds, saved_here, called), of, offer) in rows {
        let (tier, line_tier, line_number, adults, children, wants, saved_until) = of;
        let unit = wanted.iter().find(|(id, _)| **id == session).map_or(Unit::Families, |w| w.1);
        let size = Size::of(unit, adults, children);
        let is_barred = barred.contains(&(session.clone(), booking.clone()));
        let waitlist = lines.entry(session).or_default();
        if holds == Holds::Place {
            let offer = offer.map(|(offer, until)| (Some(offer), until));
            waitlist.taken.push(Taken { booking, tier, size, offer });
        } else {
            let told_last_call = called.is_some();
            waitlist.waiting.push(WaitlistEntry {
                barred: is_barred,
                booking,
                tier,
                line_tier,
                line_number,
                size,
                wants,
                saved_until,
                saved_here,
                told_last_call,
            });
        }
    }
    Ok(lines)
}

/// The number for an entry that joins the lines of these sessions, all of them locked.
pub fn next_number(tx: &mut Tx, ids: &[SessionId]) -> Result<i64> {
    let last: Option<i64> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq_any(ids))
        .select(diesel::dsl::max(bookings::number))
        .first(tx.conn())?;
    Ok(last.unwrap_or(0) + 1)
}

/// Takes an entry out of one line. False where it waits in no other.
pub fn leave_one_line(tx: &mut Tx, id: &BookingId, session: &SessionId) -> Result<bool> {
    diesel::update(booking_sessions::table.find((id.as_str(), session.as_str())))
        .set(booking_sessions::holds.eq(Holds::None))
        .execute(tx.conn())?;
    let left: i64 = booking_sessions::table
        .filter(booking_sessions::booking_id.eq(id.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .count()
        .get_result(tx.conn())?;
    Ok(left > 0)
}

pub fn save_for(tx: &mut Tx, id: &BookingId, session: &SessionId, until: Moment) -> Result<()> {
    diesel::update(bookings::table.find(id.as_str()))
        .set(bookings::saved_until.eq(until))
        .execute(tx.conn())?;
    diesel::update(booking_sessions::table.find((id.as_str(), session.as_str())))
        .set(booking_sessions::saved.eq(true))
        .run(tx)
}

pub fn called(tx: &mut Tx, id: &BookingId, session: &SessionId, at: Moment) -> Result<()> {
    diesel::update(booking_sessions::table.find((id.as_str(), session.as_str())))
        .set(booking_sessions::last_call_at.eq(at))
        .run(tx)
}

/// Notes until when nothing changes by time alone.
pub fn settled(tx: &mut Tx, session: &SessionId, until: Option<Moment>) -> Result<()> {
    diesel::update(sessions::table.find(session.as_str()))
        .set(sessions::settled_until.eq(until))
        .run(tx)
}

/// Sessions in which time has changed something since they were last settled.
pub fn due(tx: &mut Tx, now: Moment, rows: i64) -> Result<Vec<SessionId>> {
    Ok(sessions::table
        .filter(sessions::settled_until.le(now))
        .filter(sessions::cancelled_at.is_null())
        .order(sessions::settled_until)
        .limit(rows)
        .select(sessions::id)
        .load(tx.conn())?)
}

/// Puts a booking into another tier; in the line it keeps its number.
pub fn set_tier(tx: &mut Tx, id: &BookingId, tier: Tier, reason: &str) -> Result<()> {
    diesel::update(bookings::table.find(id.as_str()))
        .set((
            bookings::tier.eq(tier),
            bookings::tier_reason.eq(reason),
            bookings::line_tier.eq(tier.rank()),
        ))
        .execute(tx.conn())?;
    // A referral passes limits, in the other lines of the entry too.
    let (family, made_at): (FamilyId, Moment) = bookings::table
        .find(id.as_str())
        .select((bookings::family_id, bookings::made_at))
        .first(tx.conn())?;
    look_again(tx, &family, made_at)
}

pub fn set_wants(tx: &mut Tx, id: &BookingId, wants: Wants) -> Result<()> {
    diesel::update(bookings::table.find(id.as_str())).set(bookings::wants.eq(wants)).run(tx)
}

/// Where staff put an entry in the line, and why.
pub fn set_line_place(
    tx: &mut Tx,
    id: &BookingId,
    line_tier: i32,
    line_number: f64,
    reason: &str,
) -> Result<()> {
    diesel::update(bookings::table.find(id.as_str()))
        .set((
            bookings::line_tier.eq(line_tier),
            bookings::line_number.eq(line_number),
            bookings::move_reason.eq(reason),
        ))
        .run(tx)
}

//! Queries about the line of a session: what is taken, who waits, in which order, and when it is
//! next looked at.

use super::barred::{self, Bars};
use crate::base::fault::Result;
use crate::base::id::{BookingId, FamilyId, OfferId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::waitlist::{KeptPlace, Size, Taken, Waitlist, WaitlistEntry};
use crate::bookings::{Holds, OfferState, Status, Tier, Wants};
use crate::db::schema::{activities, booking_sessions, bookings, offers, sessions};
use crate::db::{Prepared, Run, Tx};
use crate::sessions::store::look_again;
use crate::sessions::{LineOrder, Unit};
use diesel::dsl::{count_star, sum};
use diesel::prelude::*;
use std::collections::HashMap;

/// Everyone who has, is offered or waits for a place in a session.
pub fn waitlist(tx: &mut Tx, session: &SessionId, unit: Unit) -> Result<Waitlist> {
    let mut lines = lines(tx, &[(session, unit)], |_, _| true)?;
    Ok(lines.remove(session).unwrap_or_default())
}

/// What is taken and offered in a session, without those who wait.
pub(crate) fn held(tx: &mut Tx, session: &SessionId, unit: Unit) -> Result<Waitlist> {
    let mut lines = all_held(tx, &[(session, unit)])?;
    Ok(lines.remove(session).unwrap_or_default())
}

/// The same for many sessions, in a few queries; those who wait are read where `is_wanted`, by what
/// is taken and offered, and else only counted.
pub fn lines(
    tx: &mut Tx,
    wanted: &[(&SessionId, Unit)],
    is_wanted: impl Fn(&SessionId, &Waitlist) -> bool,
) -> Result<HashMap<SessionId, Waitlist>> {
    let mut lines = all_held(tx, wanted)?;
    let none = Waitlist::default();
    let (mut read, mut counted) = (Vec::new(), Vec::new());
    for (id, _) in wanted {
        let is_wanted = is_wanted(id, lines.get(id).unwrap_or(&none));
        if is_wanted { &mut read } else { &mut counted }.push(id.as_str());
    }
    if !read.is_empty() {
        let unit_of = |session: &SessionId| unit_in(wanted, session);
        for (session, entry) in waiting(tx, &Which::In(&read), unit_of)? {
            lines.entry(session).or_default().waiting.push(entry);
        }
    }
    if !counted.is_empty() {
        for (session, count) in how_many_wait(tx, &counted)? {
            lines.entry(session).or_default().unread = usize::try_from(count).unwrap_or(0);
        }
    }
    Ok(lines)
}

fn unit_in(wanted: &[(&SessionId, Unit)], session: &SessionId) -> Unit {
    wanted.iter().find(|(id, _)| *id == session).map_or(Unit::Families, |one| one.1)
}

fn how_many_wait(tx: &mut Tx, ids: &[&str]) -> Result<Vec<(SessionId, i64)>> {
    let query = booking_sessions::table
        .filter(booking_sessions::session_id.eq_any(ids))
        .filter(booking_sessions::holds.eq(Holds::Waits))
        .group_by(booking_sessions::session_id)
        .select((booking_sessions::session_id, count_star()));
    Ok(Prepared(query).load(tx.conn())?)
}

fn all_held(tx: &mut Tx, wanted: &[(&SessionId, Unit)]) -> Result<HashMap<SessionId, Waitlist>> {
    let ids: Vec<&str> = wanted.iter().map(|(id, _)| id.as_str()).collect();
    let unit_of = |session: &SessionId| unit_in(wanted, session);
    let mut lines: HashMap<SessionId, Waitlist> = HashMap::new();
    for (session, tier, size) in taken_in(tx, &ids, unit_of)? {
        lines.entry(session).or_default().taken.add(tier, size);
    }
    for (session, kept) in kept(tx, &ids, unit_of)? {
        lines.entry(session).or_default().offered.push(kept);
    }
    Ok(lines)
}

/// What is taken in a session, counted in an index.
pub(crate) fn taken(tx: &mut Tx, session: &SessionId, unit: Unit) -> Result<Taken> {
    let mut taken = Taken::default();
    for (_, tier, size) in taken_in(tx, &[session.as_str()], |_| unit)? {
        taken.add(tier, size);
    }
    Ok(taken)
}

type TakenRow = (SessionId, Tier, i32, i64, Option<i64>);

/// For each session, tier and number of children.
fn taken_in(
    tx: &mut Tx,
    ids: &[&str],
    unit_of: impl Fn(&SessionId) -> Unit,
) -> Result<Vec<(SessionId, Tier, Size)>> {
    let query = bookings::table
        .filter(bookings::session_id.eq_any(ids))
        .filter(bookings::ended_at.is_null())
        .filter(bookings::status.ne(Status::Waiting))
        .group_by((bookings::session_id, bookings::tier, bookings::children))
        .select((
            bookings::session_id,
            bookings::tier,
            bookings::children,
            count_star(),
            sum(bookings::adults),
        ));
    let rows: Vec<TakenRow> = Prepared(query).load(tx.conn())?;
    let number = |count: i64| i32::try_from(count).unwrap_or(i32::MAX);
    let sized = |(session, tier, children, parties, adults): TakenRow| {
        let (parties, adults) = (number(parties), number(adults.unwrap_or(0)));
        let size = Size::of_many(unit_of(&session), parties, adults, children);
        (session, tier, size)
    };
    Ok(rows.into_iter().map(sized).collect())
}

type KeptRow = (SessionId, BookingId, OfferId, Moment, Tier, i32, i32);

/// The places that live offers keep.
fn kept(
    tx: &mut Tx,
    ids: &[&str],
    unit_of: impl Fn(&SessionId) -> Unit,
) -> Result<Vec<(SessionId, KeptPlace)>> {
    let query = offers::table
        .inner_join(bookings::table.on(bookings::id.eq(offers::booking_id)))
        .filter(offers::session_id.eq_any(ids))
        .filter(offers::state.eq(OfferState::Live))
        .order(offers::id)
        .select((
            offers::session_id,
            bookings::id,
            offers::id,
            offers::expires_at,
            bookings::tier,
            bookings::adults,
            bookings::children,
        ));
    let rows: Vec<KeptRow> = Prepared(query).load(tx.conn())?;
    let kept = |(session, booking, offer, until, tier, adults, children): KeptRow| {
        let size = Size::of(unit_of(&session), adults, children);
        (session, KeptPlace { booking, offer: Some(offer), until, tier, size })
    };
    Ok(rows.into_iter().map(kept).collect())
}

/// The first in a line, in its order.
pub(crate) fn first_waiting(
    tx: &mut Tx,
    session: &SessionId,
    (unit, order): (Unit, LineOrder),
    rows: i64,
) -> Result<Vec<WaitlistEntry>> {
    let first = waiting(tx, &Which::First(session, order, rows), |_| unit)?;
    Ok(first.into_iter().map(|(_, entry)| entry).collect())
}

/// One that waits, as it is now.
pub(crate) fn one_waiting(
    tx: &mut Tx,
    session: &SessionId,
    booking: &BookingId,
    unit: Unit,
) -> Result<Option<WaitlistEntry>> {
    let one = waiting(tx, &Which::One(session, booking), |_| unit)?.pop();
    Ok(one.map(|(_, entry)| entry))
}

/// Which of those who wait.
enum Which<'a> {
    In(&'a [&'a str]),
    First(&'a SessionId, LineOrder, i64),
    One(&'a SessionId, &'a BookingId),
}

/// What a session has of an entry.
#[derive(Queryable, Selectable)]
#[diesel(table_name = booking_sessions)]
struct LineRow {
    booking_id: BookingId,
    session_id: SessionId,
    line_tier: i32,
    line_number: f64,
    saved: bool,
    last_call_at: Option<Moment>,
}

/// The party behind it.
#[derive(Queryable, Selectable)]
#[diesel(table_name = bookings)]
struct PartyRow {
    tier: Tier,
    adults: i32,
    children: i32,
    wants: Wants,
    saved_until: Option<Moment>,
}

fn waiting(
    tx: &mut Tx,
    which: &Which,
    unit_of: impl Fn(&SessionId) -> Unit,
) -> Result<Vec<(SessionId, WaitlistEntry)>> {
    let mut query = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(booking_sessions::holds.eq(Holds::Waits))
        .select((LineRow::as_select(), PartyRow::as_select(), barred::bars!()))
        .into_boxed();
    let number = (booking_sessions::line_number, booking_sessions::booking_id);
    query = match which {
        Which::In(ids) => query.filter(booking_sessions::session_id.eq_any(ids.to_vec())),
        Which::One(session, booking) => query
            .filter(booking_sessions::session_id.eq(session.as_str()))
            .filter(booking_sessions::booking_id.eq(booking.as_str())),
        Which::First(session, LineOrder::Tier, rows) => query
            .filter(booking_sessions::session_id.eq(session.as_str()))
            .order((booking_sessions::line_tier, number))
            .limit(*rows),
        Which::First(session, LineOrder::Joining, rows) => query
            .filter(booking_sessions::session_id.eq(session.as_str()))
            .order(number)
            .limit(*rows),
    };
    let rows: Vec<(LineRow, PartyRow, Bars)> = Prepared(query).load(tx.conn())?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let bars: Vec<&Bars> = rows.iter().map(|row| &row.2).collect();
    let barred = barred::barred(tx, &bars)?;
    let entries = rows.into_iter().zip(barred).map(|((line, party, _), barred)| {
        let size = Size::of(unit_of(&line.session_id), party.adults, party.children);
        let entry = WaitlistEntry {
            barred,
            booking: line.booking_id,
            tier: party.tier,
            line_tier: line.line_tier,
            line_number: line.line_number,
            size,
            wants: party.wants,
            saved_until: party.saved_until,
            saved_here: line.saved,
            told_last_call: line.last_call_at.is_some(),
        };
        (line.session_id, entry)
    });
    Ok(entries.collect())
}

/// How many wait before an entry.
pub(crate) fn how_many_before(
    tx: &mut Tx,
    session: &SessionId,
    order: LineOrder,
    booking: &BookingId,
) -> Result<Option<usize>> {
    let own: Option<(i32, f64)> = booking_sessions::table
        .find((booking.as_str(), session.as_str()))
        .filter(booking_sessions::holds.eq(Holds::Waits))
        .select((booking_sessions::line_tier, booking_sessions::line_number))
        .first(tx.conn())
        .optional()?;
    let Some((tier, number)) = own else { return Ok(None) };
    let before = booking_sessions::line_number.lt(number).or(booking_sessions::line_number
        .eq(number)
        .and(booking_sessions::booking_id.lt(booking.as_str())));
    let waiting = booking_sessions::table
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::holds.eq(Holds::Waits));
    let count: i64 = match order {
        LineOrder::Joining => waiting.filter(before).count().get_result(tx.conn())?,
        LineOrder::Tier => waiting
            .filter(
                booking_sessions::line_tier
                    .lt(tier)
                    .or(booking_sessions::line_tier.eq(tier).and(before)),
            )
            .count()
            .get_result(tx.conn())?,
    };
    Ok(usize::try_from(count).ok())
}

/// Takes an entry out of one line. False where it waits in no other.
pub fn leave_one_line(tx: &mut Tx, id: &BookingId, session: &SessionId) -> Result<bool> {
    diesel::update(booking_sessions::table.find((id.as_str(), session.as_str())))
        .set(booking_sessions::holds.eq(Holds::None))
        .run(tx)?;
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
        .run(tx)?;
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
        .set((bookings::tier.eq(tier), bookings::tier_reason.eq(reason)))
        .run(tx)?;
    diesel::update(booking_sessions::table.filter(booking_sessions::booking_id.eq(id.as_str())))
        .set(booking_sessions::line_tier.eq(tier.rank()))
        .run(tx)?;
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

/// Where staff put an entry in its lines, and why.
pub fn set_line_place(
    tx: &mut Tx,
    id: &BookingId,
    line_tier: i32,
    line_number: f64,
    reason: &str,
) -> Result<()> {
    diesel::update(bookings::table.find(id.as_str()))
        .set(bookings::move_reason.eq(reason))
        .run(tx)?;
    diesel::update(booking_sessions::table.filter(booking_sessions::booking_id.eq(id.as_str())))
        .set((
            booking_sessions::line_tier.eq(line_tier),
            booking_sessions::line_number.eq(line_number),
        ))
        .run(tx)
}

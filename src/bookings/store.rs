//! Queries about bookings, the line of a session, and offers.

use super::judge::Busy;
use super::line::{Entry, Line, Size, Taken};
use super::{Booking, Holds, Offer, OfferState, Referral, Status, Tier, Wants};
use crate::db::Tx;
use crate::families::Child;
use crate::fault::{Code, Fault, is_duplicate};
use crate::id::{ActivityId, BookingId, ChildId, FamilyId, OfferId, PartnerId, SessionId};
use crate::moment::Moment;
use crate::partners::PartnerKind;
use crate::schema::{
    booking_children, booking_sessions, bookings, children, offers, partners, referral_groups,
    referrals, sessions,
};
use crate::sessions::Unit;
use chrono::NaiveDate;
use diesel::prelude::*;
use std::collections::HashMap;

type LineRow = (
    (SessionId, BookingId, Holds, bool, Option<Moment>),
    (Tier, i32, f64, i32, i32, Wants, Option<Moment>),
    Option<(OfferId, Moment)>,
);

/// Everyone who has, is offered or waits for a place in a session.
pub fn line(tx: &mut Tx, session: &SessionId, unit: Unit) -> Result<Line, Fault> {
    let mut lines = lines(tx, &[(session, unit)])?;
    Ok(lines.remove(session).unwrap_or_default())
}

/// The same for many sessions, in one query.
pub fn lines(
    tx: &mut Tx,
    wanted: &[(&SessionId, Unit)],
) -> Result<HashMap<SessionId, Line>, Fault> {
    let live_offer = offers::booking_id.eq(bookings::id).and(offers::state.eq(OfferState::Live));
    let ids: Vec<&str> = wanted.iter().map(|(id, _)| id.as_str()).collect();
    let rows: Vec<LineRow> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .left_join(offers::table.on(live_offer))
        .filter(booking_sessions::session_id.eq_any(ids))
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

    let mut lines: HashMap<SessionId, Line> = HashMap::new();
    for ((session, booking, holds, saved_here, called), of, offer) in rows {
        let (tier, line_tier, line_number, adults, children, wants, saved_until) = of;
        let unit = wanted.iter().find(|(id, _)| **id == session).map_or(Unit::Families, |w| w.1);
        let size = Size::of(unit, adults, children);
        let line = lines.entry(session).or_default();
        if holds == Holds::Place {
            line.taken.push(Taken { booking, tier, size, offer });
        } else {
            let told_last_call = called.is_some();
            line.waiting.push(Entry {
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
pub fn next_number(tx: &mut Tx, ids: &[SessionId]) -> Result<i64, Fault> {
    let ids: Vec<&str> = ids.iter().map(SessionId::as_str).collect();
    let last: Option<i64> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq_any(ids))
        .select(diesel::dsl::max(bookings::number))
        .first(tx.conn())?;
    Ok(last.unwrap_or(0) + 1)
}

pub fn booking(tx: &mut Tx, id: &BookingId) -> Result<Booking, Fault> {
    bookings::table
        .find(id.as_str())
        .select(Booking::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("booking"))
}

/// The family's live booking or entry in a session.
pub fn live_of(
    tx: &mut Tx,
    session: &SessionId,
    family: &FamilyId,
) -> Result<Option<Booking>, Fault> {
    Ok(booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::family_id.eq(family.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .select(Booking::as_select())
        .first(tx.conn())
        .optional()?)
}

/// Whether one of these children is in a session, or its line, through another family.
pub fn here_with_another_family(
    tx: &mut Tx,
    session: &SessionId,
    family: &FamilyId,
    child_ids: &[ChildId],
) -> Result<bool, Fault> {
    let ids: Vec<&str> = child_ids.iter().map(ChildId::as_str).collect();
    let found: Option<BookingId> = booking_sessions::table
        .inner_join(
            booking_children::table
                .on(booking_children::booking_id.eq(booking_sessions::booking_id)),
        )
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::family_id.ne(family.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .filter(booking_children::child_id.eq_any(ids))
        .select(booking_sessions::booking_id)
        .first(tx.conn())
        .optional()?;
    Ok(found.is_some())
}

/// When these children are already expected somewhere around a day; a course keeps all its dates.
pub fn busy(
    tx: &mut Tx,
    family: &FamilyId,
    child_ids: &[ChildId],
    around: (Moment, Moment),
    but: Option<&BookingId>,
) -> Result<Vec<Busy>, Fault> {
    let ids: Vec<&str> = child_ids.iter().map(ChildId::as_str).collect();
    let dates = diesel::alias!(sessions as dates);
    let counted_here = dates
        .field(sessions::id)
        .eq(booking_sessions::session_id)
        .or(dates.field(sessions::head_session_id).eq(booking_sessions::session_id.nullable()));
    let rows: Vec<(Moment, Moment, FamilyId, BookingId)> = booking_children::table
        .inner_join(
            booking_sessions::table
                .on(booking_sessions::booking_id.eq(booking_children::booking_id)),
        )
        .inner_join(dates.on(counted_here.assume_not_null()))
        .filter(booking_children::child_id.eq_any(ids))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(dates.field(sessions::starts_at).lt(around.1))
        .filter(dates.field(sessions::ends_at).gt(around.0))
        .filter(dates.field(sessions::cancelled_at).is_null())
        .select((
            dates.field(sessions::starts_at),
            dates.field(sessions::ends_at),
            booking_sessions::family_id,
            booking_sessions::booking_id,
        ))
        .load(tx.conn())?;
    Ok(rows
        .into_iter()
        .filter(|row| but != Some(&row.3))
        .map(|(starts_at, ends_at, owner, _)| Busy {
            starts_at,
            ends_at,
            own_family: owner == *family,
        })
        .collect())
}

/// The days of the family's live places in an activity, from a day to a day.
pub fn days_held(
    tx: &mut Tx,
    family: &FamilyId,
    activity: &ActivityId,
    days: (NaiveDate, NaiveDate),
    but: Option<&BookingId>,
) -> Result<Vec<NaiveDate>, Fault> {
    let rows: Vec<(NaiveDate, BookingId)> = booking_sessions::table
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .filter(booking_sessions::family_id.eq(family.as_str()))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(sessions::activity_id.eq(activity.as_str()))
        .filter(sessions::local_day.ge(days.0))
        .filter(sessions::local_day.le(days.1))
        .select((sessions::local_day, booking_sessions::booking_id))
        .load(tx.conn())?;
    Ok(rows.into_iter().filter(|row| but != Some(&row.1)).map(|row| row.0).collect())
}

/// All dates of a course, the head first; of a single session, itself.
pub fn dates_of(tx: &mut Tx, head: &SessionId) -> Result<Vec<(Moment, Moment)>, Fault> {
    Ok(sessions::table
        .filter(sessions::id.eq(head.as_str()).or(sessions::head_session_id.eq(head.as_str())))
        .filter(sessions::cancelled_at.is_null())
        .order(sessions::starts_at)
        .select((sessions::starts_at, sessions::ends_at))
        .load(tx.conn())?)
}

/// Writes a booking with its children and what it holds in each of its sessions.
pub fn add(
    tx: &mut Tx,
    booking: &Booking,
    child_ids: &[ChildId],
    held: &[(SessionId, Holds)],
) -> Result<(), Fault> {
    diesel::insert_into(bookings::table).values(booking).execute(tx.conn())?;
    for (session, holds) in held {
        diesel::insert_into(booking_sessions::table)
            .values((
                booking_sessions::booking_id.eq(booking.id.as_str()),
                booking_sessions::session_id.eq(session.as_str()),
                booking_sessions::family_id.eq(booking.family_id.as_str()),
                booking_sessions::holds.eq(*holds),
            ))
            .execute(tx.conn())
            .map_err(already)?;
    }
    for child in child_ids {
        diesel::insert_into(booking_children::table)
            .values((
                booking_children::booking_id.eq(booking.id.as_str()),
                booking_children::child_id.eq(child.as_str()),
            ))
            .execute(tx.conn())?;
    }
    Ok(())
}

fn already(error: diesel::result::Error) -> Fault {
    if is_duplicate(&error) { already_booked() } else { error.into() }
}

pub fn already_booked() -> Fault {
    Fault::new(Code::AlreadyBooked, "This family already has a place or is waiting.")
}

/// Takes an entry out of every line and gives it the place in one session. False where another
/// session, or its own end, was quicker.
pub fn take(
    tx: &mut Tx,
    id: &BookingId,
    session: &SessionId,
    status: Status,
    now: Moment,
) -> Result<bool, Fault> {
    let taken = diesel::update(
        bookings::table.find(id.as_str()).filter(bookings::status.eq(Status::Waiting)),
    )
    .set((
        bookings::status.eq(status),
        bookings::session_id.eq(session.as_str()),
        bookings::taken_at.eq((status == Status::Booked).then_some(now)),
    ))
    .execute(tx.conn())?;
    if taken == 0 {
        return Ok(false);
    }
    let rows = booking_sessions::table.filter(booking_sessions::booking_id.eq(id.as_str()));
    diesel::update(rows.clone().filter(booking_sessions::session_id.ne(session.as_str())))
        .set(booking_sessions::holds.eq(Holds::None))
        .execute(tx.conn())?;
    diesel::update(rows.filter(booking_sessions::session_id.eq(session.as_str())))
        .set(booking_sessions::holds.eq(Holds::Place))
        .execute(tx.conn())?;
    Ok(true)
}

/// An offer taken up.
pub fn confirm(tx: &mut Tx, id: &BookingId, now: Moment) -> Result<(), Fault> {
    diesel::update(bookings::table.find(id.as_str()))
        .set((bookings::status.eq(Status::Booked), bookings::taken_at.eq(now)))
        .execute(tx.conn())?;
    Ok(())
}

/// How a booking ended.
pub struct End<'a> {
    pub status: Status,
    pub reason: Option<&'a str>,
    pub late: bool,
    pub at: Moment,
}

/// Ends a booking or entry everywhere. False where it had ended before.
pub fn end(tx: &mut Tx, id: &BookingId, end: &End) -> Result<bool, Fault> {
    let ended =
        diesel::update(bookings::table.find(id.as_str()).filter(bookings::ended_at.is_null()))
            .set((
                bookings::status.eq(end.status),
                bookings::ended_at.eq(end.at),
                bookings::end_reason.eq(end.reason),
                bookings::late.eq(end.late),
            ))
            .execute(tx.conn())?;
    if ended == 0 {
        return Ok(false);
    }
    diesel::update(booking_sessions::table.filter(booking_sessions::booking_id.eq(id.as_str())))
        .set(booking_sessions::holds.eq(Holds::None))
        .execute(tx.conn())?;
    Ok(true)
}

/// Takes an entry out of one line. False where it waits in no other.
pub fn leave_one_line(tx: &mut Tx, id: &BookingId, session: &SessionId) -> Result<bool, Fault> {
    diesel::update(
        booking_sessions::table
            .filter(booking_sessions::booking_id.eq(id.as_str()))
            .filter(booking_sessions::session_id.eq(session.as_str())),
    )
    .set(booking_sessions::holds.eq(Holds::None))
    .execute(tx.conn())?;
    let left: i64 = booking_sessions::table
        .filter(booking_sessions::booking_id.eq(id.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .count()
        .get_result(tx.conn())?;
    Ok(left > 0)
}

pub fn save_for(
    tx: &mut Tx,
    id: &BookingId,
    session: &SessionId,
    until: Moment,
) -> Result<(), Fault> {
    diesel::update(bookings::table.find(id.as_str()))
        .set(bookings::saved_until.eq(until))
        .execute(tx.conn())?;
    diesel::update(
        booking_sessions::table
            .filter(booking_sessions::booking_id.eq(id.as_str()))
            .filter(booking_sessions::session_id.eq(session.as_str())),
    )
    .set(booking_sessions::saved.eq(true))
    .execute(tx.conn())?;
    Ok(())
}

pub fn called(tx: &mut Tx, id: &BookingId, session: &SessionId, at: Moment) -> Result<(), Fault> {
    diesel::update(
        booking_sessions::table
            .filter(booking_sessions::booking_id.eq(id.as_str()))
            .filter(booking_sessions::session_id.eq(session.as_str())),
    )
    .set(booking_sessions::last_call_at.eq(at))
    .execute(tx.conn())?;
    Ok(())
}

pub fn add_offer(tx: &mut Tx, offer: &Offer) -> Result<(), Fault> {
    diesel::insert_into(offers::table).values(offer).execute(tx.conn())?;
    Ok(())
}

pub fn offer(tx: &mut Tx, id: &OfferId) -> Result<Offer, Fault> {
    offers::table
        .find(id.as_str())
        .select(Offer::as_select())
        .first(tx.conn())
        .optional()?
        .ok_or_else(|| Fault::not_found("offer"))
}

pub fn live_offer(tx: &mut Tx, booking: &BookingId) -> Result<Option<Offer>, Fault> {
    Ok(offers::table
        .filter(offers::booking_id.eq(booking.as_str()))
        .filter(offers::state.eq(OfferState::Live))
        .select(Offer::as_select())
        .first(tx.conn())
        .optional()?)
}

pub fn end_offer(tx: &mut Tx, id: &OfferId, state: OfferState, at: Moment) -> Result<(), Fault> {
    diesel::update(offers::table.find(id.as_str()))
        .set((offers::state.eq(state), offers::ended_at.eq(at)))
        .execute(tx.conn())?;
    Ok(())
}

pub fn shorten_offer(tx: &mut Tx, id: &OfferId, expires_at: Moment) -> Result<(), Fault> {
    diesel::update(offers::table.find(id.as_str()))
        .set(offers::expires_at.eq(expires_at))
        .execute(tx.conn())?;
    Ok(())
}

pub fn start_clock(
    tx: &mut Tx,
    id: &OfferId,
    clock_starts_at: Moment,
    expires_at: Moment,
) -> Result<(), Fault> {
    diesel::update(offers::table.find(id.as_str()))
        .set((offers::clock_starts_at.eq(clock_starts_at), offers::expires_at.eq(expires_at)))
        .execute(tx.conn())?;
    Ok(())
}

/// Notes until when nothing changes by time alone.
pub fn settled(tx: &mut Tx, session: &SessionId, until: Option<Moment>) -> Result<(), Fault> {
    diesel::update(sessions::table.find(session.as_str()))
        .set(sessions::settled_until.eq(until))
        .execute(tx.conn())?;
    Ok(())
}

/// Sessions in which time has changed something since they were last settled.
pub fn due(tx: &mut Tx, now: Moment, rows: i64) -> Result<Vec<SessionId>, Fault> {
    Ok(sessions::table
        .filter(sessions::settled_until.le(now))
        .filter(sessions::cancelled_at.is_null())
        .order(sessions::settled_until)
        .limit(rows)
        .select(sessions::id)
        .load(tx.conn())?)
}

pub fn children_of(tx: &mut Tx, id: &BookingId) -> Result<Vec<Child>, Fault> {
    Ok(booking_children::table
        .inner_join(children::table.on(children::id.eq(booking_children::child_id)))
        .filter(booking_children::booking_id.eq(id.as_str()))
        .order(children::id)
        .select(Child::as_select())
        .load(tx.conn())?)
}

/// The sessions whose lines an entry stands in, or where its place is.
pub fn sessions_of(tx: &mut Tx, id: &BookingId) -> Result<Vec<SessionId>, Fault> {
    Ok(booking_sessions::table
        .filter(booking_sessions::booking_id.eq(id.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order(booking_sessions::session_id)
        .select(booking_sessions::session_id)
        .load(tx.conn())?)
}

/// Exchanges the session a booking has its place in.
pub fn move_place(tx: &mut Tx, booking: &Booking, to: &SessionId) -> Result<(), Fault> {
    diesel::update(
        booking_sessions::table.filter(booking_sessions::booking_id.eq(booking.id.as_str())),
    )
    .set(booking_sessions::holds.eq(Holds::None))
    .execute(tx.conn())?;
    let known = diesel::update(
        booking_sessions::table
            .filter(booking_sessions::booking_id.eq(booking.id.as_str()))
            .filter(booking_sessions::session_id.eq(to.as_str())),
    )
    .set(booking_sessions::holds.eq(Holds::Place))
    .execute(tx.conn())
    .map_err(already)?;
    if known == 0 {
        diesel::insert_into(booking_sessions::table)
            .values((
                booking_sessions::booking_id.eq(booking.id.as_str()),
                booking_sessions::session_id.eq(to.as_str()),
                booking_sessions::family_id.eq(booking.family_id.as_str()),
                booking_sessions::holds.eq(Holds::Place),
            ))
            .execute(tx.conn())
            .map_err(already)?;
    }
    diesel::update(bookings::table.find(booking.id.as_str()))
        .set(bookings::session_id.eq(to.as_str()))
        .execute(tx.conn())?;
    Ok(())
}

/// Puts a booking into another tier; in the line it keeps its number.
pub fn set_tier(tx: &mut Tx, id: &BookingId, tier: Tier, reason: &str) -> Result<(), Fault> {
    diesel::update(bookings::table.find(id.as_str()))
        .set((
            bookings::tier.eq(tier),
            bookings::tier_reason.eq(reason),
            bookings::line_tier.eq(tier.rank()),
        ))
        .execute(tx.conn())?;
    Ok(())
}

pub fn set_wants(tx: &mut Tx, id: &BookingId, wants: Wants) -> Result<(), Fault> {
    diesel::update(bookings::table.find(id.as_str()))
        .set(bookings::wants.eq(wants))
        .execute(tx.conn())?;
    Ok(())
}

/// Where staff put an entry in the line, and why.
pub fn set_line_place(
    tx: &mut Tx,
    id: &BookingId,
    line_tier: i32,
    line_number: f64,
    reason: &str,
) -> Result<(), Fault> {
    diesel::update(bookings::table.find(id.as_str()))
        .set((
            bookings::line_tier.eq(line_tier),
            bookings::line_number.eq(line_number),
            bookings::move_reason.eq(reason),
        ))
        .execute(tx.conn())?;
    Ok(())
}

pub fn add_referral(tx: &mut Tx, referral: &Referral, groups: &[String]) -> Result<(), Fault> {
    diesel::insert_into(referrals::table).values(referral).execute(tx.conn())?;
    for code in groups {
        diesel::insert_into(referral_groups::table)
            .values((
                referral_groups::referral_id.eq(referral.id.as_str()),
                referral_groups::group_code.eq(code),
            ))
            .execute(tx.conn())
            .map_err(|error| {
                if is_duplicate(&error) {
                    Fault::invalid("/target_groups", "A group is named twice.")
                } else {
                    error.into()
                }
            })?;
    }
    Ok(())
}

/// Whether this team referred the booking and did not take that back.
pub fn referred_by(
    tx: &mut Tx,
    id: &BookingId,
    partner: &PartnerId,
    team: Option<&str>,
) -> Result<bool, Fault> {
    let teams: Vec<Option<String>> = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::partner_id.eq(partner.as_str()))
        .select(referrals::team)
        .load(tx.conn())?;
    Ok(teams.iter().any(|known| known.as_deref() == team))
}

/// Takes back a team's referrals of a booking (staff: all of them); gives how many stood.
pub fn withdraw_referrals(
    tx: &mut Tx,
    id: &BookingId,
    team: Option<(&PartnerId, Option<&str>)>,
    at: Moment,
) -> Result<usize, Fault> {
    let standing: Vec<(String, Option<PartnerId>, Option<String>)> = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::withdrawn_at.is_null())
        .select((referrals::id, referrals::partner_id, referrals::team))
        .load(tx.conn())?;
    let own = standing.into_iter().filter(|(_, partner, of)| match team {
        None => true,
        Some((own, own_team)) => partner.as_ref() == Some(own) && of.as_deref() == own_team,
    });
    let ids: Vec<String> = own.map(|row| row.0).collect();
    Ok(diesel::update(referrals::table.filter(referrals::id.eq_any(ids)))
        .set(referrals::withdrawn_at.eq(at))
        .execute(tx.conn())?)
}

pub fn has_referral(tx: &mut Tx, id: &BookingId) -> Result<bool, Fault> {
    let count: i64 = referrals::table
        .filter(referrals::booking_id.eq(id.as_str()))
        .filter(referrals::withdrawn_at.is_null())
        .count()
        .get_result(tx.conn())?;
    Ok(count > 0)
}

pub fn partner_kind(tx: &mut Tx, id: &PartnerId) -> Result<PartnerKind, Fault> {
    Ok(partners::table
        .find(id.as_str())
        .select(partners::kind)
        .first(tx.conn())
        .optional()?
        .unwrap_or(PartnerKind::Other))
}

/// Everyone with a place, an offer or an entry in a session, in the order of asking.
pub fn live_in(tx: &mut Tx, session: &SessionId) -> Result<Vec<Booking>, Fault> {
    Ok(booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order((bookings::number, bookings::id))
        .select(Booking::as_select())
        .load(tx.conn())?)
}

/// Live bookings and entries that bring a child, from now on.
pub fn coming_with(tx: &mut Tx, child: &ChildId, now: Moment) -> Result<Vec<Booking>, Fault> {
    Ok(booking_children::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_children::booking_id)))
        .inner_join(sessions::table.on(sessions::id.eq(bookings::session_id)))
        .filter(booking_children::child_id.eq(child.as_str()))
        .filter(bookings::ended_at.is_null())
        .filter(sessions::starts_at.gt(now))
        .order(bookings::id)
        .select(Booking::as_select())
        .load(tx.conn())?)
}

/// A family's bookings, the newest first.
pub fn of_family(
    tx: &mut Tx,
    family: &FamilyId,
    after: &str,
    rows: i64,
) -> Result<Vec<Booking>, Fault> {
    let mut query =
        bookings::table.filter(bookings::family_id.eq(family.as_str().to_owned())).into_boxed();
    if !after.is_empty() {
        query = query.filter(bookings::id.lt(after.to_owned()));
    }
    Ok(query.order(bookings::id.desc()).limit(rows).select(Booking::as_select()).load(tx.conn())?)
}

/// A team's referrals with what became of each, the newest first.
pub fn referrals_of(
    tx: &mut Tx,
    partner: &PartnerId,
    team: Option<&str>,
    after: &str,
    rows: i64,
) -> Result<Vec<(Referral, Booking)>, Fault> {
    let mut query = referrals::table
        .inner_join(bookings::table.on(bookings::id.eq(referrals::booking_id)))
        .filter(referrals::partner_id.eq(partner.as_str().to_owned()))
        .into_boxed();
    query = match team {
        Some(team) => query.filter(referrals::team.eq(team.to_owned())),
        None => query.filter(referrals::team.is_null()),
    };
    if !after.is_empty() {
        query = query.filter(referrals::id.lt(after.to_owned()));
    }
    Ok(query
        .order(referrals::id.desc())
        .limit(rows)
        .select((Referral::as_select(), Booking::as_select()))
        .load(tx.conn())?)
}

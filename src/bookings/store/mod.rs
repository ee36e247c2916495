//! Queries about bookings, the line of a session, and offers.

mod asked;
mod barred;
mod dates;
mod family;
mod given;
mod party;
mod referred;
mod undo;
pub(crate) mod waitlist;

use super::{Booking, Holds, Status};
use crate::base::fault::{Code, Fault, Result, is_duplicate};
use crate::base::id::{BookingId, CarerId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::db::schema::{
    booking_children, booking_sessions, bookings, children, family_children, sessions,
};
use crate::db::{Prepared, Run, Tx, found};
use crate::families::Child;
use crate::sessions::store::look_again;
use diesel::prelude::*;

pub(crate) use asked::{applicant, diary};
pub use dates::{Date, all_dates, dates_of, live_of};
pub(crate) use family::{OfFamily, children_by_booking, of_family};
pub(crate) use given::offer_ends;
pub use given::{add_offer, end_offer, live_offer, offer, shorten_offer, start_clock, stop_clock};
pub(crate) use party::{leave_party, set_party, was_somebody_there};
pub use referred::{
    add_referral, added_to_others, has_referral, live_referral, partner_kind, refer_to_booking,
    referral, withdraw_referral, withdraw_referrals,
};
pub(crate) use undo::restore;
pub use waitlist::{
    called, due, leave_one_line, lines, save_for, set_line_place, set_tier, set_wants, settled,
    waitlist,
};
pub(crate) use waitlist::{first_waiting, held, how_many_before, one_waiting, taken};

pub fn booking(tx: &mut Tx, id: &BookingId) -> Result<Booking> {
    found(
        bookings::table.find(id.as_str()).select(Booking::as_select()).first(tx.conn()),
        "booking",
    )
}

/// Writes a booking with its children and what it holds in each of its sessions.
pub fn add(
    tx: &mut Tx,
    booking: &Booking,
    child_ids: &[ChildId],
    held: &[(SessionId, Holds)],
) -> Result<()> {
    diesel::insert_into(bookings::table).values(booking).run(tx)?;
    for (session, holds) in held {
        hold(tx, booking, session, *holds)?;
    }
    party::come(tx, &booking.id, child_ids)
}

fn hold(tx: &mut Tx, booking: &Booking, session: &SessionId, holds: Holds) -> Result<()> {
    let row = (
        booking_sessions::booking_id.eq(booking.id.as_str()),
        booking_sessions::session_id.eq(session.as_str()),
        booking_sessions::family_id.eq(booking.family_id.as_str()),
        booking_sessions::holds.eq(holds),
        booking_sessions::line_tier.eq(booking.tier.rank()),
        booking_sessions::line_number.eq(booking.number as f64),
    );
    let added = diesel::insert_into(booking_sessions::table).values(row);
    Prepared(added).execute(tx.conn()).map_err(already)?;
    Ok(())
}

pub(super) fn already(error: diesel::result::Error) -> Fault {
    if is_duplicate(&error) { already_booked() } else { error.into() }
}

pub fn already_booked() -> Fault {
    Fault::new(Code::AlreadyBooked, "This family already has a place or is waiting.")
}

/// Takes an entry out of every line and gives it the place in one session. `None` where another
/// session came first, or the entry ended first.
pub fn take(
    tx: &mut Tx,
    entry: &Booking,
    session: &SessionId,
    status: Status,
    now: Moment,
) -> Result<Option<Booking>> {
    let id = entry.id.as_str();
    let taken_at = (status == Status::Booked).then_some(now);
    let waiting = bookings::table.find(id).filter(bookings::status.eq(Status::Waiting));
    let taken = diesel::update(waiting).set((
        bookings::status.eq(status),
        bookings::session_id.eq(session.as_str()),
        bookings::taken_at.eq(taken_at),
    ));
    if Prepared(taken).execute(tx.conn())? == 0 {
        return Ok(None);
    }
    let rows = booking_sessions::table.filter(booking_sessions::booking_id.eq(id));
    let others = rows.filter(booking_sessions::session_id.ne(session.as_str()));
    let left = diesel::update(others.filter(booking_sessions::holds.ne(Holds::None)))
        .set(booking_sessions::holds.eq(Holds::None));
    if Prepared(left).execute(tx.conn())? > 0 {
        // Their lines are shorter, and their sessions are not locked.
        tx.move_generation();
    }
    diesel::update(rows.filter(booking_sessions::session_id.eq(session.as_str())))
        .set(booking_sessions::holds.eq(Holds::Place))
        .run(tx)?;
    look_again(tx, &entry.family_id, now)?;
    let session_id = session.clone();
    Ok(Some(Booking { status, session_id, taken_at, ..entry.clone() }))
}

/// The family of a booking has one place fewer.
fn look_again_for(tx: &mut Tx, id: &BookingId, at: Moment) -> Result<()> {
    let family: FamilyId =
        bookings::table.find(id.as_str()).select(bookings::family_id).first(tx.conn())?;
    look_again(tx, &family, at)
}

/// An offer was accepted.
pub fn confirm(tx: &mut Tx, id: &BookingId, now: Moment) -> Result<()> {
    diesel::update(bookings::table.find(id.as_str()))
        .set((bookings::status.eq(Status::Booked), bookings::taken_at.eq(now)))
        .run(tx)
}

/// A booking ended.
pub struct End<'a> {
    pub status: Status,
    pub reason: Option<&'a str>,
    pub late: bool,
    pub at: Moment,
    /// Where its family may take it back.
    pub undo_until: Option<Moment>,
}

impl End<'_> {
    /// In time, and nothing more to be said of it.
    pub fn of(status: Status, at: Moment) -> Self {
        End { status, reason: None, late: false, at, undo_until: None }
    }
}

/// Ends a booking or entry everywhere. False where it had ended before.
pub fn end(tx: &mut Tx, id: &BookingId, end: &End) -> Result<bool> {
    let ended = diesel::update(
        bookings::table.find(id.as_str()).filter(bookings::ended_at.is_null()),
    )
    .set((
        bookings::status.eq(end.status),
        bookings::ended_at.eq(end.at),
        bookings::end_reason.eq(end.reason),
        bookings::late.eq(end.late),
        bookings::undo_until.eq(end.undo_until),
    ));
    if Prepared(ended).execute(tx.conn())? == 0 {
        return Ok(false);
    }
    diesel::update(booking_sessions::table.filter(booking_sessions::booking_id.eq(id.as_str())))
        .set(booking_sessions::holds.eq(Holds::None))
        .run(tx)?;
    look_again_for(tx, id, end.at)?;
    Ok(true)
}

pub fn child_ids_of(tx: &mut Tx, id: &BookingId) -> Result<Vec<ChildId>> {
    Ok(booking_children::table
        .filter(booking_children::booking_id.eq(id.as_str()))
        .order(booking_children::child_id)
        .select(booking_children::child_id)
        .load(tx.conn())?)
}

pub fn children_of(tx: &mut Tx, id: &BookingId) -> Result<Vec<Child>> {
    Ok(booking_children::table
        .inner_join(children::table.on(children::id.eq(booking_children::child_id)))
        .filter(booking_children::booking_id.eq(id.as_str()))
        .order(children::id)
        .select(Child::as_select())
        .load(tx.conn())?)
}

/// The sessions whose lines an entry stands in, or where its place is.
pub fn sessions_of(tx: &mut Tx, id: &BookingId) -> Result<Vec<SessionId>> {
    Ok(booking_sessions::table
        .filter(booking_sessions::booking_id.eq(id.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order(booking_sessions::session_id)
        .select(booking_sessions::session_id)
        .load(tx.conn())?)
}

/// Exchanges the session a booking has its place in.
pub fn move_place(tx: &mut Tx, booking: &Booking, to: &SessionId, now: Moment) -> Result<()> {
    diesel::update(
        booking_sessions::table.filter(booking_sessions::booking_id.eq(booking.id.as_str())),
    )
    .set(booking_sessions::holds.eq(Holds::None))
    .execute(tx.conn())?;
    let known = diesel::update(booking_sessions::table.find((booking.id.as_str(), to.as_str())))
        .set(booking_sessions::holds.eq(Holds::Place))
        .execute(tx.conn())
        .map_err(already)?;
    if known == 0 {
        hold(tx, booking, to, Holds::Place)?;
    }
    diesel::update(bookings::table.find(booking.id.as_str()))
        .set(bookings::session_id.eq(to.as_str()))
        .execute(tx.conn())?;
    look_again(tx, &booking.family_id, now)
}

/// Everyone with a place, an offer or an entry in a session, in the order of asking.
pub fn live_in(tx: &mut Tx, session: &SessionId) -> Result<Vec<Booking>> {
    Ok(booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .filter(booking_sessions::session_id.eq(session.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .order((bookings::number, bookings::id))
        .select(Booking::as_select())
        .load(tx.conn())?)
}

/// Live bookings and entries that bring a child, from now on.
pub fn coming_with(tx: &mut Tx, child: &ChildId, now: Moment) -> Result<Vec<Booking>> {
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

/// What a family booked only for this child, and what the child's other household has not booked
/// itself.
pub fn only_of(tx: &mut Tx, family: &FamilyId, child: &ChildId) -> Result<Vec<Booking>> {
    Ok(booking_children::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_children::booking_id)))
        .filter(booking_children::child_id.eq(child.as_str()))
        .filter(bookings::family_id.eq(family.as_str()))
        .filter(bookings::children.eq(1))
        .order(bookings::id)
        .select(Booking::as_select())
        .load(tx.conn())?)
}

/// Gives a booking to another household, unless that one has a place or waits there already.
pub fn hand_over(
    tx: &mut Tx,
    booking: &Booking,
    to: &FamilyId,
    carer: Option<&CarerId>,
) -> Result<()> {
    let ids = sessions_of(tx, &booking.id)?;
    let live: i64 = booking_sessions::table
        .filter(booking_sessions::family_id.eq(to.as_str()))
        .filter(booking_sessions::holds.ne(Holds::None))
        .filter(booking_sessions::session_id.eq_any(ids))
        .count()
        .get_result(tx.conn())?;
    if booking.status.is_live() && live > 0 {
        return Ok(());
    }
    diesel::update(
        booking_sessions::table.filter(booking_sessions::booking_id.eq(booking.id.as_str())),
    )
    .set(booking_sessions::family_id.eq(to.as_str()))
    .execute(tx.conn())?;
    diesel::update(bookings::table.find(booking.id.as_str()))
        .set((
            bookings::family_id.eq(to.as_str()),
            bookings::carer_id.eq(carer.map(CarerId::as_str)),
        ))
        .execute(tx.conn())?;
    look_again(tx, &booking.family_id, booking.made_at)?;
    look_again(tx, to, booking.made_at)
}

/// The children of a party that still live in its family: one that moved away is not shown any
/// more.
pub fn own_children_of(tx: &mut Tx, booking: &Booking) -> Result<Vec<ChildId>> {
    Ok(booking_children::table
        .inner_join(
            family_children::table.on(family_children::child_id.eq(booking_children::child_id)),
        )
        .filter(booking_children::booking_id.eq(booking.id.as_str()))
        .filter(family_children::family_id.eq(booking.family_id.as_str()))
        .order(booking_children::child_id)
        .select(booking_children::child_id)
        .load(tx.conn())?)
}

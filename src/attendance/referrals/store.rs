//! Queries about what became of referrals.

use super::Ended;
use crate::attendance::Mark;
use crate::bookings::{OfferState, Status};
use crate::db::Tx;
use crate::fault::Fault;
use crate::id::{BookingId, FamilyId, ReferralId, SessionId};
use crate::moment::Moment;
use crate::partners::PartnerKind;
use crate::schema::{accounts, bookings, marks, offers, partners, referrals, registers, sessions};
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

type Row =
    (ReferralId, SessionId, BookingId, FamilyId, String, Moment, Status, Option<PartnerKind>);

/// Referrals to be told of, to professionals who are still here, by session.
macro_rules! to_tell {
    () => {
        referrals::table
            .inner_join(bookings::table.on(bookings::id.eq(referrals::booking_id)))
            .inner_join(sessions::table.on(sessions::id.eq(bookings::session_id)))
            .inner_join(accounts::table.on(accounts::id.eq(referrals::account_id)))
            .left_join(partners::table.on(partners::id.nullable().eq(referrals::partner_id)))
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .filter(referrals::tell_outcome.eq(true))
            .filter(referrals::withdrawn_at.is_null())
            .filter(accounts::disabled_at.is_null())
            .order(referrals::id)
            .select((
                referrals::id,
                bookings::session_id,
                referrals::booking_id,
                bookings::family_id,
                accounts::email,
                referrals::made_at,
                bookings::status,
                partners::kind.nullable(),
            ))
    };
}

/// Those whose session ended in a stretch of time.
pub fn ended(tx: &mut Tx, after: Moment, until: Moment) -> Result<Vec<Ended>, Fault> {
    let rows: Vec<Row> = to_tell!()
        .filter(sessions::ends_at.gt(after))
        .filter(sessions::ends_at.le(until))
        .load(tx.conn())?;
    rows.into_iter().map(|row| of(tx, row)).collect()
}

/// Those whose register was completed in a stretch of time.
pub fn completed(tx: &mut Tx, after: Moment, until: Moment) -> Result<Vec<Ended>, Fault> {
    let rows: Vec<Row> = to_tell!()
        .filter(registers::completed_at.nullable().gt(after))
        .filter(registers::completed_at.nullable().le(until))
        .load(tx.conn())?;
    rows.into_iter().map(|row| of(tx, row)).collect()
}

fn of(tx: &mut Tx, row: Row) -> Result<Ended, Fault> {
    let (referral, session, booking, family, email, made_at, status, kind) = row;
    let offered = offers::table
        .filter(offers::booking_id.eq(booking.as_str()))
        .filter(offers::state.ne(OfferState::Withdrawn));
    let was_offered = diesel::select(diesel::dsl::exists(offered)).get_result(tx.conn())?;
    Ok(Ended { referral, session, booking, family, email, made_at, status, was_offered, kind })
}

/// Whether families came to sessions, or to any date of the course that one of them begins. Not in
/// it: of whom no complete register tells.
pub fn came(
    tx: &mut Tx,
    asked: &[(SessionId, FamilyId)],
) -> Result<HashMap<(SessionId, FamilyId), bool>, Fault> {
    let ids: Vec<&str> = asked.iter().map(|(session, _)| session.as_str()).collect();
    let families: Vec<&str> = asked.iter().map(|(_, family)| family.as_str()).collect();
    let is_asked = sessions::id.eq_any(ids.clone());
    let is_later = sessions::head_session_id.eq_any(ids);
    let dates: Vec<(SessionId, Option<SessionId>)> = sessions::table
        .inner_join(registers::table.on(registers::session_id.eq(sessions::id)))
        .filter(is_asked.or(is_later.assume_not_null()))
        .select((sessions::id, sessions::head_session_id))
        .load(tx.conn())?;
    let held: Vec<&str> = dates.iter().map(|(id, _)| id.as_str()).collect();
    let here: HashSet<(SessionId, FamilyId)> = marks::table
        .filter(marks::session_id.eq_any(held))
        .filter(marks::family_id.eq_any(families))
        .filter(marks::stands.eq(true))
        .filter(marks::mark.eq_any([Mark::Came, Mark::Late]))
        .select((marks::session_id, marks::family_id))
        .load(tx.conn())?
        .into_iter()
        .collect();

    let mut found = HashMap::new();
    for (session, family) in asked {
        let of_it = |(id, head): &&(SessionId, Option<SessionId>)| {
            id == session || head.as_ref() == Some(session)
        };
        for (date, _) in dates.iter().filter(of_it) {
            let came = here.contains(&(date.clone(), family.clone()));
            *found.entry((session.clone(), family.clone())).or_insert(false) |= came;
        }
    }
    Ok(found)
}

//! Queries about what became of referrals.

use super::{Ended, Fate, ReferralList, ReferralState};
use crate::attendance::Mark;
use crate::base::fault::Result;
use crate::base::id::{FamilyId, PartnerId, ReferralId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::{Answered, BookingTime, OfferState, Referral};
use crate::db::Tx;
use crate::db::schema::{
    accounts, bookings, marks, offers, partners, referrals, registers, sessions, statements,
};
use diesel::dsl::exists;
use diesel::prelude::*;
use std::collections::{HashMap, HashSet};

/// What a referral was answered and found, and what its booking came to: the columns of a `Fate`.
macro_rules! fate {
    () => {
        (
            referrals::answered,
            referrals::found,
            bookings::status,
            exists(
                offers::table
                    .filter(offers::booking_id.eq(bookings::id))
                    .filter(offers::state.ne(OfferState::Withdrawn)),
            ),
        )
    };
}

/// Referrals to report, to professionals who still have an account, by session.
macro_rules! to_tell {
    () => {
        referrals::table
            .inner_join(bookings::table.on(bookings::id.eq(referrals::booking_id)))
            .inner_join(sessions::table.on(sessions::id.eq(bookings::session_id)))
            .inner_join(accounts::table.on(accounts::id.eq(referrals::account_id)))
            .left_join(partners::table.on(partners::id.nullable().eq(referrals::partner_id)))
            .left_join(registers::table.on(registers::session_id.eq(sessions::id)))
            .left_join(statements::table.on(statements::id.nullable().eq(referrals::statement_id)))
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
                statements::reference.nullable(),
                referrals::made_at,
                fate!(),
                partners::kind.nullable(),
            ))
    };
}

/// Those whose session ended in a stretch of time.
pub(crate) fn ended(tx: &mut Tx, after: Moment, until: Moment) -> Result<Vec<Ended>> {
    Ok(to_tell!()
        .filter(sessions::ends_at.gt(after))
        .filter(sessions::ends_at.le(until))
        .load(tx.conn())?)
}

/// Those whose register was completed in a stretch of time.
pub(crate) fn completed(tx: &mut Tx, after: Moment, until: Moment) -> Result<Vec<Ended>> {
    Ok(to_tell!()
        .filter(registers::completed_at.nullable().gt(after))
        .filter(registers::completed_at.nullable().le(until))
        .load(tx.conn())?)
}

/// A referral with its booking, and when that session is over.
#[derive(Clone, Debug, Queryable)]
pub(crate) struct KeptReferral {
    pub referral: Referral,
    pub reference: Option<String>,
    /// The statement, as it is kept.
    pub said: Option<String>,
    pub family: FamilyId,
    /// Where the booking is now.
    pub session: SessionId,
    pub ends_at: Moment,
    pub fate: Fate,
}

/// `$own` is the session a referral was for; its booking may be in another by now.
macro_rules! kept {
    ($own:expr) => {
        referrals::table
            .inner_join(bookings::table.on(bookings::id.eq(referrals::booking_id)))
            .inner_join(sessions::table.on(sessions::id.eq(bookings::session_id)))
            .inner_join($own.on($own.field(sessions::id).eq(referrals::session_id)))
            .left_join(statements::table.on(statements::id.nullable().eq(referrals::statement_id)))
            .select((
                Referral::as_select(),
                statements::reference.nullable(),
                statements::said.nullable(),
                bookings::family_id,
                bookings::session_id,
                sessions::ends_at,
                fate!(),
            ))
    };
}

/// A team's referrals with what became of each, the newest first; of these statements alone where
/// some are named.
pub(crate) fn of_team(
    tx: &mut Tx,
    (partner, team): (&PartnerId, Option<&str>),
    (wanted, statements, now): (&ReferralList, Option<Vec<String>>, Moment),
    (after, rows): (&str, i64),
) -> Result<Vec<KeptReferral>> {
    let own = diesel::alias!(sessions as own);
    let mut query = kept!(own).filter(referrals::partner_id.eq(partner)).into_boxed();
    query = match team {
        Some(team) => query.filter(referrals::team.eq(team)),
        None => query.filter(referrals::team.is_null()),
    };
    query = match wanted.state {
        None => query,
        Some(ReferralState::Withdrawn) => query.filter(referrals::withdrawn_at.is_not_null()),
        Some(ReferralState::Booked) => query
            .filter(referrals::withdrawn_at.is_null())
            .filter(referrals::answered.eq(Answered::Booked)),
        Some(ReferralState::Waiting) => query
            .filter(referrals::withdrawn_at.is_null())
            .filter(referrals::answered.eq(Answered::Waiting)),
    };
    query = match wanted.time {
        None => query,
        Some(BookingTime::ToCome) => query.filter(own.field(sessions::ends_at).gt(now)),
        Some(BookingTime::Over) => query.filter(own.field(sessions::ends_at).le(now)),
    };
    if let Some(statements) = statements {
        query = query.filter(referrals::statement_id.eq_any(statements));
    }
    if !after.is_empty() {
        query = query.filter(referrals::id.lt(after));
    }
    Ok(query.order(referrals::id.desc()).limit(rows).load(tx.conn())?)
}

pub(crate) fn one(tx: &mut Tx, id: &ReferralId) -> Result<KeptReferral> {
    let own = diesel::alias!(sessions as own);
    Ok(kept!(own).filter(referrals::id.eq(id)).first(tx.conn())?)
}

/// Whether families came to sessions, or to any date of the course that one of them begins.
/// Families without a complete register are left out.
pub(crate) fn came(
    tx: &mut Tx,
    asked: &[(SessionId, FamilyId)],
) -> Result<HashMap<(SessionId, FamilyId), bool>> {
    let ids = || asked.iter().map(|(session, _)| session);
    let is_asked = sessions::id.eq_any(ids());
    let is_later = sessions::head_session_id.eq_any(ids());
    let dates: Vec<(SessionId, Option<SessionId>)> = sessions::table
        .inner_join(registers::table.on(registers::session_id.eq(sessions::id)))
        .filter(is_asked.or(is_later.assume_not_null()))
        .select((sessions::id, sessions::head_session_id))
        .load(tx.conn())?;
    let here: HashSet<(SessionId, FamilyId)> = marks::table
        .filter(marks::session_id.eq_any(dates.iter().map(|(id, _)| id)))
        .filter(marks::family_id.eq_any(asked.iter().map(|(_, family)| family)))
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

//! Who cannot be promoted for now: because of a limit, counting what the family already has, or
//! because its membership has ended.

use crate::base::fault::Result;
use crate::base::id::{ActivityId, BookingId, FamilyId, SessionId};
use crate::bookings::judge::BookingLimits;
use crate::bookings::{Holds, MadeAs, Passes, Tier};
use crate::db::Tx;
use crate::db::schema::{activities, booking_sessions, bookings, sessions};
use crate::membership;
use crate::sessions::Access;
use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashSet};

/// The limit in seven days looks this far to either side.
const LIMITED_FOR: TimeDelta = TimeDelta::days(6);

type WaitingRow = (
    (SessionId, BookingId, FamilyId, MadeAs, Tier, Option<String>),
    (ActivityId, NaiveDate, Access, i32, i32),
);

/// Of those who wait for these sessions, each with the session it may not have a place in now.
pub fn barred(tx: &mut Tx, ids: &[&str]) -> Result<HashSet<(SessionId, BookingId)>> {
    let waiting: Vec<WaitingRow> = booking_sessions::table
        .inner_join(bookings::table.on(bookings::id.eq(booking_sessions::booking_id)))
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .inner_join(activities::table.on(activities::id.eq(sessions::activity_id)))
        .filter(booking_sessions::session_id.eq_any(ids))
        .filter(booking_sessions::holds.eq(Holds::Waits))
        .select((
            (
                booking_sessions::session_id,
                bookings::id,
                bookings::family_id,
                bookings::made_as,
                bookings::tier,
                bookings::reason,
            ),
            (
                activities::id,
                sessions::local_day,
                activities::access,
                activities::limit_a_day,
                activities::limit_in_seven_days,
            ),
        ))
        .load(tx.conn())?;
    if waiting.is_empty() {
        return Ok(HashSet::new());
    }

    let families: BTreeSet<&str> = waiting.iter().map(|row| row.0.2.as_str()).collect();
    let families: Vec<&str> = families.into_iter().collect();
    let days = waiting.iter().map(|row| row.1.1);
    let days = days.clone().min().zip(days.max()).unwrap_or_default();
    let held = held(tx, &families, days)?;
    let any_for_members = waiting.iter().any(|row| row.1.2 == Access::Members);
    let members = if any_for_members { members(tx, &families)? } else { HashSet::new() };

    let is_barred = |(asked, of): &WaitingRow| {
        let (_, _, family, made_as, tier, reason) = asked;
        let (activity, day, access, a_day, in_seven_days) = of;
        let passes = Passes::of(*made_as, *tier, reason.as_deref());
        let days = held.iter().filter(|row| row.0 == *family && row.1 == *activity);
        let days: Vec<NaiveDate> = days.map(|row| row.2).collect();
        let limits = BookingLimits { a_day: *a_day, in_seven_days: *in_seven_days };
        let over = passes == Passes::Nothing && limits.are_passed_by(*day, &days);
        let stranger = *access == Access::Members && !members.contains(family);
        over || (stranger && passes != Passes::LimitsAndMembers)
    };
    let barred = waiting.iter().filter(|row| is_barred(row));
    Ok(barred.map(|row| (row.0.0.clone(), row.0.1.clone())).collect())
}

/// The places these families have, booked or kept for them, as family, activity and day: on all
/// days that a limit may look at for sessions between the first day and the last.
fn held(
    tx: &mut Tx,
    families: &[&str],
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<(FamilyId, ActivityId, NaiveDate)>> {
    Ok(booking_sessions::table
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .filter(booking_sessions::family_id.eq_any(families))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(sessions::local_day.between(first - LIMITED_FOR, last + LIMITED_FOR))
        .select((booking_sessions::family_id, sessions::activity_id, sessions::local_day))
        .load(tx.conn())?)
}

fn members(tx: &mut Tx, families: &[&str]) -> Result<HashSet<FamilyId>> {
    let memberships = membership::store::of_families(tx, families)?;
    let live = memberships.into_iter().filter(membership::Membership::is_live);
    Ok(live.map(|membership| membership.family_id).collect())
}

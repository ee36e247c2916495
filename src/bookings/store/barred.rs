//! Who cannot be promoted for now: because of a limit, counting what the family already has, or
//! because its membership has ended.

use crate::base::fault::Result;
use crate::base::id::{ActivityId, FamilyId};
use crate::bookings::judge::BookingLimits;
use crate::bookings::{Holds, MadeAs, Passes, Tier};
use crate::db::Tx;
use crate::db::schema::{booking_sessions, sessions};
use crate::membership;
use crate::sessions::Access;
use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The limit in seven days looks this far to either side.
const LIMITED_FOR: TimeDelta = TimeDelta::days(6);

/// What may bar a party that waits.
#[derive(Queryable)]
pub(super) struct Bars {
    family: FamilyId,
    made_as: MadeAs,
    tier: Tier,
    reason: Option<String>,
    activity: ActivityId,
    day: NaiveDate,
    access: Access,
    a_day: i32,
    in_seven_days: i32,
}

/// Its columns, of a query that joins bookings with sessions and activities.
macro_rules! bars {
    () => {
        (
            bookings::family_id,
            bookings::made_as,
            bookings::tier,
            bookings::reason,
            activities::id,
            sessions::local_day,
            activities::access,
            activities::limit_a_day,
            activities::limit_in_seven_days,
        )
    };
}

pub(super) use bars;

/// Of parties that wait, whether each may not have its place now.
pub(super) fn barred(tx: &mut Tx, waiting: &[&Bars]) -> Result<Vec<bool>> {
    let families: BTreeSet<&str> = waiting.iter().map(|bars| bars.family.as_str()).collect();
    let families: Vec<&str> = families.into_iter().collect();
    let days = waiting.iter().map(|bars| bars.day);
    let days = days.clone().min().zip(days.max()).unwrap_or_default();
    let mut held: HashMap<(FamilyId, ActivityId), Vec<NaiveDate>> = HashMap::new();
    for (family, activity, day) in places_held(tx, &families, days)? {
        held.entry((family, activity)).or_default().push(day);
    }
    let any_for_members = waiting.iter().any(|bars| bars.access == Access::Members);
    let members = if any_for_members { members(tx, &families)? } else { HashSet::new() };

    let is_barred = |bars: &&Bars| {
        let passes = Passes::of(bars.made_as, bars.tier, bars.reason.as_deref());
        let days = held.get(&(bars.family.clone(), bars.activity.clone()));
        let limits = BookingLimits { a_day: bars.a_day, in_seven_days: bars.in_seven_days };
        let days = days.map_or(&[][..], Vec::as_slice);
        let over = passes == Passes::Nothing && limits.are_passed_by(bars.day, days);
        let stranger = bars.access == Access::Members && !members.contains(&bars.family);
        over || (stranger && passes != Passes::LimitsAndMembers)
    };
    Ok(waiting.iter().map(is_barred).collect())
}

/// The places these families have, booked or kept for them, as family, activity and day: on all
/// days that a limit may look at for sessions between the first day and the last.
fn places_held(
    tx: &mut Tx,
    families: &[&str],
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<(FamilyId, ActivityId, NaiveDate)>> {
    let query = booking_sessions::table
        .inner_join(sessions::table.on(sessions::id.eq(booking_sessions::session_id)))
        .filter(booking_sessions::family_id.eq_any(families))
        .filter(booking_sessions::holds.eq(Holds::Place))
        .filter(sessions::local_day.between(first - LIMITED_FOR, last + LIMITED_FOR))
        .select((booking_sessions::family_id, sessions::activity_id, sessions::local_day));
    Ok(query.load(tx.conn())?)
}

fn members(tx: &mut Tx, families: &[&str]) -> Result<HashSet<FamilyId>> {
    let memberships = membership::store::of_families(tx, families)?;
    let live = memberships.into_iter().filter(membership::Membership::is_live);
    Ok(live.map(|membership| membership.family_id).collect())
}

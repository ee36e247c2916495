//! What stands against merging records: what somebody has to settle with the family, or in the
//! programme, before a merge can keep everything as it is.

use crate::base::fault::{Fault, Result};
use crate::base::id::{BookingId, ChildId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::db::Tx;
use crate::families::Household;
use crate::families::requests::store as requests;
use crate::membership::store::has_opted_out;
use crate::merge::store::{self, Date};
use crate::merge::{Against, Merge};

pub(crate) fn of_household(household: &Household, child: &ChildId, pointer: &str) -> Result<()> {
    let wrong = || Fault::invalid(pointer, "This child does not belong to this family.");
    household.child(child).map(drop).ok_or_else(wrong)
}

/// What somebody has to settle before the records can be merged.
pub(crate) fn against(
    tx: &mut Tx,
    join: &Merge,
    kept: &Household,
    other: &Household,
) -> Result<Vec<Against>> {
    let mut against = Vec::new();
    if kept.family.guest && !other.family.guest {
        against.push(Against::new("Keep the record that is not a guest's."));
    }
    if has_opted_out(tx, &join.kept)? != has_opted_out(tx, &join.other)? {
        let detail = "One of the two has opted out: ask the family what it wants, and change it.";
        against.push(Against::new(detail));
    }
    let now = tx.now();
    let dates = store::live(tx, &[&join.kept, &join.other])?;
    for (one, _) in in_both(&dates, &join.kept, &join.other) {
        if !over(&dates, &one.session, now) {
            let detail = "Both have a place in this session, or wait for one: cancel one of them.";
            against.push(Against::session(detail, &one.session));
        }
    }
    for (one, another) in &join.children {
        against.extend(between(tx, (kept, one), (other, another))?);
    }
    Ok(against)
}

/// What stands against merging two children.
pub(crate) fn between(
    tx: &mut Tx,
    (kept, one): (&Household, &ChildId),
    (other, another): (&Household, &ChildId),
) -> Result<Vec<Against>> {
    let mut against = Vec::new();
    if kept.child(one).map(|of| of.ended) != other.child(another).map(|of| of.ended) {
        let detail = "Only one of the two children may be mentioned: settle that first.";
        against.push(Against::new(detail));
    }
    if requests::both_ask(tx, one, another)? {
        let detail =
            "Both records ask for the same kind of change of this child: settle one first.";
        against.push(Against::new(detail));
    }
    let now = tx.now();
    for (date, _) in twice(tx, (&kept.family.id, one), (&other.family.id, another))? {
        if date.ends_at > now {
            let detail = "The child is expected in two places at that time: cancel one.";
            against.push(Against::session(detail, &date.session));
        }
    }
    Ok(against)
}

/// Dates on which two children, if they are one, are in two places at a time, each with the second
/// child's booking that is one too many. Two bookings of one session count as such if they belong
/// to two families that stay apart.
pub(crate) fn twice(
    tx: &mut Tx,
    (family, one): (&FamilyId, &ChildId),
    (other_family, other): (&FamilyId, &ChildId),
) -> Result<Vec<(Date, BookingId)>> {
    let dates = store::live(tx, &[family, other_family])?;
    let bookings: Vec<&BookingId> = dates.iter().map(|date| &date.booking).collect();
    let parties = store::parties(tx, &bookings)?;
    let of = |child: &ChildId, family: &FamilyId| -> Vec<&Date> {
        let comes = |date: &&Date| {
            date.family == *family
                && parties.iter().any(|(booking, of)| *booking == date.booking && of == child)
        };
        dates.iter().filter(comes).collect()
    };
    let mut found = Vec::new();
    for date in of(one, family) {
        for another in of(other, other_family) {
            let together = date.starts_at < another.ends_at && another.starts_at < date.ends_at;
            if together && date.booking != another.booking {
                found.push((date.clone(), another.booking.clone()));
            }
        }
    }
    Ok(found)
}

/// Pairs of what both hold in the same session: the kept record's, the other's.
pub(crate) fn in_both<'a>(
    dates: &'a [Date],
    kept: &FamilyId,
    other: &FamilyId,
) -> Vec<(&'a Date, &'a Date)> {
    let mut pairs: Vec<(&Date, &Date)> = Vec::new();
    for one in dates.iter().filter(|date| date.family == *kept) {
        let same = |date: &&Date| date.family == *other && date.session == one.session;
        if let Some(another) = dates.iter().find(same)
            && pairs.last().is_none_or(|(last, _)| last.session != one.session)
        {
            pairs.push((one, another));
        }
    }
    pairs
}

fn over(dates: &[Date], session: &SessionId, now: Moment) -> bool {
    dates.iter().filter(|date| date.session == *session).all(|date| date.ends_at <= now)
}

//! Reading sessions with their places. Nothing is written: what time has changed is worked out here
//! as the next decision will carry it out. What was worked out is kept in memory for as long as it
//! is true; no decision is made from it.

mod kept;
mod seen;
mod sight;
mod watch;
mod work_out;

pub(crate) use seen::SessionStanding;
pub(crate) use sight::{Sight, sight};
pub(crate) use watch::Watch;

use crate::access::Scope;
use crate::base::calendar::day_begins;
use crate::base::fault::{Fault, Result};
use crate::base::id::SessionId;
use crate::bookings::judge::{self, Asker};
use crate::bookings::{Booking, store};
use crate::db::Tx;
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Access, Phase, Planned};
use chrono::Days;
use kept::{Standing, find, standings, work_out_and_keep};
use std::sync::Arc;

/// One session, where the caller may know of it.
pub(crate) fn see(tx: &mut Tx, id: &SessionId) -> Result<SessionStanding> {
    let mark = sessions::store::mark(tx, id)?;
    let sight = sight(tx.actor());
    if let Some(kept) = find(tx, std::slice::from_ref(&mark)).pop().flatten() {
        let is_own = is_own(tx, sight, &kept.planned)?;
        return Ok(SessionStanding::of(&kept, sight).owned(is_own));
    }
    let planned = sessions::store::planned(tx, id)?;
    let is_own = is_own(tx, sight, &planned)?;
    let standing = work_out_and_keep(tx, vec![(mark, planned)])?.pop();
    let standing = standing.ok_or_else(|| Fault::internal("a session was not worked out"))?;
    Ok(SessionStanding::of(&standing, sight).owned(is_own))
}

/// Whether the caller's family has something in a session; 404 where the caller may not know of it.
fn is_own(tx: &mut Tx, sight: Sight, planned: &Planned) -> Result<bool> {
    let unknown = || Fault::not_found("session");
    // Called off before it was announced, it was a draft to the end.
    let is_draft = planned.session.announced_at.is_none();
    if !matches!(sight, Sight::Staff | Sight::Desk) && is_draft {
        return Err(unknown());
    }
    let own = match sight {
        Sight::Family => own_booking(tx, planned)?,
        Sight::Staff | Sight::Desk | Sight::Professional => None,
    };
    let carer = tx.actor().carer_id.clone();
    let comes = own.as_ref().is_some_and(|booking| booking.carer_id == carer);
    let is_known = match planned.activity.sensitive {
        true => comes,
        false => own.is_some() || !planned.is_closed_to_families(),
    };
    if sight == Sight::Family && !is_known {
        return Err(unknown());
    }
    Ok(own.is_some())
}

/// What the caller's family has in a session: a place, an offer, or an entry in line.
fn own_booking(tx: &mut Tx, planned: &Planned) -> Result<Option<Booking>> {
    let Some(family) = tx.actor().family_id.clone() else { return Ok(None) };
    store::live_of(tx, planned.session.counted_at(), &family)
}

/// What is left in a session for referred parties and staff.
pub(crate) fn places_left(tx: &mut Tx, id: &SessionId) -> Result<i32> {
    let mark = sessions::store::mark(tx, id)?;
    let standing = standings(tx, &[mark], |_| true)?;
    Ok(standing.first().map_or(0, |standing| standing.counted.places_left))
}

/// Sessions by start, as far as the caller may know of them; of some phases, as the caller is told
/// them, or of all.
pub(crate) fn list(
    tx: &mut Tx,
    wanted: SessionFilter,
    phases: &[Phase],
) -> Result<Vec<SessionStanding>> {
    let sight = sight(tx.actor());
    let for_families = sight == Sight::Family;
    let announced = !matches!(sight, Sight::Staff | Sight::Desk);
    let now = tx.now();
    let fits =
        |one: &Planned| phases.is_empty() || phases.contains(&sight.phase(&one.session, now));
    let found = fitting(tx, SessionFilter { for_families, announced, ..wanted }, fits)?;
    Ok(found.iter().map(|standing| SessionStanding::of(standing, sight)).collect())
}

/// Sessions that a professional may refer to now, by start: a course once, at its first date.
pub(crate) fn open_to_referrals(
    tx: &mut Tx,
    wanted: SessionFilter,
    fits: impl Fn(&Planned) -> bool,
) -> Result<Vec<SessionStanding>> {
    let now = tx.now();
    let is_open = |one: &Planned| {
        one.session.head_session_id.is_none()
            && judge::release(one, Asker::Professional, now).is_ok()
            && fits(one)
    };
    let wanted = SessionFilter { from: Some(now), announced: true, ..wanted };
    let found = fitting(tx, wanted, is_open)?;
    let seen = found.iter().map(|one| SessionStanding::of(one, Sight::Professional));
    Ok(seen.collect())
}

/// Sessions whose referral window is still to open, by start: a course once, at its first date.
pub(crate) fn opening_to_referrals(
    tx: &mut Tx,
    wanted: SessionFilter,
    fits: impl Fn(&Planned) -> bool,
) -> Result<Vec<SessionStanding>> {
    let now = tx.now();
    let opens = |one: &Planned| {
        one.session.head_session_id.is_none()
            && one.activity.access != Access::DropIn
            && Sight::Professional.phase(&one.session, now) == Phase::Announced
            && fits(one)
    };
    let wanted = SessionFilter { from: Some(now), announced: true, ..wanted };
    let found = fitting(tx, wanted, opens)?;
    Ok(found.iter().map(|one| SessionStanding::of(one, Sight::Professional)).collect())
}

/// How far ahead another day is looked for.
const DAYS_AHEAD: Days = Days::new(28);

/// Other days of the same activity that a family may book now, each by itself.
pub(crate) fn other_days(tx: &mut Tx, planned: &Planned) -> Result<Vec<SessionStanding>> {
    let now = tx.now();
    let wanted = SessionFilter {
        activity: Some(planned.activity.id.clone()),
        from: Some(now),
        to: Some(day_begins(tx.today() + DAYS_AHEAD).into()),
        rows: 20,
        for_families: true,
        announced: true,
        ..SessionFilter::default()
    };
    let is_other = |other: &Planned| {
        other.session.id != planned.session.id
            && other.session.course_id.is_none()
            && judge::release(other, Asker::Family, now).is_ok()
    };
    let found = fitting(tx, wanted, is_other)?;
    Ok(found.iter().map(|standing| SessionStanding::of(standing, Sight::Family)).collect())
}

/// How many sessions are read at once where the first did not do.
const LEAST_READ_ON: i64 = 64;

/// As many matching sessions as the filter asks for: read page by page.
fn fitting(
    tx: &mut Tx,
    mut filter: SessionFilter,
    fits: impl Fn(&Planned) -> bool,
) -> Result<Vec<Arc<Standing>>> {
    let most = usize::try_from(filter.rows).unwrap_or(usize::MAX);
    let mut found: Vec<Arc<Standing>> = Vec::new();
    loop {
        let page = sessions::store::marks(tx, &filter)?;
        let last = page.last().map(|last| (last.starts_at, last.id.clone()));
        let full = i64::try_from(page.len()).is_ok_and(|read| read >= filter.rows);
        found.extend(standings(tx, &page, &fits)?);
        if !full || found.len() >= most {
            break;
        }
        filter.after = last;
        // Where few fit, the next page reads further.
        filter.rows = filter.rows.saturating_mul(2).max(LEAST_READ_ON);
    }
    found.truncate(most);
    Ok(found)
}

/// What families may know of coming sessions, for anybody; and by what to see that it is still so.
pub(crate) fn whats_on(
    tx: &mut Tx,
    wanted: SessionFilter,
    fits: impl Fn(&Planned) -> bool,
) -> Result<(Vec<SessionStanding>, Watch)> {
    let now = tx.now();
    let from = Some(wanted.from.map_or(now, |from| from.max(now)));
    let filter = SessionFilter { from, for_families: true, announced: true, ..wanted };
    let found = fitting(tx, filter, fits)?;
    let watch = Watch::of(tx, &found)?;
    Ok((found.iter().map(|standing| SessionStanding::of(standing, Sight::Family)).collect(), watch))
}

/// The session's scope for the policy.
pub(crate) fn scope(planned: &Planned) -> Scope {
    Scope::centre(&planned.session.centre_id)
}

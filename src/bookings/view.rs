//! Reading sessions with their places. Nothing is written: what time has changed is worked out here
//! as the next decision will carry it out.

use super::waitlist::{PlacesLeft, Size, Waitlist, WaitlistEntry};
use crate::access::{Act, Actor, Role, Scope};
use crate::base::calendar::BirthDate;
use crate::base::fault::{Fault, Result};
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::bookings::{Answered, Booking, Referral, Tier, Wants, offer, store};
use crate::centres;
use crate::db::Tx;
use crate::sessions::release::{phase, phase_for_families};
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Phase, Planned, Session, Unit};
use chrono::{Months, NaiveDate};

/// How much of a session somebody may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sight {
    /// Everything, including waiting and priority places.
    Staff,
    /// What the front desk needs to book: no referral dates and no priority places.
    Desk,
    /// Both dates and what is left.
    Professional,
    /// What families may know.
    Family,
}

impl Sight {
    /// The state of a session, as the caller is told.
    pub(crate) fn phase(self, session: &Session, now: Moment) -> Phase {
        match self {
            Sight::Family | Sight::Desk => phase_for_families(session, now),
            Sight::Staff | Sight::Professional => phase(session, now),
        }
    }
}

pub(crate) fn sight(actor: &Actor) -> Sight {
    if actor.may_ever(Act::SeeReleasePlan) {
        Sight::Staff
    } else if actor.may_ever(Act::SeeProgramme) {
        Sight::Desk
    } else if actor.has(Role::Professional) {
        Sight::Professional
    } else {
        Sight::Family
    }
}

/// One session, where the caller may know of it.
pub(crate) fn see(tx: &mut Tx, id: &SessionId) -> Result<SessionStanding> {
    let planned = sessions::store::planned(tx, id)?;
    let unknown = || Fault::not_found("session");
    let now = tx.now();
    let sight = sight(tx.actor());
    if !matches!(sight, Sight::Staff | Sight::Desk) && phase(&planned.session, now) == Phase::Draft
    {
        return Err(unknown());
    }
    let own = match sight {
        Sight::Family => own_booking(tx, &planned)?,
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
    let mut standings = stand(tx, vec![planned])?;
    let standing = standings.pop().ok_or_else(unknown)?;
    Ok(SessionStanding { is_own: own.is_some(), ..standing })
}

/// What the caller's family has in a session: a place, an offer, or an entry in line.
fn own_booking(tx: &mut Tx, planned: &Planned) -> Result<Option<Booking>> {
    let Some(family) = tx.actor().family_id.clone() else { return Ok(None) };
    store::live_of(tx, planned.session.counted_at(), &family)
}

/// Several sessions as they stand now.
pub(crate) fn stand(tx: &mut Tx, planned: Vec<Planned>) -> Result<Vec<SessionStanding>> {
    let now = tx.now();
    let mut counted: Vec<Planned> = Vec::new();
    for one in &planned {
        counted.push(match &one.session.head_session_id {
            Some(head) => sessions::store::planned(tx, head)?,
            None => one.clone(),
        });
    }
    let wanted: Vec<(&SessionId, Unit)> =
        counted.iter().map(|head| (&head.session.id, head.activity.unit)).collect();
    let mut lines = store::lines(tx, &wanted)?;
    let unseen = unseen(tx, &counted)?;
    let venue_ids: Vec<_> = planned.iter().filter_map(|one| one.session.venue_id.clone()).collect();
    let venues = centres::store::venues_by_id(tx, &venue_ids)?;

    let mut standings = Vec::new();
    for (planned, head) in planned.into_iter().zip(counted) {
        let mut line = lines.remove(&head.session.id).unwrap_or_default();
        let room = PlacesLeft::of(&head);
        let end = offer::term(now, head.session.starts_at, head.centre.zone()).expires_at;
        line.settle(&room, now, end);
        for referral in unseen.iter().filter(|one| one.session_id == head.session.id) {
            count_as_unknown(&mut line, referral, head.activity.unit);
        }
        let venue = planned.session.venue_id.as_ref();
        standings.push(SessionStanding {
            venue: venues.iter().find(|known| Some(&known.id) == venue).cloned(),
            places_left: line.places_left(&room, now, Tier::Referred),
            public_places_left: line.places_left(&room, now, Tier::Everyone),
            line,
            planned,
            is_own: false,
        });
    }
    Ok(standings)
}

/// Referrals that brought no party, because their families were there before. In the numbers that
/// partners and families read they count as parties, or the number would reveal to the team that
/// referred them what was there. They play no part in deciding who has a place.
fn unseen(tx: &mut Tx, heads: &[Planned]) -> Result<Vec<Referral>> {
    match sight(tx.actor()) {
        Sight::Professional | Sight::Family => {
            let ids: Vec<&str> = heads.iter().map(|head| head.session.id.as_str()).collect();
            store::added_to_others(tx, &ids)
        }
        Sight::Staff | Sight::Desk => Ok(Vec::new()),
    }
}

/// It is a party like any other: the numbers do not reveal that it was there before.
fn count_as_unknown(line: &mut Waitlist, referral: &Referral, unit: Unit) {
    let size = Size::of(unit, referral.adults, referral.children);
    let tier = Tier::Referred;
    match referral.answered {
        Answered::Booked => line.taken.add(tier, size),
        Answered::Waiting => line.waiting.push(WaitlistEntry {
            booking: referral.booking_id.clone(),
            tier,
            line_tier: tier.rank(),
            line_number: 0.0,
            size,
            wants: Wants::Book,
            saved_until: None,
            saved_here: false,
            told_last_call: false,
            barred: false,
        }),
    }
}

/// Sessions by start, as far as the caller may know of them; of a phase, as the caller is told it.
pub(crate) fn list(
    tx: &mut Tx,
    wanted: SessionFilter,
    phase: Option<Phase>,
) -> Result<Vec<SessionStanding>> {
    let sight = sight(tx.actor());
    let for_families = sight == Sight::Family;
    let announced = !matches!(sight, Sight::Staff | Sight::Desk);
    let now = tx.now();
    let fits = |one: &Planned| phase.is_none_or(|phase| sight.phase(&one.session, now) == phase);
    let rows = fitting(tx, SessionFilter { for_families, announced, ..wanted }, fits)?;
    stand(tx, rows)
}

/// As many matching sessions as the filter asks for: read page by page.
fn fitting(
    tx: &mut Tx,
    mut filter: SessionFilter,
    fits: impl Fn(&Planned) -> bool,
) -> Result<Vec<Planned>> {
    let most = usize::try_from(filter.rows).unwrap_or(usize::MAX);
    let mut found: Vec<Planned> = Vec::new();
    loop {
        let page = sessions::store::list(tx, &filter)?;
        let last = page.last().map(|last| (last.session.starts_at, last.session.id.clone()));
        let full = page.len() >= most;
        found.extend(page.into_iter().filter(&fits));
        if !full || found.len() >= most {
            break;
        }
        filter.after = last;
    }
    found.truncate(most);
    Ok(found)
}

/// What families may know of coming sessions, for anybody; those that take a child of an age.
pub(crate) fn whats_on(
    tx: &mut Tx,
    wanted: SessionFilter,
    age_months: Option<i32>,
) -> Result<Vec<SessionStanding>> {
    let now = tx.now();
    let from = Some(wanted.from.map_or(now, |from| from.max(now)));
    let filter = SessionFilter { from, for_families: true, announced: true, ..wanted };
    let rows = fitting(tx, filter, |one| admits(one, age_months))?;
    stand(tx, rows)
}

/// Whether a child who has completed this many months today will be of the age.
fn admits(planned: &Planned, age_months: Option<i32>) -> bool {
    let Some(months) = age_months.and_then(|months| u32::try_from(months).ok()) else {
        return true;
    };
    let day = planned.session.local_day;
    let born: NaiveDate = day.checked_sub_months(Months::new(months)).unwrap_or(day);
    !planned.activity.adults_only && planned.activity.ages.range().admits(BirthDate::Day(born), day)
}

/// The session's scope for the policy.
pub(crate) fn scope(planned: &Planned) -> Scope {
    Scope::centre(&planned.session.centre_id)
}

/// A session as it stands at a moment, with its line brought up to that moment.
#[derive(Clone, Debug)]
pub(crate) struct SessionStanding {
    pub planned: Planned,
    pub venue: Option<crate::centres::Venue>,
    pub line: Waitlist,
    /// What is left for referred parties and staff.
    pub places_left: i32,
    /// What is left for everyone: what families see.
    pub public_places_left: i32,
    /// Whether the caller's family has a booking there.
    pub is_own: bool,
}

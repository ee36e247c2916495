//! What a family is told it may book instead: coming dates of the same activity, at the same centre
//! first, each with whether there is a place.

use crate::base::fault::Result;
use crate::base::moment::Moment;
use crate::bookings::telling::service::facts;
use crate::bookings::waitlist::{PlacesLeft, Waitlist};
use crate::bookings::{Tier, store};
use crate::db::Tx;
use crate::mail::{Alternative, AlternativeState};
use crate::sessions::release::phase;
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Access, Phase, Planned};

/// Dates that are looked at, and dates that are named.
const LOOKED_AT: i64 = 20;
const NAMED: usize = 3;

pub(crate) fn alternatives(tx: &mut Tx, planned: &Planned) -> Result<Vec<Alternative>> {
    let now = tx.now();
    let filter = SessionFilter {
        activity: Some(planned.activity.id.clone()),
        from: Some(now),
        for_families: true,
        announced: true,
        rows: LOOKED_AT,
        ..Default::default()
    };
    let mut coming = sessions::store::list(tx, &filter)?;
    coming.retain(|other| other.session.id != planned.session.id && is_open(other, now));
    coming.sort_by_key(|other| other.session.centre_id != planned.session.centre_id);
    coming.truncate(NAMED);

    let mut named = Vec::with_capacity(coming.len());
    for other in &coming {
        let state = state(tx, other)?;
        named.push(Alternative { id: other.session.id.clone(), session: facts(other), state });
    }
    Ok(named)
}

/// Whether a family may still ask for a place, now or later; of a course, only as a whole.
fn is_open(other: &Planned, now: Moment) -> bool {
    let is_ahead = match phase(&other.session, now) {
        Phase::Announced | Phase::ReferralWindow | Phase::Public => true,
        Phase::Draft | Phase::Closed | Phase::Running | Phase::Ended | Phase::Cancelled => false,
    };
    is_ahead && other.session.head_session_id.is_none()
}

fn state(tx: &mut Tx, other: &Planned) -> Result<AlternativeState> {
    let now = tx.now();
    if other.activity.access == Access::DropIn {
        return Ok(AlternativeState::DropIn);
    }
    if let Some(opens) = other.session.public_release_at.filter(|opens| now < *opens) {
        return Ok(AlternativeState::Opens(other.local(opens)));
    }
    let taken = store::taken(tx, &other.session.id, other.activity.unit)?;
    let line = Waitlist { taken, ..Waitlist::default() };
    let left = line.places_left(&PlacesLeft::of(other), now, Tier::Everyone);
    Ok(if left > 0 { AlternativeState::Free } else { AlternativeState::Full })
}

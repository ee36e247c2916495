//! Looking up who is in the building, from the registers as they are at that moment.

use super::people::{InSession, LEAVING, inside};
use super::store;
use crate::access::{Act, Scope};
use crate::attendance::register_service;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, RoomId, VenueId};
use crate::centres;
use crate::db::Tx;
use chrono::TimeDelta;

/// People come before the start: a register counts from this long before it.
const BEFORE: TimeDelta = TimeDelta::hours(3);

/// What is on at a centre with the people in it; sessions with nobody in them are left out.
pub fn look(tx: &mut Tx, centre: &CentreId) -> Result<Vec<InSession>, Fault> {
    tx.allow(Act::SeeBuilding, &Scope::centre(centre), "centre")?;
    centres::store::centre(tx, centre)?;
    let now = tx.now();

    let mut found = Vec::new();
    for id in store::on_between(tx, centre, now - LEAVING, now + BEFORE)? {
        let register = register_service::open(tx, &id)?;
        found.push(inside(&register, now));
    }
    found.retain(|one| !one.parties.is_empty() || one.head_count.all() > 0);
    place(tx, &mut found)?;
    Ok(found)
}

/// Fills in the names of the venue and the room.
fn place(tx: &mut Tx, found: &mut [InSession]) -> Result<(), Fault> {
    let venues: Vec<VenueId> =
        found.iter().filter_map(|one| one.planned.session.venue_id.clone()).collect();
    let rooms: Vec<RoomId> =
        found.iter().filter_map(|one| one.planned.session.room_id.clone()).collect();
    let venues = centres::store::venues_by_id(tx, &venues)?;
    let rooms = store::room_names(tx, &rooms)?;
    for one in found {
        let session = &one.planned.session;
        let venue = venues.iter().find(|venue| Some(&venue.id) == session.venue_id.as_ref());
        one.venue = venue.map(|venue| venue.name.clone());
        one.room = session.room_id.as_ref().and_then(|room| rooms.get(room)).cloned();
    }
    Ok(())
}

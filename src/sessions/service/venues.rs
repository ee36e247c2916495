//! Where a session is held and who leads it: the venue and room must be the centre's own, and
//! neither room nor leader may be taken then.

use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, RoomId, VenueId};
use crate::centres;
use crate::db::Tx;
use crate::sessions::clash::WantedSlot;
use crate::sessions::planning::store as diary;

/// A place as it was asked for.
pub(crate) struct VenueRequest<'a> {
    pub centre_id: &'a CentreId,
    /// A venue by name, made where it is new.
    pub venue: Option<&'a str>,
    pub venue_id: Option<&'a VenueId>,
    pub room_id: Option<&'a RoomId>,
}

/// The venue, if one was asked for; a room alone says its venue.
pub(crate) fn venue(tx: &mut Tx, asked: &VenueRequest<'_>) -> Result<Option<VenueId>> {
    let venue = match (asked.venue_id, asked.venue) {
        (Some(id), _) => Some(centres::store::venue(tx, id)?),
        (None, Some(name)) => Some(centres::service::venue_for(tx, asked.centre_id, name)?),
        (None, None) => None,
    };
    if venue.as_ref().is_some_and(|venue| venue.centre_id != *asked.centre_id) {
        return Err(Fault::invalid("/venue_id", "This venue belongs to another centre."));
    }
    let Some(room_id) = asked.room_id else { return Ok(venue.map(|venue| venue.id)) };

    let rooms = centres::store::rooms(tx, asked.centre_id)?;
    let room = rooms.into_iter().find(|room| room.id == *room_id);
    let room = room.ok_or_else(|| Fault::invalid("/room_id", "The centre has no such room."))?;
    if venue.is_some_and(|venue| venue.id != room.venue_id) {
        return Err(Fault::invalid("/room_id", "This room is in another venue."));
    }
    Ok(Some(room.venue_id))
}

/// Planning goes one at a time, so that two people who plan at once see each other's sessions: at
/// one centre, or at all of them where there is a leader, who may work at several.
pub(crate) fn wait_turn(tx: &mut Tx, centre: &CentreId, leader: Option<&str>) -> Result<()> {
    match leader {
        None => diary::lock_centre(tx, centre),
        Some(_) => diary::lock_centres(tx),
    }
}

/// Refuses a session that would take a room or a leader twice.
pub(crate) fn refuse_clash(tx: &mut Tx, centre: &CentreId, wanted: &WantedSlot<'_>) -> Result<()> {
    if wanted.room_id.is_none() && wanted.leader.is_none() {
        return Ok(());
    }
    wait_turn(tx, centre, wanted.leader)?;

    let taken = diary::diary(tx, wanted.starts_at, wanted.ends_at)?;
    wanted.clash(&taken).map_or(Ok(()), |clash| Err(clash.into()))
}

//! What can be done with centres, venues and rooms.

use super::{Centre, Room, Venue, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, RoomId, VenueId};
use crate::db::Tx;
use serde_json::json;

pub struct AddCentre {
    pub name: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub address: Option<String>,
    pub postcode: Option<String>,
}

pub fn add_centre(tx: &mut Tx, add: &AddCentre) -> Result<Centre, Fault> {
    tx.allow(Act::ManageCentres, &Scope::organisation(), "centre")?;

    let centre = Centre {
        id: CentreId::new(),
        name: add.name.clone(),
        phone: add.phone.clone(),
        email: add.email.clone(),
        address: add.address.clone(),
        postcode: add.postcode.clone(),
        zone: chrono_tz::Europe::London.name().to_owned(),
        created_at: tx.now(),
    };
    store::add_centre(tx, &centre)?;
    tx.audit(Event::AddCentre, centre.id.as_str(), json!({}))?;
    Ok(centre)
}

/// Every centre's id and name, by name: for a form anybody may fill in.
pub fn names(tx: &mut Tx) -> Result<Vec<(String, String)>, Fault> {
    let centres = store::centres(tx, "", i64::MAX)?;
    Ok(centres.into_iter().map(|centre| (centre.id.to_string(), centre.name)).collect())
}

pub struct AddVenue {
    pub centre_id: CentreId,
    pub name: String,
    pub address: Option<String>,
    pub postcode: Option<String>,
}

pub fn add_venue(tx: &mut Tx, add: &AddVenue) -> Result<Venue, Fault> {
    tx.allow(Act::Plan, &Scope::centre(&add.centre_id), "centre")?;
    store::centre(tx, &add.centre_id)?;

    let venue = Venue {
        id: VenueId::new(),
        centre_id: add.centre_id.clone(),
        name: add.name.clone(),
        address: add.address.clone(),
        postcode: add.postcode.clone(),
        created_at: tx.now(),
    };
    store::add_venue(tx, &venue)?;
    tx.audit(Event::AddVenue, venue.id.as_str(), json!({}))?;
    Ok(venue)
}

/// The centre's venue with that name, created if it is new.
pub fn venue_for(tx: &mut Tx, centre: &CentreId, name: &str) -> Result<Venue, Fault> {
    match store::venue_named(tx, centre, name)? {
        Some(venue) => Ok(venue),
        None => add_venue(
            tx,
            &AddVenue {
                centre_id: centre.clone(),
                name: name.to_owned(),
                address: None,
                postcode: None,
            },
        ),
    }
}

pub struct AddRoom {
    pub venue_id: VenueId,
    pub name: String,
    pub safety_limit: Option<i32>,
}

pub fn add_room(tx: &mut Tx, add: &AddRoom) -> Result<Room, Fault> {
    let venue = store::venue(tx, &add.venue_id)?;
    tx.allow(Act::Plan, &Scope::centre(&venue.centre_id), "venue")?;

    let room = Room {
        id: RoomId::new(),
        venue_id: venue.id,
        name: add.name.clone(),
        safety_limit: add.safety_limit,
        created_at: tx.now(),
    };
    store::add_room(tx, &room)?;
    tx.audit(Event::AddRoom, room.id.as_str(), json!({}))?;
    Ok(room)
}

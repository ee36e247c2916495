//! Queries about centres, venues and rooms.

use super::{Centre, PlaceFeatures, Room, Venue};
use crate::base::fault::{Code, Fault, Result, is_duplicate};
use crate::base::id::{CentreId, RoomId, VenueId};
use crate::db::schema::{centres, rooms, venues};
use crate::db::{Tx, found};
use diesel::prelude::*;

pub fn centre(tx: &mut Tx, id: &CentreId) -> Result<Centre> {
    found(centres::table.find(id.as_str()).select(Centre::as_select()).first(tx.conn()), "centre")
}

/// A centre by its id or its name.
pub fn named(tx: &mut Tx, named: &str) -> Result<Option<Centre>> {
    Ok(centres::table
        .filter(centres::id.eq(named).or(centres::name.eq(named)))
        .select(Centre::as_select())
        .first(tx.conn())
        .optional()?)
}

pub fn centres(tx: &mut Tx, after: &str, rows: i64) -> Result<Vec<Centre>> {
    Ok(centres::table
        .filter(centres::name.gt(after))
        .order(centres::name)
        .limit(rows)
        .select(Centre::as_select())
        .load(tx.conn())?)
}

pub fn add_centre(tx: &mut Tx, centre: &Centre) -> Result<()> {
    tx.move_generation();
    diesel::insert_into(centres::table).values(centre).execute(tx.conn()).map_err(|error| {
        exists(error, "A centre with this name already exists. Choose another name.")
    })?;
    Ok(())
}

pub fn venues(tx: &mut Tx, centre: &CentreId) -> Result<Vec<Venue>> {
    Ok(venues::table
        .filter(venues::centre_id.eq(centre.as_str()))
        .order(venues::name)
        .select(Venue::as_select())
        .load(tx.conn())?)
}

pub fn venue_named(tx: &mut Tx, centre: &CentreId, name: &str) -> Result<Option<Venue>> {
    Ok(venues::table
        .filter(venues::centre_id.eq(centre.as_str()))
        .filter(venues::name.eq(name))
        .select(Venue::as_select())
        .first(tx.conn())
        .optional()?)
}

pub fn venue(tx: &mut Tx, id: &VenueId) -> Result<Venue> {
    found(venues::table.find(id.as_str()).select(Venue::as_select()).first(tx.conn()), "venue")
}

pub fn venues_by_id(tx: &mut Tx, ids: &[VenueId]) -> Result<Vec<Venue>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    Ok(venues::table.filter(venues::id.eq_any(ids)).select(Venue::as_select()).load(tx.conn())?)
}

pub fn add_venue(tx: &mut Tx, venue: &Venue) -> Result<()> {
    diesel::insert_into(venues::table)
        .values(venue)
        .execute(tx.conn())
        .map_err(|error| exists(error, "The centre already has a venue with this name."))?;
    Ok(())
}

pub fn rooms(tx: &mut Tx, centre: &CentreId) -> Result<Vec<Room>> {
    Ok(rooms::table
        .inner_join(venues::table.on(venues::id.eq(rooms::venue_id)))
        .filter(venues::centre_id.eq(centre.as_str()))
        .order(rooms::name)
        .select(Room::as_select())
        .load(tx.conn())?)
}

pub fn room(tx: &mut Tx, id: &RoomId) -> Result<Room> {
    found(rooms::table.find(id.as_str()).select(Room::as_select()).first(tx.conn()), "room")
}

pub fn set_features_of_centre(tx: &mut Tx, id: &CentreId, all: &PlaceFeatures) -> Result<()> {
    tx.move_generation();
    diesel::update(centres::table.find(id.as_str()))
        .set(centres::access_features.eq(all))
        .execute(tx.conn())?;
    Ok(())
}

pub fn set_features_of_venue(tx: &mut Tx, id: &VenueId, all: &PlaceFeatures) -> Result<()> {
    tx.move_generation();
    diesel::update(venues::table.find(id.as_str()))
        .set(venues::access_features.eq(all))
        .execute(tx.conn())?;
    Ok(())
}

pub fn set_features_of_room(tx: &mut Tx, id: &RoomId, all: Option<&PlaceFeatures>) -> Result<()> {
    tx.move_generation();
    diesel::update(rooms::table.find(id.as_str()))
        .set(rooms::access_features.eq(all))
        .execute(tx.conn())?;
    Ok(())
}

pub fn add_room(tx: &mut Tx, room: &Room) -> Result<()> {
    diesel::insert_into(rooms::table)
        .values(room)
        .execute(tx.conn())
        .map_err(|error| exists(error, "The venue already has a room with this name."))?;
    Ok(())
}

fn exists(error: diesel::result::Error, detail: &str) -> Fault {
    if is_duplicate(&error) { Fault::new(Code::AlreadyExists, detail) } else { error.into() }
}

//! What can be done with centres, venues and rooms.

use super::{Centre, PlaceFeatures, Room, Venue, store};
use crate::access::{Act, Scope};
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{CentreId, RoomId, VenueId};
use crate::base::said::said;
use crate::base::text;
use crate::db::Tx;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

/// A new centre.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CentreIn)]
#[schema(example = json!({"name": "Partington Children's Centre", "phone": "0161 912 2122"}))]
pub(crate) struct AddCentre {
    /// Its name; no two centres share one.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// Where families ring.
    #[schema(max_length = 60)]
    pub phone: Option<String>,
    /// Where the centre reads mail.
    #[schema(format = Email, max_length = 254)]
    pub email: Option<String>,
    /// Street and town.
    #[schema(max_length = 300)]
    pub address: Option<String>,
    /// A UK postcode.
    #[schema(max_length = 20)]
    pub postcode: Option<String>,
    /// What it has for people with access needs.
    #[serde(default)]
    pub access_features: PlaceFeatures,
}

pub(crate) fn add_centre(tx: &mut Tx, add: &AddCentre) -> Result<Centre> {
    tx.allow(Act::ManageCentres, &Scope::organisation(), "centre")?;

    let centre = Centre {
        id: CentreId::new(),
        name: text::name("/name", &add.name)?,
        phone: add.phone.as_deref().map(|sent| text::phone("/phone", sent)).transpose()?,
        email: add.email.as_deref().map(|sent| text::email("/email", sent)).transpose()?,
        address: text::maybe_lines("/address", add.address.as_deref(), 300)?,
        postcode: postcode(add.postcode.as_deref())?,
        zone: chrono_tz::Europe::London.name().to_owned(),
        access_features: add.access_features.clone(),
        created_at: tx.now(),
    };
    store::add_centre(tx, &centre)?;
    tx.audit(Event::AddCentre, centre.id.as_str(), json!({}))?;
    Ok(centre)
}

/// Every centre's id and name, by name: for a form anybody may fill in.
pub(crate) fn names(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let centres = store::centres(tx, "", i64::MAX)?;
    Ok(centres.into_iter().map(|centre| (centre.id.to_string(), centre.name)).collect())
}

/// A new venue.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = VenueIn)]
#[schema(example = json!({"name": "United Reformed Church", "postcode": "KT13 9UT"}))]
pub(crate) struct AddVenue {
    /// Its name; unlike any other of the centre's.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// Street and town.
    #[schema(max_length = 300)]
    pub address: Option<String>,
    /// A UK postcode.
    #[schema(max_length = 20)]
    pub postcode: Option<String>,
    /// What it has for people with access needs.
    #[serde(default)]
    pub access_features: PlaceFeatures,
}

impl AddVenue {
    /// One of which nothing else is known.
    pub(crate) fn named(name: &str) -> AddVenue {
        AddVenue {
            name: name.to_owned(),
            address: None,
            postcode: None,
            access_features: PlaceFeatures::default(),
        }
    }
}

pub(crate) fn add_venue(tx: &mut Tx, centre: &CentreId, add: &AddVenue) -> Result<Venue> {
    let venue = Venue {
        id: VenueId::new(),
        centre_id: centre.clone(),
        name: text::name("/name", &add.name)?,
        address: text::maybe_lines("/address", add.address.as_deref(), 300)?,
        postcode: postcode(add.postcode.as_deref())?,
        access_features: add.access_features.clone(),
        created_at: tx.now(),
    };
    tx.allow(Act::Plan, &Scope::centre(centre), "centre")?;
    store::centre(tx, centre)?;

    store::add_venue(tx, &venue)?;
    tx.audit(Event::AddVenue, venue.id.as_str(), json!({}))?;
    Ok(venue)
}

/// The centre's venue with that name, created if it is new.
pub(crate) fn venue_for(tx: &mut Tx, centre: &CentreId, name: &str) -> Result<Venue> {
    match store::venue_named(tx, centre, name)? {
        Some(venue) => Ok(venue),
        None => add_venue(tx, centre, &AddVenue::named(name)),
    }
}

/// A new room.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoomIn)]
#[schema(example = json!({"name": "Sensory room", "safety_limit": 12}))]
pub(crate) struct AddRoom {
    /// Its name; unlike any other of the venue's.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// How many people may be in it, at least 1.
    pub safety_limit: Option<i32>,
    /// What it has for people with access needs, in place of what its venue has: a room upstairs may
    /// have less. Left out, what its venue has.
    pub access_features: Option<PlaceFeatures>,
}

pub(crate) fn add_room(tx: &mut Tx, venue: &VenueId, add: &AddRoom) -> Result<Room> {
    if add.safety_limit.is_some_and(|limit| limit < 1) {
        return Err(Fault::invalid("/safety_limit", "Use 1 or more."));
    }
    let room = Room {
        id: RoomId::new(),
        venue_id: venue.clone(),
        name: text::name("/name", &add.name)?,
        safety_limit: add.safety_limit,
        access_features: add.access_features.clone(),
        created_at: tx.now(),
    };
    let venue = store::venue(tx, venue)?;
    tx.allow(Act::Plan, &Scope::centre(&venue.centre_id), "venue")?;

    store::add_room(tx, &room)?;
    tx.audit(Event::AddRoom, room.id.as_str(), json!({}))?;
    Ok(room)
}

/// What of a centre or a venue can be changed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PlaceChange, example = json!({"access_features": ["step_free", "accessible_toilet"]}))]
pub(crate) struct ChangePlace {
    /// Everything it has for people with access needs; left out, nothing changes.
    pub access_features: Option<PlaceFeatures>,
}

pub(crate) fn change_centre(tx: &mut Tx, id: &CentreId, change: &ChangePlace) -> Result<Centre> {
    let centre = store::centre(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&centre.id), "centre")?;

    let Some(features) = &change.access_features else { return Ok(centre) };
    store::set_features_of_centre(tx, id, features)?;
    tx.audit(Event::ChangeCentre, id.as_str(), json!({ "access_features": features }))?;
    Ok(Centre { access_features: features.clone(), ..centre })
}

pub(crate) fn change_venue(tx: &mut Tx, id: &VenueId, change: &ChangePlace) -> Result<Venue> {
    let venue = store::venue(tx, id)?;
    tx.allow(Act::Plan, &Scope::centre(&venue.centre_id), "venue")?;

    let Some(features) = &change.access_features else { return Ok(venue) };
    store::set_features_of_venue(tx, id, features)?;
    tx.audit(Event::ChangeVenue, id.as_str(), json!({ "access_features": features }))?;
    Ok(Venue { access_features: features.clone(), ..venue })
}

/// What of a room can be changed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RoomChange, example = json!({"access_features": ["hearing_loop"]}))]
pub(crate) struct ChangeRoom {
    /// Everything it has for people with access needs; `null` where that is what its venue has; left
    /// out, nothing changes.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<PlaceFeatures>)]
    pub access_features: Option<Option<PlaceFeatures>>,
}

pub(crate) fn change_room(tx: &mut Tx, id: &RoomId, change: &ChangeRoom) -> Result<Room> {
    let room = store::room(tx, id)?;
    let venue = store::venue(tx, &room.venue_id)?;
    tx.allow(Act::Plan, &Scope::centre(&venue.centre_id), "room")?;

    let Some(features) = &change.access_features else { return Ok(room) };
    store::set_features_of_room(tx, id, features.as_ref())?;
    tx.audit(Event::ChangeRoom, id.as_str(), json!({ "access_features": features }))?;
    Ok(Room { access_features: features.clone(), ..room })
}

fn postcode(sent: Option<&str>) -> Result<Option<String>> {
    sent.map(|sent| text::postcode("/postcode", sent)).transpose()
}

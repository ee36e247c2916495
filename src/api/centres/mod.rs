//! Centres, venues and rooms over REST.

pub(crate) mod building;
pub(crate) mod costs;
pub(crate) mod offer;
pub(crate) mod reach_area;

use crate::access::Act;
use crate::base::id::{CentreId, VenueId};
use crate::centres::service::{self, AddCentre, AddVenue, ChangePlace};
use crate::centres::{Centre, PlaceFeatures, Room, Venue, store};
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, patch, post};
use serde::Serialize;
use utoipa::ToSchema;

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    building::routes(config);
    costs::routes(config);
    offer::routes(config);
    reach_area::routes(config);
    config
        .service(list_centres)
        .service(add_centre)
        .service(get_centre)
        .service(change_centre)
        .service(list_venues)
        .service(add_venue);
}

/// List the centres
///
/// By name. Anybody who is signed in may see them.
#[utoipa::path(tag = "centres", params(Paging), responses((status = 200, body = List<Centre>)))]
#[get("/centres")]
async fn list_centres(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeCentres, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::centres(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.name.clone(), |row| row)))
    })
    .await
}

/// Add a centre
#[utoipa::path(tag = "centres", request_body = AddCentre,
    responses((status = 201, body = Centre), AddFaults))]
#[post("/centres")]
async fn add_centre(api: Api, body: Body<AddCentre>) -> ApiResult {
    api.write(Act::ManageCentres, body, |tx, add| {
        Ok(Answer::created(service::add_centre(tx, add)?))
    })
    .await
}

/// Get one centre
#[utoipa::path(tag = "centres", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = Centre)))]
#[get("/centres/{id}")]
async fn get_centre(api: Api, id: Path<CentreId>) -> ApiResult {
    api.read(Act::SeeCentres, move |tx| Ok(Answer::ok(store::centre(tx, &id)?))).await
}

/// Change what a centre has for people with access needs
///
/// Sessions held at the centre itself show it; a venue has its own. Staff of the centre.
#[utoipa::path(tag = "centres", request_body = ChangePlace,
    params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = Centre)))]
#[patch("/centres/{id}")]
async fn change_centre(api: Api, id: Path<CentreId>, body: Body<ChangePlace>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, change| {
        Ok(Answer::ok(service::change_centre(tx, &id, change)?))
    })
    .await
}

/// A place where sessions are held: the centre itself or an outreach venue.
#[derive(Serialize, ToSchema)]
pub(crate) struct VenueOut {
    /// Opaque.
    pub id: VenueId,
    /// The centre that uses it.
    pub centre_id: CentreId,
    /// What families find it by.
    #[schema(example = "The Pavilion")]
    pub name: String,
    /// Street and town.
    pub address: Option<String>,
    /// In its usual form.
    pub postcode: Option<String>,
    /// What it has for people with access needs.
    pub access_features: PlaceFeatures,
    /// Its rooms.
    pub rooms: Vec<Room>,
}

impl VenueOut {
    pub(crate) fn new(venue: Venue, rooms: &[Room]) -> VenueOut {
        let own = rooms.iter().filter(|room| room.venue_id == venue.id);
        VenueOut {
            rooms: own.cloned().collect(),
            id: venue.id,
            centre_id: venue.centre_id,
            name: venue.name,
            address: venue.address,
            postcode: venue.postcode,
            access_features: venue.access_features,
        }
    }
}

/// List a centre's venues with their rooms
#[utoipa::path(tag = "centres", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = List<VenueOut>)))]
#[get("/centres/{id}/venues")]
async fn list_venues(api: Api, id: Path<CentreId>) -> ApiResult {
    api.read(Act::SeeProgramme, move |tx| {
        store::centre(tx, &id)?;
        let rooms = store::rooms(tx, &id)?;
        let venues = store::venues(tx, &id)?;
        let items = venues.into_iter().map(|venue| VenueOut::new(venue, &rooms)).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Add a venue to a centre
#[utoipa::path(tag = "centres", request_body = AddVenue,
    params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 201, body = VenueOut), AddFaults))]
#[post("/centres/{id}/venues")]
async fn add_venue(api: Api, id: Path<CentreId>, body: Body<AddVenue>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, add| {
        Ok(Answer::created(VenueOut::new(service::add_venue(tx, &id, add)?, &[])))
    })
    .await
}

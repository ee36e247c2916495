//! Centres, venues and rooms over REST.

pub(crate) mod building;
pub(crate) mod costs;
pub(crate) mod offer;
pub(crate) mod reach_area;

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{CentreId, VenueId};
use crate::base::text;
use crate::centres::{Centre, Room, Venue, service, store};
use crate::web::{Answer, Api, Body, List, Paging, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    AddFaults: AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    building::routes(config);
    costs::routes(config);
    offer::routes(config);
    reach_area::routes(config);
    config
        .service(list_centres)
        .service(add_centre)
        .service(get_centre)
        .service(list_venues)
        .service(add_venue);
}

/// A children's centre or family hub.
#[derive(Serialize, ToSchema)]
pub struct CentreOut {
    /// Opaque.
    pub id: CentreId,
    /// What families know it by.
    #[schema(example = "Partington Children's Centre")]
    pub name: String,
    /// Where families ring.
    #[schema(example = "0161 912 2122")]
    pub phone: Option<String>,
    /// Where it reads mail.
    pub email: Option<String>,
    /// Street and town.
    pub address: Option<String>,
    /// In its usual form.
    #[schema(example = "M31 4FL")]
    pub postcode: Option<String>,
    /// Its civil time, an IANA zone.
    #[schema(example = "Europe/London")]
    pub zone: String,
}

impl From<Centre> for CentreOut {
    fn from(centre: Centre) -> CentreOut {
        CentreOut {
            id: centre.id,
            name: centre.name,
            phone: centre.phone,
            email: centre.email,
            address: centre.address,
            postcode: centre.postcode,
            zone: centre.zone,
        }
    }
}

/// A new centre.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Partington Children's Centre", "phone": "0161 912 2122"}))]
pub struct CentreIn {
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
}

impl CentreIn {
    fn command(&self) -> Result<service::AddCentre, Fault> {
        Ok(service::AddCentre {
            name: text::name("/name", &self.name)?,
            phone: self.phone.as_deref().map(|t| text::phone("/phone", t)).transpose()?,
            email: self.email.as_deref().map(|t| text::email("/email", t)).transpose()?,
            address: text::maybe_lines("/address", self.address.as_deref(), 300)?,
            postcode: self
                .postcode
                .as_deref()
                .map(|t| text::postcode("/postcode", t))
                .transpose()?,
        })
    }
}

/// List the centres
///
/// By name. Anybody who is signed in may see them.
#[utoipa::path(tag = "centres", params(Paging), responses((status = 200, body = List<CentreOut>)))]
#[get("/centres")]
async fn list_centres(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeCentres, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::centres(tx, after, paging.rows())?;
        Ok(Answer::ok(paging.page(rows, |row| row.name.clone(), CentreOut::from)))
    })
    .await
}

/// Add a centre
#[utoipa::path(tag = "centres", request_body = CentreIn,
    responses((status = 201, body = CentreOut), AddFaults))]
#[post("/centres")]
async fn add_centre(api: Api, body: Body<CentreIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::ManageCentres, body, |tx, input| {
        Ok(Answer::created(CentreOut::from(service::add_centre(tx, &input.command()?)?)))
    })
    .await
}

/// Get one centre
#[utoipa::path(tag = "centres", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = CentreOut)))]
#[get("/centres/{id}")]
async fn get_centre(api: Api, id: Path<CentreId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeCentres, move |tx| Ok(Answer::ok(CentreOut::from(store::centre(tx, &id)?))))
        .await
}

/// A place where sessions are held: the centre itself or an outreach venue.
#[derive(Serialize, ToSchema)]
pub struct VenueOut {
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
    /// Its rooms.
    pub rooms: Vec<RoomOut>,
}

/// A room of a venue; two sessions never share one at a time.
#[derive(Serialize, ToSchema)]
pub struct RoomOut {
    /// Opaque.
    pub id: crate::base::id::RoomId,
    /// Unlike any other of the venue's.
    #[schema(example = "Sensory room")]
    pub name: String,
    /// How many people may be in it, walk-ins included.
    pub safety_limit: Option<i32>,
}

impl From<Room> for RoomOut {
    fn from(room: Room) -> RoomOut {
        RoomOut { id: room.id, name: room.name, safety_limit: room.safety_limit }
    }
}

impl VenueOut {
    fn new(venue: Venue, rooms: &[Room]) -> VenueOut {
        let own = rooms.iter().filter(|room| room.venue_id == venue.id);
        VenueOut {
            rooms: own.cloned().map(RoomOut::from).collect(),
            id: venue.id,
            centre_id: venue.centre_id,
            name: venue.name,
            address: venue.address,
            postcode: venue.postcode,
        }
    }
}

/// A new venue.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "United Reformed Church", "postcode": "KT13 9UT"}))]
pub struct VenueIn {
    /// Its name; unlike any other of the centre's.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// Street and town.
    #[schema(max_length = 300)]
    pub address: Option<String>,
    /// A UK postcode.
    #[schema(max_length = 20)]
    pub postcode: Option<String>,
}

/// A new room.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Sensory room", "safety_limit": 12}))]
pub struct RoomIn {
    /// Its name; unlike any other of the venue's.
    #[schema(min_length = 1, max_length = 120)]
    pub name: String,
    /// How many people may be in it, at least 1.
    pub safety_limit: Option<i32>,
}

/// List a centre's venues with their rooms
#[utoipa::path(tag = "centres", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = List<VenueOut>)))]
#[get("/centres/{id}/venues")]
async fn list_venues(api: Api, id: Path<CentreId>) -> Result<HttpResponse, Fault> {
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
#[utoipa::path(tag = "centres", request_body = VenueIn,
    params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 201, body = VenueOut), AddFaults))]
#[post("/centres/{id}/venues")]
async fn add_venue(
    api: Api,
    id: Path<CentreId>,
    body: Body<VenueIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, move |tx, input| {
        let add = service::AddVenue {
            centre_id: id.clone(),
            name: text::name("/name", &input.name)?,
            address: text::maybe_lines("/address", input.address.as_deref(), 300)?,
            postcode: input
                .postcode
                .as_deref()
                .map(|t| text::postcode("/postcode", t))
                .transpose()?,
        };
        Ok(Answer::created(VenueOut::new(service::add_venue(tx, &add)?, &[])))
    })
    .await
}

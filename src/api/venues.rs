//! Venues and their rooms, over REST.

use crate::access::Act;
use crate::api::centres::VenueOut;
use crate::base::id::VenueId;
use crate::centres::service::{self, AddRoom, ChangePlace};
use crate::centres::{Room, store};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{patch, post};

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(add_room).service(change_venue);
}

/// Add a room to a venue
#[utoipa::path(tag = "centres", request_body = AddRoom,
    params(("id" = inline(VenueId), Path, description = "The venue.")),
    responses((status = 201, body = Room), AddFaults))]
#[post("/venues/{id}/rooms")]
async fn add_room(api: Api, id: Path<VenueId>, body: Body<AddRoom>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, add| Ok(Answer::created(service::add_room(tx, &id, add)?)))
        .await
}

/// Change what a venue has for people with access needs
///
/// Sessions held there show it, and are found by it, at once.
#[utoipa::path(tag = "centres", request_body = ChangePlace,
    params(("id" = inline(VenueId), Path, description = "The venue.")),
    responses((status = 200, body = VenueOut)))]
#[patch("/venues/{id}")]
async fn change_venue(api: Api, id: Path<VenueId>, body: Body<ChangePlace>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, change| {
        let venue = service::change_venue(tx, &id, change)?;
        let rooms = store::rooms(tx, &venue.centre_id)?;
        Ok(Answer::ok(VenueOut::new(venue, &rooms)))
    })
    .await
}

//! Rooms of a venue, over REST.

use super::centres::{RoomIn, RoomOut};
use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::VenueId;
use crate::base::text;
use crate::centres::service;
use crate::web::{Answer, Api, Body, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, post};
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    AddFaults: AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(add_room);
}

/// Add a room to a venue
#[utoipa::path(tag = "centres", request_body = RoomIn,
    params(("id" = inline(VenueId), Path, description = "The venue.")),
    responses((status = 201, body = RoomOut), AddFaults))]
#[post("/venues/{id}/rooms")]
async fn add_room(api: Api, id: Path<VenueId>, body: Body<RoomIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, move |tx, input| {
        if input.safety_limit.is_some_and(|limit| limit < 1) {
            return Err(Fault::invalid("/safety_limit", "Use 1 or more."));
        }
        let add = service::AddRoom {
            venue_id: id.clone(),
            name: text::name("/name", &input.name)?,
            safety_limit: input.safety_limit,
        };
        Ok(Answer::created(RoomOut::from(service::add_room(tx, &add)?)))
    })
    .await
}

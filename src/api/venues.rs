//! Rooms of a venue, over REST.

use crate::access::Act;
use crate::base::id::VenueId;
use crate::centres::Room;
use crate::centres::service::{self, AddRoom};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::post;
use actix_web::web::Path;

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(add_room);
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

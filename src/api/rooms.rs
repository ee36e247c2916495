//! Rooms over REST.

use crate::access::Act;
use crate::base::id::RoomId;
use crate::centres::Room;
use crate::centres::service::{self, ChangeRoom};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig};
use actix_web::patch;
use actix_web::web::Path;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(change_room);
}

/// Change what a room has for people with access needs
///
/// Where a room says so, that stands in place of what its venue has.
#[utoipa::path(tag = "centres", request_body = ChangeRoom,
    params(("id" = inline(RoomId), Path, description = "The room.")),
    responses((status = 200, body = Room)))]
#[patch("/rooms/{id}")]
async fn change_room(api: Api, id: Path<RoomId>, body: Body<ChangeRoom>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, change| {
        Ok(Answer::ok(service::change_room(tx, &id, change)?))
    })
    .await
}

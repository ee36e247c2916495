//! Who is in the building, over REST.

use crate::access::Act;
use crate::attendance::building::people::{InSession, total};
use crate::attendance::building::service;
use crate::attendance::room::People;
use crate::audit::Event;
use crate::base::id::CentreId;
use crate::base::moment::Moment;
use crate::web::{Answer, Api, ApiResult, Logged, ServiceConfig};
use actix_web::get;
use actix_web::web::Path;
use serde::Serialize;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(look_into_building);
}

/// Who is in the building at a moment.
#[derive(Serialize, ToSchema)]
pub(crate) struct BuildingOut {
    /// The moment.
    pub as_at: Moment,
    /// Everybody in sessions that still run, head-counts included; a child in two rooms counts
    /// once.
    pub total: People,
    /// The sessions that are on, with the people in them, by start.
    pub sessions: Vec<InSession>,
}

/// See who is in the building
///
/// At this moment: everyone marked as come to a session that is not over, with names, and
/// head-counts. Where tablets disagree about somebody, they count as inside, marked as `disputed`.
/// Every look is logged.
#[utoipa::path(tag = "attendance", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = BuildingOut)))]
#[get("/centres/{id}/building")]
async fn look_into_building(api: Api, id: Path<CentreId>) -> ApiResult {
    api.read(Act::SeeBuilding, move |tx| {
        let sessions = service::look(tx, &id)?;
        let total = total(&sessions);
        let logged = Logged::of(Event::LookIntoBuilding, id.as_str());
        Ok((Answer::ok(BuildingOut { as_at: tx.now(), total, sessions }), logged))
    })
    .await
}

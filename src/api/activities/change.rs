//! Changing an activity over REST. It is here because other ages, another unit or another order
//! affect people who are booked or wait.

use super::wire::{ActivityIn, ActivityOut};
use crate::access::Act;
use crate::base::fault::{Code, Fault};
use crate::base::id::ActivityId;
use crate::bookings::service::again::change_activity as change;
use crate::web::{Answer, Api, Body, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, patch};
use serde_json::{Map, Value};
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    ChangeFaults: VersionNeeded, VersionConflict, CapacityBelowTaken;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(change_activity);
}

/// Change an activity
///
/// Fields left out stay as they are. Sessions already planned keep their moments and capacity;
/// everyone who has or waits for a place is judged by the new ages.
#[utoipa::path(tag = "sessions", request_body(content = inline(Value),
        description = "Any fields of a new activity", example = json!({"capacity": 12})),
    params(("id" = inline(ActivityId), Path, description = "The activity."),
        ("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = ActivityOut), ChangeFaults))]
#[patch("/activities/{id}")]
async fn change_activity(
    api: Api,
    id: Path<ActivityId>,
    body: Body<Map<String, Value>>,
) -> Result<HttpResponse, Fault> {
    let version = api.if_match();
    api.write(Act::Plan, body, move |tx, patch| {
        let now = tx.now();
        let activity = change(tx, &id, &version.clone()?, |before| {
            merged(&ActivityOut::from(before.clone()).activity, patch)?.activity(now)
        })?;
        let version = activity.version;
        Ok(Answer::ok(ActivityOut::from(activity)).version(version))
    })
    .await
}

fn merged(before: &ActivityIn, patch: &Map<String, Value>) -> Result<ActivityIn, Fault> {
    let mut whole = serde_json::to_value(before).map_err(Fault::internal)?;
    if let Some(fields) = whole.as_object_mut() {
        fields.extend(patch.clone());
    }
    serde_path_to_error::deserialize(whole).map_err(|error| {
        let pointer = format!("/{}", error.path().to_string().replace('.', "/"));
        Fault::new(Code::InvalidRequest, error.inner().to_string())
            .field(&pointer, error.inner().to_string())
    })
}

//! Devices of the door over REST: added and revoked by an administrator, enrolled by a code, told
//! where they stand.

use crate::access::Act;
use crate::attendance::devices::service;
use crate::attendance::devices::{DeviceState, DoorDevice, Standing, store};
use crate::base::id::{CentreId, DoorDeviceId};
use crate::base::moment::Moment;
use crate::web::{
    Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    AddFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(list_door_devices)
        .service(enrol_door_device)
        .service(ask_door_device)
        .service(add_door_device)
        .service(revoke_door_device);
}

/// A device of the door.
#[derive(Serialize, ToSchema)]
pub(crate) struct DoorDeviceOut {
    /// Its id.
    pub id: DoorDeviceId,
    /// What it is called.
    pub name: String,
    /// Whose registers it may keep.
    pub centre_id: CentreId,
    /// Whether it may.
    pub state: DeviceState,
    /// When it was added.
    pub added_at: Moment,
    /// When its code was typed on it.
    pub enrolled_at: Option<Moment>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
}

impl DoorDeviceOut {
    fn of(device: DoorDevice, now: Moment) -> DoorDeviceOut {
        DoorDeviceOut {
            state: device.state(now),
            id: device.id,
            name: device.name,
            centre_id: device.centre_id,
            added_at: device.added_at,
            enrolled_at: device.enrolled_at,
            revoked_at: device.revoked_at,
        }
    }
}

/// A new device.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "Tablet at the front door",
    "centre_id": "0192f1c47e1b7d0e9d1c2b3a4f5e6d7c"}))]
pub(crate) struct DoorDeviceIn {
    /// What it is called; no two live devices of a centre share a name.
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    /// Whose registers it may keep.
    pub centre_id: CentreId,
}

/// A new device, and the code that enrols it.
#[derive(Serialize, ToSchema)]
pub(crate) struct DoorDeviceAddedOut {
    /// The device.
    pub device: DoorDeviceOut,
    /// Twelve digits to type on it within half an hour; nobody is told them again.
    pub code: String,
}

/// List the devices of the door
///
/// Newest first, revoked ones too.
#[utoipa::path(tag = "registers", params(Paging),
    responses((status = 200, body = List<DoorDeviceOut>)))]
#[get("/door-devices")]
async fn list_door_devices(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::ManageDevices, move |tx| {
        let paging = paging.read()?;
        let rows = store::page(tx, paging.after.as_deref(), paging.rows())?;
        let now = tx.now();
        let out = |device| DoorDeviceOut::of(device, now);
        Ok(Answer::ok(paging.page(rows, |row| row.id.to_string(), out)))
    })
    .await
}

/// Add a device of the door
#[utoipa::path(tag = "registers", request_body = DoorDeviceIn,
    responses((status = 201, body = DoorDeviceAddedOut), AddFaults))]
#[post("/door-devices")]
async fn add_door_device(api: Api, body: Body<DoorDeviceIn>) -> ApiResult {
    api.write(Act::ManageDevices, body, |tx, input| {
        let (device, code) = service::add(tx, &input.centre_id, &input.name)?;
        let device = DoorDeviceOut::of(device, tx.now());
        Ok(Answer::created(DoorDeviceAddedOut { device, code }))
    })
    .await
}

/// Revoke a device of the door
///
/// When it next reaches the service it forgets every name it keeps. Revoking it again changes
/// nothing.
#[utoipa::path(tag = "registers", request_body = Nothing,
    params(("id" = inline(DoorDeviceId), Path, description = "The device.")),
    responses((status = 200, body = DoorDeviceOut)))]
#[post("/door-devices/{id}/revoke")]
async fn revoke_door_device(api: Api, id: Path<DoorDeviceId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::ManageDevices, body, move |tx, _| {
        let device = service::revoke(tx, &id)?;
        Ok(Answer::ok(DoorDeviceOut::of(device, tx.now())))
    })
    .await
}

/// A code as it is typed on the device.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "1234 5678 9012"}))]
pub(crate) struct EnrolIn {
    /// Twelve digits; spaces are ignored.
    #[schema(min_length = 12, max_length = 40)]
    pub code: String,
}

/// What an enrolled device keeps.
#[derive(Serialize, ToSchema)]
pub(crate) struct EnrolledOut {
    /// What it is called.
    pub name: String,
    /// Whose registers it may keep.
    pub centre_id: CentreId,
    /// By which it is known from now on.
    pub secret: String,
}

/// Enrol a device of the door by its code
#[utoipa::path(tag = "registers", security(()), request_body = EnrolIn,
    responses((status = 200, body = EnrolledOut)))]
#[post("/door-devices/enrol")]
async fn enrol_door_device(api: Api, body: Body<EnrolIn>) -> ApiResult {
    api.write_public(body, |tx, input| {
        let (device, secret) = service::enrol(tx, &input.code)?;
        Ok(Answer::ok(EnrolledOut { name: device.name, centre_id: device.centre_id, secret }))
    })
    .await
}

/// How a device is known.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"secret": "q1Vb0cYk9wq1Vb0cYk9wq1Vb0cYk9wq1Vb0cYk9wq1V"}))]
pub(crate) struct AskIn {
    /// As it was given when it was enrolled.
    #[schema(min_length = 1, max_length = 100)]
    pub secret: String,
}

/// Ask whether this device may keep names
///
/// A device asks whenever it reaches the service. One that is not enrolled any more forgets every
/// name it keeps; marks it has not sent stay.
#[utoipa::path(tag = "registers", security(()), request_body = AskIn,
    responses((status = 200, body = Standing)))]
#[post("/door-devices/standing")]
async fn ask_door_device(api: Api, body: Body<AskIn>) -> ApiResult {
    api.write_public(body, |tx, input| Ok(Answer::ok(service::standing(tx, &input.secret)?))).await
}

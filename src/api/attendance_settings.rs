//! The settings of attendance over REST.

use crate::access::Act;
use crate::attendance::settings::AttendanceSettings;
use crate::settings::{service, store};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::{get, patch};
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    SettingsFaults: VersionNeeded, VersionConflict;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_attendance_settings).service(change_attendance_settings);
}

/// A change. Fields left out stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"not_coming": {"on": true}, "incomplete_days": 3}))]
pub(crate) struct AttendanceSettingsPatch {
    /// When a family is asked why it does not come.
    pub not_coming: Option<NotComingPatch>,
    /// Days after a session until its open register is on the list, 1 to 30.
    #[schema(minimum = 1, maximum = 30)]
    pub incomplete_days: Option<i32>,
}

/// A change of when a family is asked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct NotComingPatch {
    /// Whether families are asked at all.
    pub on: Option<bool>,
    /// Places missed without a word, 2 to 20.
    #[schema(minimum = 2, maximum = 20)]
    pub missed: Option<i32>,
    /// Weeks in which they count, 1 to 52.
    #[schema(minimum = 1, maximum = 52)]
    pub weeks: Option<i32>,
}

impl AttendanceSettingsPatch {
    fn apply(&self, settings: &mut AttendanceSettings) {
        if let Some(patch) = &self.not_coming {
            let rule = &mut settings.not_coming;
            rule.on = patch.on.unwrap_or(rule.on);
            rule.missed = patch.missed.unwrap_or(rule.missed);
            rule.weeks = patch.weeks.unwrap_or(rule.weeks);
        }
        settings.incomplete_days = self.incomplete_days.unwrap_or(settings.incomplete_days);
    }
}

/// Get the settings of attendance
#[utoipa::path(tag = "attendance", responses((status = 200, body = AttendanceSettings)))]
#[get("/attendance-settings")]
async fn get_attendance_settings(api: Api) -> ApiResult {
    api.read(Act::SeeProgramme, |tx| {
        let (settings, version) = store::with_version::<AttendanceSettings>(tx)?;
        Ok(Answer::ok(settings).version(version))
    })
    .await
}

/// Change the settings of attendance
///
/// Writing to families that do not come is off until it is switched on here, or for an activity.
#[utoipa::path(tag = "attendance", request_body = AttendanceSettingsPatch,
    params(("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = AttendanceSettings), SettingsFaults))]
#[patch("/attendance-settings")]
async fn change_attendance_settings(api: Api, body: Body<AttendanceSettingsPatch>) -> ApiResult {
    let version = api.if_match();
    api.write(Act::KeepAttendance, body, move |tx, patch| {
        let changed = service::change(tx, &version.clone()?, |settings| patch.apply(settings))?;
        Ok(Answer::ok(changed.0).version(changed.1))
    })
    .await
}

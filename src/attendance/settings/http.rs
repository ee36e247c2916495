//! The settings of attendance over REST.

use super::{Counting, OfActivity, Settings, service, store};
use crate::access::Act;
use crate::fault::Fault;
use crate::id::ActivityId;
use crate::sessions;
use crate::web::{Answer, Api, Body, faults};
use actix_web::{HttpResponse, get, patch, put, web::Path};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    SettingsFaults: VersionNeeded, VersionConflict;
}

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(get_attendance_settings)
        .service(change_attendance_settings)
        .service(get_activity_attendance)
        .service(set_activity_attendance);
}

/// What is done about places not taken up, and about registers left open.
#[derive(Serialize, ToSchema)]
pub struct AttendanceSettingsOut {
    /// When a family is asked why it does not come.
    pub not_coming: NotComingOut,
    /// Days after its session until an open register is on its centre's list.
    #[schema(example = 2)]
    pub incomplete_days: i32,
}

/// When a family is asked why it does not come.
#[derive(Serialize, ToSchema)]
pub struct NotComingOut {
    /// Whether families are asked at all.
    pub on: bool,
    /// How many places missed without a word …
    #[schema(example = 3)]
    pub missed: i32,
    /// … in how many weeks.
    #[schema(example = 8)]
    pub weeks: i32,
}

impl From<&Settings> for AttendanceSettingsOut {
    fn from(settings: &Settings) -> AttendanceSettingsOut {
        AttendanceSettingsOut {
            not_coming: NotComingOut {
                on: settings.not_coming,
                missed: settings.missed,
                weeks: settings.weeks,
            },
            incomplete_days: settings.incomplete_days,
        }
    }
}

/// A change. Fields left out stay as they are.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"not_coming": {"on": true}, "incomplete_days": 3}))]
pub struct AttendanceSettingsPatch {
    /// When a family is asked why it does not come.
    pub not_coming: Option<NotComingPatch>,
    /// Days after a session until its open register is on the list, 1 to 30.
    #[schema(minimum = 1, maximum = 30)]
    pub incomplete_days: Option<i32>,
}

/// A change of when a family is asked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NotComingPatch {
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
    fn apply(&self, settings: &mut Settings) {
        if let Some(not_coming) = &self.not_coming {
            settings.not_coming = not_coming.on.unwrap_or(settings.not_coming);
            settings.missed = not_coming.missed.unwrap_or(settings.missed);
            settings.weeks = not_coming.weeks.unwrap_or(settings.weeks);
        }
        settings.incomplete_days = self.incomplete_days.unwrap_or(settings.incomplete_days);
    }
}

/// Get the settings of attendance
#[utoipa::path(tag = "attendance", responses((status = 200, body = AttendanceSettingsOut)))]
#[get("/attendance-settings")]
async fn get_attendance_settings(api: Api) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeProgramme, |tx| {
        let settings = store::read(tx)?;
        Ok(Answer::ok(AttendanceSettingsOut::from(&settings)).version(settings.version))
    })
    .await
}

/// Change the settings of attendance
///
/// Writing to families that do not come is off until it is switched on here, or for an activity.
#[utoipa::path(tag = "attendance", request_body = AttendanceSettingsPatch,
    params(("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = AttendanceSettingsOut), SettingsFaults))]
#[patch("/attendance-settings")]
async fn change_attendance_settings(
    api: Api,
    body: Body<AttendanceSettingsPatch>,
) -> Result<HttpResponse, Fault> {
    let version = api.if_match();
    api.write(Act::KeepAttendance, body, move |tx, patch| {
        let settings = service::change(tx, &version.clone()?, |settings| patch.apply(settings))?;
        Ok(Answer::ok(AttendanceSettingsOut::from(&settings)).version(settings.version))
    })
    .await
}

/// An activity's own settings.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"not_coming": {"on": true, "missed": 2, "weeks": 6},
    "give_after_minutes": 15}))]
pub struct ActivityAttendanceIn {
    /// When a family is asked why it does not come; if left out, as the organisation has it.
    pub not_coming: Option<OwnNotComing>,
    /// Minutes after the start until a place not taken up may go to a walk-in, 0 to 240; if left
    /// out, never.
    #[schema(minimum = 0, maximum = 240)]
    pub give_after_minutes: Option<i32>,
}

/// An activity's own rule. With its own numbers its places are counted separately.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnNotComing {
    /// Whether families are asked for this activity.
    pub on: bool,
    /// Places missed without a word, 2 to 20; if left out, the organisation's number.
    #[schema(minimum = 2, maximum = 20)]
    pub missed: Option<i32>,
    /// Weeks in which they count, 1 to 52; if left out, the organisation's number.
    #[schema(minimum = 1, maximum = 52)]
    pub weeks: Option<i32>,
}

/// What an activity does, its own rules and the organisation's together.
#[derive(Serialize, ToSchema)]
pub struct ActivityAttendanceOut {
    /// The activity's own rule; `null` where it is as the organisation has it.
    pub not_coming: Option<OwnNotComing>,
    /// The rule that applies.
    pub holds: NotComingOut,
    /// Minutes after the start until a place not taken up may go to a walk-in; `null`: never.
    pub give_after_minutes: Option<i32>,
}

impl ActivityAttendanceIn {
    fn read(&self) -> OfActivity {
        let own = self.not_coming.as_ref();
        OfActivity {
            not_coming: own.map(|own| own.on),
            missed: own.and_then(|own| own.missed),
            weeks: own.and_then(|own| own.weeks),
            give_after_minutes: self.give_after_minutes,
        }
    }
}

impl ActivityAttendanceOut {
    fn new(settings: &Settings, of: &OfActivity) -> ActivityAttendanceOut {
        let (on, often) = match settings.counting(of) {
            Counting::Not => (false, settings.often()),
            Counting::Together(often) | Counting::Alone(often) => (true, often),
        };
        ActivityAttendanceOut {
            not_coming: of.not_coming.map(|on| OwnNotComing {
                on,
                missed: of.missed,
                weeks: of.weeks,
            }),
            holds: NotComingOut { on, missed: often.missed, weeks: often.weeks },
            give_after_minutes: of.give_after_minutes,
        }
    }
}

/// Get an activity's settings of attendance
#[utoipa::path(tag = "attendance", params(("id" = inline(ActivityId), Path, description = "The activity.")),
    responses((status = 200, body = ActivityAttendanceOut)))]
#[get("/activities/{id}/attendance-settings")]
async fn get_activity_attendance(api: Api, id: Path<ActivityId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeProgramme, move |tx| {
        sessions::store::activity(tx, &id)?;
        let (settings, of) = (store::read(tx)?, store::of_activity(tx, &id)?);
        Ok(Answer::ok(ActivityAttendanceOut::new(&settings, &of)))
    })
    .await
}

/// Set an activity's settings of attendance
///
/// A sensitive activity's places are never counted: a letter could give them away.
#[utoipa::path(tag = "attendance", request_body = ActivityAttendanceIn,
    params(("id" = inline(ActivityId), Path, description = "The activity.")),
    responses((status = 200, body = ActivityAttendanceOut)))]
#[put("/activities/{id}/attendance-settings")]
async fn set_activity_attendance(
    api: Api,
    id: Path<ActivityId>,
    body: Body<ActivityAttendanceIn>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, move |tx, input| {
        let of = input.read();
        service::set_of_activity(tx, &id, &of)?;
        Ok(Answer::ok(ActivityAttendanceOut::new(&store::read(tx)?, &of)))
    })
    .await
}

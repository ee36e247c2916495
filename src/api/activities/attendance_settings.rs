//! What an activity's registers ask for, over REST.

use crate::access::Act;
use crate::attendance::settings::{
    AttendanceSettings, Counting, NotComing, OfActivity, service, store,
};
use crate::base::id::ActivityId;
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig};
use crate::{sessions, settings};
use actix_web::web::Path;
use actix_web::{get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_activity_attendance).service(set_activity_attendance);
}

/// An activity's own settings.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"not_coming": {"on": true, "missed": 2, "weeks": 6},
    "give_after_minutes": 15}))]
pub(crate) struct ActivityAttendanceIn {
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
pub(crate) struct OwnNotComing {
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
pub(crate) struct ActivityAttendanceOut {
    /// The activity's own rule; `null` where it is as the organisation has it.
    pub not_coming: Option<OwnNotComing>,
    /// The rule that applies.
    pub holds: NotComing,
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
    fn new(settings: &AttendanceSettings, of: &OfActivity) -> ActivityAttendanceOut {
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
            holds: NotComing { on, missed: often.missed, weeks: often.weeks },
            give_after_minutes: of.give_after_minutes,
        }
    }
}

/// Get an activity's settings of attendance
#[utoipa::path(tag = "attendance", params(("id" = inline(ActivityId), Path, description = "The activity.")),
    responses((status = 200, body = ActivityAttendanceOut)))]
#[get("/activities/{id}/attendance-settings")]
async fn get_activity_attendance(api: Api, id: Path<ActivityId>) -> ApiResult {
    api.read(Act::SeeProgramme, move |tx| {
        sessions::store::activity(tx, &id)?;
        let (settings, of) = (settings::store::read(tx)?, store::of_activity(tx, &id)?);
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
) -> ApiResult {
    api.write(Act::Plan, body, move |tx, input| {
        let of = input.read();
        service::set_of_activity(tx, &id, &of)?;
        Ok(Answer::ok(ActivityAttendanceOut::new(&settings::store::read(tx)?, &of)))
    })
    .await
}

//! Activities over REST.

pub(crate) mod attendance_settings;
pub(crate) mod change;
pub(crate) mod suggestion;
pub(crate) mod time_of_day;
pub(crate) mod wire;

use crate::access::{Act, Actor};
use crate::base::fault::Fault;
use crate::base::id::{ActivityId, CentreId};
use crate::sessions::{Activity, service, store};
use crate::web::{Answer, Api, Body, List, Paging, Query};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use serde::{Deserialize, Serialize};
pub use time_of_day::Clock;
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;
use wire::{ActivityIn, ActivityOut};
pub use wire::{Ages, DeskActivityOut};

pub fn routes(config: &mut ServiceConfig) {
    change::routes(config);
    attendance_settings::routes(config);
    suggestion::routes(config);
    config.service(list_activities).service(add_activity).service(get_activity);
}

/// An activity, as far as the caller may know of it. The desk books for it, but is not shown
/// referral dates, kept places or the order of a waiting list.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub enum ActivitySeenOut {
    /// All of it.
    Whole(Box<ActivityOut>),
    /// For the desk.
    Desk(DeskActivityOut),
}

impl ActivitySeenOut {
    fn of(activity: Activity, actor: &Actor) -> ActivitySeenOut {
        match actor.may_ever(Act::SeeReleasePlan) {
            true => ActivitySeenOut::Whole(Box::new(ActivityOut::from(activity))),
            false => ActivitySeenOut::Desk(DeskActivityOut::from(activity)),
        }
    }
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ActivityFilter {
    /// Only what this centre may hold.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
    /// Page size, 1 to 500.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// List activities
#[utoipa::path(tag = "sessions", params(ActivityFilter),
    responses((status = 200, body = List<ActivitySeenOut>)))]
#[get("/activities")]
async fn list_activities(api: Api, filter: Query<ActivityFilter>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeProgramme, move |tx| {
        let filter = filter.read()?;
        let paging = Paging { limit: filter.limit, after: filter.after };
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::activities(tx, filter.centre_id.as_ref(), after, paging.rows())?;
        let actor = tx.actor().clone();
        let cursor = |row: &Activity| format!("{}|{}", row.title, row.id);
        Ok(Answer::ok(paging.page(rows, cursor, |row| ActivitySeenOut::of(row, &actor))))
    })
    .await
}

/// Add an activity
#[utoipa::path(tag = "sessions", request_body = ActivityIn,
    responses((status = 201, body = ActivityOut)))]
#[post("/activities")]
async fn add_activity(api: Api, body: Body<ActivityIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::Plan, body, |tx, input| {
        let activity = input.activity(tx.now())?;
        let activity = service::add_activity(tx, activity)?;
        let version = activity.version;
        Ok(Answer::created(ActivityOut::from(activity)).version(version))
    })
    .await
}

/// Get one activity
#[utoipa::path(tag = "sessions", params(("id" = inline(ActivityId), Path, description = "The activity.")),
    responses((status = 200, body = ActivitySeenOut)))]
#[get("/activities/{id}")]
async fn get_activity(api: Api, id: Path<ActivityId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeProgramme, move |tx| {
        let activity = store::activity(tx, &id)?;
        let version = activity.version;
        Ok(Answer::ok(ActivitySeenOut::of(activity, tx.actor())).version(version))
    })
    .await
}

//! Activities over REST.

pub(crate) mod attendance_settings;
pub(crate) mod suggestion;

use crate::access::{Act, Actor};
use crate::base::fault::{Code, Fault, Result};
use crate::base::id::{ActivityId, CentreId};
use crate::bookings::service::again::change_activity as change;
use crate::centres::ActivityFeatures;
use crate::sessions::{Access, Activity, ActivitySettings, Ages, Unit, service, store};
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, patch, post};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

faults! {
    ChangeFaults: VersionNeeded, VersionConflict, CapacityBelowTaken;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    attendance_settings::routes(config);
    suggestion::routes(config);
    config.service(change_activity);
    config.service(list_activities).service(add_activity).service(get_activity);
}

/// An activity, as far as the caller may know of it. The desk books for it, but is not shown
/// referral dates, kept places or the order of a waiting list.
#[derive(Serialize, ToSchema)]
#[serde(untagged)]
pub(crate) enum ActivitySeenOut {
    /// All of it.
    Whole(Box<Activity>),
    /// For the desk.
    Desk(Box<DeskActivityOut>),
}

impl ActivitySeenOut {
    fn of(activity: Activity, actor: &Actor) -> ActivitySeenOut {
        match actor.may_ever(Act::SeeReleasePlan) {
            true => ActivitySeenOut::Whole(Box::new(activity)),
            false => ActivitySeenOut::Desk(Box::new(DeskActivityOut::from(activity))),
        }
    }
}

/// An activity as the desk sees it.
#[derive(Serialize, ToSchema)]
pub(crate) struct DeskActivityOut {
    /// Opaque.
    pub id: ActivityId,
    /// What families read.
    #[schema(example = "Stay and Play")]
    pub title: String,
    /// The one centre that may hold it; `null` for all.
    #[schema(value_type = Option<String>)]
    pub centre_id: Option<CentreId>,
    /// A few sentences about it.
    pub description: Option<String>,
    /// Who it is for, in words.
    pub audience: Option<String>,
    /// How people get a place; left out where that is by referral only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// What places are counted in.
    pub unit: Unit,
    /// Places.
    pub capacity: i32,
    /// Ages, `min ≤ completed < max`.
    pub ages: Ages,
    /// Whether brothers and sisters of another age may come along.
    pub siblings_welcome: bool,
    /// Whether expectant parents are admitted.
    pub expectant_welcome: bool,
    /// Whether it is for adults alone.
    pub adults_only: bool,
    /// In no public list, and visible only to the carer who comes.
    pub sensitive: bool,
    /// Price or donation, in words.
    pub price: Option<String>,
    /// What to bring, in words.
    pub bring: Option<String>,
    /// What it offers people with access needs.
    pub access_features: ActivityFeatures,
    /// The interpreter's language, in words.
    pub interpreter_language: Option<String>,
}

impl From<Activity> for DeskActivityOut {
    fn from(Activity { id, settings, .. }: Activity) -> DeskActivityOut {
        DeskActivityOut {
            id,
            title: settings.title,
            centre_id: settings.centre_id,
            description: settings.description,
            audience: settings.audience,
            access: Some(settings.access).filter(|access| *access != Access::ReferralOnly),
            unit: settings.unit,
            capacity: settings.capacity,
            ages: settings.ages,
            siblings_welcome: settings.siblings_welcome,
            expectant_welcome: settings.expectant_welcome,
            adults_only: settings.adults_only,
            sensitive: settings.sensitive,
            price: settings.price,
            bring: settings.bring,
            access_features: settings.access_features,
            interpreter_language: settings.interpreter_language,
        }
    }
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ActivityFilter {
    /// Only what this centre may hold.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
}

/// List activities
#[utoipa::path(tag = "sessions", params(ActivityFilter, Paging),
    responses((status = 200, body = List<ActivitySeenOut>)))]
#[get("/activities")]
async fn list_activities(
    api: Api,
    filter: Query<ActivityFilter>,
    paging: Query<Paging>,
) -> ApiResult {
    api.read(Act::SeeProgramme, move |tx| {
        let (filter, paging) = (filter.read()?, paging.read()?);
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = store::activities(tx, filter.centre_id.as_ref(), after, paging.rows())?;
        let actor = tx.actor().clone();
        let cursor = |row: &Activity| format!("{}|{}", row.title, row.id);
        Ok(Answer::ok(paging.page(rows, cursor, |row| ActivitySeenOut::of(row, &actor))))
    })
    .await
}

/// Add an activity
#[utoipa::path(tag = "sessions", request_body = ActivitySettings,
    responses((status = 201, body = Activity)))]
#[post("/activities")]
async fn add_activity(api: Api, body: Body<ActivitySettings>) -> ApiResult {
    api.write(Act::Plan, body, |tx, input| {
        let activity = service::add_activity(tx, input.checked()?)?;
        let version = activity.version;
        Ok(Answer::created(activity).version(version))
    })
    .await
}

/// Get one activity
#[utoipa::path(tag = "sessions", params(("id" = inline(ActivityId), Path, description = "The activity.")),
    responses((status = 200, body = ActivitySeenOut)))]
#[get("/activities/{id}")]
async fn get_activity(api: Api, id: Path<ActivityId>) -> ApiResult {
    api.read(Act::SeeProgramme, move |tx| {
        let activity = store::activity(tx, &id)?;
        let version = activity.version;
        Ok(Answer::ok(ActivitySeenOut::of(activity, tx.actor())).version(version))
    })
    .await
}

/// Change an activity
///
/// Fields left out stay as they are. Sessions already planned keep their moments and capacity;
/// everyone who has or waits for a place is judged by the new ages.
#[utoipa::path(tag = "sessions", request_body(content = inline(Value),
        description = "Any fields of a new activity", example = json!({"capacity": 12})),
    params(("id" = inline(ActivityId), Path, description = "The activity."),
        ("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = Activity), ChangeFaults))]
#[patch("/activities/{id}")]
async fn change_activity(
    api: Api,
    id: Path<ActivityId>,
    body: Body<Map<String, Value>>,
) -> ApiResult {
    let version = api.if_match();
    api.write(Act::Plan, body, move |tx, patch| {
        let change_by = |before: &ActivitySettings| merged(before, patch)?.checked();
        let activity = change(tx, &id, &version.clone()?, change_by)?;
        let version = activity.version;
        Ok(Answer::ok(activity).version(version))
    })
    .await
}

/// Other ages, another unit or another order affect people who are booked or wait.
fn merged(before: &ActivitySettings, patch: &Map<String, Value>) -> Result<ActivitySettings> {
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

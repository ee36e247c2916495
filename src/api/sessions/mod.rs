//! Sessions with their places, over REST; and what's on, for anybody.

pub(crate) mod alerts;
pub(crate) mod bookings;
pub(crate) mod feedback;
pub(crate) mod forecast;
pub(crate) mod referrals;
pub(crate) mod register;
pub(crate) mod waitlist;
pub(crate) mod window_alerts;
pub(crate) mod wire;

use crate::access::Act;
use crate::base::calendar::{day_begins, today_begins};
use crate::base::fault::{Fault, Result};
use crate::base::id::{ActivityId, CentreId, SessionId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::service::change_session::{PlannedChange, cancel_session, change};
use crate::bookings::service::displace::plan_instead;
use crate::bookings::view;
use crate::db::Tx;
use crate::sessions::service::Plan;
use crate::sessions::store::SessionFilter;
use crate::sessions::{self, Phase};
use crate::web::{
    Answer, Api, ApiResult, Body, List, Nothing, Paging, Query, ServiceConfig, faults,
};
use actix_web::web::Path;
use actix_web::{get, patch, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use wire::SessionOut;

faults! {
    PlanFaults: RoomClash, LeaderClash;
    ChangeFaults: VersionNeeded, VersionConflict, CapacityBelowTaken, SessionCancelled,
        RoomClash, LeaderClash, NoLongerOpen;
    AnnounceFaults: SessionCancelled;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    alerts::routes(config);
    bookings::routes(config);
    feedback::routes(config);
    forecast::routes(config);
    referrals::routes(config);
    register::routes(config);
    waitlist::routes(config);
    window_alerts::routes(config);
    config
        .service(list_sessions)
        .service(plan_session)
        .service(get_session)
        .service(change_session)
        .service(announce_session)
        .service(cancel_one_session);
}

/// Which sessions to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SessionQuery {
    /// Only this centre's.
    #[param(inline)]
    pub centre_id: Option<CentreId>,
    /// Only of this activity.
    #[param(inline)]
    pub activity_id: Option<ActivityId>,
    /// Only sessions in one of these phases, as you are told of them: with commas between.
    #[param(max_length = 100, example = "referral_window,public")]
    pub phase: Option<String>,
    /// Only sessions that end after this instant or day; if left out, today's and later ones.
    pub from: Option<String>,
    /// Only sessions that start before this instant or day.
    pub to: Option<String>,
}

pub(crate) fn cursor(after: Option<&str>) -> Result<Option<(Moment, SessionId)>> {
    let Some(text) = after else { return Ok(None) };
    let parts = text.split_once('|').and_then(|(at, id)| Some((Moment::parse(at)?, id.into())));
    parts
        .map(Some)
        .ok_or_else(|| Fault::invalid("/after", "Send back the `next` of the page before."))
}

/// The phases of a query; none where all will do.
fn phases(sent: Option<&str>) -> Result<Vec<Phase>> {
    let named = sent.unwrap_or_default().split(',').map(str::trim).filter(|one| !one.is_empty());
    let read = |one: &str| {
        let wrong = "Use phases such as referral_window,public, with commas between.";
        Phase::parse(one).ok_or_else(|| Fault::invalid("/phase", wrong))
    };
    named.map(read).collect()
}

/// An instant, or the beginning of a day in London.
pub(crate) fn instant(name: &str, text: Option<&str>) -> Result<Option<Moment>> {
    let Some(text) = text else { return Ok(None) };
    let day = || Some(day_begins(text.parse().ok()?).into());
    let at = Moment::parse(text).or_else(day);
    at.map(Some).ok_or_else(|| {
        Fault::invalid(
            name,
            "Use an instant such as 2026-11-23T09:00:00Z or a day such as 2026-11-23.",
        )
    })
}

/// List sessions
///
/// By start, from today unless you say otherwise. Families and professionals get the announced
/// sessions that they may know of.
#[utoipa::path(tag = "sessions", params(SessionQuery, Paging),
    responses((status = 200, body = List<SessionOut>)))]
#[get("/sessions")]
async fn list_sessions(api: Api, query: Query<SessionQuery>, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeSessions, move |tx| {
        let (query, paging) = (query.read()?, paging.read()?);
        let (now, sight) = (tx.now(), view::sight(tx.actor()));
        let today = today_begins(now.utc()).into();
        let wanted = SessionFilter {
            centre: query.centre_id,
            activity: query.activity_id,
            after: cursor(paging.after.as_deref())?,
            from: Some(instant("from", query.from.as_deref())?.unwrap_or(today)),
            to: instant("to", query.to.as_deref())?,
            rows: paging.rows(),
            ..SessionFilter::default()
        };
        let rows = view::list(tx, wanted, &phases(query.phase.as_deref())?)?;
        let last = |row: &SessionOut| format!("{}|{}", row.starts_at, row.id);
        let shown = rows.iter().map(|row| SessionOut::of(row, sight, now)).collect();
        Ok(Answer::ok(paging.page(shown, last, |row| row)))
    })
    .await
}

/// A session that was planned; by appointment, the first of its slots.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlannedOut {
    /// The session.
    #[serde(flatten)]
    pub session: SessionOut,
    /// By appointment: every slot, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<SessionId>,
}

/// Plan a session
///
/// It is a draft until it is announced. Moments that are left out follow the activity's plan.
/// Sessions that it displaces are called off at once.
#[utoipa::path(tag = "sessions", request_body = Plan,
    responses((status = 201, body = PlannedOut), PlanFaults))]
#[post("/sessions")]
async fn plan_session(api: Api, body: Body<Plan>) -> ApiResult {
    api.write(Act::Plan, body, |tx, input| {
        let made = plan_instead(tx, &input.checked()?)?;
        let first = made.first().ok_or_else(|| Fault::internal("nothing was planned"))?;
        let session = shown(tx, first)?;
        let version = session.staff.as_ref().map_or(1, |staff| staff.version);
        let slots = if made.len() > 1 { made } else { Vec::new() };
        Ok(Answer::created(PlannedOut { session, slots }).version(version))
    })
    .await
}

pub(crate) fn shown(tx: &mut Tx, id: &SessionId) -> Result<SessionOut> {
    let (now, sight) = (tx.now(), view::sight(tx.actor()));
    Ok(SessionOut::of(&view::see(tx, id)?, sight, now))
}

fn answered(tx: &mut Tx, id: &SessionId) -> Result<Answer<SessionOut>> {
    let session = shown(tx, id)?;
    let version = session.staff.as_ref().map(|staff| staff.version);
    let answer = Answer::ok(session);
    Ok(match version {
        Some(version) => answer.version(version),
        None => answer,
    })
}

/// Get one session
#[utoipa::path(tag = "sessions", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = SessionOut)))]
#[get("/sessions/{id}")]
async fn get_session(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::SeeSessions, move |tx| answered(tx, &id)).await
}

/// What a change applies to.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ApplyTo {
    /// Only this session.
    #[default]
    This,
    /// This session and all later ones in its series.
    AllToCome,
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ApplyQuery {
    /// `this` or `all_to_come`.
    #[serde(default)]
    #[param(inline, example = "this")]
    pub apply_to: ApplyTo,
}

/// Change a session
///
/// Everyone who has or waits for a place is told of a new time, venue or room.
#[utoipa::path(tag = "sessions", request_body = PlannedChange,
    params(("id" = inline(SessionId), Path, description = "The session."), ApplyQuery,
        ("If-Match" = String, Header, description = "The ETag it was read with.")),
    responses((status = 200, body = SessionOut), ChangeFaults))]
#[patch("/sessions/{id}")]
async fn change_session(
    api: Api,
    id: Path<SessionId>,
    query: Query<ApplyQuery>,
    body: Body<PlannedChange>,
) -> ApiResult {
    let version = api.if_match();
    api.write(Act::Plan, body, move |tx, input| {
        let all = matches!(query.read()?.apply_to, ApplyTo::AllToCome);
        change(tx, &id, &version.clone()?, &input.checked()?, all)?;
        answered(tx, &id)
    })
    .await
}

/// Announce a session
///
/// From then on its phase follows from its moments.
#[utoipa::path(tag = "sessions", request_body = Nothing,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = SessionOut), AnnounceFaults))]
#[post("/sessions/{id}/announce")]
async fn announce_session(api: Api, id: Path<SessionId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, _| {
        sessions::service::announce(tx, &id)?;
        answered(tx, &id)
    })
    .await
}

/// Why a session is called off.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reason": "The leader is ill"}))]
pub(crate) struct CancelIn {
    /// For staff.
    #[schema(max_length = 300)]
    pub reason: Option<String>,
}

/// Call a session off
///
/// Everyone concerned is told; families that no message reaches are put on the centre's call list.
/// Calling off the first date of a course calls off the whole course.
#[utoipa::path(tag = "sessions", request_body = CancelIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = SessionOut)))]
#[post("/sessions/{id}/cancel")]
async fn cancel_one_session(api: Api, id: Path<SessionId>, body: Body<CancelIn>) -> ApiResult {
    api.write(Act::Plan, body, move |tx, input| {
        let reason = text::maybe_lines("/reason", input.reason.as_deref(), 300)?;
        cancel_session(tx, &id, reason.as_deref().unwrap_or("not said"))?;
        answered(tx, &id)
    })
    .await
}

//! The list of numbers to ring for requests from the public form that gave only a telephone number,
//! over REST.

use crate::access::Act;
use crate::audit::Event;
use crate::base::id::{CentreId, JoinRequestId, SessionId};
use crate::base::moment::Moment;
use crate::bookings::first::service::requests::{self, ToRing};
use crate::bookings::first::{RingOutcome, SignUpOutcome};
use crate::families::add::AddChild;
use crate::membership::sign_up::Contact;
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_join_requests).service(record_join_call);
}

/// A number to ring, not confirmed: anybody may have typed it and everything else here.
#[derive(Serialize, ToSchema)]
pub(crate) struct JoinRequestOut {
    /// Opaque.
    pub id: JoinRequestId,
    /// The centre whose staff ring; left out: any centre.
    pub centre_id: Option<CentreId>,
    /// The number.
    pub phone: String,
    /// The adults, as they were typed.
    pub adults: Vec<String>,
    /// The children, as they were typed.
    pub children: Vec<String>,
    /// The session it wants a place in, if any. No place is kept.
    pub session_id: Option<SessionId>,
    /// It wants to come as a guest and not to be a member.
    pub guest: bool,
    /// When it was sent.
    pub asked_at: Moment,
    /// When it will be forgotten.
    pub until: Moment,
}

impl From<ToRing> for JoinRequestOut {
    fn from(ToRing { request, join }: ToRing) -> JoinRequestOut {
        let phone = match join.sign_up.contact() {
            Some(Contact::Phone(phone)) => phone,
            Some(Contact::Email(_)) | None => String::new(),
        };
        let children = join.sign_up.family.children.iter().filter_map(|child| match child {
            AddChild::New { name, .. } => Some(name.clone()),
            AddChild::Known(_) => None,
        });
        JoinRequestOut {
            id: request.id,
            centre_id: request.centre_id,
            phone,
            adults: join.sign_up.family.carers.iter().map(|carer| carer.name.clone()).collect(),
            children: children.collect(),
            session_id: join.first.map(|first| first.session_id),
            guest: join.sign_up.family.guest,
            asked_at: request.asked_at,
            until: request.ends_at,
        }
    }
}

/// List requests to ring about, which gave only a telephone number
///
/// What they say was typed by somebody who has not signed in, and is not confirmed. They are gone
/// after seven days.
#[utoipa::path(tag = "tasks", params(Paging),
    responses((status = 200, body = List<JoinRequestOut>)))]
#[get("/join-requests")]
async fn list_join_requests(api: Api, paging: Query<Paging>) -> ApiResult {
    api.open(Act::DoTasks, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let shown = requests::to_ring(tx, (after, paging.rows()))?;
        tx.audit(Event::ListJoinRequests, "", json!({ "shown": shown.len() }))?;
        Ok(Answer::ok(paging.page(shown, |one| one.request.id.to_string(), JoinRequestOut::from)))
    })
    .await
}

/// A call that was made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"outcome": "confirmed"}))]
pub(crate) struct JoinCallIn {
    /// What came of it. `no_answer` leaves the number on the list.
    pub outcome: RingOutcome,
}

/// The outcome of the call.
#[derive(Serialize, ToSchema)]
pub(crate) struct JoinCallOut {
    /// What was done, if the call confirmed it.
    pub done: Option<SignUpOutcome>,
}

/// Record a call about such a request
///
/// `confirmed` does what was asked for, now; tell the family what came of it.
#[utoipa::path(tag = "tasks", request_body = JoinCallIn,
    params(("id" = String, Path, description = "The request.")),
    responses((status = 200, body = JoinCallOut)))]
#[post("/join-requests/{id}/calls")]
async fn record_join_call(api: Api, id: Path<JoinRequestId>, body: Body<JoinCallIn>) -> ApiResult {
    api.write(Act::DoTasks, body, move |tx, input| {
        Ok(Answer::ok(JoinCallOut { done: requests::by_call(tx, &id, input.outcome)? }))
    })
    .await
}

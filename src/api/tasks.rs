//! The call list and other tasks, over REST.

use crate::access::Act;
use crate::base::fault::Result;
use crate::base::id::{BookingId, CentreId, FamilyId, OfferId, SessionId, TaskId};
use crate::base::moment::Moment;
use crate::bookings::tasks::service::{CallOutcome, ListedTask, listed, record_call, seen_by};
use crate::bookings::tasks::{Task, TaskKind, store};
use crate::db::Tx;
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    CallFaults: OfferEnded;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_tasks).service(record_task_call);
}

/// A task for staff.
#[derive(Serialize, ToSchema)]
pub(crate) struct TaskOut {
    /// Opaque.
    pub id: TaskId,
    /// The centre whose list it is on.
    pub centre_id: CentreId,
    /// What to do.
    pub kind: TaskKind,
    /// More about it: `offer`, `place_given`, `session_cancelled` and the like.
    pub detail: String,
    /// The family it is about; left out for a restricted record, unless you may open it.
    pub family_id: Option<FamilyId>,
    /// Which booking, where it is about one.
    pub booking_id: Option<BookingId>,
    /// The session.
    pub session_id: Option<SessionId>,
    /// For `two_families`, the place the child already has at that time. Speak to one household at
    /// a time, and tell neither what the other has booked.
    pub other_booking_id: Option<BookingId>,
    /// Which offer; its clock starts when the call is recorded.
    pub offer_id: Option<OfferId>,
    /// The numbers of family members who may be rung. None for a restricted family, unless you may
    /// open its record.
    pub phones: Vec<String>,
    /// Somebody with one of these numbers wants no message left.
    pub no_voicemail: bool,
    /// Since when it is on the list.
    pub made_at: Moment,
    /// By when it matters: the end of the offer, or the day by which a record must be sent.
    pub until: Option<Moment>,
    /// When somebody last rang and nobody answered.
    pub last_tried_at: Option<Moment>,
    /// When it was done.
    pub done_at: Option<Moment>,
}

impl TaskOut {
    pub(crate) fn load(tx: &mut Tx, task: Task) -> Result<TaskOut> {
        let ListedTask { task, is_named: named, to_ring, until } = listed(tx, task)?;
        Ok(TaskOut {
            id: task.id,
            centre_id: task.centre_id,
            kind: task.kind,
            detail: task.detail,
            family_id: task.family_id.filter(|_| named),
            booking_id: task.booking_id,
            session_id: task.session_id,
            other_booking_id: task.other_booking_id,
            offer_id: task.offer_id,
            no_voicemail: to_ring.iter().any(|carer| carer.no_voicemail),
            phones: to_ring.into_iter().filter_map(|carer| carer.phone).collect(),
            made_at: task.made_at,
            last_tried_at: task.tried_at,
            until,
            done_at: task.done_at,
        })
    }
}

/// Which tasks to list.
#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct TasksQuery {
    /// Only of this kind.
    #[param(inline, example = "not_coming")]
    kind: Option<TaskKind>,
}

/// List the families to ring and other tasks for staff
#[utoipa::path(tag = "tasks", params(TasksQuery, Paging),
    responses((status = 200, body = List<TaskOut>)))]
#[get("/tasks")]
async fn list_tasks(api: Api, query: Query<TasksQuery>, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeTasks, move |tx| {
        let paging = paging.read()?;
        let open = store::Open {
            seen: seen_by(tx),
            kinds: query.read()?.kind.map(|kind| vec![kind]),
            for_lead: false,
            session: None,
        };
        let after = paging.after.as_deref().unwrap_or_default();
        let mut shown = Vec::new();
        for task in store::open(tx, &open, after, paging.rows())? {
            shown.push(TaskOut::load(tx, task)?);
        }
        Ok(Answer::ok(paging.page(shown, |task| task.id.to_string(), |task| task)))
    })
    .await
}

/// A call that was made.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"outcome": "spoke"}))]
pub(crate) struct CallIn {
    /// The outcome. `no_answer` leaves the name on the list.
    pub outcome: CallOutcome,
}

/// Record a call to a family
///
/// If a place was offered, its clock starts now.
#[utoipa::path(tag = "tasks", request_body = CallIn,
    params(("id" = inline(TaskId), Path, description = "The task.")),
    responses((status = 200, body = TaskOut), CallFaults))]
#[post("/tasks/{id}/calls")]
async fn record_task_call(api: Api, id: Path<TaskId>, body: Body<CallIn>) -> ApiResult {
    api.write(Act::DoTasks, body, move |tx, input| {
        let task = record_call(tx, &id, input.outcome)?;
        Ok(Answer::ok(TaskOut::load(tx, task)?))
    })
    .await
}

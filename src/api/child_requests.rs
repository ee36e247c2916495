//! Families' requests about their children, for staff to settle, over REST.

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::{Fault, Result};
use crate::base::id::{ChildId, ChildRequestId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::service::child_requests::{RequestDecision, is_settled_by, settle};
use crate::db::Tx;
use crate::families::requests::{
    Baby, ChildChange, ChildRequest, Details, RequestKind, RequestState, store,
};
use crate::families::{Ended, store as families};
use crate::web::{Answer, Api, ApiResult, Body, List, Paging, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

faults! {
    SettleFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_child_requests).service(settle_child_request);
}

/// A family's request about a child, for staff to settle.
#[derive(Serialize, ToSchema)]
pub(crate) struct ChildRequestOut {
    /// Opaque.
    pub id: ChildRequestId,
    /// The household that made it.
    pub family_id: FamilyId,
    /// The child.
    pub child_id: ChildId,
    /// The child's name as it is now.
    pub child_name: String,
    /// What it is about.
    pub kind: RequestKind,
    /// For `details`: the name as the family writes it.
    pub name: Option<String>,
    /// For `details`: a day, or a month where only that is known.
    #[schema(example = "2024-05-14")]
    pub born_on: Option<String>,
    /// For `details`, about an expected child: the due date.
    pub due_on: Option<NaiveDate>,
    /// For `birth`: who was born.
    pub babies: Vec<Baby>,
    /// For `ended`: what happened.
    pub ended: Option<Ended>,
    /// What became of it.
    pub state: RequestState,
    /// When it was made.
    pub made_at: Moment,
    /// When staff settled it.
    pub settled_at: Option<Moment>,
    /// Why it was refused.
    pub why: Option<String>,
}

impl ChildRequestOut {
    pub(crate) fn load(tx: &mut Tx, request: ChildRequest) -> Result<ChildRequestOut> {
        let child = families::child(tx, &request.child_id)?;
        let child = child.ok_or_else(|| Fault::not_found("child"))?;
        let mut shown = ChildRequestOut {
            kind: request.kind,
            name: None,
            born_on: None,
            due_on: None,
            babies: Vec::new(),
            ended: None,
            id: request.id,
            family_id: request.family_id,
            child_id: request.child_id,
            child_name: child.name,
            state: request.state,
            made_at: request.made_at,
            settled_at: request.settled_at,
            why: request.why,
        };
        match serde_json::from_str(&request.asked).map_err(Fault::internal)? {
            ChildChange::Details(Details { name, born_on, month_only, due_on }) => {
                let format = if month_only { "%Y-%m" } else { "%Y-%m-%d" };
                shown.name = Some(name);
                shown.born_on = born_on.map(|day| day.format(format).to_string());
                shown.due_on = due_on;
            }
            ChildChange::Birth { babies } => shown.babies = babies,
            ChildChange::Ended { ended } => shown.ended = Some(ended),
            ChildChange::Left => {}
        }
        Ok(shown)
    }

    /// A household's requests about children it still has, that nobody has settled or that staff
    /// refused.
    pub(crate) fn of_family(tx: &mut Tx, family: &FamilyId) -> Result<Vec<ChildRequestOut>> {
        let children = families::children_of(tx, family)?;
        let mut shown = Vec::new();
        for request in store::of_family(tx, family)? {
            let has = children.iter().any(|child| child.id == request.child_id);
            if has && request.state != RequestState::Accepted {
                shown.push(ChildRequestOut::load(tx, request)?);
            }
        }
        Ok(shown)
    }
}

/// List families' requests about their children
///
/// A name or birth date to correct, a birth, a death or loss, a child that left: open requests of
/// the families of your centres, the oldest first. Speak of one only with the household that made
/// it; if a household of the child is restricted, the request is for the safeguarding lead.
#[utoipa::path(tag = "families", params(Paging),
    responses((status = 200, body = List<ChildRequestOut>)))]
#[get("/child-requests")]
async fn list_child_requests(api: Api, paging: Query<Paging>) -> ApiResult {
    api.open(Act::SettleRequests, move |tx| {
        let paging = paging.read()?;
        let mut after = paging.after.clone().unwrap_or_default();
        let mut page = Vec::new();
        while page.len() <= paging.limit() {
            let rows = store::open(tx, &after, paging.rows())?;
            let Some(last) = rows.last() else { break };
            after = last.id.to_string();
            for request in rows {
                if is_settled_by(tx, &request)? {
                    page.push(request);
                }
            }
        }
        let page = paging.page(page, |row| row.id.to_string(), |row| row);
        let families: Vec<FamilyId> = page.items.iter().map(|row| row.family_id.clone()).collect();
        tx.audit_families(Event::ListChildRequests, "", &families, json!({}))?;
        let shown = page.items.into_iter().map(|request| ChildRequestOut::load(tx, request));
        Ok(Answer::ok(List { items: shown.collect::<Result<_, _>>()?, next: page.next }))
    })
    .await
}

/// Your decision on a request.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"accept": false, "why": "We saw the birth certificate: it says 14 May."}))]
pub(crate) struct SettleIn {
    /// `true`: change the child as requested. `false`: leave it as it is.
    pub accept: bool,
    /// Why not, for the family to read; needed where it is refused. Say nothing of anybody else.
    #[schema(max_length = 500)]
    pub why: Option<String>,
}

impl SettleIn {
    fn decision(&self) -> Result<RequestDecision> {
        let why = text::maybe_line("/why", self.why.as_deref(), 500)?;
        match (self.accept, why) {
            (true, None) => Ok(RequestDecision::Accept),
            (true, Some(_)) => Err(Fault::invalid("/why", "Leave this out where you accept.")),
            (false, Some(why)) => Ok(RequestDecision::Refuse { why }),
            (false, None) => Err(Fault::invalid("/why", "Say why, for the family to read.")),
        }
    }
}

/// Accept or refuse a request about a child
///
/// Accepted, the child is changed, and what was booked for it is judged again in every household of
/// the child. Refused, the family reads why.
#[utoipa::path(tag = "families", request_body = SettleIn,
    params(("id" = String, Path, description = "The request.")),
    responses((status = 200, body = ChildRequestOut), SettleFaults))]
#[post("/child-requests/{id}/settle")]
async fn settle_child_request(
    api: Api,
    id: Path<ChildRequestId>,
    body: Body<SettleIn>,
) -> ApiResult {
    api.write(Act::SettleRequests, body, move |tx, input| {
        let settled = settle(tx, &id, &input.decision()?)?;
        Ok(Answer::ok(ChildRequestOut::load(tx, settled)?))
    })
    .await
}

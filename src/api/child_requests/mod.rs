//! Families' requests about their children, for staff to settle, over REST.

pub(crate) mod wire;

use crate::access::Act;
use crate::audit::Event;
use crate::base::fault::Fault;
use crate::base::id::{ChildRequestId, FamilyId};
use crate::base::text;
use crate::bookings::service::child_requests::{RequestDecision, is_settled_by, settle};
use crate::families::requests::store;
use crate::web::{Answer, Api, Body, List, Paging, Query, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;
use wire::ChildRequestOut;

faults! {
    SettleFaults: NoLongerOpen;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_child_requests).service(settle_child_request);
}

/// List families' requests about their children
///
/// A name or birth date to correct, a birth, a death or loss, a child that left: open requests of
/// the families of your centres, the oldest first. Speak of one only with the household that made
/// it; if a household of the child is restricted, the request is for the safeguarding lead.
#[utoipa::path(tag = "families", params(Paging),
    responses((status = 200, body = List<ChildRequestOut>)))]
#[get("/child-requests")]
async fn list_child_requests(api: Api, paging: Query<Paging>) -> Result<HttpResponse, Fault> {
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
        let mut items = Vec::new();
        for request in page.items {
            items.push(ChildRequestOut::load(tx, request)?);
        }
        Ok(Answer::ok(List { items, next: page.next }))
    })
    .await
}

/// Your decision on a request.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"accept": false, "why": "We saw the birth certificate: it says 14 May."}))]
pub struct SettleIn {
    /// `true`: change the child as requested. `false`: leave it as it is.
    pub accept: bool,
    /// Why not, for the family to read; needed where it is refused. Say nothing of anybody else.
    #[schema(max_length = 500)]
    pub why: Option<String>,
}

impl SettleIn {
    fn decision(&self) -> Result<RequestDecision, Fault> {
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
) -> Result<HttpResponse, Fault> {
    api.write(Act::SettleRequests, body, move |tx, input| {
        let settled = settle(tx, &id, &input.decision()?)?;
        Ok(Answer::ok(ChildRequestOut::load(tx, settled)?))
    })
    .await
}

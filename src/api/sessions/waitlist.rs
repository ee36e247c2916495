//! The waiting list over REST, for staff.

use crate::access::Act;
use crate::base::fault::{Code, Fault};
use crate::base::id::{BookingId, FamilyId, SessionId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::bookings::service::waitlist::{line, move_entry, why};
use crate::bookings::{Tier, Wants, store};
use crate::families;
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Query, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

faults! {
    MoveFaults: NoLongerOpen;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_waiting).service(move_in_line).service(explain_order);
}

/// A party on the waiting list.
#[derive(Serialize, ToSchema)]
pub(crate) struct WaitingOut {
    /// The booking that waits.
    pub booking_id: BookingId,
    /// Its place, counted from 1.
    pub position: usize,
    /// Referred, of a target group with priority, or everyone.
    pub tier: Tier,
    /// Why it stands in that tier, or why it was moved.
    pub reason: String,
    /// The family; left out for a restricted record, unless you may open it.
    pub family_id: Option<FamilyId>,
    /// How many adults come.
    pub adults: i32,
    /// How many children come.
    pub children: i32,
    /// Whether to offer it a place, or book it at once.
    pub wants: Wants,
    /// Its number; order within a tier.
    pub number: i64,
    /// Since when it has been waiting.
    pub since: Moment,
    /// The other dates it waits for.
    pub or_sessions: Vec<SessionId>,
}

/// List who waits for a session, in order
#[utoipa::path(tag = "waiting", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = List<WaitingOut>)))]
#[get("/sessions/{id}/waitlist")]
async fn list_waiting(api: Api, id: Path<SessionId>) -> ApiResult {
    api.read(Act::SeeLine, move |tx| {
        let (planned, placed) = line(tx, &id)?;
        let mut items = Vec::new();
        for placed in placed {
            let booking = placed.booking;
            let lines = store::sessions_of(tx, &booking.id)?;
            let named = families::service::names(tx, &booking.family_id)?;
            items.push(WaitingOut {
                position: placed.position,
                tier: booking.tier,
                reason: booking.move_reason.unwrap_or(booking.tier_reason),
                family_id: named.then_some(booking.family_id),
                adults: booking.adults,
                children: booking.children,
                wants: booking.wants,
                number: booking.number,
                since: booking.made_at,
                or_sessions: lines.into_iter().filter(|id| *id != planned.session.id).collect(),
                booking_id: booking.id,
            });
        }
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Where to move an entry.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"booking_id": "0198b1d27f3a7d0e9d1c2b3a4f5e6d7c", "before": "0198b0d27f3a7d0e9d1c2b3a4f5e6d7c",
    "reason": "Twins in hospital until last week"}))]
pub(crate) struct MoveIn {
    /// The entry to move.
    pub booking_id: BookingId,
    /// The entry to put it right before; left out, it goes to the end.
    pub before: Option<BookingId>,
    /// Why; the reason is kept and shown.
    #[schema(min_length = 1, max_length = 300)]
    pub reason: String,
}

/// Move a party on the waiting list, for a reason
#[utoipa::path(tag = "waiting", request_body = MoveIn,
    params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = Nothing), MoveFaults))]
#[post("/sessions/{id}/waitlist/moves")]
async fn move_in_line(api: Api, id: Path<SessionId>, body: Body<MoveIn>) -> ApiResult {
    api.write(Act::MoveInLine, body, move |tx, input| {
        let reason = text::lines("/reason", &input.reason, 300)?;
        move_entry(tx, &input.booking_id, &id, input.before.as_ref(), &reason)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct WhyQuery {
    /// A booking on the waiting list.
    #[param(inline, required)]
    pub a: Option<BookingId>,
    /// Another.
    #[param(inline, required)]
    pub b: Option<BookingId>,
}

/// Why one stands before another.
#[derive(Serialize, ToSchema)]
pub(crate) struct WhyOut {
    /// Who stands first.
    pub first: BookingId,
    /// Why, in words.
    #[schema(example = "The first is referred: isolated; the second is in line like everyone.")]
    pub why: String,
}

/// Explain why one party is before another
#[utoipa::path(tag = "waiting", params(("id" = inline(SessionId), Path, description = "The session."), WhyQuery),
    responses((status = 200, body = WhyOut)))]
#[get("/sessions/{id}/waitlist/why")]
async fn explain_order(api: Api, id: Path<SessionId>, query: Query<WhyQuery>) -> ApiResult {
    api.read(Act::SeeLine, move |tx| {
        let WhyQuery { a: Some(a), b: Some(b) } = query.read()? else {
            return Err(Fault::new(Code::InvalidRequest, "Name two bookings: ?a=…&b=…"));
        };
        let (first, why) = why(tx, &id, &a, &b)?;
        Ok(Answer::ok(WhyOut { first, why }))
    })
    .await
}

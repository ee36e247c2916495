//! Decisions on cards, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::BirthdayDecisionId;
use crate::base::moment::Moment;
use crate::base::text;
use crate::mail::MailChannel;
use crate::membership::birthdays::decisions::service::RecordDecision;
use crate::membership::birthdays::{CardChannel, CardDecision, decisions};
use crate::web::{Answer, Api, Body, List, Nothing, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    RecordFaults: AlreadyExists;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_decisions).service(record_decision).service(end_decision);
}

/// The organisation decided that cards by this channel are part of its service.
#[derive(Serialize, ToSchema)]
pub struct BirthdayDecisionOut {
    /// Opaque.
    pub id: BirthdayDecisionId,
    /// `email` or `text`.
    pub channel: CardChannel,
    /// Why.
    pub why: String,
    /// Who decided, as the organisation names them.
    pub decided_by: String,
    /// When it was decided.
    pub decided_on: NaiveDate,
    /// When it was recorded.
    pub recorded_at: Moment,
    /// When it ended; `null` while it stands.
    pub ended_at: Option<Moment>,
}

impl From<CardDecision> for BirthdayDecisionOut {
    fn from(decision: CardDecision) -> BirthdayDecisionOut {
        BirthdayDecisionOut {
            id: decision.id,
            channel: decision.channel,
            why: decision.why,
            decided_by: decision.decided_by,
            decided_on: decision.decided_on,
            recorded_at: decision.recorded_at,
            ended_at: decision.ended_at,
        }
    }
}

/// A decision to record.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "channel": "email", "decided_by": "Head of early help", "decided_on": "2026-11-02",
    "why": "The card is how a membership is renewed; legal advice of 28 October."
}))]
pub struct BirthdayDecisionIn {
    /// How cards go out by it.
    pub channel: MailChannel,
    /// Why it is part of the service.
    #[schema(min_length = 1, max_length = 500)]
    pub why: String,
    /// Who decided.
    #[schema(min_length = 1, max_length = 120)]
    pub decided_by: String,
    /// When; not in the future.
    pub decided_on: NaiveDate,
}

impl BirthdayDecisionIn {
    fn command(&self) -> Result<RecordDecision, Fault> {
        Ok(RecordDecision {
            channel: match self.channel {
                MailChannel::Email => CardChannel::Email,
                MailChannel::Text => CardChannel::Text,
            },
            why: text::lines("/why", &self.why, 500)?,
            decided_by: text::name("/decided_by", &self.decided_by)?,
            decided_on: self.decided_on,
        })
    }
}

/// List what was decided on birthday cards
///
/// Newest first, including those that ended.
#[utoipa::path(tag = "membership", responses((status = 200, body = List<BirthdayDecisionOut>)))]
#[get("/birthdays/decisions")]
async fn list_decisions(api: Api) -> Result<HttpResponse, Fault> {
    api.read(Act::KeepNotices, |tx| {
        let rows = decisions::store::all(tx)?;
        let items = rows.into_iter().map(BirthdayDecisionOut::from).collect();
        Ok(Answer::ok(List { items, next: None }))
    })
    .await
}

/// Record that birthday cards by a channel are a service message
///
/// From then on they need no consent from the family. A family that said no gets none by that
/// channel.
#[utoipa::path(tag = "membership", request_body = BirthdayDecisionIn,
    responses((status = 201, body = BirthdayDecisionOut), RecordFaults))]
#[post("/birthdays/decisions")]
async fn record_decision(api: Api, body: Body<BirthdayDecisionIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::KeepNotices, body, |tx, input| {
        let decision = decisions::service::record(tx, &input.command()?)?;
        Ok(Answer::created(BirthdayDecisionOut::from(decision)))
    })
    .await
}

/// End a decision on birthday cards
#[utoipa::path(tag = "membership", request_body = Nothing,
    params(("id" = inline(BirthdayDecisionId), Path, description = "The decision.")),
    responses((status = 200, body = BirthdayDecisionOut)))]
#[post("/birthdays/decisions/{id}/end")]
async fn end_decision(
    api: Api,
    id: Path<BirthdayDecisionId>,
    body: Body<Nothing>,
) -> Result<HttpResponse, Fault> {
    api.write(Act::KeepNotices, body, move |tx, _| {
        Ok(Answer::ok(BirthdayDecisionOut::from(decisions::service::end(tx, &id)?)))
    })
    .await
}

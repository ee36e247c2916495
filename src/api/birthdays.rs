//! Birthday cards over REST: the decisions on them; and the print list, with cards and labels to
//! print.

use crate::access::Act;
use crate::base::id::{BirthdayCardId, BirthdayDecisionId, CentreId, FamilyId};
use crate::base::text;
use crate::membership::birthdays::decisions::service::RecordDecision;
use crate::membership::birthdays::service::print::{self, Paper, PrintList};
use crate::membership::birthdays::{CardDecision, decisions, paper};
use crate::web::{
    Answer, Api, ApiResult, Body, Download, List, Nothing, Query, ServiceConfig, faults,
};
use crate::words::languages::Languages;
use actix_web::web::Path;
use actix_web::{get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    RecordFaults: AlreadyExists;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(list_decisions)
        .service(record_decision)
        .service(end_decision)
        .service(list_to_print)
        .service(print_birthday_cards)
        .service(print_birthday_labels)
        .service(mark_printed);
}

/// List what was decided on birthday cards
///
/// Newest first, including those that ended.
#[utoipa::path(tag = "membership", responses((status = 200, body = List<CardDecision>)))]
#[get("/birthdays/decisions")]
async fn list_decisions(api: Api) -> ApiResult {
    api.read(Act::KeepNotices, |tx| {
        Ok(Answer::ok(List { items: decisions::store::all(tx)?, next: None }))
    })
    .await
}

/// Record that birthday cards by a channel are a service message
///
/// From then on they need no consent from the family. A family that said no gets none by that
/// channel.
#[utoipa::path(tag = "membership", request_body = RecordDecision,
    responses((status = 201, body = CardDecision), RecordFaults))]
#[post("/birthdays/decisions")]
async fn record_decision(api: Api, body: Body<RecordDecision>) -> ApiResult {
    api.write(Act::KeepNotices, body, |tx, input| {
        let record = RecordDecision {
            why: text::lines("/why", &input.why, 500)?,
            decided_by: text::name("/decided_by", &input.decided_by)?,
            ..input.clone()
        };
        Ok(Answer::created(decisions::service::record(tx, record)?))
    })
    .await
}

/// End a decision on birthday cards
#[utoipa::path(tag = "membership", request_body = Nothing,
    params(("id" = inline(BirthdayDecisionId), Path, description = "The decision.")),
    responses((status = 200, body = CardDecision)))]
#[post("/birthdays/decisions/{id}/end")]
async fn end_decision(api: Api, id: Path<BirthdayDecisionId>, body: Body<Nothing>) -> ApiResult {
    api.write(Act::KeepNotices, body, move |tx, _| {
        Ok(Answer::ok(decisions::service::end(tx, &id)?))
    })
    .await
}

/// List the birthday cards that a centre prints
///
/// Cards for families that agreed to no messages, and those whose text could not be sent. A card
/// that would be held back today is not on the list.
#[utoipa::path(tag = "membership", params(PrintList),
    responses((status = 200, body = List<Paper>)))]
#[get("/birthdays/print-list")]
async fn list_to_print(api: Api, query: Query<PrintList>) -> ApiResult {
    api.read(Act::SeePrintList, move |tx| {
        Ok(Answer::ok(List { items: print::list(tx, &query.read()?)?, next: None }))
    })
    .await
}

/// Print the cards of the list
///
/// A PDF of A5 pages, one a card.
#[utoipa::path(tag = "membership", params(PrintList),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/birthdays/print-list/cards.pdf")]
async fn print_birthday_cards(api: Api, query: Query<PrintList>) -> ApiResult {
    let whats_on = api.app().head.whats_on();
    let languages = api.app().store.memory::<Languages>();
    let organisation = api.app().head.organisation.clone();
    api.read(Act::SeePrintList, move |tx| {
        let papers = print::list(tx, &query.read()?)?;
        let from = paper::Issuer {
            organisation: &organisation,
            whats_on: &whats_on,
            languages: &languages,
        };
        let bytes = paper::cards(&papers, from)?;
        Ok(Download::pdf("birthday-cards.pdf", bytes).of(families(&papers)))
    })
    .await
}

/// Print address labels for the cards of the list
///
/// A PDF of A4 pages, 21 labels of 63.5 by 38.1 mm on each, in the order of the cards.
#[utoipa::path(tag = "membership", params(PrintList),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/birthdays/print-list/labels.pdf")]
async fn print_birthday_labels(api: Api, query: Query<PrintList>) -> ApiResult {
    api.read(Act::SeePrintList, move |tx| {
        let papers = print::list(tx, &query.read()?)?;
        let labels = paper::labels(&papers)?;
        Ok(Download::pdf("birthday-labels.pdf", labels).of(families(&papers)))
    })
    .await
}

fn families(papers: &[Paper]) -> Vec<FamilyId> {
    papers.iter().map(|paper| paper.family_id.clone()).collect()
}

/// Which cards were printed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"centre_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "card_ids": ["0198cbd27f3a7d0e9d1c2b3a4f5e6d7c"]}))]
pub(crate) struct PrintedIn {
    /// The centre that printed them.
    pub centre_id: CentreId,
    /// The cards.
    #[schema(max_items = 1000)]
    pub card_ids: Vec<BirthdayCardId>,
}

/// What was marked.
#[derive(Serialize, ToSchema)]
pub(crate) struct PrintedOut {
    /// How many cards.
    pub marked: usize,
}

/// Mark cards as printed
///
/// Marking a card twice changes nothing: the first moment is kept.
#[utoipa::path(tag = "membership", request_body = PrintedIn,
    responses((status = 200, body = PrintedOut)))]
#[post("/birthdays/print-list/printed")]
async fn mark_printed(api: Api, body: Body<PrintedIn>) -> ApiResult {
    api.write(Act::SeePrintList, body, |tx, input| {
        text::at_most("/card_ids", &input.card_ids, 1_000)?;
        let marked = print::mark_printed(tx, &input.centre_id, &input.card_ids)?;
        Ok(Answer::ok(PrintedOut { marked }))
    })
    .await
}

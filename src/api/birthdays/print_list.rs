//! The print list over REST: what is on it, cards and labels to print, and that they were printed.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{BirthdayCardId, CentreId, ChildId, FamilyId};
use crate::base::moment::Moment;
use crate::base::text;
use crate::membership::birthdays::service::print::{self, Paper, PrintList};
use crate::membership::birthdays::{CardKind, paper};
use crate::membership::number::Number;
use crate::web::{Answer, Api, Body, Download, List, Query};
use actix_web::{HttpResponse, get, post};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config
        .service(list_to_print)
        .service(print_birthday_cards)
        .service(print_birthday_labels)
        .service(mark_printed);
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PrintListIn {
    /// The centre that prints.
    pub centre_id: CentreId,
    /// Birthdays from this day on; left out, the last four weeks.
    pub from: Option<NaiveDate>,
    /// Up to this day; left out, today.
    pub to: Option<NaiveDate>,
    /// `false`: only those not printed yet; `true`: only those that were; left out, both.
    pub printed: Option<bool>,
}

impl From<PrintListIn> for PrintList {
    fn from(sent: PrintListIn) -> PrintList {
        let PrintListIn { centre_id, from, to, printed } = sent;
        PrintList { centre: centre_id, from, to, printed }
    }
}

/// A card that goes on paper.
#[derive(Serialize, ToSchema)]
pub struct PrintOut {
    /// The card.
    pub card_id: BirthdayCardId,
    /// A birthday card or a farewell.
    pub kind: CardKind,
    /// Whose household it goes to.
    pub family_id: FamilyId,
    /// Whose birthday it is.
    pub child_id: ChildId,
    /// What the family calls the child.
    pub child: String,
    /// The age reached.
    pub age: i32,
    /// The birthday.
    pub due_on: NaiveDate,
    /// The membership number.
    #[schema(value_type = Option<String>)]
    pub number: Option<Number>,
    /// Who the envelope is addressed to.
    #[schema(example = "Amina Khan and family")]
    pub addressee: String,
    /// Lines of the address; empty where only the postcode is known.
    pub address: Vec<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// When it was marked as printed.
    pub printed_at: Option<Moment>,
}

impl From<Paper> for PrintOut {
    fn from(paper: Paper) -> PrintOut {
        PrintOut {
            card_id: paper.card.id,
            kind: paper.card.kind,
            family_id: paper.card.family_id,
            child_id: paper.card.child_id,
            child: paper.child,
            age: paper.card.age,
            due_on: paper.card.due_on,
            number: paper.number,
            addressee: paper.addressee,
            address: paper.address,
            postcode: paper.postcode,
            printed_at: paper.card.printed_at,
        }
    }
}

/// List the birthday cards that a centre prints
///
/// Cards for families that agreed to no messages, and those whose text could not be sent. A card
/// that would be held back today is not on the list.
#[utoipa::path(tag = "membership", params(PrintListIn),
    responses((status = 200, body = List<PrintOut>)))]
#[get("/birthdays/print-list")]
async fn list_to_print(api: Api, query: Query<PrintListIn>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeePrintList, move |tx| {
        let papers = print::list(tx, &query.read()?.into())?;
        Ok(Answer::ok(List { items: papers.into_iter().map(PrintOut::from).collect(), next: None }))
    })
    .await
}

/// Print the cards of the list
///
/// A PDF of A5 pages, one a card.
#[utoipa::path(tag = "membership", params(PrintListIn),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/birthdays/print-list/cards.pdf")]
async fn print_birthday_cards(api: Api, query: Query<PrintListIn>) -> Result<HttpResponse, Fault> {
    let whats_on = api.app().head.whats_on();
    let organisation = api.app().head.organisation.clone();
    api.download(Act::SeePrintList, move |tx| {
        let papers = print::list(tx, &query.read()?.into())?;
        let bytes = paper::cards(&papers, &organisation, &whats_on)?;
        Ok(Download::pdf("birthday-cards.pdf", bytes).of(families(&papers)))
    })
    .await
}

/// Print address labels for the cards of the list
///
/// A PDF of A4 pages, 21 labels of 63.5 by 38.1 mm on each, in the order of the cards.
#[utoipa::path(tag = "membership", params(PrintListIn),
    responses((status = 200, body = Vec<u8>, content_type = "application/pdf")))]
#[get("/birthdays/print-list/labels.pdf")]
async fn print_birthday_labels(api: Api, query: Query<PrintListIn>) -> Result<HttpResponse, Fault> {
    api.download(Act::SeePrintList, move |tx| {
        let papers = print::list(tx, &query.read()?.into())?;
        let labels = paper::labels(&papers)?;
        Ok(Download::pdf("birthday-labels.pdf", labels).of(families(&papers)))
    })
    .await
}

fn families(papers: &[Paper]) -> Vec<FamilyId> {
    papers.iter().map(|paper| paper.card.family_id.clone()).collect()
}

/// Which cards were printed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"centre_id": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c", "card_ids": ["0198cbd27f3a7d0e9d1c2b3a4f5e6d7c"]}))]
pub struct PrintedIn {
    /// The centre that printed them.
    pub centre_id: CentreId,
    /// The cards.
    #[schema(max_items = 1000)]
    pub card_ids: Vec<BirthdayCardId>,
}

/// What was marked.
#[derive(Serialize, ToSchema)]
pub struct PrintedOut {
    /// How many cards.
    pub marked: usize,
}

/// Mark cards as printed
///
/// Marking a card twice changes nothing: the first moment is kept.
#[utoipa::path(tag = "membership", request_body = PrintedIn,
    responses((status = 200, body = PrintedOut)))]
#[post("/birthdays/print-list/printed")]
async fn mark_printed(api: Api, body: Body<PrintedIn>) -> Result<HttpResponse, Fault> {
    api.write(Act::SeePrintList, body, |tx, input| {
        text::at_most("/card_ids", &input.card_ids, 1_000)?;
        let marked = print::mark_printed(tx, &input.centre_id, &input.card_ids)?;
        Ok(Answer::ok(PrintedOut { marked }))
    })
    .await
}

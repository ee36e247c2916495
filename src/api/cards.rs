//! Sheets of membership cards to print, over REST.

use super::memberships::press;
use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::StatementId;
use crate::db::Tx;
use crate::membership::card::blank::{BlankCard, service as blanks};
use crate::membership::card::{Card, drawing, service};
use crate::membership::number::Number;
use crate::web::{
    Answer, Api, ApiResult, Body, Download, List, Paging, Query, ServiceConfig, faults,
};
use crate::words::languages::Languages;
use actix_web::web::Path;
use actix_web::{get, post};
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    CardFaults: InvalidMembershipNumber, NotFound, NoLongerOpen;
    GiveFaults: InvalidMembershipNumber, NoLongerOpen;
}

/// Cards in one request: ten sheets.
const CARDS_AT_ONCE: usize = 100;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .service(print_card_sheets)
        .service(print_blank_cards)
        .service(list_blank_cards)
        .service(give_card);
}

/// Whose cards to print.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"numbers": ["48210934", "4821 0940"]}))]
pub(crate) struct CardsIn {
    /// Membership numbers, 1 to 100; ten go on a sheet.
    #[schema(min_items = 1, max_items = 100)]
    pub numbers: Vec<String>,
}

impl CardsIn {
    fn numbers(&self) -> Result<Vec<Number>> {
        if self.numbers.is_empty() || self.numbers.len() > CARDS_AT_ONCE {
            return Err(Fault::invalid("/numbers", "Send 1 to 100 membership numbers."));
        }
        let each = self.numbers.iter().enumerate().map(|(at, text)| {
            Number::parse(text).map_err(|fault| {
                let detail = fault.detail().to_owned();
                fault.field(&format!("/numbers/{at}"), detail)
            })
        });
        each.collect()
    }
}

/// Print the cards of several memberships
///
/// A PDF of A4 sheets of ten, the fronts of each followed by their backs: print on both sides,
/// turned over the long edge, and cut along the lines. All cards or none.
#[utoipa::path(tag = "membership", request_body = CardsIn,
    responses((status = 200, description = "The cards", body = Vec<u8>,
        content_type = "application/pdf"), CardFaults))]
#[post("/cards/sheet")]
async fn print_card_sheets(api: Api, body: Body<CardsIn>) -> ApiResult {
    let press = press(api.app());
    let open = move |tx: &mut Tx| {
        let numbers = body.read.as_ref().map_err(Fault::clone)?.numbers()?;
        service::cards(tx, &press, &numbers)
    };
    let languages = api.app().store.memory::<Languages>();
    let draw = move |cards: Vec<Card>| {
        Ok(Download::pdf("cards.pdf", drawing::sheets(&languages, &cards)?))
    };
    api.open_and_draw(Act::IssueCard, open, draw).await
}

/// How many blank cards to print.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"count": 10}))]
pub(crate) struct BlankCardsIn {
    /// 1 to 50; ten go on a sheet.
    #[schema(minimum = 1, maximum = 50)]
    pub count: usize,
}

/// Blank cards in one request: five sheets.
pub(crate) const BLANK_AT_ONCE: usize = 50;

/// Print blank cards
///
/// By professionals, to be given to families they meet. A PDF of A4 sheets of ten, as for
/// `POST /cards/sheet`. Each has a number and a code of its own, which are nobody's until the card is
/// given; sent twice, it prints others.
#[utoipa::path(tag = "membership", request_body = BlankCardsIn,
    responses((status = 200, description = "The cards", body = Vec<u8>,
        content_type = "application/pdf")))]
#[post("/cards/blank")]
async fn print_blank_cards(api: Api, body: Body<BlankCardsIn>) -> ApiResult {
    let press = press(api.app());
    let open = move |tx: &mut Tx| {
        let count = body.read.as_ref().map_err(Fault::clone)?.count;
        if !(1..=BLANK_AT_ONCE).contains(&count) {
            return Err(Fault::invalid("/count", "Print 1 to 50 at once."));
        }
        blanks::make(tx, &press, count)
    };
    let languages = api.app().store.memory::<Languages>();
    let draw = move |cards: Vec<Card>| {
        Ok(Download::pdf("blank-cards.pdf", drawing::sheets(&languages, &cards)?))
    };
    api.open_and_draw(Act::GiveCard, open, draw).await
}

/// List your team's blank cards
///
/// Those that nobody has yet, by number.
#[utoipa::path(tag = "membership", params(Paging),
    responses((status = 200, body = List<BlankCard>)))]
#[get("/cards/blank")]
async fn list_blank_cards(api: Api, paging: Query<Paging>) -> ApiResult {
    api.read(Act::GiveCard, move |tx| {
        let paging = paging.read()?;
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = blanks::to_give(tx, after, paging.rows())?;
        let place = |row: &BlankCard| row.number.as_str().to_owned();
        Ok(Answer::ok(paging.page(rows, place, |row| row)))
    })
    .await
}

/// The family that gets the card.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"statement_id": "0198c5d27f3a7d0e9d1c2b3a4f5e6d7c"}))]
pub(crate) struct GiveIn {
    /// A family that your team has told us about.
    pub statement_id: StatementId,
}

/// Give a blank card to a family
///
/// A card is given once; to the same family again, nothing changes. From then on its number and its
/// code are the family's, like those of a card that was printed for it.
#[utoipa::path(tag = "membership", request_body = GiveIn,
    params(("number" = String, Path, description = "The number on the card.")),
    responses((status = 200, body = BlankCard), GiveFaults))]
#[post("/cards/{number}/give")]
async fn give_card(api: Api, number: Path<String>, body: Body<GiveIn>) -> ApiResult {
    api.write(Act::GiveCard, body, move |tx, input| {
        Ok(Answer::ok(blanks::give(tx, &Number::parse(&number)?, &input.statement_id)?))
    })
    .await
}

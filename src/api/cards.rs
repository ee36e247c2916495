//! Sheets of membership cards to print, over REST.

use super::memberships::press;
use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::db::Tx;
use crate::membership::card::{Card, drawing, service};
use crate::membership::number::Number;
use crate::web::{Api, ApiResult, Body, Download, ServiceConfig, faults};
use crate::words::languages::Languages;
use actix_web::post;
use serde::Deserialize;
use utoipa::ToSchema;

faults! {
    CardFaults: InvalidMembershipNumber, NotFound, NoLongerOpen;
}

/// Cards in one request: ten sheets.
const CARDS_AT_ONCE: usize = 100;

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(print_card_sheets);
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

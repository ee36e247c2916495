//! Text messages: what the service that carries them tells us, by a token of its own, and what they
//! cost.

use crate::access::Act;
use crate::base::fault::{Code, Fault, Result};
use crate::base::text::mobile;
use crate::bookings::texted::service::{self as texted, TextReceived};
use crate::mail::Delivery;
use crate::mail::texts::{self, DeliveryTold, MonthCost};
use crate::web::{Answer, Api, ApiResult, Body, List, Nothing, Query, ServiceConfig, faults};
use actix_web::http::header::AUTHORIZATION;
use actix_web::{get, post};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

faults! {
    StatusFaults: Busy;
    ReceivedFaults: ;
    CostFaults: ;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(record_text_status).service(receive_text).service(list_text_costs);
}

/// Whether it is the service that carries texts, by the token we gave it.
fn is_carrier(api: &Api) -> Result<()> {
    let shown = api.request().headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let shown = shown.and_then(|value| value.split_once(' '));
    let bearer = shown.filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let token = api.app().http.texts.callback_token.as_ref();
    match (bearer, token) {
        (Some((_, bearer)), Some(token)) if token.is(bearer.trim()) => Ok(()),
        _ => {
            let detail = "Send the token of the service that carries texts.";
            Err(Fault::new(Code::NotSignedIn, detail))
        }
    }
}

/// What became of a text: as GOV.UK Notify says it, or a gateway. Other members are not read.
#[derive(Clone, Deserialize, ToSchema)]
#[schema(as = TextStatusIn, example = json!({
    "id": "740e5834-3a29-46b4-9a6f-16142fde533a", "reference": "0198cad27f3a7d0e9d1c2b3a4f5e6d7c",
    "status": "delivered"
}))]
struct StatusIn {
    /// The text, by its id there.
    #[schema(max_length = 100)]
    id: String,
    /// The text, by the reference we gave.
    #[schema(max_length = 100)]
    reference: Option<String>,
    /// `delivered`, `permanent-failure`, `temporary-failure` or `technical-failure`; of a gateway
    /// also `failed_permanently`, `failed_for_now` and `technical`.
    #[schema(max_length = 40)]
    status: String,
}

/// Record what became of a text
///
/// For the service that carries texts, with `text_callback_token`. Told twice, it changes nothing.
/// What it says of a text that is not ours is not kept. A family that did not get what it must hear
/// comes on the list of those to ring.
#[utoipa::path(tag = "texts", request_body = StatusIn,
    responses((status = 200, body = Nothing), StatusFaults))]
#[post("/texts/status")]
async fn record_text_status(api: Api, body: Body<StatusIn>) -> ApiResult {
    is_carrier(&api)?;
    api.write_public(body, move |tx, input| {
        let delivery = Delivery::said(&input.status);
        let wrong = || Fault::invalid("/status", "This is not a status we know.");
        let told = DeliveryTold {
            carrier_id: input.id.clone(),
            reference: input.reference.clone(),
            delivery: delivery.ok_or_else(wrong)?,
        };
        texts::service::told(tx, &told)?;
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

/// A text that somebody sent: as GOV.UK Notify says it, or a gateway. Other members are not read.
#[derive(Clone, Deserialize, ToSchema)]
#[schema(as = TextReceivedIn, example = json!({
    "id": "4e9b8a3d-3a29-46b4-9a6f-16142fde533a", "source_number": "447700900123", "message": "1"
}))]
struct ReceivedIn {
    /// The text, by its id there.
    #[schema(max_length = 100)]
    id: String,
    /// Who sent it; a gateway may call it `from`.
    #[serde(alias = "from")]
    #[schema(max_length = 40)]
    source_number: String,
    /// What it says; a gateway may call it `text`.
    #[serde(alias = "text")]
    #[schema(max_length = 2000)]
    message: String,
}

/// Take a text that a family sent
///
/// For the service that carries texts, with `text_callback_token`. `1` or `2` answers an offer while
/// exactly one live offer was texted to that number; else the answer holds the links. `STOP` ends
/// cards and alerts by text. Anything else is answered with a telephone number, once a day. What it
/// said is not kept.
#[utoipa::path(tag = "texts", request_body = ReceivedIn,
    responses((status = 200, body = Nothing), ReceivedFaults))]
#[post("/texts/received")]
async fn receive_text(api: Api, body: Body<ReceivedIn>) -> ApiResult {
    is_carrier(&api)?;
    api.write_public(body, move |tx, input| {
        // We text UK mobiles alone, so no other number has an offer to answer.
        if let Some(number) = mobile(&input.source_number) {
            let (id, text) = (input.id.clone(), input.message.clone());
            texted::receive(tx, &TextReceived { id, number, text })?;
        }
        Ok(Answer::ok(Nothing {}))
    })
    .await
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Months {
    /// The first month, as 2026-04.
    #[param(max_length = 7, example = "2026-04")]
    from: String,
    /// The last month, as 2026-11; at most 36 in all.
    #[param(max_length = 7, example = "2026-11")]
    to: String,
}

impl Months {
    fn read(&self) -> Result<(NaiveDate, NaiveDate)> {
        let month = |pointer: &str, text: &str| {
            let wrong = || Fault::invalid(pointer, "Use a month, as 2026-11.");
            texts::month(text).ok_or_else(wrong)
        };
        Ok((month("/from", &self.from)?, month("/to", &self.to)?))
    }
}

/// List what texts cost, by month
///
/// Counted when a text leaves, at the price that is set now (`text_price_pence`).
#[utoipa::path(tag = "texts", params(Months),
    responses((status = 200, body = List<MonthCost>), CostFaults))]
#[get("/texts/costs")]
async fn list_text_costs(api: Api, months: Query<Months>) -> ApiResult {
    let price = api.app().http.texts.price;
    api.read(Act::SeeTextCosts, move |tx| {
        let months = months.read()?.read()?;
        Ok(Answer::ok(List { items: texts::service::costs(tx, months, price)?, next: None }))
    })
    .await
}

//! What a centre offers its members, as its cards carry it, over REST.

use crate::access::Act;
use crate::base::fault::{Fault, Result};
use crate::base::id::CentreId;
use crate::base::text;
use crate::centres;
use crate::membership::card::{service, store};
use crate::web::{Answer, Api, ApiResult, Body, ServiceConfig, faults};
use actix_web::web::Path;
use actix_web::{get, put};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

faults! {
    OfferFaults: NotFound;
}

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(get_offer).service(keep_offer);
}

/// What a centre offers: the lines on the back of its families' cards.
#[derive(Serialize, ToSchema)]
pub(crate) struct CardOfferOut {
    /// The centre.
    pub centre_id: CentreId,
    /// In the order they are printed; none if the centre offers nothing of its own.
    #[schema(example = json!(["Stay and play every weekday"]))]
    pub lines: Vec<String>,
}

/// What a centre offers.
#[derive(Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"lines": ["Stay and play every weekday", "Help with feeding and sleep"]}))]
pub(crate) struct CardOfferIn {
    /// Plain words, a line each; together they fill at most six lines of the card. An empty list
    /// removes the offer.
    #[schema(max_items = 6)]
    pub lines: Vec<String>,
}

impl CardOfferIn {
    fn lines(&self) -> Result<Vec<String>> {
        text::at_most("/lines", &self.lines, 6)?;
        let each = self.lines.iter().enumerate().map(|(at, said)| {
            let pointer = format!("/lines/{at}");
            let said = text::line(&pointer, said, 120)?;
            match said.contains('\n') {
                true => Err(Fault::invalid(&pointer, "Send each line by itself.")),
                false => Ok(said),
            }
        });
        each.collect()
    }
}

/// Read what a centre offers its members
#[utoipa::path(tag = "membership", params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = CardOfferOut), OfferFaults))]
#[get("/centres/{id}/offer")]
async fn get_offer(api: Api, id: Path<CentreId>) -> ApiResult {
    api.read(Act::SeeCentres, move |tx| {
        let centre_id = centres::store::centre(tx, &id)?.id;
        Ok(Answer::ok(CardOfferOut { lines: store::offer(tx, &centre_id)?, centre_id }))
    })
    .await
}

/// Set what a centre offers its members
///
/// Cards drawn from now on carry it.
#[utoipa::path(tag = "membership", request_body = CardOfferIn,
    params(("id" = inline(CentreId), Path, description = "The centre.")),
    responses((status = 200, body = CardOfferOut), OfferFaults))]
#[put("/centres/{id}/offer")]
async fn keep_offer(api: Api, id: Path<CentreId>, body: Body<CardOfferIn>) -> ApiResult {
    api.write(Act::KeepOffer, body, move |tx, input| {
        let lines = input.lines()?;
        service::keep_offer(tx, &id, &lines)?;
        Ok(Answer::ok(CardOfferOut { centre_id: id.clone(), lines }))
    })
    .await
}

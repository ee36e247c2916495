//! Families out of touch, over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::{BirthdayCardId, CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::families::follow_up;
use crate::families::follow_up::ToRing;
use crate::membership::birthdays::lost::store::Lost;
use crate::membership::birthdays::{CardChannel, CardKind, lost};
use crate::membership::number::Number;
use crate::web::{Answer, Api, List, Paging, Query};
use actix_web::{HttpResponse, get};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(list_lost_touch);
}

/// A family whose card came back after the last try.
#[derive(Serialize, ToSchema)]
pub struct LostTouchOut {
    /// The card.
    pub card_id: BirthdayCardId,
    /// The family to find.
    pub family_id: FamilyId,
    /// Its membership number.
    pub number: Number,
    /// The centre whose list it is on.
    pub centre_id: Option<CentreId>,
    /// A birthday card or a farewell.
    pub kind: CardKind,
    /// The channel.
    pub channel: CardChannel,
    /// When it was given up.
    pub since: Option<Moment>,
    /// The reason, from the mail log.
    #[schema(example = "mailbox_unavailable")]
    pub why: Option<String>,
    /// Who to ring; only for a family whose file you may open.
    pub to_ring: Option<ToRing>,
}

impl LostTouchOut {
    fn new(lost: Lost, to_ring: Option<ToRing>) -> LostTouchOut {
        LostTouchOut {
            card_id: lost.card,
            family_id: lost.family,
            number: lost.number,
            centre_id: lost.centre,
            kind: lost.kind,
            channel: lost.channel,
            since: lost.since,
            why: lost.why,
            to_ring,
        }
    }
}

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct LostIn {
    /// Families of this centre; if left out, of all your centres.
    pub centre_id: Option<CentreId>,
    /// Page size, 1 to 500; 100 where not given.
    #[param(minimum = 1, maximum = 500, example = 100)]
    pub limit: Option<u32>,
    /// The `next` of the page before.
    pub after: Option<String>,
}

/// List families out of touch
///
/// Their birthday card could not be delivered: ring, ask a partner, or ask them when they come.
/// Oldest first.
#[utoipa::path(tag = "membership", params(LostIn),
    responses((status = 200, body = List<LostTouchOut>)))]
#[get("/memberships/lost-touch")]
async fn list_lost_touch(api: Api, query: Query<LostIn>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeTasks, move |tx| {
        let LostIn { centre_id, limit, after } = query.read()?;
        let paging = Paging { limit, after };
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = lost::service::list(tx, centre_id.as_ref(), after, paging.rows())?;
        let ids: Vec<&FamilyId> = rows.iter().map(|lost| &lost.family).collect();
        let mut to_ring = follow_up::service::to_ring(tx, &ids)?;
        let out = |lost: Lost| {
            let of = to_ring.remove(&lost.family);
            LostTouchOut::new(lost, of)
        };
        Ok(Answer::ok(paging.page(rows, |lost| lost.card.to_string(), out)))
    })
    .await
}

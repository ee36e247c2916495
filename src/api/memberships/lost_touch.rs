//! Families out of touch, over REST.

use crate::access::Act;
use crate::base::id::{BirthdayCardId, CentreId, FamilyId};
use crate::base::moment::Moment;
use crate::families::follow_up;
use crate::families::follow_up::ToRing;
use crate::membership::birthdays::lost::store::Lost;
use crate::membership::birthdays::{CardChannel, CardKind, lost};
use crate::membership::number::Number;
use crate::web::{Answer, Api, ApiResult, List, Paging, Query, ServiceConfig};
use actix_web::get;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

pub(crate) fn routes(config: &mut ServiceConfig) {
    config.service(list_lost_touch);
}

/// A family whose card came back after the last try.
#[derive(Serialize, ToSchema)]
pub(crate) struct LostTouchOut {
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

#[derive(Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct LostIn {
    /// Families of this centre; if left out, of all your centres.
    pub centre_id: Option<CentreId>,
}

/// List families out of touch
///
/// Their birthday card could not be delivered: ring, ask a partner, or ask them when they come.
/// Oldest first.
#[utoipa::path(tag = "membership", params(LostIn, Paging),
    responses((status = 200, body = List<LostTouchOut>)))]
#[get("/memberships/lost-touch")]
async fn list_lost_touch(api: Api, query: Query<LostIn>, paging: Query<Paging>) -> ApiResult {
    api.read(Act::SeeTasks, move |tx| {
        let (LostIn { centre_id }, paging) = (query.read()?, paging.read()?);
        let after = paging.after.as_deref().unwrap_or_default();
        let rows = lost::service::list(tx, centre_id.as_ref(), after, paging.rows())?;
        let ids: Vec<&FamilyId> = rows.iter().map(|lost| &lost.family_id).collect();
        let mut to_ring = follow_up::service::to_ring(tx, &ids)?;
        let out = |lost: Lost| LostTouchOut {
            to_ring: to_ring.remove(&lost.family_id),
            card_id: lost.id,
            family_id: lost.family_id,
            number: lost.number,
            centre_id: lost.centre_id,
            kind: lost.kind,
            channel: lost.channel,
            since: lost.undelivered_at,
            why: lost.undelivered_why,
        };
        Ok(Answer::ok(paging.page(rows, |lost| lost.id.to_string(), out)))
    })
    .await
}

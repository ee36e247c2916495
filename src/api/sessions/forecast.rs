//! The forecast of a session over REST.

use crate::access::Act;
use crate::base::fault::Fault;
use crate::base::id::SessionId;
use crate::base::moment::Moment;
use crate::reach::balance::{Balance, Claim};
use crate::reach::proportion::Words;
use crate::reports::balance::share;
use crate::reports::forecast::in_words;
use crate::reports::forecast::service::{ForecastReport, of_session};
use crate::reports::reach::report::Cell;
use crate::sessions::release::phase;
use crate::sessions::{Phase, Unit};
use crate::web::{Answer, Api, faults};
use actix_web::web::Path;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

faults! {
    ForecastFaults: NoLongerOpen;
}

pub fn routes(config: &mut ServiceConfig) {
    config.service(forecast_session);
}

/// The expected balance of an upcoming session.
#[derive(Serialize, ToSchema)]
pub struct ForecastOut {
    /// The session.
    pub session_id: SessionId,
    /// When it was counted.
    pub made_at: Moment,
    /// The session's phase; families are best invited before it is public.
    pub phase: Phase,
    /// When it is released to the public; left out if never.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_release_at: Option<Moment>,
    /// The unit of the places.
    pub unit: Unit,
    /// Places taken: booked, or reserved by an offer.
    pub places: ShareOut,
    /// Those who will come: children, or adults in a session for adults only.
    pub people: ShareOut,
    /// Places requested on the waiting list.
    pub waiting: ShareOut,
    /// Places that referred families can still have.
    pub free_places: u64,
    /// Whether more than half of the places can still go to the target group, if everybody unknown
    /// is in it.
    pub majority_possible: bool,
    /// How many free places must go to the target group for a majority that can be claimed; left
    /// out if even all of them are too few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed: Option<u64>,
    /// The same as a sentence.
    #[schema(example = "To claim a majority, 4 of 5 free places must go to the target group.")]
    pub in_words: String,
}

/// How many are in a target group.
#[derive(Serialize, ToSchema)]
pub struct ShareOut {
    /// In a target group that counts for reach.
    pub target: u64,
    /// Known to be in none.
    pub not_target: u64,
    /// Not known.
    pub unknown: u64,
    /// The share in a target group, of those known.
    pub percent_of_known: Cell,
    /// The share in a target group, of all.
    pub percent_of_all: Cell,
    /// What could be claimed if nothing changes.
    pub claim: Claim,
}

impl ShareOut {
    fn new(balance: Balance, words: &Words) -> ShareOut {
        ShareOut {
            target: balance.target,
            not_target: balance.not_target,
            unknown: balance.unknown,
            percent_of_known: share(balance.target, balance.known(), words),
            percent_of_all: share(balance.target, balance.all(), words),
            claim: balance.claim(),
        }
    }
}

impl From<ForecastReport> for ForecastOut {
    fn from(report: ForecastReport) -> ForecastOut {
        let ForecastReport { planned, made_at, forecast, words } = report;
        let share = |balance| ShareOut::new(balance, &words);
        ForecastOut {
            made_at,
            phase: phase(&planned.session, made_at),
            public_release_at: planned.session.public_release_at,
            unit: planned.activity.unit,
            in_words: in_words(&forecast),
            places: share(forecast.places),
            people: share(forecast.people),
            waiting: share(forecast.waiting),
            free_places: forecast.free,
            majority_possible: forecast.majority_possible,
            needed: forecast.needed,
            session_id: planned.session.id,
        }
    }
}

/// Forecast the balance of a session
///
/// Places taken by people in a target group, in none, and unknown; and how many of the free places
/// must go to the target group for a majority. For staff who may see the waiting order.
#[utoipa::path(tag = "reports", params(("id" = inline(SessionId), Path, description = "The session.")),
    responses((status = 200, body = ForecastOut), ForecastFaults))]
#[get("/sessions/{id}/forecast")]
async fn forecast_session(api: Api, id: Path<SessionId>) -> Result<HttpResponse, Fault> {
    api.read(Act::SeeLine, move |tx| Ok(Answer::ok(ForecastOut::from(of_session(tx, &id)?)))).await
}
